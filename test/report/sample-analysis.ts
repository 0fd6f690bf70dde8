import type { Analysis, AnalyzedUnit } from "../../src/model/analysis.ts";
import type { Comment, Discussion } from "../../src/model/discussion.ts";
import { deepFreeze } from "../../src/model/freeze.ts";
import {
  type Citation,
  type Claim,
  type EntityLabel,
  type Mention,
  type Quotation,
  type Reference,
  type Sentiment,
  SIDES,
  type Side,
  type SideLabel,
} from "../../src/model/layers.ts";
import type { Sentence, Token, Tokens } from "../../src/model/tokens.ts";

export interface SampleComment {
  readonly author: string | null;
  readonly up: number | null;
  readonly down?: number | null;
  readonly text: string;
  readonly score: number;
  /** Place of the comment that it answers. */
  readonly replyTo?: number;
  readonly posted?: string;
  /** Toward the proposition of the whole; none by default. */
  readonly side?: SideLabel;
}

export interface SampleParts {
  /** Toward which the comments take their sides. */
  readonly proposition?: string;
  readonly id?: string;
  readonly title: string;
  readonly text: string;
  readonly comments: readonly SampleComment[];
  readonly entities?: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: EntityLabel;
    readonly names: readonly string[];
    readonly scores: readonly number[];
  }[];
  readonly quotations?: readonly {
    readonly words: string;
    readonly speaker: string | null;
    readonly verb: string | null;
    readonly outlet: string | null;
  }[];
  readonly citations?: readonly {
    readonly words: string;
    readonly role: Citation["role"];
    readonly language?: string;
    readonly outlet?: string;
    readonly holder?: string;
    readonly licence?: string;
    readonly url?: string;
  }[];
}

/** Makes an analysis by hand: layers are found by searching for the given words. */
export function analysisOf(parts: SampleParts): Analysis {
  const comments = parts.comments.map((comment, order) => commentOf(comment, order, parts.comments));
  const discussion: Discussion = {
    schema: "yoron/discussion@1",
    id: parts.id ?? "0123456789ab",
    source: { path: "sample.txt", format: "sample", encoding: "utf-8", sha256: "0".repeat(64), notes: [] },
    article: {
      title: parts.title,
      category: "町",
      author: null,
      url: null,
      published: { value: "2023-04-01", precision: "day", from: "page" },
      text: parts.text,
      links: [],
      ruby: [],
      notes: [],
    },
    comments,
    furniture: [],
  };
  const units = [{ id: "article", text: parts.text }, ...comments].map(({ id, text }) => unitOf(id, text));
  const mentions: Mention[] = [];
  const sentiments: Sentiment[] = [];
  for (const [index, { id, text }] of comments.entries()) {
    const { score } = parts.comments[index]!;
    sentiments.push(sentimentOf(id, "unit", null, score, 0, text.length));
    for (const sentence of units[index + 1]!.sentences) {
      sentiments.push(sentimentOf(id, "sentence", null, score, sentence.start, sentence.end));
    }
  }
  for (const { id, label, names, scores } of parts.entities ?? []) {
    const found = units.flatMap((unit) => names.flatMap((name) => occurrences(unit, name)));
    for (const place of found) mentions.push({ ...place, label, entity: id, by: "sample", confidence: 1 });
    for (const [index, score] of scores.entries()) {
      const place = found[index % found.length]!;
      sentiments.push(sentimentOf(place.unit, "target", id, score, place.start, place.end));
    }
  }
  const places = (words: string) => units.flatMap((unit) => occurrences(unit, words));
  return deepFreeze({
    discussion,
    units,
    entities: (parts.entities ?? []).map(({ id, name, label }) => ({ id, name, label, role: null, shown: true })),
    mentions,
    citations: (parts.citations ?? []).flatMap(({ words, role, ...rest }): Citation[] =>
      places(words).map((place) => ({
        ...place,
        role,
        title: role === "source" ? words : null,
        outlet: rest.outlet ?? null,
        holder: rest.holder ?? null,
        licence: rest.licence ?? null,
        language: rest.language ?? null,
        url: rest.url ?? null,
        by: "sample",
        confidence: 1,
      })),
    ),
    quotations: (parts.quotations ?? []).flatMap(({ words, speaker, verb, outlet }): Quotation[] =>
      places(words).map((place) => {
        const at = speaker === null ? undefined : places(speaker)[0];
        return {
          ...place,
          kind: verb === null ? "term" : "speech",
          indirect: false,
          speaker: at === undefined ? null : { ...at, name: at.text },
          entity: null,
          verb,
          outlet,
          by: "sample",
          confidence: 1,
        };
      }),
    ),
    references: referencesOf(comments, parts.comments),
    dates: [],
    sentiments,
    stances: [],
    claims: units.flatMap(claimsOf),
    considerations: [],
    sides: comments.flatMap(({ id, text }, index): Side[] => {
      const { proposition } = parts;
      const side = parts.comments[index]!.side ?? "none";
      const evidence =
        side === "none" ? [] : [{ unit: id, start: 0, end: text.length, text, why: "the whole wording" }];
      return proposition === undefined
        ? []
        : [
            {
              unit: id,
              proposition,
              side,
              evidence,
              confidence: side === "none" ? 0.5 : 0.9,
              by: "sample",
              probabilities: SIDES.map((one) => (one === side ? 0.8 : 0.05)),
            },
          ];
    }),
  });
}

