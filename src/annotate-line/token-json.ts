import { keptWith } from "../model/kept-with.ts";
import type { Tokenizer, Tokens } from "../model/tokens.ts";

/** What each part of speech with its conjugation prints between surface and lemma, by `posId`, whose numbers are a tokenizer's own. */
const printedParts = keptWith((_: Tokenizer): (string | undefined)[] => []);

/** Returns the tokens of a text as a JSON list of their records: the bytes that `JSON.stringify` gives, of no objects. */
export function tokenJson(tokens: Tokens, tokenizer: Tokenizer): string {
  const parts = printedParts(tokenizer);
  const { length } = tokens;
  let json = "[";
  for (let i = 0; i < length; i++) {
    const id = tokens.posId(i);
    const part = parts[id] ?? keep(parts, id, partOf(tokens, i));
    // Most words are their own lemma, and are pronounced as they are read.
    const word = tokens.surface(i);
    const base = tokens.lemma(i);
    const read = tokens.reading(i);
    const said = tokens.pronunciation(i);
    const surface = quoted(word);
    const lemma = base === word ? surface : quoted(base);
    const reading = quoted(read);
    const pronunciation = said === read ? reading : quoted(said);
    json += `${i === 0 ? "" : ","}{"start":${tokens.start(i)},"end":${tokens.end(i)},"surface":${surface}${part}${lemma},"reading":${reading},"pronunciation":${pronunciation},"upos":"${tokens.upos(i)}"}`;
  }
  return `${json}]`;
}

function partOf(tokens: Tokens, index: number): string {
  const { pos, conjugationType, conjugationForm } = tokens.at(index);
  return `,${JSON.stringify({ pos, conjugationType, conjugationForm }).slice(1, -1)},"lemma":`;
}

function keep(parts: (string | undefined)[], id: number, part: string): string {
  // Filled in order: a list with holes is looked up slowly.
  while (parts.length < id) parts.push(undefined);
  parts[id] = part;
  return part;
}

/** Returns a word in JSON; most need but their quotes. */
function quoted(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff))
      return JSON.stringify(word);
  }
  return `"${word}"`;
}
