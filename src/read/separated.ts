import type { Discussion, Note } from "../model/discussion.ts";
import { settleColumns } from "./columns.ts";
import { type CommentDraft, makeDiscussion } from "./discussion.ts";
import type { Decoded } from "./format.ts";
import { readRow } from "./rows.ts";
import { separatedRows } from "./separated-rows.ts";

/** How many rows a note of the whole table names. */
const MOST_NAMED = 10;

/**
 * Reads a table of comments.
 *
 * A row of another width is noted, on the comment and for the whole; what a too long one has beyond the header goes to the
 * words where they are the last column, else into its note. An empty row is counted.
 */
export function readSeparated(decoded: Decoded, format: string, separator: string): Discussion {
  const rows = separatedRows(decoded, separator);
  const first = rows.next();
  const names = first.done === true ? [] : columnNames(first.value.cells);
  const places = new Map(names.map((name, index) => [name, index]));
  const columns = settleColumns(names, decoded.options.columns);
  const wordsLast = places.get(columns.roles.get("text")!) === names.length - 1;
  const comments: CommentDraft[] = [];
  const [ragged, odd]: [number[], number[]] = [[], []];
  let silent = 0;
  for (const { cells: found, number, oddQuotes } of rows) {
    const over = found.slice(names.length);
    const joined = over.length > 0 && wordsLast;
    const cells = joined
      ? [...found.slice(0, names.length - 1), [found[names.length - 1], ...over].join(separator)]
      : found;
    const notes: Note[] = [];
    if (found.length !== names.length) {
      ragged.push(number);
      const rest =
        over.length === 0 ? "" : joined ? "; the last are read as its words" : `; beyond it: ${quoted(over)}`;
      const message = `row ${number} has ${found.length} cells, the header ${names.length}${rest}`;
      notes.push({ code: "ragged-row", message });
    }
    if (oddQuotes) {
      odd.push(number);
      notes.push({ code: "odd-quotes", message: `row ${number} has a quote that is not doubled; it is read as text` });
    }
    const draft = readRow((column) => cells[places.get(column)!] ?? null, columns, notes);
    if (draft === null) silent++;
    else comments.push(draft);
  }
  return makeDiscussion(decoded, format, {
    article: { title: titleFromPath(decoded.path), text: "", notes: tableNotes({ ragged, odd, silent }) },
    comments,
  });
}

function tableNotes({
  ragged,
  odd,
  silent,
}: {
  ragged: readonly number[];
  odd: readonly number[];
  silent: number;
}): Note[] {
  const notes: Note[] = [];
  if (ragged.length > 0) {
    const message = `${listed(ragged)} not as many cells as the header: is a separator or line break in an unquoted cell?`;
    notes.push({ code: "ragged-rows", message });
  }
  if (odd.length > 0) notes.push({ code: "odd-quotes", message: `${listed(odd)} quotes that are not doubled` });
  if (silent > 0) notes.push({ code: "empty-rows", message: `${silent} rows have no words and are left out` });
  notes.push({ code: "no-article-text", message: "the source holds comments only" });
  return notes;
}

function listed(rows: readonly number[]): string {
  const more = rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : "";
  return `${rows.length === 1 ? "row" : "rows"} ${rows.slice(0, MOST_NAMED).join(", ")}${more} ${rows.length === 1 ? "has" : "have"}`;
}

function quoted(cells: readonly string[]): string {
  return JSON.stringify(cells).slice(1, -1).slice(0, 200);
}

/** A column without a name is called by its place, a second one of a name by its number. */
function columnNames(header: readonly string[]): string[] {
  const names = new Set<string>();
  for (const [index, cell] of header.entries()) {
    const name = cell.trim() === "" ? `column ${index + 1}` : cell.trim();
    names.add(names.has(name) ? `${name} (${index + 1})` : name);
  }
  return [...names];
}

/** A table has no title; its file's name stands in. */
export function titleFromPath(path: string | null): string {
  return (path ?? "").replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}
