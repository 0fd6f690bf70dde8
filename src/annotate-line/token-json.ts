import { keptWith } from "../model/kept-with.ts";
import type { Tokenizer, Tokens } from "../model/tokens.ts";
import { type JsonBytes, jsonBytes } from "./json-bytes.ts";
import { WordBytes } from "./word-bytes.ts";

/** The words that a tokenizer's texts have had, and what each part of speech prints, by `posId`, whose numbers are its own. */
const printedWords = keptWith((_: Tokenizer) => new WordBytes());

const OPEN = jsonBytes('{"start":');
const NEXT = jsonBytes(',{"start":');
const END = jsonBytes(',"end":');
const [FIRST, LAST] = ["[", "]"].map(jsonBytes) as [Uint8Array, Uint8Array];

/** Writes the tokens of a text as a JSON list of their records: the bytes that `JSON.stringify` gives, of no objects. */
export function writeTokens(tokens: Tokens, tokenizer: Tokenizer, into: JsonBytes): void {
  const words = printedWords(tokenizer);
  into.bytes(FIRST);
  for (let i = 0; i < tokens.length; i++) {
    into.bytes(i === 0 ? OPEN : NEXT);
    into.number(tokens.start(i));
    into.bytes(END);
    into.number(tokens.end(i));
    words.write(tokens, i, into);
    into.bytes(words.tag(tokens.upos(i)));
  }
  into.bytes(LAST);
}
