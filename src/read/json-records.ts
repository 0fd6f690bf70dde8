import { malformed } from "./errors.ts";
import type { Decoded, Sample } from "./format.ts";
import { isObject, type JsonObject, jsonOf, objectsOf, parseExact, peekJson } from "./json.ts";

/** How many lines of JSON Lines a format looks at before it says what they are. */
const LOOKED_AT = 20;
/** How many characters of a source these lines may take. */
const WINDOW = 2_000_000;

const peeked = new WeakMap<Sample, readonly JsonObject[]>();

/**
 * Returns the objects of a source as far as a format needs them to know it: those of an array (also of arrays in it, as
 * pages of answers are kept), the first of JSON Lines, or the one object that the source is.
 */
export function peekRecords(sample: Sample): readonly JsonObject[] {
  const known = peeked.get(sample);
  if (known !== undefined) return known;
  const whole = peekJson(sample);
  const records = whole === undefined ? firstLines(sample.text) : recordsIn(whole);
  peeked.set(sample, records);
  return records;
}

/** Returns every object of a source, of JSON Lines one for each line; throws an error that names the line that is none. */
export function recordsOf(decoded: Decoded): readonly JsonObject[] {
  const whole = peekJson(decoded);
  if (whole !== undefined) return recordsIn(whole);
  if (firstLines(decoded.text).length === 0) return recordsIn(jsonOf(decoded));
  return linesOf(decoded);
}

/** Returns the objects of JSON Lines; throws an error that names the line that is no whole object. */
export function linesOf(decoded: Decoded): JsonObject[] {
  const records: JsonObject[] = [];
  for (const [index, line] of decoded.text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = parseExact(line);
    } catch {
      throw malformed(decoded, `has no whole JSON on line ${index + 1}:`, line);
    }
    const objects = recordsIn(value);
    if (objects.length === 0 && !Array.isArray(value))
      throw malformed(decoded, `has no object on line ${index + 1}:`, line);
    for (const object of objects) records.push(object);
  }
  return records;
}

function recordsIn(value: unknown): JsonObject[] {
  if (isObject(value)) return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one) => (Array.isArray(one) ? objectsOf(one) : isObject(one) ? [one] : []));
}

function firstLines(text: string): JsonObject[] {
  const records: JsonObject[] = [];
  const head = text.slice(0, WINDOW).trimStart();
  if (!head.startsWith("{") && !head.startsWith("[")) return records;
  for (const line of head.split(/\r?\n/, LOOKED_AT * 2)) {
    if (line.trim() === "") continue;
    try {
      for (const object of recordsIn(parseExact(line))) records.push(object);
    } catch {
      return records;
    }
    if (records.length >= LOOKED_AT) break;
  }
  return records;
}
