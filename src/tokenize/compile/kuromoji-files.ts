import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A row of IPADIC. */
export interface IpadicEntry {
  readonly surface: string;
  readonly id: number;
  readonly cost: number;
  /** Part of speech (4), conjugation type and form, lemma, reading, pronunciation. */
  readonly features: readonly string[];
}

/** IPADIC as `kuromoji` packs it: words in the dictionary's order, unknown words by category, connection costs. */
export interface Ipadic {
  readonly words: readonly IpadicEntry[];
  /** `surface` is the name of the character category. */
  readonly unknownWords: readonly IpadicEntry[];
  readonly idCount: number;
  /** Cost of the word with the right id `left` before the word with the left id `right`. */
  connection(left: number, right: number): number;
}

const FEATURE_COUNT = 9;
const UNKNOWN_FEATURE_COUNT = 7;

/** Returns what is in the dictionary files in the `kuromoji` package (format: its `src/dict/*.js`, little-endian). */
export function readKuromojiFiles(): Ipadic {
  const folder = join(dirname(createRequire(import.meta.url).resolve("kuromoji/package.json")), "dict");
  const load = (name: string): Buffer => gunzipSync(readFileSync(join(folder, `${name}.dat.gz`)));
  const costs = load("cc");
  const idCount = costs.readInt16LE(0);
  return {
    words: readEntries(load("tid"), load("tid_pos"), load("tid_map"), FEATURE_COUNT),
    unknownWords: readEntries(load("unk"), load("unk_pos"), load("unk_map"), UNKNOWN_FEATURE_COUNT),
    idCount,
    connection: (left, right) => costs.readInt16LE(4 + 2 * (left * idCount + right)),
  };
}

function readEntries(rows: Buffer, texts: Buffer, map: Buffer, featureCount: number): IpadicEntry[] {
  const offsets: number[] = [];
  const keyCount = map.readInt32LE(0);
  for (let key = 0, at = 4; key < keyCount; key++) {
    const count = map.readInt32LE(at + 4);
    for (let i = 0; i < count; i++) offsets.push(map.readInt32LE(at + 8 + 4 * i));
    at += 8 + 4 * count;
  }
  // The order of rows decides between entries of equal cost, as it does in MeCab.
  offsets.sort((a, b) => a - b);
  return offsets.map((offset) => {
    const start = rows.readUInt32LE(offset + 6);
    const fields = texts.toString("utf8", start, texts.indexOf(0, start)).split(",");
    const id = rows.readUInt16LE(offset);
    if (rows.readUInt16LE(offset + 2) !== id) throw new Error(`IPADIC entry with two ids: ${fields}`);
    return {
      surface: fields.slice(0, -featureCount).join(","),
      id,
      cost: rows.readInt16LE(offset + 4),
      features: fields.slice(-featureCount),
    };
  });
}
