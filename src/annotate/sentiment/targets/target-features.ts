import type { Tokens } from "../../../model/tokens.ts";
import { EntryKind } from "../lexicon/entry.ts";
import { foldUnit } from "../lexicon/fold.ts";
import type { Match } from "../lexicon/scan.ts";
import { SLOTS } from "../model/slots.ts";
import type { ReadSentence } from "../read-unit.ts";
import { Mark } from "../rules/clauses.ts";
import { Is } from "../rules/token-classes.ts";
import { ZONES, Zone, type Zones, zoneOf } from "./zones.ts";

/** Particles that tell the part a target plays. */
const PARTICLES = ["は", "が", "も", "を", "に", "の", "と", "から", "で", "より", "って", "、"] as const;
/** Stands for any known name, so that no name carries a feeling of its own. */
const NAME = 0x7f4a7c15;
const NONE = PARTICLES.length;
const ROLES = NONE + 1;

/** Number of rule features of a target. */
export const TARGET_FEATURES = 10 + ZONES * 5 + ROLES * 2 + 14;

/** What a linear model is given of a target: numbers of the rules and hashed words by zone. */
export interface TargetFeatures {
  readonly rules: Float64Array;
  /** Hashed words, and the token row each begins in. */
  readonly slots: Int32Array;
  readonly rows: Int32Array;
}

/** Describes a target by the clauses that speak of it. */
export function targetFeatures(tokens: Tokens, bits: Int32Array, read: ReadSentence, zones: Zones): TargetFeatures {
  const { sentence, clauses, evidence, matches } = read;
  const positive = new Float64Array(ZONES);
  const negative = new Float64Array(ZONES);
  const up = new Float64Array(ZONES);
  const down = new Float64Array(ZONES);
  const negations = new Float64Array(ZONES);
  let next = 0;
  let nextDistance = 99;
  let previous = 0;
  for (const { first, last, score } of evidence) {
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
  const total = evidence.reduce((sum, { score }) => sum + score, 0);
  const last = evidence.at(-1)?.score ?? 0;
  const clause = clauses.find((each) => each.first <= zones.first && zones.first < each.last);

  const rules = new Float64Array(TARGET_FEATURES);
  let f = 0;
  const put = (value: number) => {
    rules[f++] = value;
  };
  put(1);
  put(valence);
  put(direction);
  put(valence * direction);
  put(direction * (valence === 0 ? 1 : 0));
  put(directionAt < 0 ? 1 : 0);
  put(next);
  put(next / (1 + nextDistance / 4));
  put(previous);
  put(squash(total));
  for (let zone = 0; zone < ZONES; zone++) {
    put(soft(positive[zone]!));
    put(soft(negative[zone]!));
    put(soft(up[zone]!));
    put(soft(down[zone]!));
    put(soft(negations[zone]!));
  }
  for (let r = 0; r < ROLES; r++) put(r === role ? 1 : 0);
  for (let r = 0; r < ROLES; r++) put(r === role ? squash(scope) : 0);
  put(squash(near));
  put(squash(scope));
  put(evidence.length === 0 ? 1 : 0);
  put(last);
  put(clause?.conceded ? 1 : 0);
  put(clause?.contrast ? 1 : 0);
  put(((clause?.marks ?? 0) & Mark.wish) === 0 ? 0 : 1);
  put(((clause?.marks ?? 0) & Mark.question) === 0 ? 0 : 1);
  put(((clause?.marks ?? 0) & Mark.conditional) === 0 ? 0 : 1);
  put(read.quoted ? 1 : 0);
  put(scope === 0 ? squash(total) : 0);
  put(Math.sign(scope));
  put(scope === 0 ? 1 : 0);
  put(soft(clauses.length));
  return {
    rules,
    ...slotsOf(tokens, bits, sentence.firstToken, sentence.lastToken, zones, role, directionAt, directionLast),
  };
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

function roleOf(tokens: Tokens, at: number, last: number): number {
  if (at >= last) return NONE;
  const index = (PARTICLES as readonly string[]).indexOf(tokens.surface(at));
  return index < 0 ? NONE : index;
}

/** Hashes words and pairs by zone, characters of the zones that speak of the target, and its head with its direction. */
function slotsOf(
  tokens: Tokens,
  bits: Int32Array,
  from: number,
  to: number,
  zones: Zones,
  role: number,
  directionAt: number,
  directionLast: number,
): Pick<TargetFeatures, "slots" | "rows"> {
  const ids: number[] = [];
  const rows: number[] = [];
  let previous = 0;
  for (let i = from; i < to; i++) {
    if ((bits[i]! & (Is.polite | Is.period | Is.comma | Is.bracket)) !== 0) continue;
    const zone = zoneOf(zones, i);
    const isName = (bits[i]! & Is.knownName) !== 0;
    const word = isName ? NAME : hashWord((bits[i]! & Is.inflected) !== 0 ? tokens.lemma(i) : tokens.surface(i));
    if ((bits[i]! & Is.number) === 0) ids.push(slot(word, 1 + zone));
    ids.push(slot(word ^ Math.imul(previous, 0x9e3779b1), 11 + zone));
    if (zone === Zone.predicate || zone === Zone.later) ids.push(slot(word, 40));
    if (zone === Zone.predicate && i < zones.last + 12) ids.push(slot(word, 50 + role));
    previous = word;
    while (rows.length < ids.length) rows.push(i);
  }
  const isName = (bits[zones.last - 1]! & Is.knownName) !== 0;
  const head = isName ? NAME : hashWord(tokens.lemma(zones.last - 1));
  if (directionAt >= 0) ids.push(slot(head ^ Math.imul(hashWord(tokens.lemma(directionAt)), 0x9e3779b1), 30));
  if (directionLast >= 0) ids.push(slot(head ^ Math.imul(hashWord(tokens.lemma(directionLast)), 0x9e3779b1), 31));
  while (rows.length < ids.length) rows.push(Math.max(directionAt, zones.first));
  const { text } = tokens;
  let row = zones.last;
  const end = zones.laterEnd > zones.last ? tokens.end(zones.laterEnd - 1) : tokens.end(zones.last - 1);
  for (let i = tokens.end(zones.last - 1); i < end; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < end && j < i + 4; j++) {
      hash = Math.imul(hash ^ digit(foldUnit(text.charCodeAt(j))), 0x01000193);
      if (j > i) ids.push(slot(hash, 32 + j - i));
    }
    while (tokens.end(row) <= i) row++;
    while (rows.length < ids.length) rows.push(row);
  }
  return { slots: Int32Array.from(ids), rows: Int32Array.from(rows) };
}

function digit(code: number): number {
  return code >= 0x30 && code <= 0x39 ? 0x30 : code;
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
