import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { findDates } from "../../src/annotate/dates/find-dates.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { loadDateGrammar } from "../../src/text/dates/date-grammar.ts";
import { unitMaker } from "./unit-of.ts";

const SHARED = "../shared/data";
const LABELS = "workshop/training/dates/real.jsonl";
/** The day on which every text counts as written. */
const WRITTEN = { value: "2024-01-20", precision: "day" } as const;

interface DateRow {
  readonly source: string;
  readonly line: number;
  readonly sha256: string;
  /** Start and end in code points, and the value. */
  readonly dates: readonly (readonly [start: number, end: number, value: string | null])[];
}

/** What was found in one text beside what an annotator marked; offsets in UTF-16 code units. */
export interface ScoredText {
  readonly text: string;
  /** Whether it may be read while the grammar is written. */
  readonly read: boolean;
  readonly gold: readonly ScoredDate[];
  readonly found: readonly ScoredDate[];
}

export interface ScoredDate {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
}

/** Figures of one half. */
export interface DateScore {
  readonly texts: number;
  readonly gold: number;
  readonly found: number;
  /** Of the same start and end. */
  readonly exact: number;
  /** Marked expressions that a found one shares a character with. */
  readonly met: number;
  /** Of these, the ones with the same value. */
  readonly valued: number;
}

/** Returns the dates of real texts, found and marked; null without the outside folder. */
export async function realDates(): Promise<readonly ScoredText[] | null> {
  if (!existsSync(SHARED)) return null;
  const { unitOf } = await unitMaker();
  const grammar = loadDateGrammar(dataReader());
  const lines = new Map<string, string[]>();
  return readFileSync(LABELS, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as DateRow)
    .map(({ source, line, sha256, dates }) => {
      const file = lines.get(source) ?? readFileSync(`${SHARED}/${source}`, "utf8").split("\n");
      lines.set(source, file);
      const text = (JSON.parse(file[line] ?? "{}").text as string).replaceAll("\n", " ");
      if (!createHash("sha256").update(text).digest("hex").startsWith(sha256))
        throw new Error(`${source}:${line} is another text than was labelled`);
      const points = [...text];
      const at = (point: number) => points.slice(0, point).join("").length;
      return {
        text,
        read: sha256 < "8",
        gold: dates.map(([start, end, value]) => ({ start: at(start), end: at(end), value })),
        found: findDates([{ ...unitOf(text, "c1"), date: WRITTEN }], { published: null }, grammar),
      };
    });
}

/** Returns the figures of some texts. */
export function scoreDates(texts: readonly ScoredText[]): DateScore {
  const score = { texts: texts.length, gold: 0, found: 0, exact: 0, met: 0, valued: 0 };
  for (const { gold, found } of texts) {
    score.gold += gold.length;
    score.found += found.length;
    for (const date of gold) {
      const met = found.filter(({ start, end }) => start < date.end && end > date.start);
      if (met.some(({ start, end }) => start === date.start && end === date.end)) score.exact++;
      if (met.length > 0) score.met++;
      if (met.some(({ value }) => value === date.value)) score.valued++;
    }
  }
  return score;
}
