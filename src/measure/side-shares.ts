import { SIDES, type SideLabel } from "../model/layers.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { sideTable } from "../tables/sides.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { propositionOf } from "./check/about.ts";
import { correctedShares } from "./check/corrected-shares.ts";
import { samplesByQuestion } from "./check/join-samples.ts";
import { estimatedShare, type SideRates } from "./estimated-share.ts";
import { SHARE_COLUMNS } from "./share-columns.ts";
import { loadSideRates } from "./side-rates.ts";
import { wilsonInterval } from "./wilson-interval.ts";

export const sideShareSchema = defineSchema({
  name: "sideShares",
  description: "How many of the comments take each side toward each proposition.",
  columns: [
    { name: "proposition", type: "string", nullable: false, meaning: "the measure, plan or act" },
    { name: "side", type: "string", nullable: false, meaning: "for, against, conditional, unsure or none" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "that the machine calls so" },
    { name: "names", type: "integer", nullable: false, unit: "names", meaning: "different names behind them" },
    { name: "of", type: "integer", nullable: false, unit: "comments", meaning: "all comments that were read" },
    { name: "ofNames", type: "integer", nullable: false, unit: "names", meaning: "different names of all of them" },
    ...SHARE_COLUMNS,
    {
      name: "estimate",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "share of the comments that take the side, those in doubt counted in by their probabilities",
    },
    {
      name: "estimateLow",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "lower end of its 95 % interval, which holds the machine's errors",
    },
    { name: "estimateHigh", type: "number", nullable: false, unit: "[0, 1]", meaning: "upper end" },
    {
      name: "checked",
      type: "integer",
      unit: "comments",
      meaning: "labelled by people: the estimate is theirs and the machine's, not the machine's alone; null: none",
    },
    { name: "unitKeys", type: "list", nullable: false, meaning: "the comments, as `discussion/unit`" },
    { name: "example", type: "string", meaning: "the comment of which the machine is surest" },
  ],
});

/** How many take a side. */
export type SideShare = RowOf<typeof sideShareSchema.columns>;

/**
 * Returns each side's share of the comments, for each proposition in the order given: of those that the machine calls so,
 * with Wilson's 95 % interval of the count, and an estimate over all comments, called or in doubt, whose interval holds the
 * machine's errors as they were on measures that it never saw. Where a sheet of the proposition is given (`check`) that people
 * labelled, the estimate is theirs (`correctedShares`), which needs no such faith; `checked` tells by how many. Throws `bad-value` for a
 * sheet of other pages or of a proposition that is not in the table.
 *
 * @example
 * sideShares(sideTable(analysis)).select(["side", "comments", "share", "low", "high"]);
 */
export function sideShares(
  sides: Table,
  {
    rates = loadSideRates(),
    check = [],
  }: { readonly rates?: ReadonlyMap<SideLabel, SideRates>; readonly check?: readonly Table[] } = {},
): Table<SideShare> {
  const corrected = correctedSides(sides, check);
  const known = need("shares of sides", sides, sideTable.schema, [
    "discussion",
    "unit",
    "proposition",
    "side",
    "confidence",
    "author",
    "text",
    "pFor",
    "pAgainst",
    "pConditional",
    "pUnsure",
    "pNone",
  ]);
  const rows = [...known];
  const propositions = [...new Set(rows.map(({ proposition }) => proposition))];
  const names = (of: typeof rows) =>
    new Set(of.flatMap(({ discussion, author }) => (author === null ? [] : [`${discussion}\t${author}`]))).size;
  return Table.from(
    sideShareSchema,
    propositions.flatMap((proposition) => {
      const all = rows.filter((row) => row.proposition === proposition);
      return SIDES.map((side) => {
        const own = all.filter((row) => row.side === side);
        const surest = own.reduce<(typeof own)[number] | null>(
          (best, row) => (best === null || row.confidence > best.confidence ? row : best),
          null,
        );
        return {
          proposition,
          side,
          comments: own.length,
          names: names(own),
          of: all.length,
          ofNames: names(all),
          share: own.length / all.length,
          ...wilsonInterval(own.length, all.length),
          ...estimatedShare(mean(all, side), all.length, rates.get(side) ?? UNKNOWN),
          checked: null,
          ...corrected.get(proposition)?.get(side),
          unitKeys: own.map(({ discussion, unit }) => `${discussion}/${unit}`),
          example: surest?.text ?? null,
        };
      });
    }),
  );
}

/** Returns by proposition and side what people's labels make of the shares. */
function correctedSides(sides: Table, sheets: readonly Table[]) {
  return new Map(
    samplesByQuestion(sheets).map((sheet) => {
      const shares = correctedShares(sheet, sides).toRows();
      const of = propositionOf(sheet) ?? String(sides.column("proposition")[0]);
      return [
        of,
        new Map(
          shares.map(({ label, share, low, high, labelled }) => [
            label,
            { estimate: share, estimateLow: low, estimateHigh: high, checked: labelled },
          ]),
        ),
      ] as const;
    }),
  );
}

/** A machine that tells nothing: any share may be. */
const UNKNOWN: SideRates = { taken: 1, other: 0, between: 1, within: 1 };

const COLUMN_OF = {
  for: "pFor",
  against: "pAgainst",
  conditional: "pConditional",
  unsure: "pUnsure",
  none: "pNone",
} as const;

function mean(rows: readonly Readonly<Record<(typeof COLUMN_OF)[SideLabel], number>>[], side: SideLabel): number {
  return rows.reduce((sum, row) => sum + row[COLUMN_OF[side]], 0) / Math.max(1, rows.length);
}
