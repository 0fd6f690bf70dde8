/** Scores of sets of labels. */

/** Micro- and macro-F1, and F1 of each label. */
export interface SetScores {
  readonly micro: number;
  readonly macro: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: readonly number[];
}

/** Scores sets of labels against those that people gave. */
export function scoreSets(
  pairs: readonly (readonly [gold: readonly number[], said: readonly number[]])[],
  labels: number,
): SetScores {
  const [hits, wrong, missed] = [0, 0, 0].map(() => new Float64Array(labels)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [gold, said] of pairs) {
    for (const c of said) (gold.includes(c) ? hits : wrong)[c]!++;
    for (const c of gold) if (!said.includes(c)) missed[c]!++;
  }
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  const f1 = Array.from(hits, (hit, c) => (2 * hit) / Math.max(1, 2 * hit + wrong[c]! + missed[c]!));
  const [H, W, M] = [sum(hits), sum(wrong), sum(missed)];
  return {
    micro: (2 * H) / Math.max(1, 2 * H + W + M),
    macro: f1.reduce((total, one) => total + one, 0) / labels,
    precision: H / Math.max(1, H + W),
    recall: H / Math.max(1, H + M),
    f1,
  };
}
