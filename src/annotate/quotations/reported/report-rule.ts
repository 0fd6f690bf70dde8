import type { NounPhrase } from "../frame/phrase.ts";
import type { Report } from "./report.ts";

/** Who tells reported words, if anybody is named, and where the words begin. */
export interface Told {
  readonly phrase: NounPhrase | null;
  /** First item of the words, behind who tells them. */
  readonly from: number;
  /** How sure of who tells, where the rule's row leaves that to what was found. */
  readonly confidence?: number;
}

/** A way to find who tells words that stand in no brackets. */
export interface ReportRule {
  readonly name: string;
  /** What the output calls it; rules that find the same relation in different places share it. */
  readonly by: string;
  /** A text in which this rule decides; whom it finds stands in braces. */
  readonly example: string;
  readonly when: (report: Report) => boolean;
  readonly find: (report: Report) => Told | null;
  /** How sure of who tells, in [0, 1]; without it, what is found tells. */
  readonly speaker?: number;
  /** How sure that these are somebody's words, in [0, 1]; `weak` for verbs that report only where somebody is named. */
  readonly words: number | { readonly strong: number; readonly weak: number };
  /** Nothing is reported if the rule is asked and finds nobody: no later row is asked. */
  readonly final?: true;
}

/** Returns somebody as who tells the words from an item on. */
export function told(phrase: NounPhrase | null, from: number): Told | null {
  return phrase === null ? null : { phrase, from };
}
