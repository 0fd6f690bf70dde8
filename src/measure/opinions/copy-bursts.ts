import { commentTable } from "../../tables/comments.ts";
import { need } from "../../tables/need.ts";
import { COPIES } from "../../tables/opinion-schemas.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";
import { groupBy } from "../../words/group-by.ts";
import { loadDefaultNames, personOf } from "../people.ts";

const SCHEMA = defineSchema({
  name: "copyBursts",
  description: "A stretch of time in which copies of one text came faster than the other comments did.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "group", type: "string", nullable: false, meaning: "the group of copies", key: "copies.group" },
    { name: "from", type: "timestamp", nullable: false, meaning: "when the first of them was posted" },
    { name: "to", type: "timestamp", nullable: false, meaning: "when the last was" },
    { name: "copies", type: "integer", nullable: false, unit: "comments", meaning: "of the group, in that time" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "all there are in that time" },
    { name: "names", type: "integer", nullable: false, unit: "names", meaning: "under the copies" },
    { name: "units", type: "list", items: "string", nullable: false, meaning: "`discussion/unit` of the copies" },
  ],
});

/** A burst of copies. */
export type CopyBurst = RowOf<typeof SCHEMA.columns>;

export interface BurstOptions {
  /** Longest burst, in minutes. Default 60. */
  readonly minutes?: number;
  /** Fewest copies. Default 3. */
  readonly fewest?: number;
}

/**
 * Returns when copies came in bursts: of each group the time of at most an hour in which most of them were posted, where
 * they are at least three and more than their share of the other comments would be.
 *
 * Comments without a time of day are left out.
 *
 * @example
 * copyBursts(copyTable(analysis), commentTable(analysis), { minutes: 30 });
 */
export function copyBursts(
  copies: Table,
  comments: Table,
  { minutes = 60, fewest = 3 }: BurstOptions = {},
): Table<CopyBurst> {
  const rows = [...need("bursts of copies", comments, commentTable.schema, ["discussion", "id", "author", "posted"])];
  const timed = rows.flatMap(({ discussion, id, author, posted }) => {
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?/.exec(posted ?? "")?.[0];
    // Local times, handled as if they were UTC.
    return at === undefined
      ? []
      : [{ key: `${discussion}/${id}`, discussion, author, posted: posted!, time: Date.parse(`${at}Z`) }];
  });
  const byKey = new Map(timed.map((row) => [row.key, row]));
  const groups = new Map<string, (typeof timed)[number][]>();
  for (const { discussion, group, unit } of need("bursts of copies", copies, COPIES, ["discussion", "group", "unit"])) {
    const row = byKey.get(`${discussion}/${unit}`);
    const key = `${discussion}\t${group}`;
    if (row === undefined) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  const timesOf = new Map(
    [...groupBy(timed, ({ discussion }) => discussion)].map(([discussion, own]) => [
      discussion,
      Float64Array.from(own, ({ time }) => time).sort(),
    ]),
  );
  const defaults = loadDefaultNames();
  return Table.from(
    SCHEMA,
    [...groups].flatMap(([key, members]) => {
      const burst = densest(
        members.sort((a, b) => a.time - b.time),
        minutes * 60_000,
      );
      const [first, last] = [burst[0]!, burst.at(-1)!];
      if (burst.length < fewest) return [];
      const times = timesOf.get(first.discussion)!;
      const within = countBefore(times, last.time + 1) - countBefore(times, first.time);
      if (burst.length <= (within * members.length) / times.length) return [];
      return {
        discussion: first.discussion,
        group: key.slice(key.indexOf("\t") + 1),
        from: first.posted,
        to: last.posted,
        copies: burst.length,
        comments: within,
        names: new Set(burst.flatMap(({ author }) => personOf(author, defaults) ?? [])).size,
        units: burst.map((row) => row.key),
      };
    }),
  );
}

/** Returns how many of some sorted times are before another. */
function countBefore(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the most members that lie within a length of time; of equals the earliest. */
function densest<T extends { readonly time: number }>(members: readonly T[], length: number): readonly T[] {
  let [best, from] = [[0, 0] as [number, number], 0];
  for (let to = 0; to < members.length; to++) {
    while (members[to]!.time - members[from]!.time > length) from++;
    if (to + 1 - from > best[1] - best[0]) best = [from, to + 1];
  }
  return members.slice(...best);
}
