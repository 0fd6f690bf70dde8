import { malformed } from "./errors.ts";
import type { Decoded, Sample } from "./format.ts";
import { looksJson } from "./sniff.ts";

export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the objects of an array; anything else in it is left out. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Returns a string, or a number as a string; null for anything else or for nothing but spaces. */
export function textOrNull(value: unknown): string | null {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** Returns a whole number, null for anything else. */
export function countOrNull(value: unknown): number | null {
  const number = typeof value === "string" && /^-?\d+$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : null;
}

interface Parsed {
  readonly value: unknown;
  readonly error: string | null;
}

/** Every format that looks at a source asks for it; it is parsed once. */
const parsed = new WeakMap<Sample, Parsed>();

/** Returns the JSON value of a source; undefined where it is none. */
export function peekJson(sample: Sample): unknown {
  return parse(sample).value;
}

/** Returns the JSON value of a source, or throws an error that names the place. */
export function jsonOf(decoded: Decoded): unknown {
  const { value, error } = parse(decoded);
  if (error !== null) throw malformed(decoded, `is not whole JSON: ${error}`, decoded.text.slice(-30));
  return value;
}

function parse(sample: Sample): Parsed {
  const known = parsed.get(sample);
  if (known !== undefined) return known;
  const result = looksJson(sample.text) ? tryParse(sample.text) : { value: undefined, error: "it has no { or [" };
  parsed.set(sample, result);
  return result;
}

function tryParse(text: string): Parsed {
  try {
    return { value: parseExact(unwrap(text)), error: null };
  } catch (cause) {
    return { value: undefined, error: (cause as Error).message };
  }
}

/** Returns the text without the parentheses that a JSONP answer without a callback has. */
function unwrap(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith("(") && /\);?$/.test(trimmed.slice(-3)) ? trimmed.replace(/^\(|\);?$/g, "") : trimmed;
}

const LONGEST_EXACT = 15;

/**
 * Returns the value of a JSON text; whole numbers too long for a double become strings, so that ids stay exact. `NaN`
 * and `Infinity`, which Python writes for a number that is not there, are null.
 */
export function parseExact(text: string): unknown {
  const whole = /\d{16}/.test(text) ? quoteLongNumbers(text) : text;
  try {
    return JSON.parse(whole);
  } catch (error) {
    if (!/NaN|Infinity/.test(whole)) throw error;
    return JSON.parse(nullNoNumbers(whole));
  }
}

function nullNoNumbers(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(/"|-?(?:NaN|Infinity)\b/g)) {
    if (index < done) continue;
    const end = word === '"' ? endOfString(text, index) + 1 : index + word.length;
    parts.push(text.slice(done, index), word === '"' ? text.slice(index, end) : "null");
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

function quoteLongNumbers(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(text, at);
      continue;
    }
    if (code < 0x30 || code > 0x39) continue;
    let end = at;
    while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
    const next = text[end];
    const fraction = next === "." || next === "e" || next === "E";
    const before = text[at - 1];
    if (
      end - at > LONGEST_EXACT &&
      !fraction &&
      before !== "." &&
      before !== "+" &&
      !/[eE]/.test(text.slice(Math.max(0, at - 2), at))
    ) {
      const start = before === "-" ? at - 1 : at;
      parts.push(text.slice(done, start), '"', text.slice(start, end), '"');
      done = end;
    }
    at = end - 1;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22) return at;
  }
  return text.length;
}
