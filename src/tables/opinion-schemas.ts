import { claimTable } from "./claims.ts";
import { DISCUSSION } from "./projection.ts";
import { defineSchema } from "./schema.ts";

/** The columns of the table of opinions. */
export const OPINIONS = defineSchema({
  name: "opinions",
  description: "What people say: an opinion of a discussion, with how many stand behind it and three of its sentences.",
  columns: [
    DISCUSSION,
    {
      name: "id",
      type: "string",
      nullable: false,
      meaning:
        "`o1`, `o2`, … by size, `other` for what fits nowhere, `g1`, … for a group of opinions; the same in all discussions",
    },
    { name: "parent", type: "string", meaning: "the group of opinions that it belongs to", key: "opinions.id" },
    {
      name: "label",
      type: "string",
      nullable: false,
      meaning: "words of one of its claims, or one or two nouns that several have; of `other`: what it is",
    },
    { name: "phrases", type: "list", items: "string", nullable: false, meaning: "words that set it apart" },
    { name: "claims", type: "integer", nullable: false, unit: "claims", meaning: "that belong to it, or to it too" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "with such a claim" },
    { name: "people", type: "integer", nullable: false, unit: "names", meaning: "names under these comments" },
    {
      name: "nameless",
      type: "integer",
      nullable: false,
      unit: "comments",
      meaning: "of these, under no name or a default one",
    },
    { name: "texts", type: "integer", nullable: false, unit: "texts", meaning: "different ones, copies counted once" },
    { name: "votes", type: "integer", unit: "votes", meaning: "likes of these comments; null where none are shown" },
    { name: "share", type: "number", nullable: false, unit: "[0, 1]", meaning: "of the discussion's comments" },
    {
      name: "shareLow",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "lower end of its 95 % interval (Wilson)",
    },
    { name: "shareHigh", type: "number", nullable: false, unit: "[0, 1]", meaning: "upper end" },
    {
      name: "voteShare",
      type: "number",
      unit: "[0, 1]",
      meaning: "of the discussion's likes; null where none are shown",
    },
    {
      name: "voteShareLow",
      type: "number",
      unit: "[0, 1]",
      meaning: "lower end of its 95 % interval (ratio estimate)",
    },
    { name: "voteShareHigh", type: "number", unit: "[0, 1]", meaning: "upper end" },
    {
      name: "designEffect",
      type: "number",
      nullable: false,
      meaning: "how many comments count as one, where names write several; the interval has it in",
    },
    {
      name: "tone",
      type: "number",
      unit: "[-1, 1]",
      meaning: "mean tone of these comments; null where it was not computed",
    },
    { name: "for", type: "integer", unit: "comments", meaning: "for the proposition; null where none was given" },
    { name: "against", type: "integer", unit: "comments", meaning: "against it" },
    { name: "conditional", type: "integer", unit: "comments", meaning: "for it on a condition" },
    { name: "unsure", type: "integer", unit: "comments", meaning: "undecided" },
    {
      name: "stability",
      type: "number",
      unit: "[0, 1]",
      meaning: "how well it comes back without a fifth of the claims; null for groups and `other`",
    },
    { name: "x", type: "number", unit: "[0, 1]", meaning: "place on the map, like ones near; the axis means nothing" },
    { name: "y", type: "number", unit: "[0, 1]", meaning: "likewise" },
    {
      name: "examples",
      type: "list",
      nullable: false,
      meaning: "three claims, verbatim: typical, liked, unlike each other, of different people where there are",
      fields: [
        { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
        { name: "start", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where it begins" },
        { name: "end", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where it ends" },
        { name: "text", type: "string", nullable: false, meaning: "the words, as written" },
        { name: "votes", type: "integer", unit: "votes", meaning: "likes of the comment; null where none are shown" },
      ],
    },
  ],
});

/** The columns of the table of copies. */
export const COPIES = defineSchema({
  name: "copies",
  description: "A comment that is, wholly or nearly, another's words again, or the first of these.",
  columns: [
    DISCUSSION,
    { name: "group", type: "string", nullable: false, meaning: "`k1`, `k2`, … in the order of first comments" },
    { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
    {
      name: "kind",
      type: "string",
      nullable: false,
      meaning:
        "`exact` (the same letters, and the original), `near`, `template` (a form with other words in its slots)",
    },
    {
      name: "similarity",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "share of letters that are the original's",
    },
    {
      name: "original",
      type: "string",
      nullable: false,
      meaning: "the first of the group by date, else by place; behind `discussion/` where it stands in another",
    },
  ],
});

/** The columns of the table of claims, once opinions are known. */
export const CLAIMS = defineSchema({
  ...claimTable.schema,
  columns: [
    ...claimTable.schema.columns,
    { name: "alsoOpinion", type: "string", meaning: "another opinion that it speaks for too", key: "opinions.id" },
  ],
});
