import type { DateValue, Note } from "../model/discussion.ts";
import type { Columns } from "./columns.ts";
import { parseCount } from "./count.ts";
import { readDate } from "./dates.ts";
import type { CommentDraft } from "./discussion.ts";
import type { ColumnMapping } from "./format.ts";

/** Columns that may identify a person and are never kept. */
const PERSONAL =
  /mail|メール|(?:^|[_-])ip(?:$|[_-])|ipaddr|ipアドレス|phone|電話|address|住所|氏名|password|useragent|user-agent/i;
const LONGEST_ATTRIBUTE = 200;

/** Tells whether a column's name says that it holds personal data that readers do not see. */
export function isPersonal(name: string): boolean {
  return PERSONAL.test(name);
}

/** Makes a comment of a row; `null` where the row has no words. Columns of no known role are kept as notes. */
export function readRow(
  cell: (column: string) => string | null,
  { roles, reactions, rest }: Columns,
  extra: readonly Note[] = [],
): CommentDraft | null {
  const notes: Note[] = [...extra];
  const get = (role: keyof ColumnMapping): string | null => {
    const column = roles.get(role);
    const value = column === undefined ? null : cell(column);
    return value === null || value.trim() === "" ? null : value;
  };
  const text = get("text");
  if (text === null) return null;
  const posted: DateValue | null = readDate(get("date"), notes);
  const votes: [string, number | null][] = [["up", countOf(get("up"), notes)]];
  if (roles.has("down")) votes.push(["down", countOf(get("down"), notes)]);
  for (const [column, name] of reactions) {
    if (name !== "up" || !roles.has("up")) votes.push([name, countOf(cell(column), notes)]);
  }
  for (const column of rest) {
    const value = cell(column);
    if (value === null || value.trim() === "" || isPersonal(column)) continue;
    notes.push({
      code: "attribute",
      message: `${column.replace(/^attributes?[-_.]/, "")}: ${value.slice(0, LONGEST_ATTRIBUTE)}`,
    });
  }
  return {
    sourceId: get("id"),
    parentId: get("parent"),
    author: get("author"),
    posted,
    reactions: Object.fromEntries(votes),
    text: text.replace(/\r\n?/g, "\n").replace(/^\n+|\s+$/g, ""),
    notes,
  };
}

function countOf(value: string | null, notes: Note[]): number | null {
  if (value === null || value.trim() === "") return null;
  const count = parseCount(value.replace(/\.0+$/, ""));
  if (count === null) notes.push({ code: "invalid-count", message: `cannot read the count ${value.slice(0, 40)}` });
  return count;
}
