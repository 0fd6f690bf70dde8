import { type Column, defineSchema } from "../../tables/schema.ts";

/** Columns that every sheet has but those of the labels: what is read, and from how many it was drawn. */
export const sampleSchema = defineSchema({
  name: "sample",
  description: "A sample of texts for people to label, from strata of a known size.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "unit", type: "string", nullable: false, meaning: "the comment" },
    { name: "text", type: "string", nullable: false, meaning: "the words to be labelled" },
    { name: "proposition", type: "string", meaning: "toward which a side is asked; sheets of sides have it" },
    { name: "labels", type: "string", nullable: false, meaning: "the labels there are, in either language" },
    { name: "of", type: "string", nullable: false, meaning: "what is asked: tone, side" },
    { name: "stratum", type: "string", nullable: false, meaning: "the part of the whole that the row was drawn from" },
    { name: "stratumSize", type: "integer", nullable: false, unit: "units", meaning: "how many the part holds" },
    {
      name: "weight",
      type: "number",
      nullable: false,
      unit: "units",
      meaning: "how many of the part a row stands for",
    },
    { name: "machine", type: "string", meaning: "the machine's answer, where it is shown" },
    { name: "machineAll", type: "string", meaning: "the machine's answers in the whole: `negative 52; neutral 80`" },
  ],
});

/** What a coder fills in. */
export const labelColumn = (name: string): Column => ({
  name,
  type: "string",
  meaning: "what a person says of the text; empty where nobody has yet",
});

/** Whether a column is one that a coder fills in: `label`, `label1`, `label2` … */
export const isLabelColumn = (name: string): boolean => /^label\d*$/.test(name);
