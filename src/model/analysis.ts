import type { DateValue, Discussion } from "./discussion.ts";
import type {
  Citation,
  Claim,
  Consideration,
  DateMention,
  Entity,
  Mention,
  Quotation,
  Reference,
  Sentiment,
  Side,
  Stance,
} from "./layers.ts";
import type { Sentence, Tokens } from "./tokens.ts";

/** A piece of text with an id, its tokens and its sentences: what every annotator reads. */
export interface AnalyzedUnit {
  /** `article`, `c1`, `c2`, … */
  readonly id: string;
  readonly text: string;
  /** When it was written: the article's publication or the comment's own date. */
  readonly date: DateValue | null;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/** A discussion with all its layers, each ordered by unit (page order), then start. */
export interface Analysis {
  readonly discussion: Discussion;
  /** The article first, then the comments in page order. */
  readonly units: readonly AnalyzedUnit[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly citations: readonly Citation[];
  readonly quotations: readonly Quotation[];
  readonly references: readonly Reference[];
  readonly dates: readonly DateMention[];
  readonly sentiments: readonly Sentiment[];
  readonly stances: readonly Stance[];
  readonly claims: readonly Claim[];
  readonly considerations: readonly Consideration[];
  /** Of each comment toward each proposition that was given; empty without one. */
  readonly sides: readonly Side[];
}
