import { SIDES } from "../model/layers.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { sideTable } from "../tables/sides.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { wilsonInterval } from "./approval.ts";

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
    { name: "share", type: "number", nullable: false, unit: "[0, 1]", meaning: "share of the comments" },
    {
      name: "low",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "lower end of its 95 % interval (Wilson)",
    },
    { name: "high", type: "number", nullable: false, unit: "[0, 1]", meaning: "upper end" },
    { name: "unitKeys", type: "list", nullable: false, meaning: "the comments, as `discussion/unit`" },
    { name: "example", type: "string", meaning: "the comment of which the machine is surest" },
  ],
});

/** How many take a side. */
export type SideShare = RowOf<typeof sideShareSchema.columns>;

/**
 * Returns each side's share of the comments, for each proposition in the order given, with Wilson's 95 % interval.
 *
 * The interval is that of counting so many comments; it does not hold the machine's errors, which `correctedShares` does.
 *
 * @example
 * sideShares(sideTable(analysis)).select(["side", "comments", "share", "low", "high"]);
 */
export function sideShares(sides: Table): Table<SideShare> {
  const known = need("shares of sides", sides, sideTable.schema, [
    "discussion",
    "unit",
    "proposition",
    "side",
    "confidence",
    "author",
    "text",
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
          unitKeys: own.map(({ discussion, unit }) => `${discussion}/${unit}`),
          example: surest?.text ?? null,
        };
      });
    }),
  );
}
