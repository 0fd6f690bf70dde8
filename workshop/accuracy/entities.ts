import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findEntities, loadEntityResources } from "../../src/annotate/entities/find-entities.ts";
import type { AnalyzedUnit } from "../../src/model/analysis.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { findProperNouns } from "../proper-nouns.ts";
import { unitMaker } from "./unit-of.ts";

interface Name {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

interface GoldRow {
  readonly text: string;
  readonly names: readonly Name[];
}

/** The fold of the label sets that `score.py ner_coarse3` uses; other labels are ignored. */
const COARSE: Readonly<Record<string, string>> = {
  PERSON: "PER",
  人名: "PER",
  ORG: "ORG",
  ORGANIZATION: "ORG",
  法人名: "ORG",
  政治的組織名: "ORG",
  その他の組織名: "ORG",
  GPE: "LOC",
  LOC: "LOC",
  FAC: "LOC",
  LOCATION: "LOC",
  地名: "LOC",
  施設名: "LOC",
};
const MISC: ReadonlySet<string> = new Set([
  "PRODUCT",
  "WORK_OF_ART",
  "EVENT",
  "LAW",
  "ARTIFACT",
  "製品名",
  "イベント名",
  "DATE",
  "TIME",
]);
const SHARED = "../shared/data";
const COMMENTS = (half: string) => `test/gold/entities-comments-${half}.jsonl`;

const SETS = [
  ["web text (UD_Japanese-GSD, dev)", `${SHARED}/ner_gsd_dev.jsonl`, () => true],
  [
    "Wikipedia sentences (Stockmark, every fifth row, kept out of training)",
    `${SHARED}/ner_stockmark_dev.jsonl`,
    (index: number) => index % 5 === 0,
  ],
  ["Wikipedia leads (WikipediaAnnotatedCorpus, dev)", `${SHARED}/ner_wac_dev.jsonl`, () => true],
  ["comments, half a (looked at while building)", COMMENTS("a"), () => true],
  ["comments, half b (not looked at)", COMMENTS("b"), () => true],
] as const;

function readRows(file: string, keep: (index: number) => boolean): GoldRow[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .filter((_, index) => keep(index))
    .map((line) => {
      const { text, entities } = JSON.parse(line) as {
        text: string;
        entities: { start: number; end: number; type?: string; label?: string }[];
      };
      const units = [0];
      for (const char of text) units.push(units.at(-1)! + char.length);
      const inCodePoints = file.startsWith(SHARED);
      return {
        text,
        names: entities.map(({ start, end, type, label }) => ({
          start: inCodePoints ? units[start]! : start,
          end: inCodePoints ? units[end]! : end,
          label: type ?? label!,
        })),
      };
    });
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly byType: ReadonlyMap<string, number>;
  readonly errors: readonly string[];
}

type Finder = (unit: AnalyzedUnit) => readonly Name[];

/** Scores PER, ORG and LOC as `score.py ner_coarse3` does: exact spans; what the gold set leaves open is ignored. */
export function scoreNames(
  rows: readonly GoldRow[],
  unitOf: (text: string) => AnalyzedUnit,
  find: Finder,
  coarse = true,
): Score {
  const fold = (label: string): string | undefined => (coarse ? COARSE[label] : label);
  const counts = new Map<string, [hit: number, gold: number, found: number]>();
  const errors: string[] = [];
  const count = (type: string, place: 0 | 1 | 2) => {
    const row = counts.get(type) ?? [0, 0, 0];
    row[place]++;
    counts.set(type, row);
  };
  for (const { text, names } of rows) {
    const key = ({ start, end, label }: Name) => `${start}-${end}-${fold(label)}`;
    const open = new Set(
      names
        .filter(({ label }) => label === "OPTIONAL" || (coarse && fold(label) === undefined && !MISC.has(label)))
        .map(({ start, end }) => `${start}-${end}`),
    );
    const gold = new Map(
      names.filter(({ label }) => fold(label) !== undefined && label !== "OPTIONAL").map((name) => [key(name), name]),
    );
    const found = new Map(
      find(unitOf(text))
        .filter((name) => fold(name.label) !== undefined && !open.has(`${name.start}-${name.end}`))
        .map((name) => [key(name), name]),
    );
    for (const [id, name] of gold) {
      count(fold(name.label)!, 1);
      if (found.has(id)) count(fold(name.label)!, 0);
    }
    for (const name of found.values()) count(fold(name.label)!, 2);
    const show = (name: Name) => `${text.slice(name.start, name.end)} ${fold(name.label)}`;
    const missed = [...gold].filter(([id]) => !found.has(id)).map(([, name]) => show(name));
    const extra = [...found].filter(([id]) => !gold.has(id)).map(([, name]) => show(name));
    if (missed.length + extra.length > 0)
      errors.push(
        `${text.replaceAll("|", "¦").slice(0, 60)}: missed ${missed.join(", ") || "none"}; extra ${extra.join(", ") || "none"}`,
      );
  }
  const all = [...counts.values()].reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z], [0, 0, 0]);
  const f1 = ([hit, gold, found]: readonly number[]) => (hit === 0 ? 0 : (2 * hit!) / (gold! + found!));
  return {
    precision: all[0]! / Math.max(1, all[2]!),
    recall: all[0]! / Math.max(1, all[1]!),
    f1: f1(all),
    byType: new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, row]) => [type, f1(row)])),
    errors,
  };
}

