import { defineSchema } from "../../tables/schema.ts";

const SHARE = { type: "number", nullable: false, unit: "[0, 1]" } as const;

/** The columns of the table of a corpus's opinions. */
export const CORPUS_OPINIONS = defineSchema({
  name: "corpusOpinions",
  description:
    "What people say in a corpus: an opinion that was found in a sample, with its share of all comments, which hang on the claims that joined it.",
  columns: [
    {
      name: "id",
      type: "string",
      nullable: false,
      meaning: "`o1`, `o2`, … by size, `other` for what fits nowhere, `g1`, … for a group of opinions",
    },
    { name: "parent", type: "string", meaning: "the group of opinions that it belongs to" },
    {
      name: "label",
      type: "string",
      nullable: false,
      meaning: "words of one of its claims, or nouns that several have",
    },
    { name: "phrases", type: "list", items: "string", nullable: false, meaning: "words that set it apart" },
    { name: "share", ...SHARE, meaning: "of all comments: as they were assigned, corrected by the sample" },
    {
      name: "shareLow",
      ...SHARE,
      meaning: "lower end of its 95 % interval, with the errors of sampling and assignment",
    },
    { name: "shareHigh", ...SHARE, meaning: "upper end" },
    { name: "claims", type: "integer", nullable: false, unit: "claims", meaning: "of the sample that belong to it" },
    {
      name: "comments",
      type: "integer",
      nullable: false,
      unit: "comments",
      meaning: "of the sample with such a claim",
    },
    { name: "sampled", type: "integer", nullable: false, unit: "comments", meaning: "the whole sample" },
    { name: "sampleShare", ...SHARE, meaning: "of the sample" },
    { name: "assigned", type: "integer", nullable: false, unit: "comments", meaning: "of the rest that were assigned" },
    {
      name: "assignedShare",
      type: "number",
      unit: "[0, 1]",
      meaning: "of all comments as they were assigned, not corrected; null where none was",
    },
    { name: "trust", ...SHARE, meaning: "how much assignment counts in the share beside the sample (λ)" },
    {
      name: "agreement",
      type: "number",
      unit: "[0, 1]",
      meaning:
        "of the sample's comments that groups or assignment, each comment held out in turn, give it, those that both do",
    },
    { name: "tone", type: "number", unit: "[-1, 1]", meaning: "mean tone of its comments in the sample" },
    {
      name: "stability",
      type: "number",
      unit: "[0, 1]",
      meaning: "how well it comes back without a fifth of the claims; null for groups and `other`",
    },
    {
      name: "examples",
      type: "list",
      nullable: false,
      meaning: "three claims of the sample, verbatim",
      fields: [
        { name: "discussion", type: "string", nullable: false, meaning: "the discussion" },
        { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
        { name: "start", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where it begins" },
        { name: "end", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where it ends" },
        { name: "text", type: "string", nullable: false, meaning: "the words, as written" },
        { name: "votes", type: "integer", unit: "votes", meaning: "likes of the comment; null where none are shown" },
      ],
    },
  ],
});
