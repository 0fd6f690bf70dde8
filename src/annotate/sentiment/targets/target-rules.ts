import { Is } from "../../../words/token-bits.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import { Mark } from "../rules/clause.ts";
import type { Evidence } from "../rules/evidence.ts";
import type { ReadSentence } from "../unit.ts";
import { type Growth, isGrowth } from "./growth.ts";
import { ROLES } from "./target-role.ts";
import { ZONES, Zone, type Zones, zoneOf } from "./zones.ts";

/** Number of rule features of a target. */
export const TARGET_FEATURES = 10 + ZONES * 5 + ROLES * 2 + 16;

/** A sentence around a target, and what part the target plays in it. */
export interface TargetScene {
  readonly bits: Int32Array;
  readonly read: ReadSentence;
  readonly zones: Zones;
  readonly role: number;
  readonly growth: Growth;
}

/** What the rules say of a target as numbers around 1, by zone; one is reused for many targets. */
export class TargetRules {
  readonly values = new Float64Array(TARGET_FEATURES);
  readonly #positive = new Float64Array(ZONES);
  readonly #negative = new Float64Array(ZONES);
  readonly #up = new Float64Array(ZONES);
  readonly #down = new Float64Array(ZONES);
  readonly #negations = new Float64Array(ZONES);
  /** How many values have been written. */
  #length = 0;

  fill(scene: TargetScene): void {
    this.#sumByZone(scene);
    const { evidence } = scene.read;
    const total = evidence.reduce((sum, { score }) => sum + score, 0);
    this.#length = 0;
    this.#writeAround(scene, total);
    this.#writeZones();
    const near = this.#positive[Zone.predicate]! - this.#negative[Zone.predicate]!;
    const scope = near + this.#positive[Zone.later]! - this.#negative[Zone.later]!;
    for (let role = 0; role < ROLES; role++) this.#put(Number(role === scene.role));
    for (let role = 0; role < ROLES; role++) this.#put(role === scene.role ? squash(scope) : 0);
    this.#put(squash(near));
    this.#put(squash(scope));
    this.#put(Number(evidence.length === 0));
    this.#put(evidence.at(-1)?.score ?? 0);
    this.#writeClause(scene);
    this.#put(scope === 0 ? squash(total) : 0);
    this.#put(Math.sign(scope));
    this.#put(Number(scope === 0));
    this.#put(soft(scene.read.clauses.length));
    // 食品部門は、菓子は落ちたものの、利益が増えた: all of the sentence speaks of what a comma sets apart, its end most of all.
    const topic = isTopic(scene);
    this.#put(topic ? squash(total) : 0);
    this.#put(topic ? Math.sign(evidence.at(-1)?.score ?? 0) : 0);
  }

  #put(value: number): void {
    this.values[this.#length++] = value;
  }

  #sumByZone({ bits, read, zones }: TargetScene): void {
    const positive = this.#positive.fill(0);
    const negative = this.#negative.fill(0);
    for (const { first, score } of read.evidence) {
      if (score > 0) positive[zoneOf(zones, first)]! += score;
      else negative[zoneOf(zones, first)]! -= score;
    }
    const up = this.#up.fill(0);
    const down = this.#down.fill(0);
    for (const match of read.matches) {
      if (!isGrowth(match)) continue;
      if (match.value > 0) up[zoneOf(zones, match.first)]! += match.value;
      else down[zoneOf(zones, match.first)]! -= match.value;
    }
    const negations = this.#negations.fill(0);
    const { firstToken, lastToken } = read.sentence;
    for (let i = firstToken; i < lastToken; i++) if ((bits[i]! & Is.negation) !== 0) negations[zoneOf(zones, i)]!++;
  }

  /** The target's own value, what grows about it, and the evidence next to it. */
  #writeAround({ read, zones, growth }: TargetScene, total: number): void {
    const valence = valenceOf(read.matches, zones);
    const { direction } = growth;
    this.#put(1);
    this.#put(valence);
    this.#put(direction);
    this.#put(valence * direction);
    this.#put(direction * Number(valence === 0));
    this.#put(Number(growth.first < 0));
    const { next, distance, previous } = neighbours(read.evidence, zones);
    this.#put(next);
    this.#put(next / (1 + distance / 4));
    this.#put(previous);
    this.#put(squash(total));
  }

  #writeZones(): void {
    for (let zone = 0; zone < ZONES; zone++) {
      this.#put(soft(this.#positive[zone]!));
      this.#put(soft(this.#negative[zone]!));
      this.#put(soft(this.#up[zone]!));
      this.#put(soft(this.#down[zone]!));
      this.#put(soft(this.#negations[zone]!));
    }
  }

  /** What the clause does with what it says, and whether somebody else says it. */
  #writeClause({ read: { clauses, quoted }, zones }: TargetScene): void {
    const clause = clauses.find(({ first, last }) => first <= zones.first && zones.first < last);
    const marks = clause?.marks ?? 0;
    this.#put(Number(clause?.conceded ?? false));
    this.#put(Number(clause?.contrast ?? false));
    this.#put(Number((marks & Mark.wish) !== 0));
    this.#put(Number((marks & Mark.question) !== 0));
    this.#put(Number((marks & Mark.conditional) !== 0));
    this.#put(Number(quoted));
  }
}

/** So far is the next evidence where there is none. */
const NOWHERE = 99;
/** Words between evidence and a target that it stands before. */
const BEFORE = 3;

/** Scores of the evidence next after a target, with its distance in words, and right before it. */
function neighbours(evidence: readonly Evidence[], zones: Zones): { next: number; distance: number; previous: number } {
  let next = 0;
  let distance = NOWHERE;
  let previous = 0;
  for (const { first, last, score } of evidence) {
    if (first >= zones.last && first - zones.last < distance) {
      distance = first - zones.last;
      next = score;
    }
    if (last <= zones.first && last >= zones.first - BEFORE) previous = score;
  }
  return { next, distance, previous };
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

/** Whether a comma sets the target apart as the topic of the sentence: 食品部門は、… */
function isTopic({ bits, read: { sentence }, zones: { last, clauseFirst } }: TargetScene): boolean {
  return (
    clauseFirst === sentence.firstToken &&
    last + 1 < sentence.lastToken &&
    (bits[last]! & Is.topic) !== 0 &&
    (bits[last + 1]! & Is.comma) !== 0
  );
}

function soft(value: number): number {
  return value / (1 + value);
}

/** From -1 to 1, keeping the sign. */
function squash(value: number): number {
  return value / (0.3 + Math.abs(value));
}
