import { commentTable } from "../../tables/comments.ts";
import { need } from "../../tables/need.ts";
import { CLAIMS, OPINIONS } from "../../tables/opinion-schemas.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";
import { wilsonInterval } from "../wilson-interval.ts";

/** The columns that the chart reads. */
export const opinionTimeSchema = defineSchema({
  name: "opinionTimes",
  description: "An opinion's share of the comments of a stretch of time.",
  columns: [
    { name: "id", type: "string", nullable: false, meaning: "the opinion", key: "opinions.id" },
    { name: "label", type: "string", nullable: false, meaning: "its words" },
    { name: "from", type: "string", nullable: false, meaning: "when the time begins: a day, or a day and an hour" },
    { name: "step", type: "string", nullable: false, meaning: "`day` or `hour`" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "with a claim of the opinion" },
    { name: "all", type: "integer", nullable: false, unit: "comments", meaning: "all of that time" },
    { name: "share", type: "number", nullable: false, unit: "[0, 1]", meaning: "of these" },
    { name: "low", type: "number", nullable: false, unit: "[0, 1]", meaning: "lower end of Wilson's 95 % interval" },
    { name: "high", type: "number", nullable: false, unit: "[0, 1]", meaning: "upper end" },
    { name: "unitKeys", type: "list", items: "string", nullable: false, meaning: "`discussion/unit` of the comments" },
  ],
});

/** An opinion's share in a stretch of time. */
export type OpinionTime = RowOf<typeof opinionTimeSchema.columns>;

export interface OpinionTimesOptions {
  /** Length of a stretch; by default an hour where that has ten comments on average, else a day. */
  readonly step?: "day" | "hour";
}

/** So many comments an hour, on average of the hours that have any, are told by the hour. */
const COMMENTS_AN_HOUR = 10;

/**
 * Returns what share of the comments of each day, or hour, has a claim of each opinion; of several discussions together.
 * Comments without a date are left out, and stretches without a comment have no row.
 *
 * @example
 * opinionTimes(opinionTable(analysis), claimTable(analysis), commentTable(analysis), { step: "day" });
 */
export function opinionTimes(
  opinions: Table,
  claims: Table,
  comments: Table,
  { step }: OpinionTimesOptions = {},
): Table<OpinionTime> {
  const dated = [...need("opinions over time", comments, commentTable.schema, ["discussion", "id", "posted"])].flatMap(
    ({ discussion, id, posted }) => {
      const at = /^\d{4}-\d\d-\d\d(?:T\d\d)?/.exec(posted ?? "")?.[0];
      return at === undefined ? [] : [{ key: `${discussion}/${id}`, at }];
    },
  );
  const hours = new Set(dated.map(({ at }) => at));
  const hourly =
    step === "hour" ||
    (step === undefined && dated.length >= COMMENTS_AN_HOUR * hours.size && dated.every(({ at }) => at.length > 10));
  const timeOf = new Map(
    dated.flatMap(({ key, at }) => (hourly && at.length < 13 ? [] : [[key, at.slice(0, hourly ? 13 : 10)]])),
  );
  const all = new Map<string, number>();
  for (const time of timeOf.values()) all.set(time, (all.get(time) ?? 0) + 1);
  const behind = commentsBehind(claims);
  const named = new Map(
    [...need("opinions over time", opinions, OPINIONS, ["id", "label"])].map(({ id, label }) => [id, label]),
  );
  const times = [...all.keys()].sort();
  return Table.from(
    opinionTimeSchema,
    [...named].flatMap(([id, label]) => {
      const units = behind.get(id);
      if (units === undefined) return [];
      const byTime = new Map<string, string[]>();
      for (const unit of units) {
        const time = timeOf.get(unit);
        if (time !== undefined) byTime.set(time, [...(byTime.get(time) ?? []), unit]);
      }
      return times.map((from) => {
        const unitKeys = byTime.get(from) ?? [];
        const total = all.get(from)!;
        const { low, high } = wilsonInterval(unitKeys.length, total);
        const counted = { comments: unitKeys.length, all: total, share: unitKeys.length / total };
        return { id, label, from, step: hourly ? "hour" : "day", ...counted, low, high, unitKeys };
      });
    }),
  );
}

/** Returns the comments that have a claim of each opinion. */
function commentsBehind(claims: Table): Map<string, Set<string>> {
  const behind = new Map<string, Set<string>>();
  for (const row of need("opinions over time", claims, CLAIMS, ["discussion", "unit", "opinion", "alsoOpinion"])) {
    for (const opinion of [row.opinion, row.alsoOpinion]) {
      if (opinion === null) continue;
      const units = behind.get(opinion) ?? new Set<string>();
      behind.set(opinion, units);
      units.add(`${row.discussion}/${row.unit}`);
    }
  }
  return behind;
}
