import { W } from "../../../words/word-class.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak, type Rank } from "../frame/rank.ts";
import { nounPhraseBefore } from "../phrases/noun-phrase.ts";
import type { Speaker } from "../speakers/decide-speaker.ts";
import type { Quote } from "../speakers/quote.ts";
import { workFeatures } from "./work-features.ts";

const ENDS_CLAUSE = /[、。!！?？…]/u;

/** A bracket and its speaker: what the signals for its kind look at. */
export class Evidence {
  readonly quote: Quote;
  readonly speaker: Speaker | null;
  /** The words between the brackets. */
  readonly words: string;
  #sentence: string | undefined;
  #likeWork: number | undefined;

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
    if (this.#likeWork === undefined) {
      const { workWeights } = this.quote.resources;
      let sum = workWeights.get("always") ?? 0;
      workFeatures(this.quote, (feature) => {
        sum += workWeights.get(feature) ?? 0;
      });
      this.#likeWork = sum;
    }
    return this.#likeWork;
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
