import { GATE_FEATURES, GATE_ROWS, writeGateFeatures } from "../../src/annotate/entities/model/gate.ts";
import { gateColumns, PosHashes } from "../../src/annotate/entities/model/token-columns.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { foldWidth } from "../../src/text/dates/fold-width.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";
import type { TrainingText } from "./training-data.ts";

const NAMES = /^(?!DATE|TIME|QUANTITY|ORDINAL|CARDINAL|MONEY|PERCENT|TITLE_AFFIX|OPTIONAL)/;
/** Share of the names of every tenth text, kept out of training, of which at least one token must pass. */
const PASS = 0.985;

/** Trains a logistic model of whether a token stands in a name, and sets the score that lets {@link PASS} of the names through. */
export function trainGate(
  training: readonly TrainingText[],
  tokenizer: Tokenizer,
  random: () => number,
): { weights: Int8Array; threshold: number } {
  const hashes = new PosHashes();
  const weights = new Float32Array(GATE_ROWS);
  const squares = new Float32Array(GATE_ROWS);
  const features: number[] = [];
  const truth: number[] = [];
  const held: { feature: number; name: number }[] = [];
  const out = new Int32Array(GATE_FEATURES);
  let names = 0;
  training.forEach(({ text, entities }, index) => {
    const tokens = tokenizer.tokenize(text);
    const folded = foldWidth(text);
    const columns = gateColumns(tokens, folded, hashes);
    const base = names;
    const real = entities.filter(({ type }) => NAMES.test(type));
    names += real.length;
    for (const { firstToken, lastToken } of splitSentences(tokens)) {
      for (let i = firstToken; i < lastToken; i++) {
        writeGateFeatures(columns, i, firstToken, lastToken, out);
        const name = real.findIndex((entity) => entity.start < tokens.end(i) && tokens.start(i) < entity.end);
        if (index % 10 === 9) {
          if (name >= 0) held.push({ feature: features.length, name: base + name });
        }
        features.push(...out);
        truth.push(index % 10 === 9 ? -1 : name >= 0 ? 1 : 0);
      }
    }
  });
  for (let round = 0; round < 4; round++) {
    for (let token = 0; token < truth.length; token++) {
      if (truth[token]! < 0) continue;
      let score = 0;
      for (let f = 0; f < GATE_FEATURES; f++) score += weights[features[token * GATE_FEATURES + f]!]!;
      if (random() < 0.05) continue;
      const gradient = 1 / (1 + Math.exp(-score)) - truth[token]!;
      if (Math.abs(gradient) < 1e-3) continue;
      for (let f = 0; f < GATE_FEATURES; f++) {
        const at = features[token * GATE_FEATURES + f]!;
        squares[at]! += gradient * gradient;
        weights[at]! -= (0.1 * gradient) / Math.sqrt(squares[at]! + 0.1);
      }
    }
  }
  const small = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * 32))));
  const best = new Map<number, number>();
  for (const { feature, name } of held) {
    let score = 0;
    for (let f = 0; f < GATE_FEATURES; f++) score += small[features[feature + f]!]!;
    best.set(name, Math.max(best.get(name) ?? -1e9, score));
  }
  const sorted = [...best.values()].sort((a, b) => b - a);
  return { weights: small, threshold: sorted[Math.floor(sorted.length * PASS)]! };
}
