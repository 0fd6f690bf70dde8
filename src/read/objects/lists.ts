import { isObject, type JsonObject } from "../json.ts";
import { FieldNames } from "./field-names.ts";
import { areArticles, isListField, rowsById, rowsOf, wordsOf } from "./list-rows.ts";
import { isRepliesField, repliesIn } from "./replies.ts";
import { wordsIn } from "./words.ts";

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

/** Options of {@link findLists}. */
export interface FindOptions {
  /** The field that holds the words, where somebody said so. */
  readonly words?: string | undefined;
  readonly names?: FieldNames;
}

/**
 * Returns every array of objects in a JSON value, that with the most words first. Replies belong to their list.
 *
 * Walks with a stack of its own, each value once, whatever the depth.
 */
export function findLists(value: unknown, { words, names = new FieldNames() }: FindOptions = {}): FoundLists[] {
  return new ListFinder(words, names).find(value);
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
  /** The list of whose comments this is one, or a part of one. */
  readonly owner: Growing | null;
}

/** Arrays that lie deeper are not looked for; replies of replies may lie as deep as they like. */
const DEEPEST = 24;
const LONGEST_STEP = 60;

class ListFinder {
  readonly #wordsField: string | undefined;
  readonly #names: FieldNames;
  readonly #found = new Map<string, Growing>();
  readonly #waiting: Waiting[] = [];

  constructor(wordsField: string | undefined, names: FieldNames) {
    this.#wordsField = wordsField;
    this.#names = names;
  }

  find(value: unknown): FoundLists[] {
    const place: Place = { up: null, step: "", level: 0, object: isObject(value) ? value : null };
    this.#waiting.push({ value, place, owner: null });
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      if (Array.isArray(next.value)) this.#visitArray(next.value, next.place);
      else if (isObject(next.value) && next.owner !== null) this.#visitComment(next.value, next.place, next.owner);
      else if (isObject(next.value)) this.#visitObject(next.value, next.place);
    }
    return [...this.#found.values()].sort((a, b) => b.words - a.words || b.count - a.count);
  }

  #visitArray(array: readonly unknown[], place: Place): void {
    if (place.level >= DEEPEST) return;
    const rows = rowsOf(array, place.level === 0 || isRepliesField(place.step));
    const isEmpty = array.length === 0 && isListField(place.step);
    const list = isEmpty || (rows.length > 0 && !areArticles(rows)) ? this.#add(rows, place) : null;
    const inside = step(place, "[]", null);
    for (const one of array.toReversed()) {
      if (Array.isArray(one)) this.#waiting.push({ value: one, place: inside, owner: null });
      else if (!isObject(one)) continue;
      else this.#waiting.push({ value: one, place: { ...inside, object: one }, owner: list });
    }
    if (list !== null && typeof array[0] === "string") this.#count(rows, list);
  }

  #visitObject(object: JsonObject, place: Place): void {
    if (place.level >= DEEPEST) return;
    const isList = isListField(place.step) || isRepliesField(place.step);
    const rows = isList ? rowsById(object, this.#names) : [];
    if (rows.length > 0) {
      const list = this.#add(rows, place);
      for (const row of rows.reverse()) this.#waiting.push({ value: row, place: step(place, "*", row), owner: list });
      return;
    }
    for (const [name, one] of fieldsOf(object)) {
      this.#waiting.push({ value: one, place: step(place, name, one), owner: null });
    }
  }

  /** Replies and what a comment is wrapped in belong to its list; other arrays in it are lists by themselves. */
  #visitComment(comment: JsonObject, place: Place, owner: Growing): void {
    this.#count([comment], owner);
    for (const [name, one] of fieldsOf(comment)) {
      const kind = this.#names.kindOf(name);
      // Reactions have names and people have pictures, which are no words of anybody.
      if (kind === "votes" || kind === "person") continue;
      if (kind === "replies") {
        for (const reply of repliesIn(one)) this.#waiting.push({ value: reply, place, owner });
      } else if (kind === "wrapper" && isObject(one)) this.#waiting.push({ value: one, place, owner });
      else if (place.level < DEEPEST) this.#waiting.push({ value: one, place: step(place, name, one), owner: null });
    }
  }

  #add(rows: readonly JsonObject[], place: Place): Growing {
    const path = pathOf(place);
    let list = this.#found.get(path);
    if (list === undefined) {
      list = { path, threads: [], words: 0, count: 0 };
      this.#found.set(path, list);
    }
    list.threads.push({ rows: [...rows], around: objectsAround(place) });
    list.count += rows.length;
    return list;
  }

  #count(rows: readonly JsonObject[], list: Growing): void {
    for (const row of rows) {
      const words = this.#wordsField === undefined ? wordsOf(row, this.#names) : wordsIn(row[this.#wordsField]);
      list.words += words?.length ?? 0;
    }
  }
}

/** Returns the fields that hold something nested, the last first, as a stack wants them. */
function fieldsOf(object: JsonObject): [string, object][] {
  const fields: [string, object][] = [];
  for (const [name, one] of Object.entries(object)) {
    if (typeof one === "object" && one !== null && name !== "__proto__") fields.push([name, one]);
  }
  return fields.reverse();
}

function step(up: Place, name: string, value: unknown): Place {
  return { up, step: name.slice(0, LONGEST_STEP), level: up.level + 1, object: isObject(value) ? value : null };
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
