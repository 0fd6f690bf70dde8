import type { Tokens } from "../../model/tokens.ts";
import { Is } from "../../words/token-bits.ts";
import { TokenClasses } from "../../words/token-classes.ts";

/** What tells by part of speech alone which tokens can stand in an outlet's name; one serves all texts of a tokenizer. */
export class NameParts {
  readonly #classes = new TokenClasses();

  /** Whether a token may begin a name: a noun, a prefix, a letter or mark. */
  canStart(tokens: Tokens, row: number): boolean {
    return (this.#classes.bits(tokens, row) & (Is.noun | Is.letter | Is.prefix)) !== 0;
  }

  /** Whether a token may follow inside a name: nouns, letters, marks. */
  goesOn(tokens: Tokens, row: number): boolean {
    return (this.#classes.bits(tokens, row) & (Is.noun | Is.letter)) !== 0;
  }
}
