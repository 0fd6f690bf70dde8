import { type Exchange, signalValues } from "./signal-values.ts";
import { STANCES, type StanceModel } from "./stance-model.ts";

/** Returns the logits of the stances, before temperature: n-grams are divided by the root of their number. */
export function stanceLogits(model: StanceModel, exchange: Exchange, grams: Int32Array): Float64Array {
  const classes = STANCES.length;
  const sums = new Int32Array(classes);
  model.grams.add(grams, 0, grams.length, sums);
  const norm = model.scale / Math.sqrt(Math.max(1, grams.length));
  const logits = Float64Array.from(sums, (sum) => sum * norm);
  const signals = signalValues(exchange);
  const shared = sharedDirection(exchange);
  for (let c = 0; c < classes; c++) {
    for (let f = 0; f < signals.length; f++) logits[c]! += model.signals[f * classes + c]! * signals[f]!;
    for (let d = 0; d < shared.length; d++) logits[c]! += model.shared[d * classes + c]! * shared[d]!;
  }
  return logits;
}

/** Returns what parent and reply have in common in each dimension of the word vectors. */
export function sharedDirection({ parent, reply }: Exchange): Float32Array {
  return reply.reading.direction.map((value, d) => value * parent.reading.direction[d]!);
}

/** Returns probabilities from logits at a temperature. */
export function stanceProbabilities(logits: Float64Array, temperature: number): Float64Array {
  const most = Math.max(...logits);
  const p = logits.map((logit) => Math.exp((logit - most) / temperature));
  const sum = p.reduce((total, value) => total + value, 0);
  return p.map((value) => value / sum);
}
