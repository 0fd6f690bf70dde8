import type { Tokens } from "../../../model/tokens.ts";
import type { StopWords } from "../../content-words.ts";

/** What a token is to somebody who compares what is said. */
export const C = { none: 0, noun: 1, verb: 2, adjective: 3, adverb: 4, negation: 5, argument: 6 } as const;

const UNSEEN = 255;

/** The classes of tokens and their lemmas in one form, each read once a part of speech. */
export class ContentWords {
  readonly #stopWords: StopWords;
  readonly #kinds = new Map<number, number>();
  readonly #folded = new Map<string, string>();
  readonly #says = new Map<string, boolean>();

  constructor(stopWords: StopWords) {
    this.#stopWords = stopWords;
  }

  /** Returns what a token is; stop words are none, but for what negates and what marks an argument. */
  kind(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    let kind = this.#kinds.get(id) ?? UNSEEN;
    if (kind === UNSEEN) {
      kind = kindOf(tokens.pos(row));
      this.#kinds.set(id, kind);
    }
    if (kind === C.none) return C.none;
    const lemma = tokens.lemma(row);
    if (NEGATIONS.has(lemma) && kind !== C.noun) return C.negation;
    if (kind === C.argument) return ARGUMENT_MARKS.has(lemma) ? kind : C.none;
    if (kind === C.negation) return C.none;
    let says = this.#says.get(lemma);
    if (says === undefined) {
      says = !this.#stopWords.has(lemma) && !NO_WORD.test(lemma);
      this.#says.set(lemma, says);
    }
    return says ? kind : C.none;
  }

  /** Returns a token's lemma in one form of width and case. */
  lemma(tokens: Tokens, row: number): string {
    const lemma = tokens.lemma(row);
    let folded = this.#folded.get(lemma);
    if (folded === undefined) {
      folded = lemma.normalize("NFKC").toLowerCase();
      this.#folded.set(lemma, folded);
    }
    return folded;
  }
}

const NEGATIONS = new Set(["ない", "ぬ", "ん", "ず", "まい", "無い"]);
const ARGUMENT_MARKS = new Set(["は", "が", "を", "も", "に"]);
/** Without a letter, or a single kana. */
const NO_WORD = /^\P{L}*$|^[ぁ-んァ-ヶー]$/u;
const LEFT_OUT = /^名詞,(?:数|代名詞|非自立|接尾|特殊|接続詞的|動詞非自立的)|^(?:動詞|形容詞),(?:非自立|接尾)/;

function kindOf(pos: string): number {
  if (pos.startsWith("助動詞")) return C.negation;
  if (pos.startsWith("助詞,格助詞") || pos.startsWith("助詞,係助詞")) return C.argument;
  if (LEFT_OUT.test(pos)) return C.none;
  if (pos.startsWith("名詞")) return C.noun;
  if (pos.startsWith("動詞")) return C.verb;
  if (pos.startsWith("形容詞")) return C.adjective;
  return pos.startsWith("副詞") ? C.adverb : C.none;
}
