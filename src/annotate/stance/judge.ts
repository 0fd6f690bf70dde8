import type { AnalyzedUnit } from "../../model/analysis.ts";
import { callStance, type Judged } from "./call-stance.ts";
import { ownWords } from "./own-words.ts";
import { type Reading, WordingReader } from "./reading.ts";
import type { StanceResources } from "./resources.ts";
import type { Exchange } from "./signal-values.ts";
import type { Weighed } from "./verdicts.ts";
import { stanceLogits, stanceProbabilities } from "./weigh-wording.ts";

/** A comment that is answered, and whether it answers somebody itself. */
export interface Answered {
  readonly unit: AnalyzedUnit;
  readonly isReply: boolean;
}

/** How often written replies without a known word are in fact none (16 of them). */
const UNKNOWN = 0.56;

/** A judge of the replies of one discussion, with scratch space of its own; it reads each parent once. */
export class StanceJudge {
  readonly #resources: StanceResources;
  readonly #reader: WordingReader;
  readonly #parents = new Map<string, Reading>();

  constructor(resources: StanceResources) {
    this.#resources = resources;
    this.#reader = new WordingReader(resources);
  }

  /** Returns the stance of a reply that rules have weighed. */
  judge(unit: AnalyzedUnit, parent: Answered, ruled: Weighed): Judged {
    const { model } = this.#resources;
    const exchange = this.exchange(unit, parent, ruled);
    if (exchange.reply.reading.known === 0 && ruled.stance === "none")
      return unit.text.trim() === "" ? ruled : { ...ruled, confidence: UNKNOWN };
    const { values, length } = this.#reader.grams;
    return callStance(
      unit,
      ruled,
      stanceProbabilities(stanceLogits(model, exchange, values.subarray(0, length)), model.temperature),
      model,
    );
  }

  /** Returns both comments as the model reads them; the n-grams of the reply are in {@link grams} until the next one. */
  exchange(unit: AnalyzedUnit, parent: Answered, ruled: Weighed): Exchange {
    const known = this.#parents.get(parent.unit.id) ?? this.#readParent(parent.unit);
    return {
      parent: { text: parent.unit.text, reading: known },
      reply: { text: unit.text, reading: this.#reader.read(unit, ownWords(unit.text).ranges) },
      parentIsReply: parent.isReply,
      ruled,
    };
  }

  /** The n-grams of what was read last. */
  get grams(): Int32Array {
    return this.#reader.grams.values.slice(0, this.#reader.grams.length);
  }

  #readParent(unit: AnalyzedUnit): Reading {
    const reading = this.#reader.read(unit, [{ start: 0, end: unit.text.length }]);
    this.#parents.set(unit.id, reading);
    return reading;
  }
}