/** Every sentence of a comment is a claim. */
function claimsOf({ id, text, sentences }: AnalyzedUnit): Claim[] {
  if (id === "article") return [];
  return sentences.map(({ start, end }, i) => ({
    id: `${id}.${i + 1}`,
    unit: id,
    start,
    end,
    text: text.slice(start, end),
    kind: "claim",
    by: "sample",
    confidence: 1,
  }));
}

function commentOf(comment: SampleComment, order: number, all: readonly SampleComment[]): Comment {
  let depth = 0;
  for (let at = comment.replyTo; at !== undefined; at = all[at]!.replyTo) depth++;
  const { posted = "2023-04-01" } = comment;
  return {
    id: `c${order + 1}`,
    sourceId: null,
    order,
    replyTo: comment.replyTo === undefined ? null : `c${comment.replyTo + 1}`,
    depth,
    author: comment.author,
    posted: { value: posted, precision: posted.includes("T") ? "minute" : "day" },
    reactions: { up: comment.up, ...(comment.down === undefined ? {} : { down: comment.down }) },
    attributes: {},
    text: comment.text,
    links: [],
    ruby: [],
    notes: [],
  };
}

/** Words between particles and punctuation stand in for tokens: enough to count and to place. */
function unitOf(id: string, text: string): AnalyzedUnit {
  const views: Token[] = [];
  for (const { 0: surface, index: start } of text.matchAll(/[一-鿿]+|[ァ-ヴー]+|[ぁ-ん]+|[A-Za-zА-я]+|[^\s]/gu)) {
    const pos = /^[一-鿿ァ-ヴー]+$|^[A-Za-zА-я]+$/u.test(surface) ? "名詞,一般,*,*" : "助詞,格助詞,一般,*";
    views.push({
      index: views.length,
      start,
      end: start + surface.length,
      surface,
      pos,
      conjugationType: "*",
      conjugationForm: "*",
      lemma: surface,
      reading: "*",
      pronunciation: "*",
      upos: "NOUN",
      unknown: false,
    });
  }
  const tokens: Tokens = Object.freeze({
    text,
    length: views.length,
    at: (index: number) => views[index]!,
    start: (index: number) => views[index]!.start,
    end: (index: number) => views[index]!.end,
    surface: (index: number) => views[index]!.surface,
    pos: (index: number) => views[index]!.pos,
    lemma: (index: number) => views[index]!.lemma,
    reading: (index: number) => views[index]!.reading,
    pronunciation: (index: number) => views[index]!.pronunciation,
    upos: (index: number) => views[index]!.upos,
    unknown: () => false,
    posId: (index: number) => (views[index]!.pos.startsWith("名詞") ? 0 : 1),
    feature: (index: number) => views[index]!.pos,
    indexAt: (offset: number) => {
      const found = views.findIndex(({ end }) => end > offset);
      return found < 0 ? views.length : found;
    },
    [Symbol.iterator]: () => views[Symbol.iterator](),
  });
  const sentences: Sentence[] = [];
  for (const { 0: words, index: start } of text.matchAll(/[^。\n]+。?/gu)) {
    const end = start + words.length;
    const inside = views.filter((token) => token.start >= start && token.end <= end);
    if (inside.length === 0) continue;
    sentences.push({ start, end, firstToken: inside[0]!.index, lastToken: inside.at(-1)!.index + 1 });
  }
  return { id, text, date: { value: "2023-04-01", precision: "day" }, tokens, sentences };
}

function occurrences({ id, text }: { readonly id: string; readonly text: string }, words: string) {
  const found: { unit: string; start: number; end: number; text: string }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    found.push({ unit: id, start: at, end: at + words.length, text: words });
  }
  return found;
}

function sentimentOf(
  unit: string,
  scope: Sentiment["scope"],
  target: string | null,
  score: number,
  start: number,
  end: number,
): Sentiment {
  const evidence =
    score === 0 ? [] : [{ unit, start, end: Math.min(end, start + 4), text: "", score, why: "sample", emotion: null }];
  const label = score > 0.1 ? "positive" : score < -0.1 ? "negative" : "neutral";
  return { unit, start, end, scope, target, score, label, confidence: 0.8, evidence, flags: [] };
}

/** A line that begins with `>` takes up words of the parent. */
function referencesOf(comments: readonly Comment[], samples: readonly SampleComment[]): Reference[] {
  return comments.flatMap((comment, index): Reference[] => {
    const words = /^>(.+)$/mu.exec(comment.text)?.[1];
    const parent = samples[index]!.replyTo;
    if (words === undefined || parent === undefined) return [];
    const at = comments[parent]!.text.indexOf(words);
    if (at < 0) return [];
    const start = comment.text.indexOf(words);
    const span = { unit: comment.id, start, end: start + words.length, text: words };
    const target = { target: comments[parent]!.id, targetStart: at, targetEnd: at + words.length };
    return [{ ...span, ...target, similarity: 1, change: "exact", by: "sample", confidence: 1 }];
  });
}
