/**
 * Word recall and precision of article bodies on saved pages of many sites, beside @mozilla/readability:
 * `npx tsx workshop/bench/read-body.ts [--worst N] [--half design|check]`.
 *
 * The pages lie outside the project (`../shared/data/pages-dev.tar.gz`, or a folder in YORON_PAGES with
 * `NAME/source.html` and `NAME/expected.html`); without them the bench says so and ends. They are split into two
 * halves by a hash of their names: rules are made while looking at "design", and "check" tells whether they hold
 * elsewhere. Words are compared as bags, a Chinese or Japanese character counting as a word: "mean" is the mean over
 * pages, "pooled" counts all words together. workshop/bench/read-extraction.ts compares lines on the project's own pages.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Discussion } from "../../src/model/discussion.ts";
import { YoronError } from "../../src/model/error.ts";
import { readPage } from "../../src/read/read.ts";

const ARCHIVE = "../shared/data/pages-dev.tar.gz";

interface Outcome {
  readonly name: string;
  readonly wanted: number;
  readonly given: number;
  readonly right: number;
  readonly refused: boolean;
  readonly exact: boolean;
  readonly uncertain: boolean;
}

const words = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+?(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{L}\p{N}\p{M}]|$)/gu,
    ) ?? [];

/** The words of a piece of HTML; the tags of blocks part words, others do not. */
function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(
      /<\/?(?:a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)\b[^>]*>/gi,
      "",
    )
    .replace(/<[^>]*>/g, "\n")
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) =>
      String.fromCodePoint(Number.parseInt(code, hex === "" ? 10 : 16)),
    )
    .replace(/&(nbsp|lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name]!);
}
const ENTITIES: Readonly<Record<string, string>> = { nbsp: " ", lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function compare(name: string, given: string, wanted: string, refused: boolean, uncertain: boolean): Outcome {
  const [mine, theirs] = [words(given), words(wanted)];
  const bag = new Map<string, number>();
  for (const word of theirs) bag.set(word, (bag.get(word) ?? 0) + 1);
  let right = 0;
  for (const word of mine) {
    const left = bag.get(word) ?? 0;
    if (left === 0) continue;
    bag.set(word, left - 1);
    right++;
  }
  const exact = mine.length === theirs.length && mine.every((word, index) => word === theirs[index]);
  return { name, wanted: theirs.length, given: mine.length, right, refused, exact, uncertain };
}

function own(html: string): Discussion | null {
  try {
    return readPage(html);
  } catch (error) {
    if (error instanceof YoronError) return null;
    throw error;
  }
}

function readability(html: string): string | null {
  const { document } = parseHTML(html);
  return new Readability(document as never).parse()?.content ?? null;
}

function half(name: string): "design" | "check" {
  let hash = 2166136261;
  for (const char of name) hash = Math.imul(hash ^ char.codePointAt(0)!, 16777619) >>> 0;
  return (hash >>> 16) % 2 === 0 ? "design" : "check";
}

const recall = ({ right, wanted }: Outcome) => (wanted === 0 ? 1 : right / wanted);
const precision = ({ right, given }: Outcome) => (given === 0 ? 0 : right / given);
const f1 = ({ right, given, wanted }: Outcome) => (given + wanted === 0 ? 1 : (2 * right) / (given + wanted));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
const sum = (all: readonly Outcome[], of: (one: Outcome) => number) => all.reduce((total, one) => total + of(one), 0);
const shown = (value: number) => value.toFixed(3);

function report(reader: string, all: readonly Outcome[]): void {
  const read = all.filter(({ refused }) => !refused);
  const low = all.filter((one) => f1(one) < 0.7);
  console.log(
    `  ${reader}: mean recall ${shown(mean(all.map(recall)))} precision ${shown(mean(read.map(precision)))}; ` +
      `pooled recall ${shown(sum(all, (one) => one.right) / sum(all, (one) => one.wanted))} ` +
      `precision ${shown(sum(all, (one) => one.right) / sum(all, (one) => one.given))}; ` +
      `refused ${all.length - read.length}, exact ${all.filter(({ exact }) => exact).length} of ${all.length}, ` +
      `F1 under .7: ${low.length}`,
  );
  if (!reader.startsWith("yoron")) return;
  const told = all.filter(({ uncertain }) => uncertain);
  console.log(
    `    note body-uncertain on ${told.length} of ${all.length}; of the pages with F1 under .7 on ` +
      `${low.filter(({ uncertain }) => uncertain).length} of ${low.filter(({ refused }) => !refused).length} that were read`,
  );
}

function pagesFolder(): { folder: string; drop: () => void } | null {
  const given = process.env.YORON_PAGES;
  if (given !== undefined) return { folder: given, drop: () => {} };
  if (!existsSync(ARCHIVE)) return null;
  const folder = mkdtempSync(join(tmpdir(), "yoron-pages-"));
  execFileSync("tar", ["xzf", ARCHIVE, "-C", folder]);
  return { folder: join(folder, "test-pages"), drop: () => rmSync(folder, { recursive: true }) };
}

const args = process.argv.slice(2);
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const pages = pagesFolder();
if (pages === null) console.log(`${ARCHIVE} is absent, and YORON_PAGES names no folder: nothing is measured`);
else {
  const outcomes = { design: [] as Outcome[], check: [] as Outcome[] };
  const others = { design: [] as Outcome[], check: [] as Outcome[] };
  for (const name of readdirSync(pages.folder).sort()) {
    const source = readFileSync(join(pages.folder, name, "source.html"), "utf8");
    const wanted = textOfHtml(readFileSync(join(pages.folder, name, "expected.html"), "utf8"));
    const found = own(source);
    const uncertain = found?.article.notes.some(({ code }) => code === "body-uncertain") ?? false;
    outcomes[half(name)].push(compare(name, found?.article.text ?? "", wanted, found === null, uncertain));
    if (args.includes("--alone")) continue;
    const other = readability(source);
    others[half(name)].push(compare(name, textOfHtml(other ?? ""), wanted, other === null, false));
  }
  pages.drop();
  const only = option("--half");
  for (const part of ["design", "check"] as const) {
    if (only !== undefined && only !== part) continue;
    console.log(`${part}: ${outcomes[part].length} pages`);
    report("yoron", outcomes[part]);
    if (others[part].length > 0) report("readability", others[part]);
    const worst = Number(option("--worst") ?? 0);
    for (const one of [...outcomes[part]].sort((a, b) => f1(a) - f1(b)).slice(0, worst)) {
      const state = `${one.refused ? " refused" : ""}${one.uncertain ? " uncertain" : ""}`;
      console.log(
        `    ${one.name}: F1 ${shown(f1(one))} recall ${shown(recall(one))} precision ${shown(precision(one))} (${one.wanted} words)${state}`,
      );
    }
  }
  if (only === undefined) {
    console.log("both halves");
    report("yoron", [...outcomes.design, ...outcomes.check]);
    if (others.design.length > 0) report("readability", [...others.design, ...others.check]);
  }
}
