import type { AnalyzedUnit } from "../../model/analysis.ts";
import { fillSignals, SIGNALS } from "./features.ts";
import { SideGrams } from "./grams.ts";
import type { Proposition } from "./proposition.ts";
import type { SideResources } from "./resources.ts";
import { type Decision, decided, findSignals, type Signal } from "./signals.ts";

/** A comment as it is held against a proposition; `dense` and `grams` hold until the next one is read. */
export interface ReadComment {
  readonly signals: readonly Signal[];
  readonly decision: Decision | null;
  readonly dense: Float64Array;
  readonly grams: SideGrams;
}

/** A reader of comments, whose scratch space serves them all. */
export class CommentReader {
  readonly #resources: Pick<SideResources, "rules" | "classes">;
  readonly #grams = new SideGrams();
  readonly #dense = new Float64Array(SIGNALS.length);

  constructor(resources: Pick<SideResources, "rules" | "classes">) {
    this.#resources = resources;
  }

  /** Returns what the rows and the n-grams of a comment are. */
  read({ text, tokens }: Pick<AnalyzedUnit, "text" | "tokens">, proposition: Proposition): ReadComment {
    const { rules, classes } = this.#resources;
    const signals = findSignals(text, rules, proposition);
    this.#grams.collect(tokens, proposition, classes);
    fillSignals(this.#dense, text, proposition, this.#grams, signals);
    return { signals, decision: decided(text, signals), dense: this.#dense, grams: this.#grams };
  }
}
