import { parseTsv } from "../../text/tsv.ts";
import {
  CLASS_CATEGORIES,
  CLASS_ENTRY_COUNT,
  CLASS_FIRST_ENTRY,
  CLASS_GROUP,
  CLASS_INVOKE,
  CLASS_LENGTH,
  CLASS_WORDS,
} from "../dictionary/character-class.ts";
import { CLASS_SHIFT, COMPLEX, LOW_SURROGATE, SPACE } from "../dictionary/character-word.ts";

/** What the two tables of `data/tokenizer` say of characters. */
export interface CharacterTables {
  readonly words: Int32Array;
  readonly classes: Int32Array;
}

/** Entries for unknown words of a category: the first one's number and how many. */
export type UnknownEntries = ReadonlyMap<string, { readonly first: number; readonly count: number }>;

/**
 * Units that may be joined to a neighbour in one grapheme cluster (UAX #29) or are emoji by themselves.
 *
 * Wider than need be: marks, format and unassigned characters, surrogates, conjoining jamo, the few letters that
 * extend a cluster, and CR.
 */
const complexUnit =
  /[\p{M}\p{Cf}\p{Cn}\p{Cs}\p{Co}\p{Grapheme_Extend}\p{Emoji_Presentation}\u0D4E\u0E33\u0EB3\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF\r]/u;

/** Returns the character words (without trie codes) and the classes from the tables' texts. */
export function compileCharacters(characters: string, categories: string, unknown: UnknownEntries): CharacterTables {
  const categoryRows = parseTsv(categories, ["category", "invoke", "group", "length"], "categories.tsv");
  const names = categoryRows.map((row) => row.category);
  const words = new Int32Array(0x10000);
  const classNumbers = new Map<string, number>([["DEFAULT", 0]]);
  for (const row of parseTsv(characters, ["from", "to", "category", "compatible"], "characters.tsv")) {
    const compatible = row.compatible === "-" ? [] : row.compatible.split(" ");
    const key = [row.category, ...compatible].join(" ");
    const number = classNumbers.get(key) ?? classNumbers.size;
    classNumbers.set(key, number);
    const word = (number << CLASS_SHIFT) | (row.category === "SPACE" ? SPACE : 0);
    words.fill(word, Number.parseInt(row.from, 16), Number.parseInt(row.to, 16) + 1);
  }
  for (let unit = 0; unit < words.length; unit++) {
    if (complexUnit.test(String.fromCharCode(unit))) words[unit]! |= COMPLEX;
    if (unit >= 0xdc00 && unit <= 0xdfff) words[unit]! |= LOW_SURROGATE;
  }
  const classes = new Int32Array(classNumbers.size * CLASS_WORDS);
  for (const [key, number] of classNumbers) {
    const members = key.split(" ");
    const own = members[0]!;
    const row = categoryRows.find(({ category }) => category === own)!;
    const entries = unknown.get(own)!;
    const at = number * CLASS_WORDS;
    classes[at + CLASS_CATEGORIES] = members.reduce((bits, name) => bits | (1 << names.indexOf(name)), 0);
    classes[at + CLASS_INVOKE] = Number(row.invoke);
    classes[at + CLASS_GROUP] = Number(row.group);
    classes[at + CLASS_LENGTH] = Number(row.length);
    classes[at + CLASS_FIRST_ENTRY] = entries.first;
    classes[at + CLASS_ENTRY_COUNT] = entries.count;
  }
  return { words, classes };
}
