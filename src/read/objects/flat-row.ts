import { isObject, type JsonObject, textOrNull } from "../json.ts";
import { isPersonal } from "../rows.ts";
import type { FieldNames } from "./field-names.ts";
import { personName } from "./person.ts";
import { repliesIn } from "./replies.ts";
import { votesOf } from "./votes.ts";
import { mayHoldWords, wordsIn } from "./words.ts";

/** An object of a comment laid out as a row of a table, with what a table has no place for. */
export interface FlatRow {
  /** By name; a field of an inner object is `outer.inner`. */
  readonly cells: ReadonlyMap<string, string | null>;
  readonly reactions: Readonly<Record<string, number>>;
  readonly replies: readonly JsonObject[];
  /** Fields that may hold words, votes or an author and were not understood. */
  readonly lost: readonly string[];
}

interface Growing {
  readonly cells: Map<string, string | null>;
  readonly reactions: Record<string, number>;
  readonly replies: JsonObject[];
  readonly lost: string[];
}

const MOST_AROUND = 4;

/** Returns an object of a comment as a row. Wrappers as `{ node: { … } }` are taken off; an author becomes the name. */
export function flatRow(object: JsonObject, names: FieldNames): FlatRow {
  const row: Growing = { cells: new Map(), reactions: {}, replies: [], lost: [] };
  const waiting: { object: JsonObject; within: number }[] = [{ object, within: 0 }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const [name, value] of Object.entries(next.object)) {
      if (name === "__proto__" || row.cells.has(name)) continue;
      const kind = names.kindOf(name);
      if (kind === "person") continue;
      if (typeof value !== "object" || value === null) putPlain(row, name, value, kind === "author");
      else if (kind === "replies") putReplies(row, name, value, names);
      else if (kind === "author") putAuthor(row, name, value);
      else if (kind === "votes") putVotes(row, name, value);
      else if (isObject(value) && names.wordsOf([name]) !== null && isTextForm(value, names))
        row.cells.set(name, wordsIn(value));
      else if (isObject(value) && kind === "wrapper" && next.within < MOST_AROUND)
        waiting.push({ object: value, within: next.within + 1 });
      else putRest(row, name, value, names);
    }
  }
  return row;
}

/** A number is how a service knows a person: no name, and not to be kept. */
function putPlain({ cells, lost }: Growing, name: string, value: unknown, isAuthor: boolean): void {
  const text = typeof value === "boolean" ? String(value) : textOrNull(value);
  const isNumber = isAuthor && text !== null && /^\d+$/.test(text);
  cells.set(name, isNumber ? null : text);
  if (isNumber && Number(text) > 0) lost.push(name);
}

function putReplies(row: Growing, name: string, value: object, names: FieldNames): void {
  const replies = repliesIn(value);
  for (const reply of replies) row.replies.push(reply);
  if (replies.length === 0) putRest(row, name, value, names);
}

function putAuthor({ cells, lost }: Growing, name: string, value: object): void {
  const person = personName(value);
  cells.set(name, person);
  if (person === null && !isEmpty(value)) lost.push(name);
}

/**
 * Adds the votes of a field to the row; counts beside them that are none, of replies or views, are facts as any other.
 */
function putVotes({ cells, reactions, lost }: Growing, name: string, value: object): void {
  const votes = votesOf(value);
  Object.assign(reactions, votes ?? {});
  if (votes === null && Object.values(value).some((one) => isFilled(one) || mayHoldWords(one))) lost.push(name);
  if (!isObject(value)) return;
  for (const [inner, count] of Object.entries(value)) {
    if (typeof count === "number" && /^(?:repl|comment|view|impression)/i.test(inner))
      cells.set(`${name}.${inner}`, String(count));
  }
}

function isEmpty(value: object): boolean {
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

function isFilled(value: unknown): boolean {
  return typeof value === "object" && value !== null && !isEmpty(value);
}

/** Whether an object is a text in one or more forms, and not a comment with an author of its own. */
function isTextForm(value: JsonObject, names: FieldNames): boolean {
  return wordsIn(value) !== null && !Object.keys(value).some((name) => names.kindOf(name) === "author");
}

/** Plain values one level down are cells of their own; of what lies deeper only words are missed. */
function putRest({ cells, lost }: Growing, name: string, value: object, names: FieldNames): void {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== "object")) cells.set(name, value.length === 0 ? null : value.join(", "));
    else if (mayHoldWords(value)) lost.push(name);
    return;
  }
  for (const [inner, one] of Object.entries(value)) {
    if (inner === "__proto__" || names.kindOf(inner) === "person" || isPersonal(inner)) continue;
    if (typeof one !== "object" || one === null) {
      cells.set(`${name}.${inner}`, typeof one === "boolean" ? String(one) : textOrNull(one));
    } else if (mayHoldWords(one)) lost.push(`${name}.${inner}`);
  }
}
