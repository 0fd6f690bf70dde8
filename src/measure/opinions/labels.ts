import type { Mention } from "../../model/layers.ts";
import { centralityOf } from "./centrality.ts";
import { evenly } from "./evenly.ts";
import type { FoundOpinions } from "./find-opinions.ts";
import type { Item } from "./items.ts";
import { type Candidate, joinedNouns } from "./joined-nouns.ts";
import { clauseWorth, isPast } from "./words/clause-worth.ts";
import { type Clause, eachClause } from "./words/clauses.ts";
import { C } from "./words/content.ts";
import { loadLabelWords } from "./words/label-words.ts";
import { isThing } from "./words/noun-phrases.ts";
import type { Salience } from "./words/salience.ts";
import { eachTerm } from "./words/terms.ts";

/** What a term weighs more where it is somebody's or something's name. */
const NAMED = 0.3;
/** What a clause weighs more or less by the kind of its claim: wishes and judgements tell an opinion, stories an example of it. */
const KINDS: Readonly<Record<Item["claim"]["kind"], number>> = {
  proposal: 1.3,
  claim: 1.15,
  reason: 1.1,
  question: 0.7,
  experience: 0.6,
  report: 0.6,
  other: 0.3,
};
/** What a clause weighs where its claim speaks of the writer's own house. */
const OWN_HOUSE = 0.7;
const SPEAKER =
  /^(?:私|わたし|僕|ぼく|俺|自分|うち|我が家|妻|夫|嫁|旦那|主人|息子|娘|長男|長女|次男|次女|孫|祖母|祖父|母|父)$/u;
/**
 * What a clause weighs falls with this power of how typical its claim is: with the first, labels came from a comment of the
 * opinion's commonest argument hardly more often than by chance (`npm run accuracy -- opinions` tells how often they do).
 */
const TYPICAL = 4;
/** Of fewer comments who is typical is told by too few: the first power. */
const TOLD_BY = 6;
/** A clause of the least typical claim weighs this much of one of the most typical. */
const FARTHEST = 0.02;
/** What a clause is worth at most that its writer turns down, or that is a piece of what somebody else said. */
const TURNED_DOWN = 0.3;
/** A label is sought in so many claims of an opinion at most, evenly from all. */
const READ = 2000;
/** Candidates that stay in the running for an opinion. */
const KEPT = 60;
const SHORTEST = 6;
const LONGEST = 24;
/** Up to so many comments a word that one of them has tells the opinion, too; in others it weighs less. */
const SMALL = 3;
const DETAIL = 0.4;
/** From so many comments on a noun of the label stands in three of them. */
const LARGE = 15;

/**
 * Returns a label for each of some sets of claims: a noun phrase with its predicate, verbatim from a typical claim, with a
 * noun that several comments have, in the last resort in any case or told of the past; where there is none, two of their
 * commonest nouns (西分館・公民館); where they have no noun in common, any clause. No two are alike.
 */
export function labelsOf(
  found: FoundOpinions,
  sets: readonly (readonly number[])[],
  saliences: readonly Salience[],
): string[] {
  const words: LabelWords = { named: namesOf(found), empty: loadLabelWords() };
  const taken: Candidate[] = [];
  return sets.map((members, k) => {
    const salience = saliences[k]!;
    const isFree = (candidate: Candidate) => !taken.some((other) => alike(candidate, other));
    const label =
      clausesOf(found, members, salience, words, { fewest: fewestOf(salience) }).find(isFree) ??
      clausesOf(found, members, salience, words, { fewest: fewestOf(salience), loose: true }).find(isFree) ??
      joinedNouns(found, members, salience, words.empty).find(isFree) ??
      clausesOf(found, members, salience, words, { fewest: 0 }).find(isFree) ??
      beginning(found, members, taken);
    taken.push(label);
    return label.text;
  });
}

interface LabelWords {
  readonly named: ReadonlySet<string>;
  /** Words that say nothing of what an opinion is about. */
  readonly empty: ReadonlySet<string>;
}

/** Returns how many comments have a noun that an opinion is called by. */
function fewestOf({ size }: Salience): number {
  return size >= LARGE ? 3 : Math.min(2, size);
}

/** What is asked of a clause. */
interface ClauseTerms {
  /** How many comments one of its nouns stands in. */
  readonly fewest: number;
  /** Whether its noun may stand in any case, and a detail of the past will do. */
  readonly loose?: boolean;
}

