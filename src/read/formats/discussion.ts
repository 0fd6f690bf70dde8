import type { Discussion } from "../../model/discussion.ts";
import { deepFreeze } from "../../model/freeze.ts";
import { parsePageDate } from "../../text/page-date.ts";
import { malformed } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { isObject, jsonOf, parseExact, peekJson } from "../json.ts";

const NAME = "yoron";
const SCHEMA = "yoron/discussion@1";

/**
 * The format of what `yoron read` prints: a Discussion, or one a line; its source stays that of the page it came from.
 */
export const discussion: Format = {
  name: NAME,
  description: "Yoron's own Discussion JSON, one or one a line",
  needs: `"schema": "${SCHEMA}"`,
  detect: ({ text }) => (/^\s*\{[^}]{0,200}?"schema"\s*:\s*"yoron\/discussion@1"/.test(text.slice(0, 1000)) ? 1 : 0),
  *read(decoded) {
    const whole = peekJson(decoded);
    if (whole !== undefined) {
      yield check(decoded, whole);
      return;
    }
    const lines = decoded.text.split(/\r?\n/).filter((line) => line.trim() !== "");
    if (lines.length < 2) jsonOf(decoded);
    for (const [index, line] of lines.entries()) {
      let value: unknown;
      try {
        value = parseExact(line);
      } catch (cause) {
        throw malformed(decoded, `has no whole JSON on line ${index + 1}: ${(cause as Error).message}`, line);
      }
      yield check(decoded, value);
    }
  },
};

type Test = (value: unknown) => boolean;
const text: Test = (value) => typeof value === "string";
const whole: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const maybe =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const record =
  (fields: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, test]) => test(value[name]));

const note = record({ code: text, message: text });
const link = record({ start: whole, end: whole, url: text });
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const dated: Test = (value) => {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const read = parsePageDate(value);
  return value.length < 10 || (read !== null && read !== "invalid");
};
const PRECISIONS: readonly unknown[] = "second minute hour day week part month season year decade century".split(" ");
const date = record({ value: dated, precision: (value) => PRECISIONS.includes(value) });
const ruby = record({ start: whole, end: whole, reading: text });
const strings: Test = (value) => isObject(value) && Object.values(value).every(text);
/** A net count may be below zero. */
const counts: Test = (value) =>
  isObject(value) &&
  Object.entries(value).every(([name, count]) => maybe(name === "score" ? Number.isSafeInteger : whole)(count));
/** Ids of comments are Yoron's own; other programs name units by them. */
const numbered: Test = (value) => typeof value === "string" && /^c[1-9]\d*$/.test(value);
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const ARTICLE = {
  title: text,
  category: maybe(text),
  author: maybe(text),
  url: maybe(text),
  published: maybe(date),
  text,
  links: list(link),
  ruby: optional(list(ruby)),
  notes: list(note),
};
const COMMENT = {
  id: numbered,
  sourceId: maybe(text),
  order: whole,
  replyTo: maybe(text),
  depth: whole,
  author: maybe(text),
  posted: maybe(date),
  reactions: counts,
  attributes: optional(strings),
  text,
  links: list(link),
  ruby: optional(list(ruby)),
  notes: list(note),
};
const SOURCE = { path: maybe(text), format: text, encoding: maybe(text), sha256: text };

function check(decoded: Decoded, value: unknown): Discussion {
  if (!isObject(value) || value.schema !== SCHEMA)
    throw malformed(decoded, "is not a Discussion; its schema is", isObject(value) ? value.schema : value);
  checkFields(decoded, "source", value.source, SOURCE);
  checkFields(decoded, "article", value.article, ARTICLE);
  if (!text(value.id)) throw malformed(decoded, "has a wrong id:", value.id);
  if (!Array.isArray(value.comments)) throw malformed(decoded, "has no list of comments, but", value.comments);
  const ids = new Set<unknown>();
  for (const [index, comment] of value.comments.entries()) {
    checkFields(decoded, `comments[${index}]`, comment, COMMENT);
    const { replyTo, id } = comment as { replyTo: unknown; id: unknown };
    if (ids.has(id)) throw malformed(decoded, `has the id of comments[${index}] twice:`, id);
    ids.add(id);
    if (replyTo === id) throw malformed(decoded, `comments[${index}] answers itself:`, id);
  }
  for (const { replyTo } of value.comments as { replyTo: unknown }[]) {
    if (replyTo !== null && !ids.has(replyTo))
      throw malformed(decoded, "answers a comment that is not there:", replyTo);
  }
  const furniture = Array.isArray(value.furniture) ? value.furniture : [];
  const source = { notes: [], ...(value.source as object) };
  // Written by an earlier version, units have no ruby and comments no attributes.
  const article = { ruby: [], ...(value.article as object) };
  const comments = value.comments.map((comment: object) => ({ ruby: [], attributes: {}, ...comment }));
  return deepFreeze({ ...value, source, article, comments, furniture } as unknown as Discussion);
}

function checkFields(decoded: Decoded, where: string, value: unknown, fields: Readonly<Record<string, Test>>): void {
  if (!isObject(value)) throw malformed(decoded, `has no ${where}, but`, value);
  for (const [name, test] of Object.entries(fields)) {
    if (!test(value[name])) throw malformed(decoded, `has a wrong ${where}.${name}:`, value[name]);
  }
}
