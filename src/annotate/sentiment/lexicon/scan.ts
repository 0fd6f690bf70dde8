import type { Tokens } from "../../../model/tokens.ts";
import { foldUnit } from "../../../words/fold-unit.ts";
import { Is } from "../../../words/token-bits.ts";
import { ENTRY_KINDS, EntryKind, LEXICON_POS } from "./entry.ts";
import type { Lexicon } from "./lexicon.ts";

/** An entry of the lexicon found in the text: tokens `[first, last)`. */
export interface Match {
  readonly first: number;
  readonly last: number;
  readonly kind: EntryKind;
  readonly value: number;
  /** Index into the model's `EMOTIONS` plus 1; 0 for none. */
  readonly emotion: number;
  /** True if the entry is of the user's own. */
  readonly own: boolean;
}

/**
 * Returns lexicon entries over tokens, each kind leftmost and longest first.
 *
 * A token may be consumed by its surface or by its lemma, so 期待を裏切られた is found as 期待を裏切る and 使いやすかった as
 * 使いやすい, whatever their segmentation; は and も stand for が and を inside a phrase. Work at a token is bounded by the
 * longest entry.
 */
export class LexiconScan {
  readonly #tries: readonly Lexicon[];
  readonly #bestLast = new Int32Array(ENTRY_KINDS);
  readonly #bestEntry = new Int32Array(ENTRY_KINDS);
  readonly #bestTrie = new Int32Array(ENTRY_KINDS);
  /** First token after the last match of each kind. */
  readonly #free = new Int32Array(ENTRY_KINDS);
  #tokens!: Tokens;
  #classes!: Int32Array;
  #found = false;
  #first = 0;
  #last = 0;
  #trie = 0;
  /** How many particles of the sequence so far stand for others; only words allow it. */
  #swaps = 0;

  /** Tries in order of precedence. */
  constructor(tries: readonly Lexicon[]) {
    this.#tries = tries;
  }

  /** Matches in tokens `[first, last)`, by start; `classes` hold the bits of every token of the text. */
  find(tokens: Tokens, classes: Int32Array, first: number, last: number): Match[] {
    this.#tokens = tokens;
    this.#classes = classes;
    this.#last = last;
    const matches: Match[] = [];
    const free = this.#free.fill(0);
    for (let i = first; i < last; i++) {
      this.#first = i;
      for (this.#trie = 0; this.#trie < this.#tries.length; this.#trie++) this.#walk(i, 0);
      if (!this.#found) continue;
      this.#found = false;
      for (let kind = 0; kind < ENTRY_KINDS; kind++) {
        const end = this.#bestLast[kind]!;
        this.#bestLast[kind] = 0;
        if (end === 0 || i < free[kind]!) continue;
        free[kind] = end;
        const trie = this.#bestTrie[kind]!;
        const entry = this.#bestEntry[kind]!;
        const { values, emotions } = this.#tries[trie]!;
        matches.push({
          first: i,
          last: end,
          kind: kind as EntryKind,
          value: values[entry]!,
          emotion: emotions[entry]!,
          own: trie < this.#tries.length - 1,
        });
      }
    }
    return matches;
  }

  #walk(at: number, node: number): void {
    const trie = this.#tries[this.#trie]!;
    const tokens = this.#tokens;
    const { text } = tokens;
    const start = tokens.start(at);
    const end = tokens.end(at);
    let next = node;
    for (let i = start; i < end; i++) {
      const code = foldUnit(text.charCodeAt(i));
      if (code === 0) continue;
      next = trie.step(next, code);
      if (next === 0) break;
    }
    if (next !== 0) this.#arrive(at, next);
    const bits = this.#classes[at]!;
    if ((bits & Is.inflected) !== 0) {
      const lemma = tokens.lemma(at);
      let other = node;
      for (let i = 0; i < lemma.length; i++) {
        other = trie.step(other, foldUnit(lemma.charCodeAt(i)));
        if (other === 0) break;
      }
      if (other !== 0 && other !== next) this.#arrive(at, other);
    } else if (node !== 0 && (bits & Is.topic) !== 0 && end - start === 1) {
      for (const particle of GA_WO) {
        const swapped = trie.step(node, particle);
        if (swapped === 0) continue;
        this.#swaps++;
        this.#arrive(at, swapped);
        this.#swaps--;
      }
    }
  }

  #arrive(at: number, node: number): void {
    const trie = this.#tries[this.#trie]!;
    const { firstValue, kinds, parts } = trie;
    for (let entry = firstValue[node]!; entry < firstValue[node + 1]!; entry++) {
      const kind = kinds[entry]!;
      if (at + 1 <= this.#bestLast[kind]! || (this.#swaps > 0 && kind !== EntryKind.word)) continue;
      if (!this.#fits(at, parts[entry]!)) continue;
      this.#found = true;
      this.#bestLast[kind] = at + 1;
      this.#bestEntry[kind] = entry;
      this.#bestTrie[kind] = this.#trie;
    }
    if (trie.goesOn(node) && this.#mayGoOn(at + 1, node)) this.#walk(at + 1, node);
  }

  /** Whether, by a cheap look, a node's children may begin with the token `at`, which most do not. */
  #mayGoOn(at: number, node: number): boolean {
    if (at >= this.#last) return false;
    if ((this.#classes[at]! & (Is.inflected | Is.topic)) !== 0) return true;
    const code = foldUnit(this.#tokens.text.charCodeAt(this.#tokens.start(at)));
    return code === 0 || this.#tries[this.#trie]!.may(node, code);
  }

  /** A single token must be of the entry's part of speech; a sequence speaks for itself. */
  #fits(at: number, part: number): boolean {
    if (at > this.#first) return true;
    const wants = FITTING[part]!;
    return wants === 0 || (this.#classes[at]! & wants) !== 0;
  }
}

const GA_WO = ["が".charCodeAt(0), "を".charCodeAt(0)];

const NOMINAL = Is.noun | Is.adverb | Is.adnominal | Is.interjection | Is.prefix | Is.symbol;

/** Token classes that a lexicon part of speech fits; 0 for any. */
const FITTING: readonly number[] = LEXICON_POS.map((pos) => {
  switch (pos) {
    case "noun":
    case "sahen":
    case "adjective-na":
    case "suffix":
      return NOMINAL;
    case "verb":
      return Is.verb;
    case "adjective-i":
      return Is.adjective | Is.noun | Is.interjection | Is.auxiliary;
    case "adverb":
      return Is.adverb | Is.noun | Is.adjective | Is.interjection | Is.adnominal;
    case "prefix":
      return Is.prefix | Is.noun;
    default:
      return 0;
  }
});
