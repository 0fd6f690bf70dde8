import { meetInBands } from "./candidates.ts";
import { editDistance } from "./edits.ts";
import { LetterCounts } from "./letter-counts.ts";
import { lettersOf } from "./letters.ts";
import { Sets } from "./sets.ts";
import { alike, SKETCH, writeSketch } from "./sketch.ts";
import { filledForms } from "./slots.ts";

/** How a copy differs: not in its letters, in some of them, in the slots of a form. */
export const COPY_KINDS = ["exact", "near", "template"] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** A text that is another's words again. */
export interface Copy {
  /** Place of the text in the list. */
  readonly text: number;
  readonly kind: CopyKind;
  /** 1 less the share of the letters that differ from the original's, in [0, 1]. */
  readonly similarity: number;
}

/** Texts that are one text. The first of the list is the original, and stands first. */
export type CopyGroup = readonly Copy[];

export interface CopyOptions {
  /** Texts of fewer letters are nobody's copy: 「賛成です」 is said by many of themselves. Default 8. */
  readonly shortest?: number;
  /** Least similarity of a near copy. Default 0.74. */
  readonly least?: number;
}

/** Fewest letters of texts that are compared otherwise than whole. */
const SHORTEST_NEAR = 10;
/** Equal numbers of two sketches, of 64, below which no copy of at most a quarter of changed letters is expected. */
const EQUAL = 8;
/**
 * A text that met so many that are no copies is one of a flood, sentences put together of the same pieces: it is compared
 * no more; and from half as many on with those alone that have so many equal numbers.
 */
const FLOOD = 400;
const FLOOD_EQUAL = 24;

/**
 * Returns the groups of texts that are the same text, in the order of their first: equal in their letters, alike by
 * MinHash and then by alignment, or one form with other words in its slots.
 *
 * Linear in the number of texts, but for buckets of equal pairs; no sampling, so the same in every run.
 */
export function findCopies(
  texts: readonly string[],
  { shortest = 8, least = 0.74 }: CopyOptions = {},
): readonly CopyGroup[] {
  const letters = texts.map(lettersOf);
  const same = new Map<string, number[]>();
  for (const [i, text] of letters.entries()) {
    if (text.length < shortest) continue;
    const members = same.get(text);
    if (members === undefined) same.set(text, [i]);
    else members.push(i);
  }
  const groups = new Map<number, number[]>();
  const distinct = [...same.keys()];
  const sets = nearSets(distinct, least);
  for (const [place, text] of distinct.entries()) {
    const root = sets.find(place);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [...same.get(text)!]);
    else for (const member of same.get(text)!) members.push(member);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      described(
        group.sort((a, b) => a - b),
        letters,
      ),
    )
    .sort((a, b) => a[0]!.text - b[0]!.text);
}

/** Returns which of different texts are alike. */
function nearSets(distinct: readonly string[], least: number): Sets {
  const sets = new Sets(distinct.length);
  const long = distinct.flatMap((text, place) => (text.length >= SHORTEST_NEAR ? [place] : []));
  const sketches = new Uint32Array(long.length * SKETCH);
  for (const [i, place] of long.entries()) writeSketch(distinct[place]!, sketches, i * SKETCH);
  const letters = new LetterCounts(long.map((place) => distinct[place]!));
  const unlike = new Uint16Array(long.length);
  meetInBands(sketches, long.length, (a, b) => {
    const [first, second] = [long[a]!, long[b]!];
    if (unlike[b]! >= FLOOD || sets.find(first) === sets.find(second)) return;
    const [one, other] = [distinct[first]!, distinct[second]!];
    // Most of those that meet and are no copies are told apart by their letters, at a hundredth of the price.
    const mayBe =
      alike(sketches, a, b, unlike[b]! < FLOOD / 2 ? EQUAL : FLOOD_EQUAL) &&
      letters.fewestEdits(a, b) <= mostEdits(one, other, least);
    if (mayBe && similarityOf(one, other, least) >= least) sets.join(first, second);
    else unlike[b]!++;
  });
  return sets;
}

/** Returns how many edits two texts may be apart to be so much alike. */
function mostEdits(a: string, b: string, least: number): number {
  return Math.floor((1 - least) * Math.max(a.length, b.length) + 1e-9);
}

/** Returns how alike two texts are; 0 for less than `least`. */
function similarityOf(a: string, b: string, least: number): number {
  const longest = Math.max(a.length, b.length);
  const most = mostEdits(a, b, least);
  const distance = editDistance(a, b, most);
  return distance > most ? 0 : 1 - distance / longest;
}

function described(group: readonly number[], letters: readonly string[]): CopyGroup {
  const texts = group.map((i) => letters[i]!);
  const filled = filledForms(texts);
  return group.map((text, i) => {
    const similarity = i === 0 ? 1 : similarityOf(texts[0]!, texts[i]!, 0);
    const exact = texts[i] === texts[0];
    const kind = filled.has(i) ? "template" : exact ? "exact" : "near";
    return { text, kind, similarity };
  });
}
