/** Accuracy, macro-F1 and calibration of labels. */

/** Accuracy and F1 of predictions, in percent where printed. */
export interface Scores {
  readonly count: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly f1: Readonly<Record<string, number>>;
  readonly majority: number;
}

/** Scores predicted labels against gold ones; macro-F1 is the mean over labels that gold has. */
export function scoresOf(pairs: readonly (readonly [gold: string, predicted: string])[]): Scores {
  const labels = [...new Set(pairs.map(([gold]) => gold))].sort();
  const right = pairs.filter(([gold, predicted]) => gold === predicted).length;
  const f1: Record<string, number> = {};
  let majority = 0;
  for (const label of labels) {
    const gold = pairs.filter(([g]) => g === label).length;
    const predicted = pairs.filter(([, p]) => p === label).length;
    const hit = pairs.filter(([g, p]) => g === label && p === label).length;
    f1[label] = hit === 0 ? 0 : (2 * hit) / (gold + predicted);
    majority = Math.max(majority, gold);
  }
  return {
    count: pairs.length,
    accuracy: right / pairs.length,
    macroF1: Object.values(f1).reduce((sum, value) => sum + value, 0) / labels.length,
    f1,
    majority: majority / pairs.length,
  };
}

/** Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht 2015). */
export function calibrationError(rows: readonly (readonly [confidence: number, right: boolean])[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sure: 0, right: 0 }));
  for (const [confidence, right] of rows) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!;
    bin.count++;
    bin.sure += confidence;
    if (right) bin.right++;
  }
  return bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / rows.length;
}
