import { simplify } from "../columns.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import type { FieldNames } from "./field-names.ts";
import { wordsIn } from "./words.ts";

/** Usual names of the list itself: an empty one is a thread without comments. */
const LISTS: ReadonlySet<string> = new Set(["comments", "items", "data", "posts", "rows", "results", "コメント"]);
const TITLES = ["title", "headline", "subject", "タイトル", "題名", "見出し", "件名"];
const UNDER_AN_ARTICLE = /^(?:comments|commentlist|コメント|コメント一覧)$/;

/** Whether a name is usual for a list of comments. */
export function isListField(name: string): boolean {
  return LISTS.has(simplify(name));
}

/** Returns the rows of an array: its objects, or texts where they are all that there is and `mayBeTexts`. */
export function rowsOf(array: readonly unknown[], mayBeTexts: boolean): JsonObject[] {
  const objects = objectsOf(array);
  if (objects.length > 0 || !mayBeTexts) return objects;
  return array.every((one) => typeof one === "string") ? array.map((text) => ({ text })) : [];
}

/** Returns the rows of an object that holds comments by their ids, as some databases export them; none for another. */
export function rowsById(object: JsonObject, names: FieldNames): JsonObject[] {
  const entries = Object.entries(object);
  // Ids have digits or begin with a stroke; `thread` and `user` are names of fields.
  if (!entries.every(([id, one]) => /^-|\d/.test(id) && isObject(one)) || names.wordsOf(Object.keys(object)) !== null)
    return [];
  const rows = entries.map(([id, one]) => ({ id, ...(one as JsonObject) }));
  return rows.some((row) => wordsOf(row, names) !== null) ? rows : [];
}

/** Returns the words of an object by the names of its fields; null where none is known to hold any. */
export function wordsOf(row: JsonObject, names: FieldNames): string | null {
  const field = names.wordsOf(Object.keys(row));
  return field === null ? null : wordsIn(row[field]);
}

/** Whether the objects are articles or threads with comments of their own, and no comments. */
export function areArticles(rows: readonly JsonObject[]): boolean {
  let articles = 0;
  for (const row of rows) {
    if (titleOf(row) === null) continue;
    const under = Object.entries(row).some(
      ([name, value]) => Array.isArray(value) && UNDER_AN_ARTICLE.test(simplify(name)),
    );
    if (under) articles++;
  }
  return articles > 0 && articles * 2 >= rows.length;
}

/** Returns the title that an object gives; null where it has none. */
export function titleOf(object: JsonObject): string | null {
  for (const name of TITLES) {
    const title = Object.hasOwn(object, name) && typeof object[name] === "string" ? textOrNull(object[name]) : null;
    if (title !== null) return title;
  }
  return null;
}
