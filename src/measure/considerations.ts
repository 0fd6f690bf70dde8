import { loadConsiderationList } from "../annotate/considerations/consideration-list.ts";
import { type DataReader, dataReader } from "../model/data-folder.ts";
import { commentTable } from "../tables/comments.ts";
import { considerationTable } from "../tables/considerations.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { SHARE_COLUMNS } from "./share-columns.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** What considerations are called in both languages, by their ids. */
export type ConsiderationNames = ReadonlyMap<string, { readonly ja: string; readonly en: string }>;

/**
 * Returns what considerations are called.
 *
 * @example
 * loadConsiderationNames().get("cost"); // { ja: "費用と財源", en: "public cost" }
 */
export function loadConsiderationNames(data: DataReader = dataReader()): ConsiderationNames {
  return new Map(loadConsiderationList(data).map(({ id, ja, en }) => [id, { ja, en }]));
}

export const considerationShareSchema = defineSchema({
  name: "considerationShares",
  description: "The share of comments that argue from a consideration.",
  columns: [
    { name: "discussion", type: "string", meaning: "the discussion's id; null where all are counted as one" },
    { name: "consideration", type: "string", nullable: false, meaning: "id of the consideration" },
    { name: "ja", type: "string", nullable: false, meaning: "its Japanese name" },
    { name: "en", type: "string", nullable: false, meaning: "its English name" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "that argue from it" },
    { name: "of", type: "integer", nullable: false, unit: "comments", meaning: "of how many" },
    { name: "claims", type: "integer", nullable: false, unit: "claims", meaning: "of those comments" },
    ...SHARE_COLUMNS,
    { name: "unitKeys", type: "list", items: "string", nullable: false, meaning: "the comments: discussion/unit" },
    { name: "spans", type: "list", items: "string", nullable: false, meaning: "the claims: discussion/unit:start-end" },
    { name: "example", type: "string", nullable: false, meaning: "the claim of which the machine is surest" },
  ],
});

/** A consideration as it is counted. */
interface Found {
  readonly group: string | null;
  readonly id: string;
  readonly units: Set<string>;
  readonly spans: string[];
  example: string;
  surest: number;
}

/** A consideration and the share of the comments that argue from it. */
export type ConsiderationShare = RowOf<typeof considerationShareSchema.columns>;

export interface ConsiderationShareOptions {
  /** Whether each discussion is counted by itself; not by default. */
  readonly byDiscussion?: boolean;
  readonly names?: ConsiderationNames;
}

/**
 * Returns for each consideration the share of the comments that argue from it, most first, each comment counted once;
 * what the article says is left aside.
 *
 * The interval (Wilson 1927) has the error of the count alone, not that of the machine, which finds two of five and is
 * right in two of five (docs/considerations.md): the order of the large ones holds better than any share.
 *
 * @example
 * considerationShares(considerationTable(analysis), commentTable(analysis)).select(["consideration", "share"]);
 */
export function considerationShares(
  considerations: Table,
  comments: Table,
  { byDiscussion = false, names = loadConsiderationNames() }: ConsiderationShareOptions = {},
): Table<ConsiderationShare> {
  const who = "shares of considerations";
  const known = need(who, considerations, considerationTable.schema, [
    "discussion",
    "unit",
    "start",
    "end",
    "consideration",
    "text",
    "confidence",
  ]);
  const groupOf = (discussion: string) => (byDiscussion ? discussion : null);
  const of = new Map<string | null, Set<string>>();
  for (const { discussion, id } of need(who, comments, commentTable.schema, ["discussion", "id"])) {
    const group = groupOf(discussion);
    of.set(group, (of.get(group) ?? new Set()).add(`${discussion}/${id}`));
  }
  const found = new Map<string, Found>();
  for (const { discussion, unit, start, end, consideration, text, confidence } of known) {
    const group = groupOf(discussion);
    const key = `${discussion}/${unit}`;
    if (of.get(group)?.has(key) !== true) continue;
    const name = JSON.stringify([group, consideration]);
    const entry = found.get(name) ?? { group, id: consideration, units: new Set(), spans: [], example: "", surest: -1 };
    entry.units.add(key);
    if (confidence > entry.surest) [entry.example, entry.surest] = [text, confidence];
    entry.spans.push(`${key}:${start}-${end}`);
    found.set(name, entry);
  }
  const groups = [...of.keys()];
  const rows = [...found.values()].map(({ group, id, units, spans, example }) => {
    const all = of.get(group)!.size;
    const name = names.get(id) ?? { ja: id, en: id };
    return {
      discussion: group,
      consideration: id,
      ...{ ja: name.ja, en: name.en },
      comments: units.size,
      of: all,
      claims: spans.length,
      share: units.size / all,
      ...wilsonInterval(units.size, all),
      unitKeys: [...units],
      spans,
      example,
    };
  });
  rows.sort(
    (a, b) =>
      groups.indexOf(a.discussion) - groups.indexOf(b.discussion) ||
      b.comments - a.comments ||
      (a.consideration < b.consideration ? -1 : 1),
  );
  return Table.from(considerationShareSchema, rows);
}
