import type { Frame } from "../frame/frame.ts";
import type { Subject } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import type { QuotationResources } from "../resources.ts";
import { type Source, sourceIn } from "../speakers/agents.ts";
import { subjectsOutside } from "./bound-within.ts";
import type { NamedClosing } from "./closing-at.ts";
import { firstSpeaker } from "./first-speaker.ts";

/** Words without brackets that may be reported: what the rules for who tells them look at, each thing read once, when it is asked for. */
export class Report {
  readonly frame: Frame;
  /** First item of the sentence. */
  readonly sentence: number;
  /** First item that no report before it has used. */
  readonly start: number;
  readonly closing: NamedClosing;
  readonly resources: QuotationResources;
  #source: Source | null | undefined;
  #subject: Subject | null | undefined;

  constructor(frame: Frame, sentence: number, start: number, closing: NamedClosing, resources: QuotationResources) {
    this.frame = frame;
    this.sentence = sentence;
    this.start = start;
    this.closing = closing;
    this.resources = resources;
  }

  /** A source named before the words: 気象庁によると. */
  get source(): Source | null {
    if (this.#source === undefined) {
      const from = this.closing.hearsay === true ? this.sentence : this.start;
      this.#source = sourceIn(this.frame, from, this.closing.item, this.resources);
    }
    return this.#source;
  }

  /** The subject before the words that governs their verb. */
  get subject(): Subject | null {
    if (this.#subject === undefined) {
      const { frame, closing, resources } = this;
      const outside = subjectsOutside(frame, this.subjectsBefore, closing.item, resources);
      const speaking = outside.filter(({ phrase }) => canSpeak(phrase, "unknown"));
      this.#subject = firstSpeaker(this.frame, speaking, this.resources);
    }
    return this.#subject;
  }

  /** Subjects between the words and their verb. */
  get subjectsBehind(): readonly Subject[] {
    const { from, item } = this.closing.predicate;
    return subjectsIn(this.frame, from - 1, item, this.resources);
  }

  /** Whether its verb reports only where somebody is named who speaks. */
  get isWeak(): boolean {
    const { verb, verbClass, item } = this.closing.predicate;
    return (
      verb === "考える" ||
      verbClass === "think" ||
      this.resources.words.weak.includes(verb ?? "") ||
      verbClass === "ask" ||
      verbClass === "emote" ||
      (verb === "言う" && this.frame.text[this.frame.starts[item] ?? 0] !== "言")
    );
  }

  private get subjectsBefore(): readonly Subject[] {
    return subjectsIn(this.frame, this.start, this.closing.item, this.resources);
  }
}
