import { type CorrectedShare, correctedShares } from "../measure/check/corrected-shares.ts";
import { humanLabels, layerNameOf } from "../measure/check/human-labels.ts";
import { samplesByQuestion } from "../measure/check/join-samples.ts";
import { checkedLayer } from "../measure/check/layers.ts";
import { checkedTable } from "../measure/checked-table.ts";
import type { CodeList } from "../measure/codes/code-list.ts";
import { type SideShare, sideShares } from "../measure/side-shares.ts";
import type { Table } from "../tables/table.ts";
import type { CheckedOpinions } from "./corrected-opinions.ts";

/** What people's labels make of the shares that a report tells; null where nobody checked. */
export interface Checks {
  readonly tone: Table<CorrectedShare> | null;
  readonly sides: Table<SideShare> | null;
  readonly opinions: CheckedOpinions | null;
  readonly codes: CheckedOpinions | null;
}

/**
 * Returns what labelled sheets make of a report's shares; sheets of one question are of several coders.
 *
 * Throws `bad-value` for a sheet of other pages, of a proposition that was not asked for, and with labels there are not.
 */
export function checksOf(sheets: readonly Table[], tables: (name: string) => Table, codes?: CodeList): Checks {
  const asked = samplesByQuestion(sheets);
  const of = (name: string) => asked.filter((sheet) => checkedLayer(layerNameOf(sheet)).name === name);
  const [tone] = of("tone");
  const sides = of("side");
  const held = (name: "opinion" | "codes"): CheckedOpinions | null => {
    const [sheet] = of(name);
    if (sheet === undefined) return null;
    const shares = correctedShares(sheet, checkedTable(name, tables, codes));
    return { shares, labels: humanLabels(sheet).layer.labels };
  };
  return {
    tone: tone === undefined ? null : correctedShares(tone, tables("comments")),
    sides: sides.length === 0 ? null : sideShares(tables("sides"), { check: sides }),
    opinions: held("opinion"),
    codes: held("codes"),
  };
}

/** Returns how many comments people labelled, of the question that most were labelled for; null without a sheet. */
export function labelledIn({ tone, sides, opinions }: Checks): number | null {
  const counts = [
    tone?.row(0).labelled,
    ...(sides?.toRows() ?? []).map(({ checked }) => checked),
    opinions?.shares.row(0).labelled,
  ].filter((count) => count != null);
  return counts.length === 0 ? null : Math.max(...counts);
}
