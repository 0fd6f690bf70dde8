import type { Bracket } from "../frame/brackets.ts";
import { type Frame, reads, sentenceEnd, sentenceStart } from "../frame/frame.ts";
import { sharedPredicate } from "../predicates/shared-predicate.ts";
import type { Predicate } from "../predicates/verb-predicate.ts";
import type { QuotationResources } from "../resources.ts";
import { type Source, sourceIn } from "./agents.ts";
import { type Governing, governingSubject } from "./governing-subject.ts";
import { type NextSentence, nextSentenceOf } from "./next-sentence.ts";

/** A bracket in its sentence: what the rules for its speaker and its kind look at, each thing read once, when it is asked for. */
export class Quote {
  readonly frame: Frame;
  /** Its item in the frame. */
  readonly item: number;
  readonly bracket: Bracket;
  /** Whether its words end like a sentence. */
  readonly sentenceLike: boolean;
  readonly predicate: Predicate;
  readonly resources: QuotationResources;
  #source: Source | null | undefined;
  #subject: Governing | null | undefined;
  #next: NextSentence | null | undefined;

  constructor(frame: Frame, item: number, bracket: Bracket, sentenceLike: boolean, resources: QuotationResources) {
    this.frame = frame;
    this.item = item;
    this.bracket = bracket;
    this.sentenceLike = sentenceLike;
    this.resources = resources;
    this.predicate = sharedPredicate(frame, item, sentenceLike, resources);
  }

  /** First item of its sentence. */
  get start(): number {
    return sentenceStart(this.frame, this.item);
  }

  /** Item after the last of its sentence. */
  get end(): number {
    return sentenceEnd(this.frame, this.item);
  }

  /** A source named before it: 気象庁によると. */
  get source(): Source | null {
    if (this.#source === undefined) this.#source = sourceIn(this.frame, this.start, this.item, this.resources);
    return this.#source;
  }

  /** The subject before it that governs it. */
  get subject(): Governing | null {
    if (this.#subject === undefined) this.#subject = governingSubject(this.frame, this.item, this.resources);
    return this.#subject;
  }

  /** The sentence after it, where that may report it. */
  get next(): NextSentence | null {
    if (this.#next === undefined) this.#next = nextSentenceOf(this.frame, this.item, this.resources);
    return this.#next;
  }

  /** Whether the item at a distance from it is written so: -1 is the one before. */
  beside(distance: number, written: string): boolean {
    return reads(this.frame, this.item + distance, written);
  }
}
