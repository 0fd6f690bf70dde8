import type { Tokens } from "../../model/tokens.ts";

const UNSEEN = 0;
const STARTS = 1;
const GOES_ON = 2;
const NEITHER = 4;

/** Tells by part of speech alone which tokens can stand in a name; one table of `posId` serves all texts of a tokenizer. */
export class NameParts {
  #byPosId = new Uint8Array(1024);

  /** A noun, a prefix or a letter may begin a name. */
  canStart(tokens: Tokens, row: number): boolean {
    return (this.#flags(tokens, row) & STARTS) !== 0;
  }

  /** What may follow inside a name: nouns, letters, marks. */
  goesOn(tokens: Tokens, row: number): boolean {
    return (this.#flags(tokens, row) & GOES_ON) !== 0;
  }

  #flags(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    if (id >= this.#byPosId.length) {
      const larger = new Uint8Array(id * 2);
      larger.set(this.#byPosId);
      this.#byPosId = larger;
    }
    const known = this.#byPosId[id]!;
    if (known !== UNSEEN) return known;
    const pos = tokens.pos(row);
    const noun = pos.startsWith("名詞");
    const mark = pos.startsWith("記号,アルファベット") || pos.startsWith("記号,一般") || pos.startsWith("感動詞");
    const flags = (noun || mark || pos.startsWith("接頭詞") ? STARTS : 0) | (noun || mark ? GOES_ON : 0);
    this.#byPosId[id] = flags === 0 ? NEITHER : flags;
    return this.#byPosId[id]!;
  }
}
