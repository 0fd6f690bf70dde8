import type { DataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import type { QuotationKind } from "../../model/layers.ts";
import { parseTsv } from "../../text/tsv.ts";
import { FirstCharacters } from "../../words/first-characters.ts";
import { groupBy } from "../../words/group-by.ts";
import { Prefixes } from "../../words/prefixes.ts";
import { TokenClasses } from "../../words/token-classes.ts";
import { WordTree } from "../../words/word-tree.ts";
import { Layouts } from "./frame/lay-out.ts";
import { RANKS, type Rank } from "./frame/rank.ts";

/** How a quote is tied to what follows it; `stop`: nothing follows in its sentence. */
export type Tie = "to" | "tte" | "noun" | "stop" | "none";
export type VerbClass = "say" | "ask" | "write" | "report" | "judge" | "emote" | "think" | "name";
/** What the head of a noun phrase tells of it: `title` and `honorific` go with a name, the others stand by themselves. */
export type HeadClass = "title" | "honorific" | "person" | "group" | "document" | "thing";

/** Which kind of bracket something speaks for, and how strongly. */
export interface Cue {
  readonly kind: QuotationKind;
  readonly weight: number;
}

const WORD_LISTS = [
  "weak",
  "plans",
  "showing",
  "revealing",
  "venues",
  "venueDeeds",
  "hearsay",
  "peopleSuffix",
  "groupSuffix",
  "thingSuffix",
  "office",
  "nameless",
  "uttered",
  "saying",
  "spoken",
  "spokenNouns",
  "uttering",
  "intents",
  "held",
  "source",
  "accounts",
  "carried",
  "reading",
  "interview",
  "toOutlet",
  "ownJudgement",
  "holding",
  "defining",
  "ifSaid",
  "reporting",
  "pointing",
  "oneself",
  "telling",
  "laws",
  "claims",
  "determiners",
  "quantities",
  "honorific",
  "saidWhen",
  "heldOn",
  "talking",
  "holdingOn",
  "partingClauses",
  "supposing",
  "tails",
  "outletEnds",
  "peopleEnds",
  "politeSuffix",
  "later",
  "adjuncts",
  "turns",
  "toldEnds",
  "claiming",
  "nounTies",
  "casualEnds",
  "notCasual",
  "formalEnds",
  "works",
  "workEnds",
  "workWords",
  "copulas",
  "definitions",
] as const;
export type WordList = (typeof WORD_LISTS)[number];

/** Reporting verbs, heads of noun phrases and cues: read-only, loaded once. */
export interface QuotationResources {
  readonly verbs: ReadonlyMap<string, VerbClass>;
  /** Verbs of set phrases by lemma, each with its noun and particle: 示す → 懸念を. */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  /** How much each rank of a noun phrase weighs where subjects compete. */
  readonly rankWeights: Readonly<Record<Rank, number>>;
  readonly voices: ReadonlySet<string>;
  readonly heads: ReadonlyMap<string, HeadClass>;
  /** The same heads, to be read from a phrase's end. */
  readonly headEndings: WordTree<HeadClass>;
  /** Words before a title: 元, 前. */
  readonly prefixes: ReadonlySet<string>;
  /** What the signals for a bracket's kind speak for, by their names. */
  readonly signals: ReadonlyMap<string, readonly Cue[]>;
  readonly before: WordTree<readonly Cue[]>;
  readonly after: WordTree<readonly Cue[]>;
  /** Words that tie a bracket to what follows, the longest first of those that begin alike. */
  readonly ties: ReadonlyMap<string, Tie>;
  /** Small lists of the rules; the data file says what each is for. */
  readonly words: Readonly<Record<WordList, readonly string[]>>;
  /** The lists that are looked for behind every noun or quote. */
  readonly behind: Readonly<Record<"source" | "interview" | "toOutlet" | "holding" | "defining" | "ties", Prefixes>>;
  /** Words beside and in brackets, by where they stand, and how much each speaks for the name of a work. */
  readonly workWeights: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Words that stand near works. */
  readonly workWords: ReadonlySet<string>;
  /** What words near works begin with, and what learned words to the left and right of brackets do. */
  readonly workFirsts: Readonly<Record<"near" | "left" | "right", FirstCharacters>>;
  /** What ends hearsay, to be read from a sentence's end. */
  readonly hearsayEnds: WordTree<true>;
  /** Proverbs, which belong to nobody. */
  readonly sayings: ReadonlySet<string>;
  /** Where texts are laid out, one at a time; it has met the parts of speech of one tokenizer. */
  readonly layouts: Layouts;
}

/** Returns the data of the quotation layer. */
export function loadQuotationResources(read: DataReader): QuotationResources {
  const table = <Column extends string>(path: string, columns: readonly Column[]) =>
    parseTsv(read.text(path), columns, path);
  const verbs = new Map(
    table("data/quotations/verbs.tsv", ["lemma", "class"]).map((row) => [row.lemma, row.class as VerbClass]),
  );
  const parts = [...verbs.keys()].flatMap((phrase) => {
    const cut = /^(.+[をにが])([^をにが]+)$/.exec(phrase);
    return cut === null ? [] : [{ verb: cut[2]!, lead: cut[1]! }];
  });
  const phrases = new Map(
    [...groupBy(parts, ({ verb }) => verb)].map(([verb, leads]) => [verb, leads.map(({ lead }) => lead)]),
  );
  const heads = new Map<string, HeadClass>();
  const prefixes = new Set<string>();
  for (const { title, kind } of table("data/gazetteers/titles.tsv", ["title", "kind"])) {
    if (kind === "prefix") prefixes.add(title);
    else heads.set(title, kind === "honorific" ? "honorific" : "title");
  }
  for (const row of table("data/quotations/nouns.tsv", ["noun", "class"])) {
    // A title that is also a word for people by itself stays a title.
    if (!heads.has(row.noun)) heads.set(row.noun, row.class as HeadClass);
  }
  const before = new Map<string, Cue[]>();
  const after = new Map<string, Cue[]>();
  for (const { side, text, kind, weight } of table("data/quotations/cues.tsv", ["side", "text", "kind", "weight"])) {
    const cues = side === "before" ? before : after;
    cues.set(text, [...(cues.get(text) ?? []), { kind: kind as QuotationKind, weight: Number(weight) }]);
  }
  const words = wordLists(table("data/quotations/words.tsv", ["list", "word"]));
  const ties = new Map(table("data/quotations/ties.tsv", ["words", "tie"]).map((row) => [row.words, row.tie as Tie]));
  const workWords = new Set([...words.works, ...words.workWords]);
  const workWeights = new Map(
    [...groupBy(table("data/quotations/work-words.tsv", ["side", "word", "weight"]), ({ side }) => side)].map(
      ([side, rows]) => [side, new Map(rows.map(({ word, weight }) => [word, Number(weight)]))],
    ),
  );
  return Object.freeze({
    verbs,
    ties,
    phrases,
    rankWeights: rankWeights(table("data/quotations/ranks.tsv", ["rank", "weight"])),
    voices: new Set(table("data/quotations/voices.tsv", ["noun"]).map(({ noun }) => noun)),
    heads,
    headEndings: new WordTree(heads, "backward"),
    prefixes,
    signals: signalWeights(table("data/quotations/signals.tsv", ["signal", "kind", "weight"])),
    before: new WordTree(before, "backward"),
    after: new WordTree(after, "forward"),
    words,
    behind: Object.freeze({
      source: new Prefixes(words.source),
      interview: new Prefixes(words.interview),
      toOutlet: new Prefixes(words.toOutlet),
      holding: new Prefixes(words.holding),
      defining: new Prefixes(words.defining),
      ties: new Prefixes([...ties.keys()]),
    }),
    workWeights,
    workWords,
    workFirsts: Object.freeze({
      near: new FirstCharacters(workWords),
      left: new FirstCharacters(workWeights.get("left")?.keys() ?? []),
      right: new FirstCharacters(workWeights.get("right")?.keys() ?? []),
    }),
    hearsayEnds: new WordTree(new Map(words.hearsay.map((end) => [end, true as const])), "backward"),
    sayings: new Set(table("data/quotations/sayings.tsv", ["saying"]).map(({ saying }) => saying)),
    layouts: new Layouts(new TokenClasses()),
  });
}

function signalWeights(
  rows: readonly { signal: string; kind: string; weight: string }[],
): ReadonlyMap<string, readonly Cue[]> {
  const cue = ({ kind, weight }: { kind: string; weight: string }): Cue => ({
    kind: kind as QuotationKind,
    weight: Number(weight),
  });
  return new Map([...groupBy(rows, ({ signal }) => signal)].map(([signal, cues]) => [signal, cues.map(cue)]));
}

function rankWeights(rows: readonly { rank: string; weight: string }[]): Readonly<Record<Rank, number>> {
  const weights: Partial<Record<Rank, number>> = {};
  for (const { rank } of RANKS) {
    const weight = Number(rows.find((row) => row.rank === rank)?.weight);
    if (Number.isNaN(weight)) {
      throw new YoronError({
        code: "bad-lexicon",
        what: "data/quotations/ranks.tsv has no weight for the rank",
        value: rank,
        next: `it has: ${rows.map((row) => row.rank).join(", ")}`,
      });
    }
    weights[rank] = weight;
  }
  // Every rank has been given its weight above.
  return Object.freeze(weights as Record<Rank, number>);
}

function wordLists(rows: readonly { list: string; word: string }[]): Readonly<Record<WordList, readonly string[]>> {
  const lists = new Map<string, string[]>(WORD_LISTS.map((list) => [list, []]));
  for (const { list, word } of rows) {
    const words = lists.get(list);
    if (words === undefined) {
      throw new YoronError({
        code: "bad-lexicon",
        what: "data/quotations/words.tsv has a list that no rule reads:",
        value: list,
        next: `known lists: ${WORD_LISTS.join(", ")}`,
      });
    }
    words.push(word);
  }
  // Every name in WORD_LISTS has been given its list above.
  const record: Partial<Record<WordList, readonly string[]>> = {};
  for (const list of WORD_LISTS) record[list] = lists.get(list)!;
  return Object.freeze(record as Record<WordList, readonly string[]>);
}
