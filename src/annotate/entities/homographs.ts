import type { DataReader } from "../../model/data-folder.ts";
import { parseTsv } from "../../text/tsv.ts";

/** What makes a name another word, and what makes it the name nevertheless. */
interface Homograph {
  readonly behind: RegExp | null;
  readonly before: RegExp | null;
  readonly near: RegExp | null;
  readonly unless: RegExp | null;
}

/** A place in a text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Words further away than this, or beyond the sentence, tell nothing. */
const REACH = 60;
const SENTENCE_ENDS = /[。！？!?\n]/;
const FILE = "data/gazetteers/homographs.tsv";

/** Names that are everyday words too: 米 is rice where it is eaten, トランプ a pack of cards where it is shuffled. */
export class Homographs {
  readonly #rows: ReadonlyMap<string, Homograph>;

  constructor(rows: readonly { readonly name: string; readonly other: string; readonly unless: string }[]) {
    this.#rows = new Map(rows.map(({ name, other, unless }) => [name, homograph(list(other), list(unless))]));
  }

  /** Whether the words around a name make it the everyday word. */
  meansOther(text: string, { start, end }: Place): boolean {
    const row = this.#rows.get(text.slice(start, end));
    if (row === undefined) return false;
    const before = lastSentence(text.slice(Math.max(0, start - REACH), start));
    const behind = firstSentence(text.slice(end, end + REACH));
    const holds = (pattern: RegExp | null) => pattern?.test(before) || pattern?.test(behind) || false;
    if (row.before?.test(before)) return true;
    if (holds(row.unless)) return false;
    return row.behind?.test(behind) || holds(row.near);
  }
}

/** Returns the names that are everyday words too. */
export function loadHomographs(data: DataReader): Homographs {
  return new Homographs(parseTsv(data.text(FILE), ["name", "other", "unless"], FILE));
}

const list = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));
const any = (words: readonly string[]): string => `(?:${words.join("|")})`;
const patternOf = (words: readonly string[], shape: (any: string) => string): RegExp | null =>
  words.length === 0 ? null : new RegExp(shape(any(words)));

function homograph(other: readonly string[], unless: readonly string[]): Homograph {
  const [behind, rest] = split(other, (word) => word.startsWith("~"));
  const [before, near] = split(rest, (word) => word.endsWith("~"));
  return {
    behind: patternOf(
      behind.map((word) => word.slice(1)),
      (words) => `^${words}`,
    ),
    before: patternOf(
      before.map((word) => word.slice(0, -1)),
      (words) => `${words}$`,
    ),
    near: patternOf(near, (words) => words),
    unless: patternOf(unless, (words) => words),
  };
}

function split(words: readonly string[], fits: (word: string) => boolean): [string[], string[]] {
  return [words.filter(fits), words.filter((word) => !fits(word))];
}

const lastSentence = (text: string): string => text.split(SENTENCE_ENDS).at(-1)!;
const firstSentence = (text: string): string => text.split(SENTENCE_ENDS, 1)[0]!;
