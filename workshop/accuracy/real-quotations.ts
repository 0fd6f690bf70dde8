import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { AnalyzedUnit } from "../../src/model/analysis.ts";
import type { Quotation } from "../../src/model/layers.ts";

/** A quotation that a reader marked; offsets in UTF-16 code units. */
export interface RealQuotation {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly indirect: boolean;
  readonly speaker: string | null;
}

/** A sentence that nobody of the project wrote, with its quotations. */
export interface RealRow {
  readonly text: string;
  readonly quotations: readonly RealQuotation[];
}

const SHARED = "../shared/data";
const DEVELOPMENT = `${SHARED}/quotes_real_dev.jsonl`;
const LABELS = new URL("../training/quotations/real.jsonl", import.meta.url);

interface Labelled {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly speaker?: string | null;
  readonly speakerStart: number | null;
  readonly speakerEnd: number | null;
  readonly indirect: boolean;
}

const linesOf = (text: string) => text.split("\n").filter((line) => line !== "");

/** Offsets of the sets count code points, Yoron's UTF-16 code units. */
function rowOf(text: string, quotations: readonly Labelled[]): RealRow {
  const points = [...text];
  const at = (point: number) => points.slice(0, point).join("").length;
  return {
    text,
    quotations: quotations.map(({ start, end, kind, speakerStart, speakerEnd, indirect, speaker }) => ({
      start: at(start),
      end: at(end),
      kind,
      indirect,
      speaker:
        speaker ??
        (speakerStart === null || speakerEnd === null ? null : points.slice(speakerStart, speakerEnd).join("")),
    })),
  };
}

/** Returns the development rows that two annotators agree on; null where the set is not here. */
export function developmentRows(): RealRow[] | null {
  if (!existsSync(DEVELOPMENT)) return null;
  return linesOf(readFileSync(DEVELOPMENT, "utf8")).map((line) => {
    const { text, quotations } = JSON.parse(line) as { text: string; quotations: Labelled[] };
    return rowOf(text, quotations);
  });
}

const SOURCES = ["ner_wac_train", "ner_gsd_train", "ner_stockmark_dev"];

/**
 * Returns the rows labelled for this project, of which the texts stand in the outside sets: `read` those that may be
 * looked at, `check` those that are scored alone. Null where the sets are not here.
 */
export function labelledRows(half: "read" | "check"): RealRow[] | null {
  const corpus = `${SHARED}/speed-corpus.txt.gz`;
  const files = SOURCES.map((name) => `${SHARED}/${name}.jsonl`);
  if (![corpus, ...files].every((file) => existsSync(file))) return null;
  const texts = new Map<string, string>();
  const keep = (text: string) =>
    texts.set(createHash("sha256").update(text.trim()).digest("hex").slice(0, 16), text.trim());
  for (const line of linesOf(gunzipSync(readFileSync(corpus)).toString("utf8"))) keep(line);
  for (const file of files)
    for (const line of linesOf(readFileSync(file, "utf8"))) keep((JSON.parse(line) as { text: string }).text);
  return linesOf(readFileSync(LABELS, "utf8")).flatMap((line) => {
    const { text: digest, quotations } = JSON.parse(line) as { text: string; quotations: Labelled[] };
    if (digest < "8" !== (half === "read")) return [];
    const text = texts.get(digest);
    if (text === undefined) throw new Error(`no text of the outside sets has the digest ${digest}`);
    return [rowOf(text, quotations)];
  });
}

/** Shares of right answers, each with how many it is of. */
export interface RealScore {
  readonly rows: number;
  readonly kind: Share;
  readonly exact: Share;
  readonly contains: Share;
  /** Speech whose speaker the sentence does not name, left without one. */
  readonly nobody: Share;
  readonly indirect: { readonly precision: number; readonly recall: number; readonly f: number; readonly gold: number };
  /** Every wrong answer: what, gold, found, text. */
  readonly errors: readonly (readonly [what: string, gold: string, found: string, text: string])[];
}

/** Right ones of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** Scores quotations as a reader of the sentences sees them: exact brackets, reported clauses that overlap. */
export function scoreReal(
  rows: readonly RealRow[],
  unitOf: (text: string) => AnalyzedUnit,
  find: (unit: AnalyzedUnit) => readonly Quotation[],
): RealScore {
  const counts = { kind: [0, 0], exact: [0, 0], contains: [0, 0], nobody: [0, 0] };
  const add = (name: keyof typeof counts, right: boolean) => {
    counts[name][0] = (counts[name][0] ?? 0) + Number(right);
    counts[name][1] = (counts[name][1] ?? 0) + 1;
  };
  const indirect = { gold: 0, recalled: 0, found: 0, right: 0 };
  const errors: [string, string, string, string][] = [];
  for (const { text, quotations } of rows) {
    const found = find(unitOf(text));
    const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end;
    const told = found.filter((row) => row.indirect);
    indirect.found += told.length;
    for (const row of told) {
      if (quotations.some((gold) => gold.indirect && overlaps(gold, row))) indirect.right++;
      else errors.push(["report", "none", text.slice(row.start, row.end), text]);
    }
    for (const gold of quotations) {
      const row = gold.indirect
        ? told.find((one) => overlaps(one, gold))
        : found.find((one) => !one.indirect && one.start === gold.start && one.end === gold.end);
      const words = text.slice(gold.start, gold.end);
      if (gold.indirect) {
        indirect.gold++;
        indirect.recalled += Number(row !== undefined);
      } else add("kind", row?.kind === gold.kind);
      if (row?.kind !== gold.kind) errors.push(["kind", `${gold.kind} ${words}`, row?.kind ?? "not found", text]);
      // A clause that was not found has no speaker either; its figure is the one of reported clauses.
      if (gold.kind !== "speech" || (gold.indirect && row === undefined)) continue;
      const speaker = row?.kind === "speech" ? (row.speaker?.text ?? null) : null;
      if (gold.speaker === null) {
        add("nobody", speaker === null);
        if (speaker !== null) errors.push(["nobody", words, speaker, text]);
        continue;
      }
      add("exact", speaker === gold.speaker);
      add("contains", speaker !== null && (speaker.includes(gold.speaker) || gold.speaker.includes(speaker)));
      if (speaker !== gold.speaker) errors.push(["speaker", `${gold.speaker} 「${words}」`, speaker ?? "nobody", text]);
    }
  }
  const share = ([right = 0, of = 0]: readonly number[]): Share => ({ right, of });
  const precision = indirect.found === 0 ? 0 : indirect.right / indirect.found;
  const recall = indirect.gold === 0 ? 0 : indirect.recalled / indirect.gold;
  return {
    rows: rows.length,
    kind: share(counts.kind),
    exact: share(counts.exact),
    contains: share(counts.contains),
    nobody: share(counts.nobody),
    indirect: {
      precision,
      recall,
      f: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
      gold: indirect.gold,
    },
    errors,
  };
}
