import { simplify } from "../columns.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { isAround } from "./flat-row.ts";
import { isRepliesField, repliesIn } from "./replies.ts";
import { wordsField, wordsIn } from "./words.ts";

/** An array of comments, with what stands around it. */
export interface Thread {
  readonly rows: readonly JsonObject[];
  /** The objects that the array stands in, the nearest first. */
  readonly around: readonly JsonObject[];
}

/** Arrays of objects at one path; several where the path leads through another array. */
export interface FoundLists {
  /** `post_stream.posts`, `[].comments`; empty for the source itself. */
  readonly path: string;
  readonly threads: readonly Thread[];
  /** How many characters of words they hold, with the replies nested in them; 0 where no field is known to hold words. */
  readonly words: number;
  /** How many objects they hold. */
  readonly count: number;
}

interface Place {
  readonly up: Place | null;
  readonly step: string;
  readonly level: number;
  /** The object that the value is, where it is one. */
  readonly object: JsonObject | null;
}

interface Growing {
  readonly path: string;
  readonly threads: Thread[];
  words: number;
  count: number;
}

interface Waiting {
  readonly value: unknown;
  readonly place: Place;
  /** The list of whose comments this is a reply. */
  readonly owner: Growing | null;
}

/** Arrays that lie deeper are not looked for; replies of replies may lie as deep as they like. */
const DEEPEST = 24;
const LONGEST_STEP = 60;
const TITLES = ["title", "headline", "subject", "タイトル", "題名", "見出し", "件名"];
const UNDER_AN_ARTICLE = /^(?:comments|commentlist|コメント|コメント一覧)$/;

/**
 * Returns every array of objects in a JSON value, that with the most words first. Replies belong to their list.
 *
 * Walks with a stack of its own, each value once, whatever the depth.
 */
export function findLists(value: unknown, wordsName?: string): FoundLists[] {
  const found = new Map<string, Growing>();
  const root: Place = { up: null, step: "", level: 0, object: isObject(value) ? value : null };
  const waiting: Waiting[] = [{ value, place: root, owner: null }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: at, place, owner } = next;
    if (isObject(at)) {
      if (owner !== null) owner.words += lengthOfWords(at, wordsName);
      for (const [name, one] of Object.entries(at).reverse()) {
        if (typeof one !== "object" || one === null || name === "__proto__") continue;
        if (owner !== null && isRepliesField(name)) {
          for (const reply of repliesIn(one)) waiting.push({ value: reply, place, owner });
        } else if (owner !== null && isObject(one) && isAround(name)) waiting.push({ value: one, place, owner });
        else if (place.level < DEEPEST) waiting.push({ value: one, place: step(place, name, one), owner: null });
      }
      continue;
    }
    if (!Array.isArray(at) || place.level >= DEEPEST) continue;
    const rows = rowsOf(at, place);
    const empty = at.length === 0 && isListField(place.step);
    const list = empty || (rows.length > 0 && !areArticles(rows)) ? listAt(found, place) : null;
    if (list !== null) {
      list.threads.push({ rows, around: objectsAround(place) });
      list.count += rows.length;
    }
    const inside = step(place, "[]", null);
    for (let i = at.length - 1; i >= 0; i--) {
      const one = at[i];
      if (isObject(one)) waiting.push({ value: one, place: { ...inside, object: one }, owner: list });
      else if (Array.isArray(one)) waiting.push({ value: one, place: inside, owner: null });
      else if (list !== null && rows.length === at.length) list.words += String(one).length;
    }
  }
  return [...found.values()].sort((a, b) => b.words - a.words || b.count - a.count);
}

/** Usual names of the list itself: an empty one is a thread without comments. */
const LISTS: ReadonlySet<string> = new Set(["comments", "items", "data", "posts", "rows", "results", "コメント"]);

/** Whether a name is usual for a list of comments. */
export function isListField(name: string): boolean {
  return LISTS.has(simplify(name));
}

function step(up: Place, name: string, value: unknown): Place {
  return { up, step: name.slice(0, LONGEST_STEP), level: up.level + 1, object: isObject(value) ? value : null };
}

/** Texts alone are comments where they are all that there is, or stand under a name that says so. */
function rowsOf(array: readonly unknown[], place: Place): JsonObject[] {
  const objects = objectsOf(array);
  if (objects.length > 0 || array.length === 0) return objects;
  if (place.level > 0 && !isRepliesField(place.step)) return [];
  return array.every((one) => typeof one === "string") ? array.map((text) => ({ text })) : [];
}

/** Whether the objects are articles or threads with comments of their own, and no comments. */
function areArticles(rows: readonly JsonObject[]): boolean {
  let articles = 0;
  for (const row of rows) {
    if (titleOf(row) === null) continue;
    const under = Object.entries(row).some(
      ([name, value]) => UNDER_AN_ARTICLE.test(simplify(name)) && Array.isArray(value),
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

function listAt(found: Map<string, Growing>, place: Place): Growing {
  const path = pathOf(place);
  let list = found.get(path);
  if (list === undefined) {
    list = { path, threads: [], words: 0, count: 0 };
    found.set(path, list);
  }
  return list;
}

function pathOf(place: Place): string {
  const steps: string[] = [];
  for (let at: Place | null = place; at !== null; at = at.up) if (at.step !== "") steps.push(at.step);
  return steps.reverse().join(".").replaceAll(".[]", "[]");
}

function objectsAround(place: Place): JsonObject[] {
  const objects: JsonObject[] = [];
  for (let at: Place | null = place.up; at !== null; at = at.up) if (at.object !== null) objects.push(at.object);
  return objects;
}

function lengthOfWords(row: JsonObject, wordsName: string | undefined): number {
  const field = wordsName ?? wordsField(Object.keys(row));
  return field === null ? 0 : (wordsIn(row[field])?.length ?? 0);
}
