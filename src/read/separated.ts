import type { Discussion, Note } from "../model/discussion.ts";
import { settleColumns } from "./columns.ts";
import { type CommentDraft, makeDiscussion } from "./discussion.ts";
import { malformed } from "./errors.ts";
import type { Decoded } from "./format.ts";
import { readRow } from "./rows.ts";

/** Walks through the rows of separated values (RFC 4180): quoted cells may hold the separator, line breaks and `""`. */
export function* separatedRows(decoded: Decoded, separator: string): Generator<string[], void, undefined> {
  const { text } = decoded;
  let at = /^sep=.\r?\n/.exec(text)?.[0].length ?? 0;
  let row: string[] = [];
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const parts: string[] = [];
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) throw malformed(decoded, "ends inside a quoted cell that begins with", text.slice(at, at + 30));
        parts.push(text.slice(from, quote));
        from = quote + 1;
        if (text[from] !== '"') break;
        parts.push('"');
        from++;
      }
      at = from;
      // What stands between a closing quote and the separator belongs to the cell all the same.
      const stop = endOfCell(text, at, separator);
      cell = parts.join("") + text.slice(at, stop);
      at = stop;
    } else {
      const stop = endOfCell(text, at, separator);
      cell = text.slice(at, stop);
      at = stop;
    }
    row.push(cell);
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      row.push("");
    } else at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (row.length > 1 || row[0]!.trim() !== "") yield row;
    row = [];
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  const code = separator.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const here = text.charCodeAt(at);
    if (here === code || here === 10 || here === 13) return at;
  }
  return text.length;
}

/** Gives the names of the columns: the first row. */
export function headerOf(text: string, separator: string): string[] {
  const line = text.replace(/^sep=.\r?\n/, "").split(/\r\n|\n|\r/, 1)[0] ?? "";
  return line.split(separator).map((name) => name.trim().replace(/^"|"$/g, ""));
}

/** Reads a table of comments; a row of another width is noted, an empty one counted. */
export function readSeparated(decoded: Decoded, format: string, separator: string): Discussion {
  const rows = separatedRows(decoded, separator);
  const first = rows.next();
  const names = first.done === true ? [] : first.value.map((name) => name.trim());
  const places = new Map(names.map((name, index) => [name, index]));
  const columns = settleColumns(names, decoded.options.columns);
  const comments: CommentDraft[] = [];
  const notes: Note[] = [];
  let silent = 0;
  for (const row of rows) {
    const ragged: Note[] =
      row.length === names.length
        ? []
        : [{ code: "ragged-row", message: `its row has ${row.length} cells, the header ${names.length}` }];
    const draft = readRow((column) => row[places.get(column)!] ?? null, columns, ragged);
    if (draft === null) silent++;
    else comments.push(draft);
  }
  if (silent > 0) notes.push({ code: "empty-rows", message: `${silent} rows have no words and are left out` });
  notes.push({ code: "no-article-text", message: "the source holds comments only" });
  return makeDiscussion(decoded, format, {
    article: { title: titleFromPath(decoded.path), text: "", notes },
    comments,
  });
}

/** A table has no title; its file's name stands in. */
export function titleFromPath(path: string | null): string {
  return (path ?? "").replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}
