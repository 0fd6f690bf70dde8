import type { Evidence } from "./evidence.ts";

/** Something that speaks for or against a kind of bracket; for which, and how strongly, is in `data/quotations/signals.tsv`. */
export interface Signal {
  readonly name: string;
  /** A text with a bracket whose kind, or how sure it is, would be another without this signal. */
  readonly example: string;
  /** Whether it is asked only of brackets with a sentence in them, or only of those with mere words; without it, of both. */
  readonly inside?: "sentence" | "words";
  readonly when: (evidence: Evidence) => boolean;
  /** What the output calls it where it decides; without it, its name. */
  readonly by?: (evidence: Evidence) => string;
}
