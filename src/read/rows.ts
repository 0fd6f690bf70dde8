import type { Attributes, DateValue, Note } from "../model/discussion.ts";
import type { ResolveOptions } from "../text/page-date.ts";
import type { Columns } from "./columns.ts";
import { parseCount } from "./count.ts";
import { readDate } from "./dates.ts";
import type { CommentDraft } from "./discussion.ts";
import { wordsOf } from "./tables/cell-words.ts";
import { isPersonalValue } from "./tables/personal.ts";
import { type Role, withoutLead } from "./tables/usual-names.ts";

export { isPersonal } from "./tables/personal.ts";

/**
 * Returns a comment made of a row; `null` where the row has no words. Columns of no known role are its attributes,
 * under their own names. Of several columns of words `text` names the one to read; `dates` says how dates are meant
 * that do not say it.
 */
export function readRow(
  cell: (column: string) => string | null,
  { roles, reactions, rest }: Pick<Columns, "roles" | "reactions" | "rest">,
  extra: readonly Note[] = [],
  text = roles.get("text"),
  dates: ResolveOptions = {},
): CommentDraft | null {
  const notes: Note[] = [...extra];
  const get = (role: Role): string | null => {
    const column = roles.get(role);
    const value = column === undefined ? null : cell(column);
    return value === null || value.trim() === "" ? null : value;
  };
  const words = text === undefined ? null : cell(text);
  if (words === null || words.trim() === "") return null;
  const posted: DateValue | null = readDate(get("date"), notes, dates);
  const votes: [string, number | null][] = [["up", countOf(get("up"), notes)]];
  if (roles.has("down")) votes.push(["down", countOf(get("down"), notes)]);
  for (const [column, name] of reactions) {
    if (name !== "up" || !roles.has("up")) votes.push([name, countOf(cell(column), notes)]);
  }
  return {
    sourceId: get("id"),
    parentId: get("parent"),
    author: get("author"),
    posted,
    reactions: Object.fromEntries(votes),
    attributes: attributesOf(cell, rest, notes),
    text: wordsOf(words)
      .replace(/\r\n?/g, "\n")
      .replace(/^\n+|\s+$/g, ""),
    notes,
  };
}

/** A value that is nothing but an address is left out, whatever its column is called. */
function attributesOf(cell: (column: string) => string | null, rest: readonly string[], notes: Note[]): Attributes {
  const found: [string, string][] = [];
  for (const column of rest) {
    const value = cell(column)?.trim() ?? "";
    if (value === "") continue;
    if (isPersonalValue(value)) {
      notes.push({ code: "personal-columns", message: `${column} is left out: it holds personal data` });
    } else found.push([withoutLead(column), value.replace(/\r\n?/g, "\n")]);
  }
  return Object.fromEntries(found);
}

function countOf(value: string | null, notes: Note[]): number | null {
  if (value === null || value.trim() === "") return null;
  const count = parseCount(value.replace(/\.0+$/, ""));
  if (count === null) notes.push({ code: "invalid-count", message: `cannot read the count ${value.slice(0, 40)}` });
  return count;
}
