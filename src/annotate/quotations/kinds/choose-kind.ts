import { QUOTATION_KINDS, type QuotationKind } from "../../../model/layers.ts";
import type { Cue } from "../resources.ts";
import type { Speaker } from "../speakers/decide-speaker.ts";
import type { Quote } from "../speakers/quote.ts";
import { type Cues, cuesAfter, cuesBefore } from "./cues.ts";
import { Evidence } from "./evidence.ts";
import type { Signal } from "./signal.ts";
import {
  INSIDE_SIGNALS,
  MARK_SIGNALS,
  OWNER_SIGNALS,
  REPORT_SIGNALS,
  type SignalBy,
  SPEAKER_SIGNALS,
  WORK_SIGNALS,
} from "./signals.ts";

/** What is said of a kind that won without a signal of weight. */
const BY_DEFAULT = { speech: "sentence", title: "marks", term: "noun", scare: "tone" } as const;

/** What decided a kind: a signal, a cue beside the bracket, or nothing of weight. */
export type KindBy = SignalBy | Cues["by"] | (typeof BY_DEFAULT)[QuotationKind];

/** The kind of a bracket, how sure, and what spoke for it. */
export interface KindChoice {
  readonly kind: QuotationKind;
  readonly confidence: number;
  readonly by: KindBy;
}

/** A signal by the names that the tables have. */
interface NamedSignal extends Signal {
  readonly name: SignalBy;
  readonly by?: (evidence: Evidence) => SignalBy;
}

/** The rows of a table that are asked of a bracket with a sentence in it, and of one with mere words. */
interface Split {
  readonly sentence: readonly NamedSignal[];
  readonly words: readonly NamedSignal[];
}

const split = (signals: readonly NamedSignal[]): Split => ({
  sentence: signals.filter(({ inside = "sentence" }) => inside === "sentence"),
  words: signals.filter(({ inside = "words" }) => inside === "words"),
});

const INSIDE = split(INSIDE_SIGNALS);
const REPORT = split(REPORT_SIGNALS);
const SPEAKER = split(SPEAKER_SIGNALS);
const MARK = split(MARK_SIGNALS);
const OWNER = split(OWNER_SIGNALS);
const WORK = split(WORK_SIGNALS);

/** A signal that weighs less is not named as what decided. */
const WORTH_NAMING = 1.5;
/** How sure a bare win is, and how fast a margin makes it surer: a logistic curve. */
const [BASE, STEEPNESS] = [0.4, 0.8];

/** Returns the kind of a bracket by itself. */
export function chooseKind(quote: Quote, speaker: Speaker | null): KindChoice {
  return chooseTogether([tallyOf(quote, speaker)]);
}

/** Adds up what the inside of a bracket, its surroundings and its speaker speak for. */
export function tallyOf(quote: Quote, speaker: Speaker | null): Tally {
  const tally = new Tally(new Evidence(quote, speaker));
  const inside = quote.sentenceLike ? "sentence" : "words";
  tally.addAll(INSIDE[inside]);
  const { tie, verb } = quote.predicate;
  if (verb !== null || (tie !== "none" && tie !== "stop")) tally.addFirst(REPORT[inside]);
  if (speaker !== null) tally.addFirst(SPEAKER[inside]);
  tally.addAll(MARK[inside]);
  tally.addCues(cuesBefore(quote));
  tally.addCues(cuesAfter(quote));
  tally.addAll(OWNER[inside]);
  tally.addAll(WORK[inside]);
  return tally;
}

/** Returns the one kind of brackets that belong together: 「A」と「B」; the mean of what speaks for each. */
export function chooseTogether(tallies: readonly Tally[]): KindChoice {
  const means: Record<QuotationKind, number> = { speech: 0, title: 0, term: 0, scare: 0 };
  for (const { scores } of tallies) for (const kind of QUOTATION_KINDS) means[kind] += scores[kind] / tallies.length;
  let first: QuotationKind = "speech";
  for (const kind of QUOTATION_KINDS) if (means[kind] > means[first]) first = kind;
  let second = -Infinity;
  for (const kind of QUOTATION_KINDS) if (kind !== first && means[kind] > second) second = means[kind];
  let teller = tallies[0]!;
  for (const tally of tallies) if (tally.scores[first] > teller.scores[first]) teller = tally;
  return {
    kind: first,
    confidence: Math.round((1 / (1 + Math.exp(-BASE - (means[first] - second) * STEEPNESS))) * 100) / 100,
    by: teller.reasons[first],
  };
}

/** The sums of the kinds, and the last signal of weight for each. */
export class Tally {
  readonly scores: Record<QuotationKind, number> = { speech: 0, title: 0, term: 0, scare: 0 };
  readonly reasons: Record<QuotationKind, KindBy> = { ...BY_DEFAULT };
  /** Names of the signals that held, in their order. */
  readonly held: string[] = [];
  readonly #evidence: Evidence;
  readonly #weights: ReadonlyMap<string, readonly Cue[]>;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#weights = evidence.quote.resources.signals;
  }

  addAll(signals: readonly NamedSignal[]): void {
    for (const signal of signals) if (signal.when(this.#evidence)) this.#addSignal(signal);
  }

  /** Adds the first signal that holds and that the file has. */
  addFirst(signals: readonly NamedSignal[]): void {
    for (const signal of signals) if (signal.when(this.#evidence) && this.#addSignal(signal)) return;
  }

  addCues({ cues, by }: Cues): void {
    for (const cue of cues) this.#add(cue, by);
  }

  /** Whether the file has the signal. */
  #addSignal(signal: NamedSignal): boolean {
    const cues = this.#weights.get(signal.name);
    if (cues === undefined) return false;
    this.held.push(signal.name);
    for (const cue of cues) {
      // Told only where it may be named: for many a signal it is a text to be made.
      const { by } = signal;
      if (cue.weight < WORTH_NAMING || by === undefined) this.#add(cue, signal.name);
      else this.#add(cue, by(this.#evidence));
    }
    return true;
  }

  #add({ kind, weight }: Cue, by: KindBy): void {
    this.scores[kind] += weight;
    if (weight >= WORTH_NAMING) this.reasons[kind] = by;
  }
}
