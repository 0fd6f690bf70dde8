import type { AnalyzedUnit } from "../../../model/analysis.ts";
import { overlaps, type Range } from "../../../model/span.ts";
import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../rules/token-classes.ts";

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
export function runsOf(
  { unit: { tokens }, bits, leanByToken, factor, first, last }: Leaning,
  taken: readonly Range[],
  least: number,
): Run[] {
  const runs: Run[] = [];
  const isTaken = (from: number, to: number) => {
    const range = { start: tokens.start(from), end: tokens.end(to - 1) };
    return taken.some((piece) => overlaps(piece, range));
  };
  let from = -1;
  let sum = 0;
  const close = (to: number) => {
    if (from >= 0 && Math.abs(sum) >= least && !isTaken(from, to)) {
      const run = wholeWords(tokens, bits, { first: from, last: to, lean: sum }, first, last, isTaken);
      if (run !== null) add(runs, run);
    }
    from = -1;
    sum = 0;
  };
  for (let i = first; i < last; i++) {
    const lean = leanByToken[i]! * factor;
    if (lean === 0 || (bits[i]! & BORDER) !== 0 || Math.abs(lean) < least / 4) {
      close(i);
      continue;
    }
    if (sum !== 0 && sum > 0 !== lean > 0) close(i);
    if (from < 0) from = i;
    sum += lean;
  }
  close(last);
  return runs.filter(({ lean }) => lean !== 0 && Math.abs(lean) >= least);
}

/** Joins a run with the one before it where they share a word, or stand side by side and lean alike. */
function add(runs: Run[], run: Run): void {
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

/** Widens a run to the borders of its words; null if only the end of a word is left of it, the rest being taken. */
function wholeWords(
  tokens: Tokens,
  bits: Int32Array,
  run: Run,
  low: number,
  high: number,
  isTaken: (from: number, to: number) => boolean,
): Run | null {
  let { first, last } = run;
  while (first > low && isInside(bits, first)) {
    if (isTaken(first - 1, first)) return null;
    first--;
  }
  while (last < high && goesOn(tokens, bits, last) && !isTaken(last, last + 1)) last++;
  return { first, last, lean: run.lean };
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
