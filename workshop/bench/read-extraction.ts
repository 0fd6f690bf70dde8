/**
 * Compares the extraction of article bodies with @mozilla/readability: `npx tsx workshop/bench/read-extraction.ts`.
 *
 * The pages are the HTML of test/pages and data/pages; what is right is the text in expected.json (for data/pages the
 * text rendering of the same page). Lines are compared: precision is the share of the lines given that belong to the
 * article, recall the share of its lines that are given. "general" is this project's extraction for pages of no known
 * theme, forced on pages of every theme by renaming their classes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { readPage } from "../../src/read/read.ts";
import { renderCore } from "../../test/read/render/core.ts";
import type { Block } from "../../test/read/render/page.ts";
import { randomPage } from "../../test/read/render/random-page.ts";
import { renderTcd } from "../../test/read/render/tcd.ts";
import { renderTcdNew } from "../../test/read/render/tcd-new.ts";

interface Page {
  readonly name: string;
  readonly html: string;
  readonly text: string;
}

function pages(): Page[] {
  const found: Page[] = [];
  for (const name of readdirSync("test/pages").sort()) {
    const file = `test/pages/${name}/page.html`;
    if (!readdirSync(`test/pages/${name}`).includes("page.html")) continue;
    const { discussions } = JSON.parse(readFileSync(`test/pages/${name}/expected.json`, "utf8"));
    found.push({ name, html: readFileSync(file, "utf8"), text: discussions[0].article.text });
  }
  const harbour = readPage(readFileSync("data/pages/harbour.txt")).article.text;
  found.push({ name: "harbour-tcd", html: readFileSync("data/pages/harbour-tcd.html", "utf8"), text: harbour });
  return found;
}

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/g, ""))
    .filter((line) => line !== "");

interface Score {
  given: number;
  wanted: number;
  right: number;
}

function count(score: Score, given: readonly string[], wanted: readonly string[]): void {
  const left = [...given];
  score.given += given.length;
  score.wanted += wanted.length;
  for (const line of wanted) {
    const at = left.indexOf(line);
    if (at >= 0) {
      left.splice(at, 1);
      score.right++;
    }
  }
}

/** Longer pages in three themes, as Readability is made for: the bodies of eight random pages in one. */
function longPages(): Page[] {
  const renders = { renderTcd, renderTcdNew, renderCore };
  return Object.entries(renders).flatMap(([name, render]) =>
    Array.from({ length: 10 }, (_, seed): Page => {
      const body = Array.from(
        { length: 8 },
        (_, part) => randomPage(seed * 8 + part, { comments: 0, plain: true }).body,
      ).flat();
      const page = { ...randomPage(seed, { comments: 9, plain: true }), body };
      return { name: `${name} ${seed}`, html: render(page), text: body.map(textOf).join("\n") };
    }),
  );
}

function textOf(block: Block): string {
  if (block.kind === "p") return block.lines.map((line) => line.map(({ text }) => text).join("")).join("\n");
  return block.kind === "empty" ? "" : block.text;
}

/** Readability gives HTML; its blocks are told apart as this project's reader does. */
function readability(html: string): string[] {
  const { document } = parseHTML(html);
  const content = new Readability(document as never, { charThreshold: 0 }).parse()?.content;
  if (content == null) return [];
  return lines(
    content
      .replace(
        /<(?:br|\/?(?:p|div|li|ul|ol|h\d|blockquote|figure|figcaption|section|article|table|tr|pre))\b[^>]*>/gi,
        "\n",
      )
      .replace(/<[^>]*>/g, "")
      .replace(/&nbsp;/g, " ")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&"),
  );
}

const own = (html: string): string[] => {
  try {
    return lines(readPage(html).article.text);
  } catch {
    return [];
  }
};

/** The same page without the names by which themes are known. */
const unnamed = (html: string): string =>
  html
    .replace(/entry-content|post_content|post-content|p-entry__body|articleBody/g, "x")
    .replace(/id="post_content"/g, "");

const readers: Readonly<Record<string, (html: string) => string[]>> = {
  "yoron, theme known": own,
  "yoron, general": (html) => own(unnamed(html)),
  "readability, as is": readability,
  "readability, general": (html) => readability(unnamed(html)),
};

for (const [kind, all] of [
  ["short pages", pages()],
  ["long pages", longPages()],
] as const) {
  console.log(`${all.length} ${kind}`);
  for (const [name, reader] of Object.entries(readers)) report(name, reader, all);
}

function report(name: string, reader: (html: string) => string[], all: readonly Page[]): void {
  const score: Score = { given: 0, wanted: 0, right: 0 };
  let whole = 0;
  for (const { html, text } of all) {
    const given = reader(html);
    count(score, given, lines(text));
    if (given.join("\n") === lines(text).join("\n")) whole++;
  }
  const percent = (part: number, of: number) => `${((100 * part) / Math.max(of, 1)).toFixed(1)} %`;
  const exact = `pages exact ${whole} of ${all.length}`;
  console.log(
    `  ${name}: precision ${percent(score.right, score.given)}, recall ${percent(score.right, score.wanted)}, ${exact}`,
  );
}
