import type { Tokens } from "../model/tokens.ts";
import { TokenColumns } from "../tokenize/token-columns.ts";
import { type JsonBytes, jsonBytes } from "./json-bytes.ts";

const encoder = new TextEncoder();

/** Places for words: a power of two; two words of one place take turns. */
const PLACES = 1 << 16;
/** Bytes that words are kept in; when they are used up, all are forgotten. */
const ROOM = 1 << 23;
/** More bytes than any word of the dictionary prints. */
const LONGEST = 1 << 11;

/** What words print from their surface to their pronunciation: as bytes, kept by the dictionary's number, since most come again and again. */
export class WordBytes {
  readonly #words = new Int32Array(PLACES).fill(-1);
  /** Where the bytes of the word at each place begin and end. */
  readonly #from = new Int32Array(PLACES);
  readonly #to = new Int32Array(PLACES);
  #bytes = new Uint8Array(1 << 18);
  #used = 0;
  /** What each part of speech with its conjugation prints between surface and lemma, by `posId`. */
  readonly #parts: (string | undefined)[] = [];
  readonly #tags = new Map<string, Uint8Array>();

  /** Writes what a token's word prints. */
  write(tokens: Tokens, index: number, into: JsonBytes): void {
    const word = tokens instanceof TokenColumns ? tokens.wordId(index) : -1;
    if (word < 0) {
      into.text(this.#json(tokens, index));
      return;
    }
    const place = word & (PLACES - 1);
    if (this.#words[place] !== word) this.#keep(word, place, this.#json(tokens, index));
    into.part(this.#bytes, this.#from[place]!, this.#to[place]!);
  }

  #keep(word: number, place: number, json: string): void {
    if (this.#used + LONGEST > this.#bytes.length) this.#makeRoom();
    this.#words[place] = word;
    this.#from[place] = this.#used;
    this.#used += encoder.encodeInto(json, this.#bytes.subarray(this.#used)).written;
    this.#to[place] = this.#used;
  }

  #makeRoom(): void {
    if (this.#bytes.length === ROOM) {
      this.#words.fill(-1);
      this.#used = 0;
      return;
    }
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  #json(tokens: Tokens, index: number): string {
    const id = tokens.posId(index);
    while (this.#parts.length <= id) this.#parts.push(undefined);
    const part = this.#parts[id] ?? partOf(tokens, index);
    this.#parts[id] = part;
    // Most words are their own lemma, and are pronounced as they are read.
    const word = tokens.surface(index);
    const base = tokens.lemma(index);
    const read = tokens.reading(index);
    const said = tokens.pronunciation(index);
    const surface = quoted(word);
    const lemma = base === word ? surface : quoted(base);
    const reading = quoted(read);
    const pronunciation = said === read ? reading : quoted(said);
    return `,"surface":${surface}${part}${lemma},"reading":${reading},"pronunciation":${pronunciation},"upos":"`;
  }

  /** Returns a tag and the end of the token as bytes. */
  tag(upos: string): Uint8Array {
    let tag = this.#tags.get(upos);
    if (tag === undefined) {
      tag = jsonBytes(`${upos}"}`);
      this.#tags.set(upos, tag);
    }
    return tag;
  }
}

function partOf(tokens: Tokens, index: number): string {
  const { pos, conjugationType, conjugationForm } = tokens.at(index);
  return `,${JSON.stringify({ pos, conjugationType, conjugationForm }).slice(1, -1)},"lemma":`;
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
