import { SPAN_LABELS, SPAN_ROWS } from "../../src/annotate/entities/model/span-types.ts";
import type { EntityLabel } from "../../src/model/labels.ts";

/** A name in the training texts: its features and the labels that its source's type allows. */
export interface SpanExample {
  readonly features: Int32Array;
  readonly allowed: readonly number[];
}

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  PERSON: ["PERSON"],
  ORG: ["ORG"],
  GPE: ["GPE"],
  LOC: ["LOC"],
  FAC: ["FAC"],
  PRODUCT: ["PRODUCT"],
  WORK_OF_ART: ["WORK_OF_ART"],
  EVENT: ["EVENT"],
  NORP: ["NORP"],
  LAW: ["LAW"],
  人名: ["PERSON"],
  法人名: ["ORG"],
  政治的組織名: ["ORG", "NORP"],
  その他の組織名: ["ORG", "NORP"],
  地名: ["GPE", "LOC"],
  施設名: ["FAC"],
  製品名: ["PRODUCT", "WORK_OF_ART", "LAW"],
  イベント名: ["EVENT"],
  ORGANIZATION: ["ORG", "NORP"],
  LOCATION: ["GPE", "LOC", "FAC"],
  ARTIFACT: ["PRODUCT", "WORK_OF_ART", "EVENT", "LAW"],
};

/** Indices of the labels that a type of any of the sources allows; none if this model has nothing to do with it. */
export function allowedSpanLabels(type: string): number[] {
  return (ALLOWED[type] ?? []).map((label) => SPAN_LABELS.indexOf(label as EntityLabel));
}

/** Trains a multinomial logistic model on partly labelled names by AdaGrad; half of the features are left out at random each time. */
export function trainSpanLabels(examples: readonly SpanExample[], epochs: number, random: () => number): Float32Array {
  const K = SPAN_LABELS.length;
  const weights = new Float32Array(SPAN_ROWS * K);
  const squares = new Float32Array(SPAN_ROWS * K);
  const scores = new Float64Array(K);
  const order = Int32Array.from(examples, (_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { features, allowed } = examples[index]!;
      const kept = features.filter(() => random() < 0.5);
      scores.fill(0);
      for (const feature of kept) for (let k = 0; k < K; k++) scores[k]! += 2 * weights[feature * K + k]!;
      const top = Math.max(...scores);
      let all = 0;
      let good = 0;
      for (let k = 0; k < K; k++) {
        scores[k] = Math.exp(scores[k]! - top);
        all += scores[k]!;
        if (allowed.includes(k)) good += scores[k]!;
      }
      for (let k = 0; k < K; k++) {
        const gradient = scores[k]! / all - (allowed.includes(k) ? scores[k]! / good : 0);
        if (Math.abs(gradient) < 1e-4) continue;
        for (const feature of kept) {
          const at = feature * K + k;
          const g = gradient + 1e-4 * weights[at]!;
          squares[at]! += g * g;
          weights[at]! -= (0.05 * g) / Math.sqrt(squares[at]! + 1e-2);
        }
      }
    }
  }
  return weights;
}
