import type { Tokens } from "../../../model/tokens.ts";
import { Is } from "../../../words/token-bits.ts";
import { Mark } from "../rules/clause.ts";
import type { ReadSentence } from "../unit.ts";
import { balanceOf, RuleSums, WordCounts } from "./rule-sums.ts";

/** Tokens `[first, last)` of a text, with the class bits of each token. */
export interface TokenRun {
  readonly tokens: Tokens;
  readonly bits: Int32Array;
  readonly first: number;
  readonly last: number;
}

/** What the features are made of. */
interface Found {
  readonly sums: RuleSums;
  readonly words: WordCounts;
  readonly run: TokenRun;
}

const has = ({ sums }: Found, mark: number): number => Number((sums.marks & mark) !== 0);

/** From 0 to 1, half way at 1. */
const soft = (value: number): number => value / (1 + value);

/** From this on a side is plainly there. */
const PLAIN = 0.2;

/** The features and how each is made. Trained models know them by their place: their order is part of the model. */
const FEATURES: readonly (readonly [name: string, make: (found: Found) => number])[] = [
  ["bias", () => 1],
  ["no evidence", ({ sums }) => Number(sums.count === 0)],
  ["positive", ({ sums }) => soft(sums.positive.sum)],
  ["negative", ({ sums }) => soft(sums.negative.sum)],
  ["balance", ({ sums }) => balanceOf(sums.positive.sum, sums.negative.sum)],
  ["balance, last sentence", ({ sums }) => sums.lastBalance],
  ["last evidence", ({ sums }) => sums.lastScore],
  ["first evidence", ({ sums }) => sums.firstScore],
  ["strongest positive", ({ sums }) => sums.positive.most],
  ["strongest negative", ({ sums }) => sums.negative.most],
  ["weaker side", ({ sums }) => soft(Math.min(sums.positive.sum, sums.negative.sum))],
  ["positive before but", ({ sums }) => soft(sums.positive.beforeBut)],
  ["negative before but", ({ sums }) => soft(sums.negative.beforeBut)],
  ["positive after but", ({ sums }) => soft(sums.positive.afterBut)],
  ["negative after but", ({ sums }) => soft(sums.negative.afterBut)],
  ["contrast", ({ sums }) => soft(sums.contrast)],
  ["trend up", ({ sums }) => soft(sums.positive.trend)],
  ["trend down", ({ sums }) => soft(sums.negative.trend)],
  ["growth of something unnamed", ({ sums }) => soft(sums.positive.loose)],
  ["decrease of something unnamed", ({ sums }) => soft(sums.negative.loose)],
  ["negated", ({ sums }) => soft(sums.negated)],
  ["negations", ({ words }) => soft(words.negations)],
  ["bare negation", ({ sums, words }) => (sums.count === 0 ? soft(words.negations) : 0)],
  ["conditional", (found) => has(found, Mark.conditional)],
  ["wish", (found) => has(found, Mark.wish)],
  ["regret", (found) => has(found, Mark.regret)],
  ["question", (found) => has(found, Mark.question)],
  ["hedge", (found) => has(found, Mark.hedge)],
  ["irony", (found) => has(found, Mark.irony)],
  ["quoted", ({ sums }) => Number(sums.quoted)],
  ["length", ({ run: { first, last } }) => Math.log2(1 + last - first) / 8],
  ["figures", ({ words }) => soft(words.figures)],
  ["ends in past", ({ run }) => Number(endsInPast(run))],
  ["both sides", ({ sums }) => Number(sums.positive.sum > PLAIN && sums.negative.sum > PLAIN)],
  ["clearly positive", ({ sums }) => Number(sums.positive.sum > PLAIN && sums.negative.sum === 0)],
  ["clearly negative", ({ sums }) => Number(sums.negative.sum > PLAIN && sums.positive.sum === 0)],
  ["adjectives", ({ words }) => soft(words.adjectives)],
];

/** What the rules say of a text, as numbers around 1; the names stand in the model card. */
export const RULE_FEATURES: readonly string[] = FEATURES.map(([name]) => name);

const MAKERS = FEATURES.map(([, make]) => make);

/** Fills `features` with what the rules say of sentences that cover the tokens of `run`. */
export function ruleFeatures(sentences: readonly ReadSentence[], run: TokenRun, features: Float64Array): void {
  const sums = new RuleSums();
  for (const sentence of sentences) sums.add(sentence);
  const found: Found = { sums, words: new WordCounts(run.bits, run.first, run.last), run };
  for (let i = 0; i < MAKERS.length; i++) features[i] = MAKERS[i]!(found);
}

/** Whether た ends it, before full stops and final particles. */
function endsInPast({ tokens, bits, first, last }: TokenRun): boolean {
  let end = last - 1;
  while (end > first && (bits[end]! & (Is.symbol | Is.final)) !== 0) end--;
  return end >= first && (bits[end]! & Is.auxiliary) !== 0 && tokens.surface(end) === "た";
}
