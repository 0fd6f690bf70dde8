import type { Sentence, Tokens } from "../../model/tokens.ts";
import { Is } from "../../words/token-bits.ts";
import { TokenClasses } from "../../words/token-classes.ts";
import { compileTrie, Trie } from "../../words/trie.ts";

/** What every citation in running text has in its sentence; most sentences have none of it, whatever they name. */
export class CarrierSigns {
  readonly #phrases: Trie;
  readonly #verbs: { has(lemma: string): boolean };
  readonly #classes = new TokenClasses();

  /** `phrases` stand right before or behind an outlet; `verbs` are the lemmas of predicates. */
  constructor(phrases: readonly string[], verbs: { has(lemma: string): boolean }) {
    this.#phrases = new Trie(compileTrie(phrases).columns);
    this.#verbs = verbs;
  }

  /** Whether a sentence has a phrase or a predicate by which an outlet may carry information. */
  standIn(tokens: Tokens, sentence: Sentence): boolean {
    return this.#hasPhrase(tokens.text, sentence) || this.#hasVerb(tokens, sentence);
  }

  #hasPhrase(text: string, { start, end }: Sentence): boolean {
    for (let from = start; from < end; from++) {
      let node = 0;
      for (let at = from; at < end; at++) {
        node = this.#phrases.step(node, text.charCodeAt(at));
        if (node === 0) break;
        if (this.#phrases.valueAt(node) >= 0) return true;
      }
    }
    return false;
  }

  /** A predicate is a verb or a verbal noun, or whatever ends the sentence. */
  #hasVerb(tokens: Tokens, { firstToken, lastToken }: Sentence): boolean {
    for (let row = firstToken; row < lastToken; row++) {
      const may = row === lastToken - 1 || (this.#classes.bits(tokens, row) & (Is.verb | Is.sahen)) !== 0;
      if (may && this.#verbs.has(tokens.lemma(row))) return true;
    }
    return false;
  }
}
