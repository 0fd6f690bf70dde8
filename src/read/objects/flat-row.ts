import { simplify } from "../columns.ts";
import { isObject, type JsonObject, textOrNull } from "../json.ts";
import { isPersonal } from "../rows.ts";
import { isPersonField, personName } from "./person.ts";
import { isRepliesField, repliesIn } from "./replies.ts";
import { votesOf } from "./votes.ts";
import { mayHoldWords, wordsField, wordsIn } from "./words.ts";

/** An object of a comment laid out as a row of a table, with what a table has no place for. */
export interface FlatRow {
  /** By name; a field of an inner object is `outer.inner`. */
  readonly cells: ReadonlyMap<string, string | null>;
  readonly reactions: Readonly<Record<string, number>>;
  readonly replies: readonly JsonObject[];
  /** Fields that may hold words, votes or an author and were not understood. */
  readonly lost: readonly string[];
}

const PEOPLE =
  /^(?:author|user|account|owner|creator|poster|member|sender|commenter|from|by|userprofile|userinfo|authordetails|投稿者|ユーザー|名前)$/;
const VOTES =
  /^(?:reactions?|votes?|likes?|publicmetrics|metrics|stats|statistics|counts|engagement|reactiongroups|reactioncounts|リアクション|反応|評価)$/;
/** Objects that only stand around the fields of a comment. */
const AROUND = /^(?:node|data|attributes|comment|post|record|snippet|message|item|tweet|fields|properties|source)$/;
const MOST_AROUND = 4;

/** Whether a field's name says that its object only stands around the fields of a comment. */
export function isAround(name: string): boolean {
  return AROUND.test(simplify(name));
}

/** Whether a field's name says that it holds whoever wrote the comment. */
export function isAuthorField(name: string): boolean {
  return PEOPLE.test(simplify(name));
}

/** Returns an object of a comment as a row. Wrappers as `{ node: { … } }` are taken off; an author becomes the name. */
export function flatRow(row: JsonObject): FlatRow {
  const cells = new Map<string, string | null>();
  const reactions: Record<string, number> = {};
  const replies: JsonObject[] = [];
  const lost: string[] = [];
  const waiting: { object: JsonObject; within: number }[] = [{ object: row, within: 0 }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { object, within } = next;
    for (const [name, value] of Object.entries(object)) {
      if (name === "__proto__" || cells.has(name) || isPersonField(name)) continue;
      const simple = simplify(name);
      if (typeof value !== "object" || value === null) {
        const text = scalar(value);
        // A number is how a service knows a person: no name, and not to be kept.
        const isNumber = text !== null && PEOPLE.test(simple) && /^\d+$/.test(text);
        cells.set(name, isNumber ? null : text);
        if (isNumber && Number(text) > 0) lost.push(name);
      } else if (isRepliesField(name) && (repliesIn(value).length > 0 || Array.isArray(value))) {
        for (const reply of repliesIn(value)) replies.push(reply);
        if (repliesIn(value).length === 0) putRest(cells, lost, name, value);
      } else if (PEOPLE.test(simple)) {
        const person = personName(value);
        cells.set(name, person);
        if (person === null && !isEmpty(value)) lost.push(name);
      } else if (VOTES.test(simple)) {
        const votes = votesOf(value);
        if (votes !== null) Object.assign(reactions, votes);
        if (isObject(value)) putOtherCounts(cells, name, value);
        if (votes === null && !isEmpty(value) && !Array.isArray(value) && !hasOnlyCounts(value)) lost.push(name);
      } else if (isObject(value) && wordsField([name]) !== null && isTextForm(value)) {
        cells.set(name, wordsIn(value));
      } else if (isObject(value) && isAround(name) && within < MOST_AROUND) {
        waiting.push({ object: value, within: within + 1 });
      } else putRest(cells, lost, name, value);
    }
  }
  return { cells, reactions, replies, lost };
}

function scalar(value: unknown): string | null {
  return typeof value === "boolean" ? String(value) : textOrNull(value);
}

function isEmpty(value: object): boolean {
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

/** Whether an object is a text in one or more forms and nothing else worth a look. */
function isTextForm(value: JsonObject): boolean {
  return wordsIn(value) !== null && !Object.keys(value).some((name) => PEOPLE.test(simplify(name)));
}

/** Counts beside the votes that are none, of replies or views, are facts as any other. */
function putOtherCounts(cells: Map<string, string | null>, name: string, value: JsonObject): void {
  for (const [inner, count] of Object.entries(value)) {
    if (typeof count === "number" && /^(?:repl|comment|view|impression)/.test(simplify(inner)))
      cells.set(`${name}.${inner}`, String(count));
  }
}

function hasOnlyCounts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((one) => typeof one === "number" || one === null);
}

/** Plain values one level down are cells of their own; of what lies deeper only words are missed. */
function putRest(cells: Map<string, string | null>, lost: string[], name: string, value: object): void {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== "object")) cells.set(name, value.length === 0 ? null : value.join(", "));
    else if (mayHoldWords(value)) lost.push(name);
    return;
  }
  for (const [inner, one] of Object.entries(value)) {
    if (inner === "__proto__" || isPersonField(inner) || isPersonal(inner)) continue;
    if (typeof one !== "object" || one === null) cells.set(`${name}.${inner}`, scalar(one));
    else if (mayHoldWords(one)) lost.push(`${name}.${inner}`);
  }
}
