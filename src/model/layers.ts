import type { DateValue } from "./discussion.ts";
import { ENTITY_LABELS, type EntityLabel } from "./labels.ts";
import type { Span } from "./span.ts";

export { ENTITY_LABELS, type EntityLabel };

/** What every layer says of its results: which rule or model made it, and how sure it is. */
export interface Why {
  /** Name of the rule, gazetteer or model. */
  readonly by: string;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** Somebody or something spoken of in a discussion. */
export interface Entity {
  /** ISO code or other stable id where a gazetteer has one (`KZ`), else local: `e1`, `e2`, … in order of first mention. */
  readonly id: string;
  /** Canonical name: 習近平, カザフスタン. */
  readonly name: string;
  readonly label: EntityLabel;
  /** From the title that goes with a person: 主席. */
  readonly role: string | null;
  /** Whether lists and charts show it: people, groups, places, works and things; times, figures, bare titles and languages are not. */
  readonly shown: boolean;
}

/** One place where an entity is spoken of. Names only; pronouns and bare titles have a lower confidence. */
export interface Mention extends Span, Why {
  readonly text: string;
  readonly label: EntityLabel;
  /** Id of the {@link Entity}. */
  readonly entity: string;
}

export type CitationRole = "source" | "image-credit" | "related" | "inline" | "link";

/** A source that the article or a comment names. The span is that of the title, outlet or link text. */
export interface Citation extends Span, Why {
  readonly text: string;
  readonly role: CitationRole;
  readonly title: string | null;
  readonly outlet: string | null;
  /** Holder of the rights of an image. */
  readonly holder: string | null;
  readonly licence: string | null;
  /** BCP 47 code of the title's language. */
  readonly language: string | null;
  readonly url: string | null;
}

/** What words in brackets are: somebody's words, the name of a work, a term, words held at arm's length. */
export const QUOTATION_KINDS = ["speech", "title", "term", "scare"] as const;
export type QuotationKind = (typeof QUOTATION_KINDS)[number];

/** Somebody's words in the text; the span excludes the brackets. */
export interface Quotation extends Span, Why {
  readonly text: string;
  readonly kind: QuotationKind;
  /** True for reported words that stand in no brackets. */
  readonly indirect: boolean;
  /** Where the speaker is named (possibly in an earlier sentence), with `text` as written and `name` without title. */
  readonly speaker: (Span & { readonly text: string; readonly name: string }) | null;
  /** Id of the speaker's {@link Entity}, where there is one. */
  readonly entity: string | null;
  /** Dictionary form of the speech verb: 述べる. */
  readonly verb: string | null;
  /** Where it was said: EURACTIV, Telegraph紙. */
  readonly outlet: string | null;
}

/** How quoted words differ from the original. */
export type ReferenceChange = "exact" | "width" | "ending" | "partial" | "elided" | "reworded" | "anchor";

/** A comment taking up words of the article or of another comment, aligned to the exact span. */
export interface Reference extends Span, Why {
  readonly text: string;
  /** Unit id: `article`, `c3`. */
  readonly target: string;
  /** Null for `>>12`, which points to the whole comment. */
  readonly targetStart: number | null;
  readonly targetEnd: number | null;
  /** In [0, 1]; 1 for the same characters. */
  readonly similarity: number;
  readonly change: ReferenceChange;
}

/** How exact a date in the text is; `vague` where no calendar bounds it (昔, 先日, 数年前), which then has no value. */
export type MentionPrecision = DateValue["precision"] | "vague";

/** A date, time or period in the text, resolved against the unit's own date where something anchors it. */
export interface DateMention extends Span, Why {
  readonly text: string;
  /** ISO 8601 or an interval `a/b` of two; null if nothing anchors it. */
  readonly value: string | null;
  readonly precision: MentionPrecision;
  /** What it was resolved from: itself, the date of publication, the comment's own date, a date said before. */
  readonly from: "text" | "published" | "posted" | "context" | null;
}

export type SentimentLabel = "positive" | "neutral" | "negative" | "mixed";

/** Feelings that entries of the lexicon may name. */
export const EMOTIONS = [
  "joy",
  "love",
  "admiration",
  "gratitude",
  "relief",
  "trust",
  "surprise",
  "anger",
  "contempt",
  "disgust",
  "fear",
  "sadness",
  "shame",
  "boredom",
] as const;
export type Emotion = (typeof EMOTIONS)[number];

/** A span that moved a score, by how much in the end, and through which rules. */
export interface SentimentEvidence extends Span {
  readonly text: string;
  /** Contribution after negation, degree and the like, in [-1, 1]. */
  readonly score: number;
  /** Lexicon entry and the rules applied to it, in order: `期待 +0.5 × 裏切る → -0.7 (frame)`. */
  readonly why: string;
  /** The feeling that the lexicon's entry names; null where it names none, or where a rule turned or unmade the word. */
  readonly emotion: Emotion | null;
}

/** How a unit, a sentence, or what is said of a target feels. */
export interface Sentiment extends Span {
  readonly scope: "unit" | "sentence" | "target";
  /** For scope `target`: an entity's id or the target phrase. */
  readonly target: string | null;
  /** In [-1, 1], never further from 0 than `confidence`; 0 with no evidence. */
  readonly score: number;
  /** `positive` has a score above 0 and evidence for it, `negative` one below 0 and evidence for that. */
  readonly label: SentimentLabel;
  /** Calibrated probability that the label is right, in [0, 1]. */
  readonly confidence: number;
  readonly evidence: readonly SentimentEvidence[];
  /** Marks such as `irony`, `question`, `quoted`. */
  readonly flags: readonly string[];
}

/** Whether a reply agrees with the comment it answers. */
export interface Stance extends Why {
  readonly unit: string;
  /** Unit id of the parent. */
  readonly toward: string;
  readonly stance: "agree" | "disagree" | "mixed" | "none";
  readonly evidence: readonly (Span & { readonly text: string; readonly why: string })[];
}

/** What a piece of a comment does: judges, gives a ground, wants, asks, tells of oneself, tells facts, or none of these. */
export const CLAIM_KINDS = ["claim", "reason", "proposal", "question", "experience", "report", "other"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A sentence or a clause with a predicate of its own: the smallest piece that says something. */
export interface Claim extends Span, Why {
  /** The unit and the piece's place in it, from 1: `c3.2`. */
  readonly id: string;
  readonly text: string;
  readonly kind: ClaimKind;
}

/** A ground that public debate argues from, whatever the subject, found in one {@link Claim}, whose span it has. */
export interface Consideration extends Span, Why {
  /** Id of the claim. */
  readonly claim: string;
  readonly text: string;
  /** Id of a row of data/considerations.tsv: `cost`, `fairness`. */
  readonly consideration: string;
}

/** Which side a unit takes toward a proposition; `none` says nothing of it. */
export const SIDES = ["for", "against", "conditional", "unsure", "none"] as const;
export type SideLabel = (typeof SIDES)[number];

/** Which side a comment takes toward a proposition. */
export interface Side extends Why {
  readonly unit: string;
  readonly proposition: string;
  readonly side: SideLabel;
  readonly evidence: readonly (Span & { readonly text: string; readonly why: string })[];
}
