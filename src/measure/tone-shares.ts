import { type DataReader, dataReader } from "../model/data-folder.ts";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { parseTsv } from "../text/tsv.ts";
import { adjustedShare, type Rates } from "./check/rogan-gladen.ts";

/** How often people's label was called what, on texts that took no part in training: `people\tmachine` to a count. */
export type ToneConfusion = ReadonlyMap<string, number>;

/**
 * Returns the package's own confusion of tone.
 *
 * @example
 * loadToneConfusion().get("neutral\tneutral");
 */
export function loadToneConfusion(data: DataReader = dataReader()): ToneConfusion {
  const file = "data/models/tone-confusion.tsv";
  const rows = parseTsv(data.text(file), ["people", "machine", "count"], file);
  return new Map(rows.map(({ people, machine, count }) => [`${people}\t${machine}`, Number(count)]));
}

const schema = defineSchema({
  name: "toneShares",
  description: "A tone's share of the comments, as counted, and as it is with the machine's errors counted in.",
  columns: [
    { name: "label", type: "string", nullable: false, meaning: "positive, neutral, negative or mixed" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "that the machine calls so" },
    { name: "raw", type: "number", nullable: false, unit: "[0, 1]", meaning: "their share" },
    {
      name: "share",
      type: "number",
      unit: "[0, 1]",
      meaning: "adjusted by the machine's hits and misses on text of other hands; null where these say nothing",
    },
    { name: "low", type: "number", unit: "[0, 1]", meaning: "lower end of its 95 % interval" },
    { name: "high", type: "number", unit: "[0, 1]", meaning: "upper end" },
  ],
});

/** A tone and its share. */
export type ToneShare = RowOf<typeof schema.columns>;

const LABELS = ["negative", "positive", "neutral", "mixed"] as const;

/**
 * Returns each tone's share of the comments with an interval that counts the machine's errors in: the adjusted count of
 * Rogan & Gladen (1978), with hits and misses from comments of other hands that trained nothing.
 *
 * The interval has the error of those hits and misses and of the count itself. It holds as far as the machine errs here
 * as it did there; `correctedShares` needs no such faith, but a sample that people labelled. Shares that make more than all
 * together are brought down to all.
 *
 * @example
 * toneShares(commentTable(analysis)).select(["label", "raw", "low", "high"]);
 */
export function toneShares(
  comments: Table,
  { confusion = loadToneConfusion() }: { readonly confusion?: ToneConfusion } = {},
): Table<ToneShare> {
  const labels = need("shares of tone", comments, commentTable.schema, ["sentimentLabel"])
    .column("sentimentLabel")
    .filter((label) => label !== null);
  const rows = LABELS.map((label) => {
    const count = labels.filter((other) => other === label).length;
    const raw = labels.length === 0 ? 0 : count / labels.length;
    return { label, comments: count, raw, ...adjustedShare(rates(confusion, label), raw, { counted: labels.length }) };
  });
  return Table.from(schema, labels.length === 0 ? [] : rows.map(heldTo(rows)));
}

/**
 * Returns what brings shares that are more than all together down to all: each is estimated against the rest. What is too much is
 * taken of each by how far it is above the lower end of its interval, so that none leaves it.
 */
function heldTo(rows: readonly ToneShare[]): (row: ToneShare) => ToneShare {
  const sumOf = (value: (row: ToneShare) => number) => rows.reduce((sum, row) => sum + value(row), 0);
  const room = ({ share, low }: ToneShare) => (share ?? 0) - (low ?? 0);
  const excess = sumOf(({ share }) => share ?? 0) - 1;
  if (excess <= 0) return (row) => row;
  const part = Math.min(1, excess / sumOf(room));
  return (row) => (row.share === null ? row : { ...row, share: row.share - part * room(row) });
}

function rates(confusion: ToneConfusion, label: string): Rates {
  let [yes, no, hits, rejected] = [0, 0, 0, 0];
  for (const [key, count] of confusion) {
    const [people, machine] = key.split("\t");
    if (people === label) {
      yes += count;
      if (machine === label) hits += count;
    } else {
      no += count;
      if (machine !== label) rejected += count;
    }
  }
  return { sensitivity: yes === 0 ? 0 : hits / yes, specificity: no === 0 ? 0 : rejected / no, yes, no };
}
