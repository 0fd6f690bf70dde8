import type { ReadSentence, ReadUnit } from "../unit.ts";
import { TargetFeatures } from "./target-features.ts";
import { type Zones, zonesAround } from "./zones.ts";

/** A target with the sentence that holds it, its zones and its features. */
export interface DescribedTarget {
  readonly home: ReadSentence;
  readonly zones: Zones;
  /** Valid until the next target is described. */
  readonly features: TargetFeatures;
}

/** Describes targets one after another, sharing its scratch space among them. */
export class TargetDescriber {
  readonly #features = new TargetFeatures();

  /** Describes the target at `[start, end)`; null if it lies in no sentence. */
  describe({ unit, bits, sentences }: ReadUnit, start: number, end: number): DescribedTarget | null {
    const home = sentences.find(({ sentence }) => sentence.start <= start && start < sentence.end);
    if (home === undefined) return null;
    const { tokens } = unit;
    const { firstToken, lastToken } = home.sentence;
    const first = Math.max(firstToken, tokens.indexAt(start));
    const last = Math.min(lastToken, Math.max(first, tokens.indexAt(end - 1)) + 1);
    if (last <= first) return null;
    const zones = zonesAround(tokens, bits, home, first, last);
    this.#features.fill(tokens, bits, home, zones);
    return { home, zones, features: this.#features };
  }
}
