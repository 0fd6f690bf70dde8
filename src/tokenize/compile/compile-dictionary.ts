import { parseTsv } from "../../text/tsv.ts";
import { groupBy } from "../../words/group-by.ts";
import { LARGEST_CODE } from "../dictionary/character-word.ts";
import { buildDoubleArray, LARGEST_ENTRY, type TrieKey } from "../dictionary/double-array.ts";
import { entryWord } from "../dictionary/entry-word.ts";
import { rowLength, type Sections } from "../dictionary/sections.ts";
import { NO_TEXT } from "../dictionary/text-reference.ts";
import { compileCharacters } from "./characters.ts";
import { type FrequencyOrder, inOrder, parseFrequency } from "./frequency.ts";
import type { Ipadic, IpadicEntry } from "./kuromoji-files.ts";
import { orderWords } from "./order-words.ts";
import { entryPruner, rightExcess } from "./prune-entries.ts";
import { TextPool } from "./text-pool.ts";

/** The texts of `data/tokenizer`. */
export interface TokenizerData {
  readonly characters: string;
  readonly categories: string;
  /** Words beyond the files of 2007. */
  readonly words: string;
  /** Which of IPADIC's source files comes first. */
  readonly order: string;
  /** What lies close together in memory. */
  readonly frequency: string;
}

/** Returns the sections of a compiled dictionary, made of IPADIC's rows. */
export function compileDictionary(ipadic: Ipadic, data: TokenizerData): Sections {
  const words = orderWords([...ipadic.words, ...extraWords(data.words)], data.order);
  const prune = entryPruner(ipadic.connection, ipadic.idCount);
  const bySurface = groupBy(words, ({ surface }) => surface);

  const frequency = parseFrequency(data.frequency);
  const ids = numberIds(ipadic, frequency);
  const codes = numberCharacters(words, frequency);
  const keys = [...bySurface.keys()]
    .map((surface) => ({ surface, codes: Uint16Array.from(surface, (_, i) => codes.get(surface.charCodeAt(i))!) }))
    .sort((a, b) => compareCodes(a.codes, b.codes));

  const entries: IpadicEntry[] = [];
  // Entry 0 stays empty so that 0 can say "none" in the trie.
  entries.push(ipadic.unknownWords[0]!);
  const last = new Set<number>();
  const trieKeys: TrieKey[] = keys.map(({ surface, codes }) => {
    // The lattice takes the last of equals, MeCab the first: so each surface's entries stand in reverse.
    const kept = prune(bySurface.get(surface)!).reverse();
    const firstEntry = entries.length;
    entries.push(...kept);
    last.add(entries.length - 1);
    return { codes, firstEntry };
  });
  const firstUnknown = entries.length;
  if (firstUnknown > LARGEST_ENTRY) throw new Error(`${firstUnknown} entries, more than the trie can name`);
  const unknown = new Map<string, { first: number; count: number }>();
  for (const category of new Set(ipadic.unknownWords.map(({ surface }) => surface))) {
    const group = prune(ipadic.unknownWords.filter(({ surface }) => surface === category)).reverse();
    unknown.set(category, { first: entries.length, count: group.length });
    entries.push(...group);
    last.add(entries.length - 1);
  }

  const { words: characters, classes } = compileCharacters(data.characters, data.categories, unknown);
  for (const [unit, code] of codes) characters[unit]! |= code;

  const pool = new TextPool();
  const partNumbers = new Map<string, number>();
  const part = new Uint16Array(entries.length);
  const lemma = new Uint32Array(entries.length);
  const reading = new Uint32Array(entries.length);
  const pronunciation = new Uint32Array(entries.length);
  entries.forEach(({ surface, features }, i) => {
    const name = features.slice(0, 6).join(",");
    if (!partNumbers.has(name)) partNumbers.set(name, partNumbers.size);
    part[i] = partNumbers.get(name)!;
    const isKnown = i > 0 && i < firstUnknown;
    lemma[i] = isKnown ? pool.add(features[6]!, surface) : NO_TEXT;
    reading[i] = isKnown ? pool.add(features[7]!, surface) : NO_TEXT;
    pronunciation[i] = isKnown ? pool.add(features[8]!, surface) : NO_TEXT;
  });

  const matrix = renumberMatrix(ipadic, ids);
  return {
    characters,
    classes,
    trie: buildDoubleArray(trieKeys),
    entries: Int32Array.from(entries, ({ cost, id }, i) => entryWord(ids[id]!, cost, last.has(i))),
    matrix,
    excess: rightExcess(matrix, rowLength(ipadic.idCount), ipadic.idCount),
    ids,
    part,
    lemma,
    reading,
    pronunciation,
    strings: pool.units(),
    parts: new TextEncoder().encode([...partNumbers.keys()].join("\n")),
  };
}

function extraWords(text: string): IpadicEntry[] {
  return parseTsv(text, ["surface", "id", "cost", "features"], "words.tsv").map((row) => ({
    surface: row.surface,
    id: Number(row.id),
    cost: Number(row.cost),
    features: row.features.split(","),
  }));
}

/** Frequent ids come first, so that the rows and columns of the matrix that texts need share cache lines. */
function numberIds({ idCount }: Ipadic, frequency: FrequencyOrder): Uint16Array {
  const ids = new Uint16Array(idCount);
  inOrder(ids.keys(), frequency.ids).forEach((id, rank) => {
    ids[id] = rank;
  });
  return ids;
}

/** Frequent characters get small codes, so that their states lie close together in the double array. */
function numberCharacters(words: readonly IpadicEntry[], frequency: FrequencyOrder): Map<number, number> {
  const units = new Set<number>();
  for (const { surface } of words) for (let i = 0; i < surface.length; i++) units.add(surface.charCodeAt(i));
  if (units.size > LARGEST_CODE) throw new Error(`${units.size} characters, more than codes`);
  return new Map(inOrder(units, frequency.units).map((unit, rank) => [unit, rank + 1]));
}

function compareCodes(a: Uint16Array, b: Uint16Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function renumberMatrix(ipadic: Ipadic, ids: Uint16Array): Int16Array {
  const row = rowLength(ipadic.idCount);
  const matrix = new Int16Array(row * ipadic.idCount);
  for (let right = 0; right < ipadic.idCount; right++) {
    for (let left = 0; left < ipadic.idCount; left++) {
      matrix[ids[right]! * row + ids[left]!] = ipadic.connection(left, right);
    }
  }
  return matrix;
}
