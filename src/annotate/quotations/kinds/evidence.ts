import { isNominal, W } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak, type Rank } from "../frame/rank.ts";
import { nounPhraseBefore } from "../phrases/noun-phrase.ts";
import type { QuotationResources } from "../resources.ts";
import type { Speaker } from "../speakers/decide-speaker.ts";
import type { Quote } from "../speakers/quote.ts";
import { sumOfFeatures, type WorkSide } from "./work-features.ts";

const ENDS_CLAUSE = /[、。!！?？…]/u;

/** A bracket and its speaker: what the signals for its kind look at. */
export class Evidence {
  readonly quote: Quote;
  readonly speaker: Speaker | null;
  /** The words between the brackets. */
  readonly words: string;
  #sentence: string | undefined;
  #likeWork: number | undefined;
  #wordsOfWorks: number | undefined;

  constructor(quote: Quote, speaker: Speaker | null) {
    const { frame, bracket } = quote;
    this.quote = quote;
    this.speaker = speaker;
    this.words = frame.text.slice(bracket.start, bracket.end);
  }

  /** The sentence that the bracket stands in. */
  get sentence(): string {
    if (this.#sentence === undefined) {
      const { frame, start, end } = this.quote;
      this.#sentence = frame.text.slice(frame.starts[start]!, frame.ends[end - 1]!).trimEnd();
    }
    return this.#sentence;
  }

  /** How far the words beside and in it are those of a work, by the learned weights: log odds. */
  get likeWork(): number {
    if (this.#likeWork === undefined && this.#isReported) this.#likeWork = 0;
    if (this.#likeWork === undefined) {
      const { workWeights, workFirsts } = this.quote.resources;
      const always = workWeights.get("always")?.get("") ?? 0;
      const weigh = (side: WorkSide, word: string) => workWeights.get(side)?.get(word) ?? 0;
      this.#likeWork = always + sumOfFeatures(this.quote, weigh, workFirsts);
    }
    return this.#likeWork;
  }

  /** How many words that go with works stand near it in its sentence. */
  get wordsOfWorks(): number {
    if (this.#wordsOfWorks === undefined) this.#wordsOfWorks = this.#isReported ? 0 : wordsOfWorks(this.quote);
    return this.#wordsOfWorks;
  }

  /** Whether a verb or noun reports it, so that it is no work. */
  get #isReported(): boolean {
    const { verbClass } = this.quote.predicate;
    return verbClass !== null && verbClass !== "name";
  }

  /** Whether the bracket is a sentence for itself. */
  get standsAlone(): boolean {
    const { frame, item, predicate } = this.quote;
    return predicate.tie === "stop" && frame.begins[item] === 1;
  }

  /** Whether it stands alone and has a comma or full stop in it. */
  get isLineOfDialogue(): boolean {
    return this.standsAlone && ENDS_CLAUSE.test(this.words);
  }

  /** Whether somebody was found who ranks at least so high. */
  isSaidBy(least: Rank): boolean {
    return this.speaker !== null && canSpeak(this.speaker.phrase, least);
  }

  /** The owner of mere words, 山田さんの「…」; null for a sentence. */
  get owner(): NounPhrase | null {
    const { frame, item, sentenceLike, resources } = this.quote;
    return !sentenceLike && frame.words[item - 1] === W.GENITIVE ? nounPhraseBefore(frame, item - 2, resources) : null;
  }
}

/** So many items before and behind a bracket may tell that it is of a work. */
const NEAR = 14;

function wordsOfWorks({ frame, item, start, end, resources }: Quote): number {
  let found = 0;
  const to = Math.min(end, item + NEAR);
  for (let at = Math.max(start, item - NEAR); at < to; at++) {
    const word = frame.words[at]!;
    if (!isNominal(word) && word !== W.VERB) continue;
    if (isOfWorks(frame, at, resources)) found++;
  }
  return found;
}

/** Whether a word that goes with works stands at an item. */
export function isOfWorks(frame: Frame, item: number, { workFirsts, workWords }: QuotationResources): boolean {
  const start = frame.starts[item]!;
  return workFirsts.near.mayStandAt(frame.text, start) && workWords.has(frame.text.slice(start, frame.ends[item]!));
}
