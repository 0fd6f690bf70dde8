/**
 * Reads the pages and exports of `workshop/pages`, which were written by people who did not know the readers, and prints
 * how far what is read is what they meant: `npx tsx workshop/evaluate-pages.ts [--details]`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Discussion } from "../src/model/discussion.ts";
import { lossesOf } from "../src/model/losses.ts";
import { readAll } from "../src/read/read.ts";

interface GoldComment {
  readonly author: string | null;
  readonly posted: string | null;
  readonly text: string;
  readonly parent: number | null;
}

interface Gold {
  readonly text: string;
  readonly comments: readonly GoldComment[];
}

/** What was found of one page beside what its writer meant. */
interface Score {
  readonly file: string;
  readonly group: string;
  readonly format: string;
  readonly read: number;
  readonly meant: number;
  /** Comments with the right words, and of these those with the right author, time and parent. */
  readonly words: number;
  readonly author: number;
  readonly posted: number;
  readonly parent: number;
  readonly recall: number;
  readonly precision: number;
  readonly told: readonly string[];
}

const folder = resolve(import.meta.dirname, "pages");
const squeezed = (text: string): string => text.replace(/\s+/g, "");

/** Characters that both have, each as often as the other has it, too. */
function shared(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const letter of other) left.set(letter, (left.get(letter) ?? 0) + 1);
  let count = 0;
  for (const letter of one) {
    const rest = left.get(letter) ?? 0;
    if (rest === 0) continue;
    left.set(letter, rest - 1);
    count++;
  }
  return count;
}

/** A time that the page shows less exactly agrees as far as it goes; an offset is left aside. */
function sameTime(meant: string | null, found: string | null): boolean {
  if (meant === null || found === null) return meant === found;
  const length = Math.min(meant.length, found.length, 16);
  return length >= 10 && meant.slice(0, length) === found.slice(0, length);
}

function scoreOf(file: string): Score {
  const gold = JSON.parse(readFileSync(join(folder, `${file}.gold.json`), "utf8")) as Gold;
  let found: readonly Discussion[] = [];
  let told: string[] = [];
  try {
    found = [...readAll(readFileSync(join(folder, file)), { path: file })];
    told = found.flatMap((one) => lossesOf(one).map(({ code }) => code));
  } catch (error) {
    told = [String((error as { code?: string }).code ?? error)];
  }
  const comments = found.flatMap((one) => one.comments);
  const free = new Set(comments.keys());
  const places = gold.comments.map(({ text }) => {
    const at = [...free].find((index) => squeezed(comments[index]!.text) === squeezed(text)) ?? -1;
    free.delete(at);
    return at;
  });
  const right = places.map((at, index) => ({ at, meant: gold.comments[index]! })).filter(({ at }) => at >= 0);
  const parentOf = (at: number) => comments.findIndex(({ id }) => id === comments[at]!.replyTo);
  const body = squeezed(found.map(({ article }) => article.text).join(""));
  const both = shared(body, squeezed(gold.text));
  return {
    file,
    group: file.slice(0, 2),
    format: found[0]?.source.format ?? "–",
    read: comments.length,
    meant: gold.comments.length,
    words: right.length,
    author: right.filter(({ at, meant }) => comments[at]!.author === meant.author).length,
    posted: right.filter(({ at, meant }) => sameTime(meant.posted, comments[at]!.posted?.value ?? null)).length,
    parent: right.filter(
      ({ at, meant }) => parentOf(at) === (meant.parent === null ? -1 : (places[meant.parent] ?? -1)),
    ).length,
    recall: gold.text === "" ? 1 : both / squeezed(gold.text).length,
    precision: body === "" ? 1 : both / body.length,
    told,
  };
}

const scores = readdirSync(folder)
  .filter((file) => existsGold(file))
  .map(scoreOf);

function existsGold(file: string): boolean {
  return !file.endsWith(".gold.json") && file !== "README.md";
}

const sum = (rows: readonly Score[], of: (score: Score) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);
const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));
const GROUPS = { wp: "WordPress", ar: "articles", oc: "other threads", ex: "exports" } as const;
const isExact = ({ read, meant, words, author, posted, parent }: Score): boolean =>
  read === meant && words === meant && author === meant && posted === meant && parent === meant;

for (const [group, name] of Object.entries(GROUPS)) {
  const rows = scores.filter((score) => score.group === group);
  const words = sum(rows, (row) => row.words);
  const silent = rows.filter((row) => row.words < row.meant && row.told.length === 0).length;
  process.stdout.write(
    `${name}: ${rows.length} files, comments exact in ${rows.filter(isExact).length}; ` +
      `words recall ${share(
        words,
        sum(rows, (row) => row.meant),
      )} precision ${share(
        words,
        sum(rows, (row) => row.read),
      )}; ` +
      `of these author ${share(
        sum(rows, (row) => row.author),
        words,
      )} time ${share(
        sum(rows, (row) => row.posted),
        words,
      )} ` +
      `parent ${share(
        sum(rows, (row) => row.parent),
        words,
      )}; body recall ${share(
        sum(rows, (row) => row.recall),
        rows.length,
      )} ` +
      `precision ${share(
        sum(rows, (row) => row.precision),
        rows.length,
      )}; fewer comments and nothing told in ${silent}\n`,
  );
}
if (process.argv.includes("--details")) {
  for (const row of scores.filter((score) => !isExact(score) || score.recall < 0.95 || score.precision < 0.95)) {
    process.stdout.write(
      `${row.file} [${row.format}] ${row.words}/${row.meant} words of ${row.read} read; author ${row.author} time ${row.posted} ` +
        `parent ${row.parent}; body ${row.recall.toFixed(2)}/${row.precision.toFixed(2)}; told: ${row.told.join(", ") || "nothing"}\n`,
    );
  }
}
