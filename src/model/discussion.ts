import type { Range } from "./span.ts";

/** How exact a date is. `part` is a part of a month (上旬, 末). */
export type Precision =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "part"
  | "month"
  | "season"
  | "year"
  | "decade"
  | "century";

/** A date or time as the page gives it: local time, an offset kept, nothing converted to UTC. */
export interface DateValue {
  /** ISO 8601, as long as `precision` allows: `2022-09-15`, `2022-09-15T12:34`, `2022-09-15T12:34:56+09:00`. */
  readonly value: string;
  readonly precision: Precision;
}

/** When the article was published, and how that is known. */
export interface Published extends DateValue {
  /** `page`: the page says so; `earliest-comment`: inferred; `option`: given by the caller. */
  readonly from: "page" | "earliest-comment" | "option";
}

/** Something that a reader of the data should know: a repair, an ambiguity and how it was settled, a loss. */
export interface Note {
  readonly code: string;
  readonly message: string;
}

/** A link in a text; its anchor text is the text of the range. */
export interface Link extends Range {
  readonly url: string;
}

/** The reading that a page prints above or beside a word (ruby); the range is that of the word. */
export interface Ruby extends Range {
  readonly reading: string;
}

/** What a source says of a comment beside its words, by the source's own names: answers, age, ward, plan. */
export type Attributes = Readonly<Record<string, string>>;

/** Named vote counts: `up` likes, `down` dislikes, others by their own name; `null` where the page shows none. */
export type Reactions = Readonly<Record<string, number | null>>;

export interface Article {
  readonly title: string;
  readonly category: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: Published | null;
  /** Paragraphs joined by one blank line. */
  readonly text: string;
  readonly links: readonly Link[];
  /** Printed readings, in the order of the text. */
  readonly ruby: readonly Ruby[];
  readonly notes: readonly Note[];
}

export interface Comment {
  /** `c1`, `c2`, … in page order. */
  readonly id: string;
  /** The page's own id. */
  readonly sourceId: string | null;
  /** Place on the page, from 0. */
  readonly order: number;
  /** The `id` of the comment that this one answers. */
  readonly replyTo: string | null;
  /** 0 for a top-level comment. */
  readonly depth: number;
  readonly author: string | null;
  readonly posted: DateValue | null;
  readonly reactions: Reactions;
  /** What the source says of the comment beside its words; personal data never. */
  readonly attributes: Attributes;
  /** Lines as written; `<br>` is one line break, a paragraph one blank line. */
  readonly text: string;
  readonly links: readonly Link[];
  /** Printed readings, in the order of the text. */
  readonly ruby: readonly Ruby[];
  readonly notes: readonly Note[];
}

/** What stands on the page beside article and comments, and why it is taken for that. */
export interface Furniture {
  /** navigation, related, trackbacks, latest, share, form, sidebar, footer, pingback, other … */
  readonly kind: string;
  readonly text: string;
}

/** Where a discussion came from. */
export interface Source {
  readonly path: string | null;
  /** The name of the format that read it: `page-text`, `wordpress-tcd`, … */
  readonly format: string;
  /** WHATWG name of the encoding that decoded the bytes; `null` when a string was given. */
  readonly encoding: string | null;
  /** Of the bytes (of the UTF-8 bytes when a string was given), 64 hex digits. */
  readonly sha256: string;
  /** Notes on decoding: an overruled declaration, a loss. */
  readonly notes: readonly Note[];
}

/** Where a piece of the decoded input went (promise 2): every non-blank line or visible text node has exactly one row. */
export interface TraceRow extends Range {
  /** `article`, `c1`, … or `furniture`. */
  readonly place: string;
  /** title, category, body, author, date, votes, … or the furniture's kind. */
  readonly reason: string;
}

/** One article and its comment thread, from one page. */
export interface Discussion {
  readonly schema: "yoron/discussion@1";
  /** First 12 hex digits of the source's sha256, then -2, -3 … when a source holds several. */
  readonly id: string;
  readonly source: Source;
  readonly article: Article;
  readonly comments: readonly Comment[];
  readonly furniture: readonly Furniture[];
  /** Present when asked for by `{ trace: true }`. */
  readonly trace?: readonly TraceRow[];
}

/** The id of the article among a discussion's units. */
export const ARTICLE = "article";
