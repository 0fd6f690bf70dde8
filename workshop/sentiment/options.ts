/** How the models of sentences and of targets are trained; chosen by cross-validation. */

import { SLOTS } from "../../src/annotate/sentiment/model/grams.ts";
import { CLASSES, TARGET_LABELS } from "../../src/annotate/sentiment/model/linear-model.ts";
import type { TrainOptions } from "./train-linear.ts";

const COMMON = { slots: SLOTS, epochs: 12, rate: 0.15, slotScale: 0.7, rare: 2 };

export const SENTENCE_OPTIONS: TrainOptions = {
  ...COMMON,
  classes: CLASSES,
  decay: 2e-4,
  epochs: 6,
  slotScale: 1.5,
  averageSparse: true,
};
/** Tells comments on measures from other texts. */
export const GENRE_OPTIONS: TrainOptions = {
  ...COMMON,
  epochs: 4,
  classes: 2,
  decay: 1e-3,
  slotScale: 1.5,
  averageSparse: true,
};
/** What the numbers of word vectors count against those of the rules. */
export const VECTOR_SCALE = 2;
export const TARGET_OPTIONS: TrainOptions = { ...COMMON, classes: TARGET_LABELS.length, decay: 2e-4 };
/** chABSA has one style and many sentences; each counts this much of one of the project's. */
export const CHABSA_WEIGHT = 0.6;
/** In written comments that take a side somebody is `mixed` whom a reader of reviews would call one or the other. */
export const MIXED_COMMENT_WEIGHT = 0.5;
export const CHABSA_TARGET_WEIGHT = 0.3;
/** Subjects of labelled sentences taken as targets: many, mostly right, and the only ones of plain facts. */
export const SILVER_WEIGHT = 0.1;

/** Subjects are left out in pairs that are near each other, so that no held-out subject has its neighbour in training. */
const FOLDS: Readonly<Record<string, string>> = {
  food: "hotels",
  entertainment: "daily-life",
  shopping: "gadgets",
  "school-work": "health",
  war: "politics",
  "hotel-guests": "hotels",
  posts: "daily-life",
  investors: "finance",
  "news-comments": "politics",
  customers: "gadgets",
};

/** The quarter that the row at an index is held out in: subjects whole, with those near them, and each fourth comment. */
export function quarterOf(subject: string, index: number): string {
  if (COMMENT_SOURCES.includes(subject)) return `${index % 4}`;
  let sum = 0;
  for (const letter of foldOf(subject)) sum += letter.charCodeAt(0);
  return `${sum % 4}`;
}

/** Where comments with a tone are from. */
export const COMMENT_SOURCES: readonly string[] = ["matome", "youtube", "nico", "shelter", "written", "threads"];

/** The fold that a subject is held out in. */
export function foldOf(subject: string): string {
  return FOLDS[subject] ?? subject;
}
