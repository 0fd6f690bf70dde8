import { YoronError } from "../../../model/error.ts";
import { EMOTIONS, type Emotion } from "../../../model/layers.ts";
import { parseTsv } from "../../../text/tsv.ts";
import { type Folding, VARIANTS } from "../../../words/fold.ts";
import { groupBy } from "../../../words/group-by.ts";
import { CUES, type Cue, EntryKind, LEXICON_POS, type LexiconEntry, type LexiconPos } from "./entry.ts";
import { foldText } from "./fold.ts";

/** The word files, lemma by lemma. */
const WORD_FILES = [
  "general-adjectives",
  "general-adverbs",
  "general-nouns",
  "general-verbs",
  "news",
  "politics",
  "economy",
  "military",
  "services",
  "comments",
  "insults",
  "dialect",
] as const;

const OTHER_FILES = ["phrases", "kaomoji", "emoji", "valence", "direction", "degree", "hedges"] as const;
const pathOf = (name: string): string => `data/lexicons/${name}.tsv`;

/** The files that {@link readLexicons} reads. */
export const LEXICON_FILES = [...[...WORD_FILES, ...OTHER_FILES].map(pathOf), VARIANTS];

/**
 * Reads the project's lexicon files into entries.
 *
 * A word that stands in several files with the same part of speech keeps the mean of its strengths and the
 * emotion of the strongest.
 * Throws `bad-lexicon` with file and value for an unknown part of speech, kind or emotion, or a number out of range.
 */
export function readLexicons(text: (path: string) => string, folding: Folding): LexiconEntry[] {
  const rows = <Column extends string>(name: string, columns: readonly Column[]) => {
    const path = pathOf(name);
    return parseTsv(text(path), columns, path);
  };
  const words = WORD_FILES.flatMap((name) =>
    rows(name, ["lemma", "pos", "strength", "emotion"]).map(({ lemma, pos, strength, emotion }) =>
      entry(lemma, EntryKind.word, inRange(strength, -1, 1, name), posIndex(pos, name), emotionIndex(emotion, name)),
    ),
  );
  const phrases = rows("phrases", ["phrase", "strength", "emotion"]).map(({ phrase, strength, emotion }) =>
    entry(phrase, EntryKind.word, inRange(strength, -1, 1, "phrases"), 0, emotionIndex(emotion, "phrases")),
  );
  const faces = [
    ...rows("kaomoji", ["kaomoji", "strength", "emotion"]).map(({ kaomoji, ...rest }) => ({ face: kaomoji, ...rest })),
    ...rows("emoji", ["emoji", "strength", "emotion"]).map(({ emoji, ...rest }) => ({ face: emoji, ...rest })),
  ].map(({ face, strength, emotion }) =>
    entry(face, EntryKind.face, inRange(strength, -1, 1, "faces"), 0, emotionIndex(emotion, "faces")),
  );
  const entries = [
    ...meanOf([...words, ...phrases]),
    ...meanOf(faces),
    ...rows("valence", ["noun", "growth"]).map(({ noun, growth }) =>
      entry(noun, EntryKind.valence, growth === "good" ? 1 : -1, LEXICON_POS.indexOf("noun")),
    ),
    ...rows("direction", ["lemma", "pos", "direction", "strength"]).map(({ lemma, pos, direction, strength }) =>
      entry(
        lemma,
        EntryKind.direction,
        (direction === "up" ? 1 : -1) * inRange(strength, 0, 1, "direction"),
        posIndex(pos, "direction"),
      ),
    ),
    ...rows("degree", ["word", "factor"]).map(({ word, factor }) =>
      entry(word, EntryKind.degree, inRange(factor, 0, 3, "degree")),
    ),
    ...rows("hedges", ["word", "kind"]).map(({ word, kind }) => entry(word, EntryKind.cue, cueIndex(kind))),
  ];
  return folded(entries, folding);
}

/** Reads a user's own words: TSV with the columns lemma and strength; errors name the line. */
export function readOwnLexicon(text: string, file: string, folding: Folding): LexiconEntry[] {
  const lines = text.split("\n").flatMap((line, i) => (line.trim() === "" || line.startsWith("#") ? [] : [i + 1]));
  const entries = parseTsv(text, ["lemma", "strength"], file).map(({ lemma, strength }, i) => {
    // The first line that is no comment is the header.
    const where = `${file} line ${lines[i + 1]}`;
    if (foldText(lemma) === "") throw new YoronError({ code: "bad-lexicon", what: `${where}: no lemma` });
    return entry(lemma, EntryKind.word, inRange(strength, -1, 1, where));
  });
  return folded(entries, folding);
}

/** Returns entries as they are written, and folded where that differs from all of them. */
function folded(entries: readonly LexiconEntry[], folding: Folding): LexiconEntry[] {
  const keys = new Set(entries.map(({ kind, text }) => `${kind} ${text}`));
  const more = entries
    .map((one) => ({ ...one, text: folding.word(one.text) }))
    .filter(({ kind, text }) => !keys.has(`${kind} ${text}`));
  return [...entries, ...more];
}

function entry(text: string, kind: EntryKind, value: number, pos = 0, emotion = 0): LexiconEntry {
  return { text: foldText(text), kind, value, pos, emotion };
}

function meanOf(entries: readonly LexiconEntry[]): LexiconEntry[] {
  const groups = groupBy(entries, ({ pos, text }) => `${pos} ${text}`);
  return [...groups.values()].map((group) => ({
    ...group[0]!,
    value: group.reduce((sum, { value }) => sum + value, 0) / group.length,
    emotion: strongest(group.filter(({ emotion }) => emotion > 0))?.emotion ?? 0,
  }));
}

function strongest(group: readonly LexiconEntry[]): LexiconEntry | undefined {
  return group.reduce<LexiconEntry | undefined>(
    (best, entry) => (best === undefined || Math.abs(entry.value) > Math.abs(best.value) ? entry : best),
    undefined,
  );
}

function inRange(cell: string, low: number, high: number, where: string): number {
  const value = Number(cell);
  if (cell.trim() === "" || !(value >= low && value <= high)) {
    throw new YoronError({ code: "bad-lexicon", what: `${where}: not a number from ${low} to ${high}:`, value: cell });
  }
  return value;
}

function posIndex(pos: string, where: string): number {
  const index = LEXICON_POS.indexOf(pos as LexiconPos);
  if (index >= 0) return index;
  throw new YoronError({
    code: "bad-lexicon",
    what: `${where}: unknown part of speech`,
    value: pos,
    next: `known: ${LEXICON_POS.join(", ")}`,
  });
}

/** 0 for `-`, else the number of an emotion. */
function emotionIndex(emotion: string, where: string): number {
  const index = EMOTIONS.indexOf(emotion as Emotion);
  if (index >= 0 || emotion === "-") return index + 1;
  throw new YoronError({
    code: "bad-lexicon",
    what: `${where}: unknown emotion`,
    value: emotion,
    next: `known: ${EMOTIONS.join(", ")}, or - for none`,
  });
}

function cueIndex(kind: string): number {
  const index = CUES.indexOf(kind as Cue);
  if (index >= 0) return index;
  throw new YoronError({
    code: "bad-lexicon",
    what: "hedges: unknown kind",
    value: kind,
    next: `known: ${CUES.join(", ")}`,
  });
}
