import type { ReadSentence, ReadUnit } from "../unit.ts";
import { nearTarget } from "./near-target.ts";
import { TargetFeatures } from "./target-features.ts";
import { type Zones, zonesAround } from "./zones.ts";

/** A target with what stands around it in the sentence that holds it, its zones and its features. */
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
    const whole = sentenceAt(sentences, start);
    if (whole === undefined) return null;
    const { tokens } = unit;
    const { firstToken, lastToken } = whole.sentence;
    const first = Math.max(firstToken, tokens.indexAt(start));
    const last = Math.min(lastToken, Math.max(first, tokens.indexAt(end - 1)) + 1);
    if (last <= first) return null;
    const home = nearTarget(whole, first, last);
    const zones = zonesAround(tokens, bits, home, first, last);
    this.#features.fill(tokens, bits, home, zones);
    return { home, zones, features: this.#features };
  }
}

function sentenceAt(sentences: readonly ReadSentence[], at: number): ReadSentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sentences[middle]!.sentence.end <= at) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.sentence.start <= at ? found : undefined;
}
