import { FirstCharacters } from "../../words/first-characters.ts";
import { compileWords, LongestMatch } from "../../words/longest-match.ts";

/** Titles and honorifics, looked up by the longest match. */
export class Titles {
  readonly #trie: LongestMatch;
  readonly #kinds: readonly string[];
  readonly #prefixes: readonly string[];
  readonly #openPrefix: FirstCharacters;
  readonly #first = new Uint8Array(65536);

  readonly #alone: ReadonlySet<string>;
  readonly #bodies: ReadonlySet<string>;
  /** First code units of titles that stand alone. */
  readonly #openers: ReadonlySet<number>;

  constructor(
    rows: readonly { readonly title: string; readonly kind: string }[],
    lists: readonly { readonly list: string; readonly word: string }[],
  ) {
    const listed = (name: string) => lists.filter(({ list }) => list === name).map(({ word }) => word);
    this.#alone = new Set(listed("alone"));
    this.#bodies = new Set(listed("body"));
    this.#openers = new Set([...this.#alone].map((word) => word.charCodeAt(0)));
    const titles = rows.filter(({ kind }) => kind !== "prefix");
    this.#prefixes = rows.filter(({ kind }) => kind === "prefix").map(({ title }) => title);
    this.#openPrefix = new FirstCharacters(this.#prefixes);
    this.#kinds = titles.map(({ kind }) => kind);
    for (const { title } of rows) this.#first[title.charCodeAt(0)] = 1;
    this.#trie = new LongestMatch(compileWords(titles.map(({ title }, index) => [title, index] as const)));
  }

  /** Whether a title could begin with a code unit: a cheap test before {@link read}. */
  opens(code: number): boolean {
    return this.#first[code] === 1;
  }

  /** Reads the titles that begin at an offset, one or several with 元 or 副 before them; null if there is none. */
  read(text: string, at: number, isBoundary: (offset: number) => boolean): { end: number; kind: string } | null {
    if (this.#first[text.charCodeAt(at)] !== 1) return null;
    let end = at;
    let kind: string | null = null;
    for (let round = 0; round < 3; round++) {
      const prefix = this.#openPrefix.mayStandAt(text, end) ? this.#prefixAt(text, end) : undefined;
      const start = prefix === undefined ? end : end + prefix.length;
      const index =
        this.#longest(text, start, isBoundary) ?? (prefix === undefined ? null : this.#longest(text, end, isBoundary));
      if (index === null) break;
      kind = this.#kinds[index]!;
      end = this.#trie.matchEnd;
    }
    return kind === null ? null : { end, kind };
  }

  #prefixAt(text: string, at: number): string | undefined {
    return this.#prefixes.find((word) => text.startsWith(word, at));
  }

  #longest(text: string, at: number, isBoundary: (offset: number) => boolean): number | null {
    const index = this.#trie.longest(text, at, isBoundary);
    return index < 0 ? null : index;
  }

  /** The kind of a whole title, null if it is none. */
  kindOf(title: string): string | null {
    const index = this.#trie.get(title);
    return index < 0 ? null : this.#kinds[index]!;
  }

  /** Whether a title that stands for somebody by itself may begin with a code unit. */
  opensAlone(code: number): boolean {
    return this.#openers.has(code);
  }

  /** Whether a title stands for somebody by itself: 大統領は…. */
  standsAlone(title: string): boolean {
    return this.#alone.has(title);
  }

  /** Whether a title also stands for a team or a body of people after a name: 日本代表. */
  isBody(title: string): boolean {
    return this.#bodies.has(title);
  }
}
