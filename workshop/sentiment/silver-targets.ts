/** Targets without a hand-made label: the subjects of labelled sentences, which mostly share their sentence's feeling. */
import type { Tokenizer } from "../../src/model/tokens.ts";
import type { Example } from "./examples.ts";
import type { TargetExample } from "./target-examples.ts";

const MARKERS = new Set(["は", "が", "も"]);
const OTHERS = new Set(["を", "に", "の", "と", "で", "から"]);

/**
 * Takes nouns before a particle as targets.
 *
 * Of neutral sentences every one is taken, since nobody is praised or blamed there; of positive and negative ones only the
 * first before は, が or も; of mixed ones none.
 */
export function silverTargets(examples: readonly Example[], tokenizer: Tokenizer): TargetExample[] {
  return examples.flatMap(({ text, label, group }) => {
    if (label === "mixed") return [];
    const tokens = tokenizer.tokenize(text);
    const found: TargetExample[] = [];
    for (let i = 0; i + 1 < tokens.length; i++) {
      const marker = tokens.surface(i + 1);
      const isSubject = MARKERS.has(marker);
      if (!isSubject && !(label === "neutral" && OTHERS.has(marker))) continue;
      if (!tokens.pos(i + 1).startsWith("助詞") || !/^名詞,(一般|固有名詞)/.test(tokens.pos(i))) continue;
      let first = i;
      while (first > 0 && /^名詞,(一般|固有名詞|サ変接続)/.test(tokens.pos(first - 1))) first--;
      found.push({ text, start: tokens.start(first), end: tokens.end(i), label, group: `silver-${group}` });
      if (label !== "neutral") break;
    }
    return found;
  });
}
