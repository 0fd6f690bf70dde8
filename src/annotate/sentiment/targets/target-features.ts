import type { Tokens } from "../../../model/tokens.ts";
import { isDigit } from "../../../words/characters.ts";
import { Is } from "../../../words/token-bits.ts";
import { EntryKind } from "../lexicon/entry.ts";
import { foldUnit } from "../lexicon/fold.ts";
import type { Match } from "../lexicon/scan.ts";
import type { Grams } from "../model/grams.ts";
import { SLOTS } from "../model/grams.ts";
import { Mark } from "../rules/clause.ts";
import type { ReadSentence } from "../unit.ts";
import { ROLES, roleOf } from "./target-role.ts";
import { ZONES, Zone, type Zones, zoneOf } from "./zones.ts";

/** Stands for any known name, so that no name carries a feeling of its own. */
const NAME = 0x7f4a7c15;

/** Number of rule features of a target. */
export const TARGET_FEATURES = 10 + ZONES * 5 + ROLES * 2 + 14;

/** What a linear model is given of a target: numbers of the rules and hashed words by zone; one is reused for many targets. */
export class TargetFeatures implements Grams {
  readonly rules = new Float64Array(TARGET_FEATURES);
  ids = new Int32Array(1024);
  /** Not counted: how sure a target is does not hang on them. */
  readonly letters = 0;
  readonly native = 0;
  length = 0;
  readonly #positive = new Float64Array(ZONES);
  readonly #negative = new Float64Array(ZONES);
  readonly #up = new Float64Array(ZONES);
  readonly #down = new Float64Array(ZONES);
  readonly #negations = new Float64Array(ZONES);
  #codes = new Uint16Array(256);
  /** Hashes of the words of one text, 0 where not yet asked for. */
  #hashes = new Int32Array(256);
  #hashed: Tokens | null = null;

  /** Describes a target by the clauses that speak of it. */
  fill(tokens: Tokens, bits: Int32Array, read: ReadSentence, zones: Zones): void {
    const { sentence, clauses, evidence, matches, quoted } = read;
    const positive = this.#positive.fill(0);
    const negative = this.#negative.fill(0);
    const up = this.#up.fill(0);
    const down = this.#down.fill(0);
    const negations = this.#negations.fill(0);
    let next = 0;
    let nextDistance = 99;
    let previous = 0;
    let total = 0;
    for (const { first, last, score } of evidence) {
      total += score;
      const zone = zoneOf(zones, first);
      if (score > 0) positive[zone]! += score;
      else negative[zone]! -= score;
      if (first >= zones.last && first - zones.last < nextDistance) {
        nextDistance = first - zones.last;
        next = score;
      }
      if (last <= zones.first && last >= zones.first - 3) previous = score;
    }
    const valence = valenceOf(matches, zones);
    let direction = 0;
    let directionAt = -1;
    let directionLast = -1;
    for (const match of matches) {
      if (match.kind !== EntryKind.direction || Math.abs(match.value) <= 0.5) continue;
      const zone = zoneOf(zones, match.first);
      if (match.value > 0) up[zone]! += match.value;
      else down[zone]! -= match.value;
      if (directionAt < 0 && match.first >= zones.last && zone <= Zone.later) {
        direction = match.value;
        directionAt = match.first;
      }
      if (zone === Zone.predicate) directionLast = match.first;
    }
    for (let i = sentence.firstToken; i < sentence.lastToken; i++) {
      if ((bits[i]! & Is.negation) !== 0) negations[zoneOf(zones, i)]!++;
    }
    const role = roleOf(tokens, zones.last, sentence.lastToken);
    const near = positive[Zone.predicate]! - negative[Zone.predicate]!;
    const scope = near + positive[Zone.later]! - negative[Zone.later]!;
    const clause = clauses.find((each) => each.first <= zones.first && zones.first < each.last);
    const marks = clause?.marks ?? 0;

    const { rules } = this;
    let f = 0;
    rules[f++] = 1;
    rules[f++] = valence;
    rules[f++] = direction;
    rules[f++] = valence * direction;
    rules[f++] = direction * (valence === 0 ? 1 : 0);
    rules[f++] = directionAt < 0 ? 1 : 0;
    rules[f++] = next;
    rules[f++] = next / (1 + nextDistance / 4);
    rules[f++] = previous;
    rules[f++] = squash(total);
    for (let zone = 0; zone < ZONES; zone++) {
      rules[f++] = soft(positive[zone]!);
      rules[f++] = soft(negative[zone]!);
      rules[f++] = soft(up[zone]!);
      rules[f++] = soft(down[zone]!);
      rules[f++] = soft(negations[zone]!);
    }
    for (let r = 0; r < ROLES; r++) rules[f++] = r === role ? 1 : 0;
    for (let r = 0; r < ROLES; r++) rules[f++] = r === role ? squash(scope) : 0;
    rules[f++] = squash(near);
    rules[f++] = squash(scope);
    rules[f++] = evidence.length === 0 ? 1 : 0;
    rules[f++] = evidence.at(-1)?.score ?? 0;
    rules[f++] = clause?.conceded ? 1 : 0;
    rules[f++] = clause?.contrast ? 1 : 0;
    rules[f++] = (marks & Mark.wish) === 0 ? 0 : 1;
    rules[f++] = (marks & Mark.question) === 0 ? 0 : 1;
    rules[f++] = (marks & Mark.conditional) === 0 ? 0 : 1;
    rules[f++] = quoted ? 1 : 0;
    rules[f++] = scope === 0 ? squash(total) : 0;
    rules[f++] = Math.sign(scope);
    rules[f++] = scope === 0 ? 1 : 0;
    rules[f++] = soft(clauses.length);
    this.#hashWords(tokens, bits, sentence.firstToken, sentence.lastToken, zones, role);
    this.#hashHead(tokens, bits, zones, directionAt, directionLast);
    this.#hashCharacters(tokens, zones);
  }

  /** Hashes words and pairs of words by zone. */
  #hashWords(tokens: Tokens, bits: Int32Array, from: number, to: number, zones: Zones, role: number): void {
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
  #hashHead(tokens: Tokens, bits: Int32Array, zones: Zones, directionAt: number, directionLast: number): void {
    if (directionAt < 0 && directionLast < 0) return;
    const isName = (bits[zones.last - 1]! & Is.knownName) !== 0;
    const head = isName ? NAME : hashWord(tokens.lemma(zones.last - 1));
    const pair = (at: number, template: number) => {
      this.ids[this.length++] = slot(head ^ Math.imul(hashWord(tokens.lemma(at)), 0x9e3779b1), template);
    };
    if (directionAt >= 0) pair(directionAt, 30);
    if (directionLast >= 0) pair(directionLast, 31);
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

/** Whether growth of the target is good: of its own name, else of its head. */
function valenceOf(matches: readonly Match[], { first, last }: Zones): number {
  let valence = 0;
  for (const match of matches) {
    if (match.last > last || match.first < first) continue;
    if (match.kind === EntryKind.valence) valence = Math.sign(match.value);
    else if (match.kind === EntryKind.word && valence === 0) valence = match.value;
  }
  return valence;
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

function soft(value: number): number {
  return value / (1 + value);
}

/** From -1 to 1, keeping the sign. */
function squash(value: number): number {
  return value / (0.3 + Math.abs(value));
}