function clausesOf(
  found: FoundOpinions,
  members: readonly number[],
  salience: Salience,
  words: LabelWords,
  { fewest, loose = false }: ClauseTerms,
): Candidate[] {
  const { sayings, content, original, likeness } = found;
  const best = new Map<string, Candidate>();
  const own = evenly(
    members.filter((i) => original[sayings.items[i]!.voice] === sayings.items[i]!.voice),
    READ,
  );
  const central = centralityOf(likeness, own, members);
  const power = salience.size < TOLD_BY ? 1 : TYPICAL;
  for (const [n, i] of own.entries()) {
    const { voice, rows, claim } = sayings.items[i]!;
    const { tokens, text } = sayings.voices[voice]!.unit;
    const told =
      (FARTHEST + (1 - FARTHEST) * central[n]! ** power) * KINDS[claim.kind] * (isOwnHouse(found, i) ? OWN_HOUSE : 1);
    const consider = (clause: Clause): void => {
      const label = text.slice(tokens.start(clause[0]), tokens.end(clause[1] - 1));
      if (label.length < SHORTEST || label.length > LONGEST || !isClosed(label)) return;
      const { weight, terms, nouns, common, details } = weigh(found, i, clause, salience, words);
      if (nouns < fewest || weight === 0) return;
      if (fewest > 1 && !loose && isPast(tokens, clause[1]) && details >= common) return;
      const worth = clauseWorth(tokens, clause, rows);
      if (fewest > 1 && worth < TURNED_DOWN) return;
      const score = (told * weight * worth) / Math.sqrt(3 + common + details);
      const known = best.get(label);
      if (known === undefined || known.score < score) best.set(label, { text: label, score, terms });
    };
    eachClause(tokens, rows, content, consider, { anyCase: loose });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1)).slice(0, KEPT);
}

/**
 * Returns what the terms of a clause weigh, how many of its words others of the opinion's comments have and how many none has, and the
 * most comments that have one of its nouns: -1 where it begins or ends with an empty word.
 */
function weigh(
  { sayings, content }: FoundOpinions,
  i: number,
  clause: Clause,
  { weights, comments, size }: Salience,
  { named, empty }: LabelWords,
) {
  const { tokens } = sayings.voices[sayings.items[i]!.voice]!.unit;
  const terms = new Set<string>();
  let [weight, nouns, common, details, lastWord] = [0, 0, 0, 0, ""];
  eachTerm(tokens, clause, content, (term, row) => {
    const isWord = term === content.lemma(tokens, row);
    if (isWord) lastWord = term;
    if (terms.has(term) || empty.has(term)) return;
    terms.add(term);
    const own = weights.get(term) ?? 0;
    const isDetail = size > SMALL && (comments.get(term) ?? 0) < 2;
    weight += own * (named.has(term) ? 1 + NAMED : 1) * (isDetail ? DETAIL : 1);
    if (isWord && isDetail) details++;
    else if (isWord) common++;
    if (own > 0 && content.kind(tokens, row) === C.noun && isThing(tokens.pos(row)))
      nouns = Math.max(nouns, comments.get(term) ?? 0);
  });
  if (empty.has(lastWord) || empty.has(content.lemma(tokens, clause[0]))) nouns = -1;
  return { weight, terms, nouns, common, details };
}

/** Whether every bracket that a label opens or closes has its other half. */
function isClosed(label: string): boolean {
  let depth = 0;
  for (const letter of label) {
    if (/\p{Ps}/u.test(letter)) depth++;
    else if (/\p{Pe}/u.test(letter) && --depth < 0) return false;
  }
  return depth === 0;
}

function isOwnHouse({ sayings }: FoundOpinions, i: number): boolean {
  const { rows, voice } = sayings.items[i]!;
  const { tokens } = sayings.voices[voice]!.unit;
  for (let row = rows[0]; row < rows[1]; row++) if (SPEAKER.test(tokens.surface(row))) return true;
  return false;
}

/** Whether two labels say the same: one is part of the other, or they share most of their words. */
function alike(a: Candidate, b: Candidate): boolean {
  if (a.text.includes(b.text) || b.text.includes(a.text)) return true;
  const both = [...a.terms].filter((term) => b.terms.has(term)).length;
  return both > 0 && both >= 0.6 * Math.min(a.terms.size, b.terms.size);
}

/** Returns the beginning of the first claim of some length that no other label is the same as. */
function beginning({ sayings }: FoundOpinions, members: readonly number[], taken: readonly Candidate[]): Candidate {
  const texts = members.map((i) => {
    const { rows, voice } = sayings.items[i]!;
    const { tokens, text } = sayings.voices[voice]!.unit;
    let last = rows[0] + 1;
    while (last < rows[1] && tokens.end(last) - tokens.start(rows[0]) <= LONGEST) last++;
    return text.slice(tokens.start(rows[0]), tokens.end(last - 1)).replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, "");
  });
  const free = texts.filter((one) => one !== "" && !taken.some((other) => other.text === one));
  // 「あ、本当だ」 says less than what is said behind it.
  const text = free.find((one) => one.length >= SHORTEST) ?? free[0] ?? texts[0] ?? "";
  return { text, score: 0, terms: new Set() };
}

/** Returns the names of people, groups, places and things that claims speak of, in one form. */
function namesOf({ sayings }: FoundOpinions): ReadonlySet<string> {
  const mentions = new Set<readonly Mention[]>(sayings.voices.map(({ analysis }) => analysis.mentions));
  return new Set([...mentions].flatMap((some) => some.map(({ text }) => text.normalize("NFKC").toLowerCase())));
}
