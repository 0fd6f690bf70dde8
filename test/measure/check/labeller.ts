import { seededRandom } from "../../../src/measure/random.ts";
import type { Table } from "../../../src/tables/table.ts";
import { commentsOf } from "../comments.ts";

export const LABELS = ["positive", "neutral", "mixed", "negative"] as const;

const SHARES = [0.2, 0.3, 0.1, 0.4];

/** A labeller with a known confusion: of each true label, how often it says which. It sees the bright more than there is. */
const CONFUSION = [
  [0.85, 0.1, 0.03, 0.02],
  [0.25, 0.65, 0.05, 0.05],
  [0.2, 0.2, 0.5, 0.1],
  [0.1, 0.12, 0.03, 0.75],
];

/** A whole of comments whose true labels are known, as the labeller sees them. */
export function corpusOf(
  size: number,
  seed: number,
): { readonly comments: Table; readonly truth: Map<string, string> } {
  const random = seededRandom(seed * 7919);
  const pick = (shares: readonly number[]) => {
    const at = random();
    let sum = 0;
    for (const [i, share] of shares.entries()) {
      sum += share;
      if (at < sum) return i;
    }
    return shares.length - 1;
  };
  const truth = new Map<string, string>();
  const rows = Array.from({ length: size }, (_, i) => {
    const own = pick(SHARES);
    truth.set(`c${i + 1}`, LABELS[own]!);
    return { discussion: i % 3 === 0 ? "d1" : "d2", sentimentLabel: LABELS[pick(CONFUSION[own]!)]! };
  });
  return { comments: commentsOf(rows), truth };
}

/** Fills a sheet in as somebody would who knows the truth; `skip` leaves rows out. */
export function labelled(sheet: Table, truth: ReadonlyMap<string, string>, skip = (_: number) => false): Table {
  return sheet.derive({ label: ({ unit }, i) => (skip(i) ? null : (truth.get(String(unit)) ?? null)) });
}
