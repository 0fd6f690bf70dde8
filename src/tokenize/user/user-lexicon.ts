import { YoronError } from "../../model/error.ts";
import { groupBy } from "../../words/group-by.ts";
import { CLASS_SHIFT, CODE_MASK, LARGEST_CODE } from "../dictionary/character-word.ts";
import type { Dictionary } from "../dictionary/dictionary.ts";
import { buildDoubleArray } from "../dictionary/double-array.ts";
import type { Lattice } from "../lattice/lattice.ts";
import { estimateCost } from "./estimate-cost.ts";
import type { UserFeatures, UserLexicon } from "./lexicon.ts";
import { type NumberedEntry, userDictionaryError } from "./parse-user-dictionary.ts";
import { PartsOfSpeech } from "./part-of-speech.ts";

interface CheckedEntry {
  readonly surface: string;
  readonly leftId: number;
  readonly rightId: number;
  readonly cost: number;
  readonly features: UserFeatures;
}

/**
 * Returns the lexicon compiled of checked rows: finds ids, estimates costs by the dictionary's `lattice`, builds the
 * trie.
 *
 * `file` names the source in errors.
 */
export function compileUserLexicon(
  dictionary: Dictionary,
  lattice: Lattice,
  rows: readonly NumberedEntry[],
  file: string,
): UserLexicon {
  const parts = new PartsOfSpeech(dictionary);
  lattice.use(undefined);
  const estimate = estimateCost(dictionary, lattice);
  const problems: string[] = [];
  const entries: CheckedEntry[] = [];
  for (const row of rows) {
    const checked = checkEntry(row, dictionary, parts, estimate);
    if (typeof checked === "string") problems.push(`line ${row.line}: ${checked}`);
    else entries.push(checked);
  }
  if (problems.length > 0) throw userDictionaryError(file, problems);

  const characters = dictionary.characters.slice();
  let largest = 0;
  for (const word of characters) largest = Math.max(largest, word & CODE_MASK);
  for (const { surface } of entries) {
    for (let i = 0; i < surface.length; i++) {
      const unit = surface.charCodeAt(i);
      if ((characters[unit]! & CODE_MASK) !== 0) continue;
      if (++largest > LARGEST_CODE) {
        throw new YoronError({ code: "bad-lexicon", what: `user dictionary ${file} has too many rare characters` });
      }
      characters[unit]! |= largest;
    }
  }

  const codesOf = (surface: string): Uint16Array =>
    Uint16Array.from({ length: surface.length }, (_, i) => characters[surface.charCodeAt(i)]! & CODE_MASK);
  const sorted = [...groupBy(entries, ({ surface }) => surface)]
    .map(([surface, group]) => ({ codes: codesOf(surface), group }))
    .sort((a, b) => compareCodes(a.codes, b.codes));
  // Entry 0 says "none" in a trie.
  const ordered: CheckedEntry[] = [NO_ENTRY];
  const last = new Set<number>();
  const keys = sorted.map(({ codes, group }) => {
    const firstEntry = ordered.length;
    // As in the dictionary, the lattice takes the last of equals and MeCab the first.
    ordered.push(...group.reverse());
    last.add(ordered.length - 1);
    return { codes, firstEntry };
  });
  return Object.freeze({
    characters,
    trie: buildDoubleArray(keys),
    leftIds: Uint16Array.from(ordered, ({ leftId }) => leftId),
    rightIds: Uint16Array.from(ordered, ({ rightId }) => rightId),
    costs: Int32Array.from(ordered, ({ cost }) => cost),
    isLast: Uint8Array.from(ordered, (_, i) => (last.has(i) ? 1 : 0)),
    features: Object.freeze(ordered.map(({ features }) => features)),
    longest: ordered.reduce((most, { surface }) => Math.max(most, surface.length), 0),
  });
}

const NO_ENTRY: CheckedEntry = {
  surface: "",
  leftId: 0,
  rightId: 0,
  cost: 0,
  features: { head: "*,*,*,*,*,*", lemma: "*", reading: "*", pronunciation: "*" },
};

const DEFAULT_PART = "名詞,固有名詞,一般";

function checkEntry(
  { entry }: NumberedEntry,
  dictionary: Dictionary,
  parts: PartsOfSpeech,
  estimate: ReturnType<typeof estimateCost>,
): CheckedEntry | string {
  const { surface, pos = DEFAULT_PART, conjugationType = "*", conjugationForm = "*", leftId, rightId } = entry;
  if (surface === "") return "the surface is empty";
  if (/[\r\n]/.test(surface)) return "the surface holds a line break";
  if (isSpace(dictionary, surface.charCodeAt(0))) return "the surface begins with white space";
  for (const id of [leftId, rightId]) {
    if (id !== undefined && id >= dictionary.ids.length) return `there is no connection id ${id}`;
  }
  const levels = pos.split(",");
  const head = [...levels, "*", "*", "*"].slice(0, 4).concat(conjugationType, conjugationForm).join(",");
  const isInflected = conjugationType !== "*";
  const part = parts.exact(head) ?? (isInflected ? undefined : parts.find(pos));
  if (part === undefined && (leftId === undefined || rightId === undefined)) {
    return `the part of speech ${pos} needs connection ids or one of: ${parts.names().join(" ")}`;
  }
  const left = leftId === undefined ? part!.id : dictionary.ids[leftId]!;
  const right = rightId === undefined ? part!.id : dictionary.ids[rightId]!;
  const { lemma = surface, reading = "*" } = entry;
  // A full feature string is kept as it was written; a short part of speech is completed.
  const isWhole = levels.length === 4 || (leftId !== undefined && rightId !== undefined);
  return {
    surface,
    leftId: left,
    rightId: right,
    cost: entry.cost ?? estimate(surface, left, right),
    features: {
      head: isWhole ? head : (part?.head ?? head),
      lemma,
      reading,
      pronunciation: entry.pronunciation ?? reading,
    },
  };
}

function isSpace({ characters }: Dictionary, unit: number): boolean {
  return characters[unit]! >>> CLASS_SHIFT === characters[0x20]! >>> CLASS_SHIFT;
}

function compareCodes(a: Uint16Array, b: Uint16Array): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
