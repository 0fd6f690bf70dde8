import { createHmac } from "node:crypto";
import { type DataReader, dataReader } from "../model/data-folder.ts";
import { YoronError } from "../model/error.ts";
import { parseTsv } from "../text/tsv.ts";

/** The words of which pseudonyms are made. */
export interface PseudonymWords {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Shorter keys could be tried out one by one. */
const LEAST_KEY_BYTES = 16;

/** Returns the package's own words of pseudonyms. */
export function loadPseudonymWords(data: DataReader = dataReader()): PseudonymWords {
  const words = (name: string) => {
    const file = `data/people/${name}-words.tsv`;
    return parseTsv(data.text(file), ["word"], file).map(({ word }) => word);
  };
  return { first: words("first"), second: words("second") };
}

/**
 * Returns the pseudonyms of people, by the people: 青い梟17. A name hangs on the key and the person alone (HMAC-SHA256), so it is
 * the same on all pages; where two people of one list would bear the same, both get four more digits.
 *
 * Throws `bad-value` for a key of less than 16 bytes.
 */
export function pseudonymsOf(
  people: readonly string[],
  key: string | Uint8Array,
  words: PseudonymWords,
): ReadonlyMap<string, string> {
  checkKey(key);
  const made = [...new Set(people)].map((person) => ({ person, ...nameOf(person, key, words) }));
  const borne = new Map<string, number>();
  for (const { name } of made) borne.set(name, (borne.get(name) ?? 0) + 1);
  return new Map(made.map(({ person, name, more }) => [person, borne.get(name) === 1 ? name : `${name}-${more}`]));
}

/** Throws `bad-value` for a key that could be guessed. */
export function checkKey(key: string | Uint8Array): void {
  const bytes = Buffer.byteLength(key);
  if (bytes >= LEAST_KEY_BYTES) return;
  throw new YoronError({
    code: "bad-value",
    what: `a key of pseudonyms has at least ${LEAST_KEY_BYTES} bytes, not`,
    value: bytes,
    next: "make one, as by openssl rand -hex 32, and keep it secret",
  });
}

function nameOf(person: string, key: string | Uint8Array, { first, second }: PseudonymWords) {
  const digest = createHmac("sha256", key).update(person, "utf8").digest();
  const pick = (at: number, of: number) => digest.readUInt32BE(at) % of;
  return {
    name: `${first[pick(0, first.length)]!}${second[pick(4, second.length)]!}${10 + pick(8, 90)}`,
    more: String(pick(12, 10_000)).padStart(4, "0"),
  };
}
