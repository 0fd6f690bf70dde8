import { YoronError } from "../../model/error.ts";
import { commentTable } from "../comments.ts";
import type { Cell } from "../schema.ts";
import { type Row, Table } from "../table.ts";

/** One line of ConvoKit's `utterances.jsonl`. */
interface Utterance {
  readonly id: string;
  readonly conversation_id: string;
  readonly text: string;
  readonly speaker: string;
  readonly "reply-to": string | null;
  readonly timestamp: number | null;
  readonly meta: Row;
  readonly vectors: readonly string[];
}

/**
 * Returns the table of comments as ConvoKit's utterance JSON, one utterance a line.
 *
 * A conversation is a top-level comment with all that answers it (ConvoKit wants one root each); a nameless comment
 * has a speaker of its own, since nobody is not one person; `timestamp` is in seconds, the page's local time read as
 * UTC; all other columns are in `meta`.
 *
 * @see {@link https://convokit.cornell.edu/documentation/data_format.html}
 */
export function toConvokit(table: Table): string {
  for (const name of ["discussion", "id", "replyTo", "author", "posted", "text"]) {
    if (!table.has(name)) {
      throw new YoronError({
        code: "unknown-column",
        what: `ConvoKit's utterances are comments; table "${table.name}" has no column`,
        value: name,
        next: "give the table of comments, whole",
      });
    }
  }
  const rows = [...table];
  const parents = new Map(rows.map((row) => [idOf(row, row.id), idOf(row, row.replyTo)]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== null && parent !== undefined; parent = parents.get(root))
      root = parent;
    return root;
  };
  const lines = rows.map((row): Utterance => {
    const { text, ...meta } = row;
    const id = String(idOf(row, row.id));
    return {
      id,
      conversation_id: rootOf(id),
      text: String(text),
      speaker: row.author === null ? `(nameless) ${id}` : String(row.author),
      "reply-to": idOf(row, row.replyTo),
      timestamp: secondsOf(row.posted),
      meta,
      vectors: [],
    };
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Ids are unique within a discussion only. */
const idOf = ({ discussion }: Row, id: Cell | undefined): string | null =>
  id === null || id === undefined ? null : `${discussion}/${id}`;

function secondsOf(posted: Cell | undefined): number | null {
  const found = typeof posted === "string" ? /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?/.exec(posted) : null;
  if (found === null) return null;
  const [, day, time = "00:00", seconds = ":00"] = found;
  return Date.parse(`${day}T${time}${seconds}Z`) / 1000;
}

/** Returns the table that {@link toConvokit} wrote. */
export function fromConvokit(text: string): Table {
  const { schema } = commentTable([]);
  const rows = text.split("\n").flatMap((line) => {
    if (line.trim() === "") return [];
    const { meta, text: words } = JSON.parse(line) as Utterance;
    return [{ ...meta, text: words }];
  });
  return Table.from(schema, rows);
}
