import type { AnalyzedUnit } from "../../../model/analysis.ts";
import type { Range } from "../../../model/span.ts";
import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";

/** Where n-grams lean, and how much a step of the model's weights is there. */
export interface Leaning {
  readonly unit: AnalyzedUnit;
  readonly bits: Int32Array;
  readonly leanByToken: Int32Array;
  readonly factor: number;
  /** The tokens `[first, last)` to look at. */
  readonly first: number;
  readonly last: number;
}

/** A stretch of whole words that leans to positive (above 0) or negative; tokens `[first, last)`. */
export interface Run {
  first: number;
  last: number;
  /** In logits between positive and negative. */
  lean: number;
}

/**
 * The stretches of tokens that lean to one side by at least `least`, clear of spans `taken`.
 *
 * N-grams begin and end anywhere, and so does their lean; readers are shown whole words, with neighbours as one.
 */
export function runsOf(leaning: Leaning, taken: readonly Range[], least: number): Run[] {
  const { bits, leanByToken, factor, first, last } = leaning;
  const runs: Run[] = [];
  let from = -1;
  let sum = 0;
  for (let i = first; i <= last; i++) {
    let lean = i === last || (bits[i]! & BORDER) !== 0 ? 0 : leanByToken[i]! * factor;
    if (Math.abs(lean) < least / 4) lean = 0;
    if (from >= 0 && (lean === 0 || sum > 0 !== lean > 0)) {
      if (Math.abs(sum) >= least) add(runs, wholeWords(leaning, taken, from, i, sum));
      from = -1;
      sum = 0;
    }
    if (lean === 0) continue;
    if (from < 0) from = i;
    sum += lean;
  }
  return runs.every(({ lean }) => isEnough(lean, least)) ? runs : runs.filter(({ lean }) => isEnough(lean, least));
}

function isEnough(lean: number, least: number): boolean {
  return lean !== 0 && Math.abs(lean) >= least;
}

/** Joins a run with the one before it where they share a word, or stand side by side and lean alike. */
function add(runs: Run[], run: Run | null): void {
  if (run === null) return;
  const previous = runs.at(-1);
  const isShared = previous !== undefined && run.first < previous.last;
  const isNext = previous !== undefined && run.first === previous.last && run.lean > 0 === previous.lean > 0;
  if (previous === undefined || !(isShared || isNext)) {
    runs.push(run);
    return;
  }
  previous.first = Math.min(previous.first, run.first);
  previous.last = Math.max(previous.last, run.last);
  previous.lean += run.lean;
}

/** Widens the run of tokens `[from, to)` to the borders of its words; null if it, or the beginning of a word, is taken. */
function wholeWords(
  { unit: { tokens }, bits, first, last }: Leaning,
  taken: readonly Range[],
  from: number,
  to: number,
  lean: number,
): Run | null {
  if (isTaken(tokens, taken, from, to)) return null;
  let low = from;
  let high = to;
  while (low > first && isInside(bits, low)) {
    low--;
    if (isTaken(tokens, taken, low, low + 1)) return null;
  }
  while (high < last && goesOn(tokens, bits, high) && !isTaken(tokens, taken, high, high + 1)) high++;
  return { first: low, last: high, lean };
}

function isTaken(tokens: Tokens, taken: readonly Range[], from: number, to: number): boolean {
  const start = tokens.start(from);
  const end = tokens.end(to - 1);
  for (const piece of taken) if (piece.start < end && start < piece.end) return true;
  return false;
}

/** Tells whether a token belongs to a word, with its particles, that began before it. */
function isInside(bits: Int32Array, i: number): boolean {
  const own = bits[i]!;
  const before = bits[i - 1]!;
  if (((own | before) & (BORDER | Is.symbol | Is.conjunction)) !== 0) return false;
  return (own & (Is.auxiliary | Is.particle | Is.dependent)) !== 0 || isCompound(own, before);
}

/** Tells whether a word goes on with a token: its ending, but no particle save て. */
function goesOn(tokens: Tokens, bits: Int32Array, i: number): boolean {
  const own = bits[i]!;
  const before = bits[i - 1]!;
  if (((own | before) & (BORDER | Is.symbol | Is.conjunction)) !== 0) return false;
  if ((own & Is.conjunctive) !== 0) {
    const code = tokens.text.charCodeAt(tokens.start(i));
    return (code === TE || code === DE) && tokens.end(i) - tokens.start(i) === 1;
  }
  if ((own & Is.particle) !== 0) return false;
  return (own & (Is.auxiliary | Is.dependent)) !== 0 || isCompound(own, before);
}

/** Compound nouns and verbs, nouns with する, words with a prefix. */
function isCompound(own: number, before: number): boolean {
  if ((before & Is.prefix) !== 0) return true;
  if ((own & Is.noun) !== 0) return (before & Is.noun) !== 0;
  return (own & Is.verb) !== 0 && ((before & Is.sahen) !== 0 || (before & VERB_STEM) === VERB_STEM);
}

const BORDER = Is.comma | Is.period | Is.bracket | Is.number;
const VERB_STEM = Is.verb | Is.continuative;
const TE = "て".charCodeAt(0);
const DE = "で".charCodeAt(0);
