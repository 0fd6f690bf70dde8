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

/** A signal that weighs less is not named as what decided. */
const WORTH_NAMING = 2;
/** How sure a bare win is, and how fast a margin makes it surer: a logistic curve. */
const [BASE, STEEPNESS] = [0.4, 0.8];

/** Returns the kind of a bracket, by adding up what its inside, its surroundings and its speaker speak for. */
export function chooseKind(quote: Quote, speaker: Speaker | null): KindChoice {
  const evidence = new Evidence(quote, speaker);
  const tally = new Tally(evidence);
  tally.addAll(INSIDE_SIGNALS);
  tally.addFirst(REPORT_SIGNALS);
  tally.addFirst(SPEAKER_SIGNALS);
  tally.addAll(MARK_SIGNALS);
  tally.addCues(cuesBefore(quote));
  tally.addCues(cuesAfter(quote));
  tally.addAll(OWNER_SIGNALS);
  return tally.choice();
}

/** The sums of the kinds, and the last signal of weight for each. */
class Tally {
  readonly #evidence: Evidence;
  readonly #scores: Record<QuotationKind, number> = { speech: 0, title: 0, term: 0, scare: 0 };
  readonly #reasons: Record<QuotationKind, KindBy> = { ...BY_DEFAULT };

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  addAll(signals: readonly NamedSignal[]): void {
    for (const signal of signals) if (signal.when(this.#evidence)) this.#addSignal(signal);
  }

  addFirst(signals: readonly NamedSignal[]): void {
    const known = this.#evidence.quote.resources.signals;
    const first = signals.find(({ name, when }) => known.has(name) && when(this.#evidence));
    if (first !== undefined) this.#addSignal(first);
  }

  addCues({ cues, by }: Cues): void {
    for (const cue of cues) this.#add(cue, by);
  }

  choice(): KindChoice {
    const scores = this.#scores;
    let first: QuotationKind = "speech";
    for (const kind of QUOTATION_KINDS) if (scores[kind] > scores[first]) first = kind;
    let second = -Infinity;
    for (const kind of QUOTATION_KINDS) if (kind !== first && scores[kind] > second) second = scores[kind];
    const margin = scores[first] - second;
    return {
      kind: first,
      confidence: Math.round((1 / (1 + Math.exp(-BASE - margin * STEEPNESS))) * 100) / 100,
      by: this.#reasons[first],
    };
  }

  #addSignal({ name, by }: NamedSignal): void {
    const cue = this.#evidence.quote.resources.signals.get(name);
    if (cue !== undefined) this.#add(cue, by === undefined ? name : by(this.#evidence));
  }

  #add({ kind, weight }: Cue, by: KindBy): void {
    this.#scores[kind] += weight;
    if (weight >= WORTH_NAMING) this.#reasons[kind] = by;
  }
}
