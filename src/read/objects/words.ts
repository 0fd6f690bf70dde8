import { simplify, textColumn } from "../columns.ts";
import { isObject, type JsonObject, textOrNull } from "../json.ts";
import { isAddress } from "./person.ts";

/** Fields for the words of a comment that only objects use; a usual name of a column goes before them. */
const MORE_WORDS = [
  "fulltext",
  "rawcontent",
  "commenttext",
  "messagetext",
  "textoriginal",
  "textdisplay",
  "cooked",
  "raw",
  "contenthtml",
  "html",
  "rendered",
  "markdown",
];
/** Forms in which an object gives the words of its field, the one without markup first. */
const FORMS = ["text", "plain", "raw", "body", "content", "message", "simpleText", "rendered", "html"];

/** Returns the field of an object's names that is known to hold the words of a comment. */
export function wordsField(names: readonly string[]): string | null {
  const usual = textColumn(names);
  if (usual !== null) return usual;
  for (const known of MORE_WORDS) {
    const found = names.find((name) => simplify(name) === known);
    if (found !== undefined) return found;
  }
  return null;
}

/** Returns the text that a field holds, of an object `{ rendered: "…" }` or `{ text: "…" }` what is in it. */
export function wordsIn(value: unknown): string | null {
  if (!isObject(value)) return textOrNull(value);
  for (const form of FORMS) {
    const found = typeof value[form] === "string" ? textOrNull(value[form]) : null;
    if (found !== null) return found;
  }
  return null;
}

const MOST_VALUES = 200;

/** Whether something nested holds what may be somebody's words: a text with spaces or Japanese that is no address. */
export function mayHoldWords(value: unknown): boolean {
  const waiting: unknown[] = [value];
  for (let seen = 0; waiting.length > 0 && seen < MOST_VALUES; seen++) {
    const one = waiting.pop();
    if (typeof one === "string") {
      const text = one.slice(0, 300).trim();
      if (/[\s\u3040-\u30ff\u3400-\u9fff]/.test(text) && text.length > 3 && !isAddress(text)) return true;
    } else if (Array.isArray(one)) waiting.push(...one.slice(0, MOST_VALUES));
    else if (isObject(one)) waiting.push(...Object.values(one).slice(0, MOST_VALUES));
  }
  return false;
}

/** Whether an object is itself a comment: one of its fields is known to hold words. */
export function hasWords(object: JsonObject): boolean {
  const field = wordsField(Object.keys(object));
  return field !== null && wordsIn(object[field]) !== null;
}