const two = (value: number): string => value.toFixed(3).replace(/^0/, "");

/** Scores names on all development sets and both halves of the comment set, with dictionary proper nouns beside, as markdown. */
export async function report(): Promise<string> {
  const { unitOf } = await unitMaker();
  const resources = loadEntityResources(dataReader());
  const find: Finder = (unit) => findEntities([unit], resources).mentions;
  const baseline: Finder = ({ tokens }) => findProperNouns(tokens);
  const rows: string[] = [];
  const examples: string[] = [];
  for (const [name, file, keep] of SETS) {
    if (!existsSync(file)) {
      rows.push(`| ${name} | not measured: ${file} is absent | | | | | |`);
      continue;
    }
    const gold = readRows(file, keep);
    const score = scoreNames(gold, unitOf, find);
    const plain = scoreNames(gold, unitOf, baseline);
    const type = (label: string) => two(score.byType.get(label) ?? 0);
    rows.push(
      `| ${name} | ${two(score.f1)} | ${two(score.precision)} / ${two(score.recall)} | ${type("PER")} | ${type("ORG")} | ${type("LOC")} | ${two(plain.f1)} |`,
    );
    // Sentences of outside sets are not repeated here.
    if (file === COMMENTS("a"))
      examples.push(...score.errors.filter((_, index) => index % Math.ceil(score.errors.length / 4) === 0).slice(0, 4));
  }
  const web = `${SHARED}/ner_gsd_dev.jsonl`;
  const fine = existsSync(web)
    ? scoreNames(
        readRows(web, () => true),
        unitOf,
        find,
        false,
      )
    : null;
  const comments = scoreNames(
    readRows(COMMENTS("b"), () => true),
    unitOf,
    find,
    false,
  );
  return [
    "## Entities",
    "",
    "`npm run accuracy -- entities`; spans must be exact, the source of a text is not known to the model. The first three rows are **real text, labelled by others**; the comments were written for this project: **regression**, which forecasts nothing.",
    "",
    "| PER, ORG, LOC (micro-F1) | F1 | precision / recall | PER | ORG | LOC | dictionary proper nouns |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    `All OntoNotes labels, micro-F1: ${fine === null ? "not measured" : two(fine.f1)} on web text, ${two(comments.f1)} on comments, half b.`,
    "",
    "Typical errors (comments, half a):",
    "",
    ...examples.map((example) => `- ${example}`),
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(await report());
