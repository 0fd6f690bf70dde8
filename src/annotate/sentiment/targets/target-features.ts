import type { Sentence, Tokens } from "../../../model/tokens.ts";
import { isDigit } from "../../../words/characters.ts";
import { foldUnit } from "../../../words/fold-unit.ts";
import { Is } from "../../../words/token-bits.ts";
import type { Grams } from "../model/grams.ts";
import { SLOTS } from "../model/grams.ts";
import type { ReadSentence } from "../unit.ts";
import { type Growth, growthOf } from "./growth.ts";
import { roleOf } from "./target-role.ts";
import { TargetRules } from "./target-rules.ts";
import { Zone, type Zones, zoneOf } from "./zones.ts";

/** Stands for any known name, so that no name carries a feeling of its own. */
const NAME = 0x7f4a7c15;

/** What a linear model is given of a target: numbers of the rules and hashed words by zone; one is reused for many targets. */
export class TargetFeatures implements Grams {
  readonly #rules = new TargetRules();
  readonly rules = this.#rules.values;
  ids = new Int32Array(1024);
  /** Not counted: how sure a target is does not hang on them. */
  readonly letters = 0;
  readonly native = 0;
  length = 0;
  #codes = new Uint16Array(256);
  /** Hashes of the words of one text, 0 where not yet asked for. */
  #hashes = new Int32Array(256);
  #hashed: Tokens | null = null;

  /** Describes a target by the clauses that speak of it. */
  fill(tokens: Tokens, bits: Int32Array, read: ReadSentence, zones: Zones): void {
    const { sentence, matches } = read;
    const role = roleOf(tokens, zones.last, sentence.lastToken);
    const growth = growthOf(matches, zones);
    this.#rules.fill({ bits, read, zones, role, growth });
    this.#hashWords(tokens, bits, sentence, zones, role);
    this.#hashHead(tokens, bits, zones, growth);
    this.#hashCharacters(tokens, zones);
  }

  /** Hashes words and pairs of words by zone. */
  #hashWords(tokens: Tokens, bits: Int32Array, sentence: Sentence, zones: Zones, role: number): void {
    const { firstToken: from, lastToken: to } = sentence;
    this.#reserve(4 * (to - from) + 2 + 3 * (tokens.end(to - 1) - tokens.start(from)));
    const { ids } = this;
    let length = 0;
    let previous = 0;
    for (let i = from; i < to; i++) {
      const own = bits[i]!;
      if ((own & (Is.polite | Is.period | Is.comma | Is.bracket)) !== 0) continue;
      const zone = zoneOf(zones, i);
      const word = this.#hashOf(tokens, bits, i);
      if ((own & Is.number) === 0) {
        ids[length++] = slot(word, 1 + zone);
      }
      ids[length++] = slot(word ^ Math.imul(previous, 0x9e3779b1), 11 + zone);
      if (zone === Zone.predicate || zone === Zone.later) {
        ids[length++] = slot(word, 40);
      }
      if (zone === Zone.predicate && i < zones.last + 12) {
        ids[length++] = slot(word, 50 + role);
      }
      previous = word;
    }
    this.length = length;
  }

  /** Hashes the target's head with the words of growth that speak of it. */
  #hashHead(tokens: Tokens, bits: Int32Array, zones: Zones, { first, last }: Growth): void {
    if (first < 0 && last < 0) return;
    const isName = (bits[zones.last - 1]! & Is.knownName) !== 0;
    const head = isName ? NAME : hashWord(tokens.lemma(zones.last - 1));
    const pair = (at: number, template: number) => {
      this.ids[this.length++] = slot(head ^ Math.imul(hashWord(tokens.lemma(at)), 0x9e3779b1), template);
    };
    if (first >= 0) pair(first, 30);
    if (last >= 0) pair(last, 31);
  }

  /** Hashes characters of the zones that speak of the target, 2 to 4 at a time. */
  #hashCharacters(tokens: Tokens, zones: Zones): void {
    const { ids } = this;
    const { text } = tokens;
    const start = tokens.end(zones.last - 1);
    const count = Math.max(0, tokens.end(Math.max(zones.laterEnd, zones.last) - 1) - start);
    if (this.#codes.length < count) this.#codes = new Uint16Array(count * 2);
    const codes = this.#codes;
    for (let i = 0; i < count; i++) codes[i] = digit(foldUnit(text.charCodeAt(start + i)));
    let { length } = this;
    let row = zones.last;
    for (let i = 0; i < count; i++) {
      while (tokens.end(row) <= start + i) row++;
      let hash = Math.imul(0x811c9dc5 ^ codes[i]!, 0x01000193);
      const stop = Math.min(i + 4, count);
      for (let j = i + 1; j < stop; j++) {
        hash = Math.imul(hash ^ codes[j]!, 0x01000193);
        ids[length++] = slot(hash, 32 + j - i);
      }
    }
    this.length = length;
  }

  /** The hash of a word's dictionary form, found once for all targets of a text. */
  #hashOf(tokens: Tokens, bits: Int32Array, i: number): number {
    if (this.#hashed !== tokens) {
      this.#hashed = tokens;
      if (this.#hashes.length < tokens.length) this.#hashes = new Int32Array(tokens.length * 2);
      this.#hashes.fill(0, 0, tokens.length);
    }
    const known = this.#hashes[i]!;
    if (known !== 0) return known;
    const isName = (bits[i]! & Is.knownName) !== 0;
    const hash = isName ? NAME : hashWord((bits[i]! & Is.inflected) !== 0 ? tokens.lemma(i) : tokens.surface(i));
    this.#hashes[i] = hash;
    return hash;
  }

  #reserve(features: number): void {
    if (this.ids.length >= features) return;
    this.ids = new Int32Array(features * 2);
  }
}

function digit(code: number): number {
  return isDigit(code) ? 0x30 : code;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ foldUnit(word.charCodeAt(i)), 0x01000193);
  return hash;
}

function slot(hash: number, template: number): number {
  let mixed = Math.imul(hash ^ Math.imul(template, 0x85ebca6b), 0xc2b2ae35);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x27d4eb2f);
  return (mixed ^ (mixed >>> 16)) & (SLOTS - 1);
}
