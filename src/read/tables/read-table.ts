import type { Discussion, Note } from "../../model/discussion.ts";
import { dateOrderOf } from "../../text/page-date.ts";
import { columnNotes, settleColumns } from "../columns.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded } from "../format.ts";
import { readRow } from "../rows.ts";
import { noComments, titleFromPath } from "./article-notes.ts";
import { withHeader } from "./header.ts";
import { readHtmlCells } from "./html-cells.ts";
import { RowMerger } from "./merge-rows.ts";
import { ownNames, readOwnTable } from "./own-table.ts";
import { parentRule } from "./parents.ts";
import { RaggedRows } from "./ragged-rows.ts";
import { followed, type Grid, headOf } from "./source-table.ts";
import { simplify } from "./usual-names.ts";

/** Rows that are looked at to find out what a column holds. */
const SAMPLE = 200;

/**
 * Returns the discussions of a table of comments, read one row after the other: one discussion, or one for each of
 * several columns of words.
 *
 * A row of another width is noted, on the comment and for the whole; an empty one is counted. What moderators rejected is
 * left out with a note.
 */
export function* readTable(decoded: Decoded, grid: Grid): Generator<Discussion, void, undefined> {
  const table = withHeader(grid, decoded.options.columns);
  const { names, format } = table;
  const own = decoded.options.columns === undefined ? ownNames(names) : null;
  if (own !== null) {
    yield* readOwnTable(decoded, { ...table, names: own });
    return;
  }
  const places = new Map(names.map((name, index) => [name, index]));
  const { head, rest } = headOf(table.rows, SAMPLE);
  const sample = new Map(names.map((name, index) => [name, head.map(({ cells }) => cells[index] ?? "")]));
  const columns = settleColumns(names, decoded.options.columns, { sample, aliases: table.aliases });
  const { roles, texts } = columns;
  const dates = {
    saved: decoded.options.saved,
    order: dateOrderOf(sample.get(roles.get("date") ?? "") ?? []) ?? undefined,
  };
  const ragged = new RaggedRows(names.length, table.separator, places.get(texts[0]!) === names.length - 1);
  const questions = texts.map((column) => ({
    column,
    drafts: [] as CommentDraft[],
    silent: 0,
    merger: names.some((name) => simplify(name) === "argid") ? new RowMerger() : null,
    findParent: parentRule(names, roles.get("id")),
  }));
  const moderated = names.find((name) => simplify(name) === "moderated");
  let [rows, rejected] = [0, 0];
  for (const row of followed(head, rest)) {
    rows++;
    const { cells, notes } = ragged.fit(row);
    const cell = (column: string): string | null => cells[places.get(column)!] ?? null;
    if (moderated !== undefined && cell(moderated)?.trim() === "-1") {
      rejected++;
      continue;
    }
    for (const question of questions) {
      const draft = readRow(cell, columns, notes, question.column, dates);
      if (draft === null) question.silent++;
      else if (question.merger?.add(draft) !== true) {
        question.findParent(cell, draft, question.drafts.length);
        question.drafts.push(draft);
      }
    }
  }
  for (const { column, drafts, silent, merger } of questions) {
    merger?.finish();
    const notes: Note[] = [...table.notes, ...columnNotes(columns), ...ragged.notes()];
    if (silent > 0) {
      const where = texts.length > 1 ? ` under ${column}` : "";
      notes.push({ code: "empty-rows", message: `left out, without words${where}: ${counted(silent, "row")}` });
    }
    if (rejected > 0)
      notes.push({ code: "unapproved-comments", message: `left out, rejected: ${counted(rejected, "comment")}` });
    notes.push(...readHtmlCells(drafts), ...noComments(drafts, rows));
    notes.push({ code: "no-article-text", message: "the source holds comments only" });
    const title = texts.length > 1 ? column : titleFromPath(decoded.path);
    yield makeDiscussion(decoded, format, { article: { title, text: "", notes }, comments: drafts });
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
