import fc from "fast-check";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { YoronError } from "../../src/model/error.ts";
import { readPage } from "../../src/read/read.ts";
import { renderCore } from "../read/render/core.ts";
import type { PageModel } from "../read/render/page.ts";
import { randomNumbers, randomPage } from "../read/render/random-page.ts";
import { renderTcd } from "../read/render/tcd.ts";
import { renderTcdNew } from "../read/render/tcd-new.ts";
import { renderText } from "../read/render/text.ts";

/** Pages of each of the seven kinds, 20,300 in all; half of them are read once more, cut off or mangled. */
const RUNS = 2900;
const SETTLED = { seed: 20240915, numRuns: RUNS, endOnFailure: true };

const FORMATS: Readonly<Record<string, (page: PageModel) => string>> = {
  "page-text": renderText,
  "wordpress-tcd": renderTcd,
  "wordpress-tcd, new": renderTcdNew,
  "wordpress-core": renderCore,
  "wordpress-cocoon": (page) => renderCore(page).replace('class="comment-list"', 'class="commets-list"'),
  html: (page) => renderCore({ ...page, comments: [] }),
  "json-ld": (page) =>
    renderCore({ ...page, comments: [] }).replace(
      "</head>",
      `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: page.title, comment: page.comments.map(({ paragraphs }) => ({ "@type": "Comment", text: paragraphs.flat().join("\n").replaceAll("<", "(") })) })}</script></head>`,
    ),
};

describe("every line or visible text node of a page is in exactly one place (promise 2)", () => {
  for (const [name, render] of Object.entries(FORMATS)) {
    const places = name === "page-text" ? filledLines : visibleTextNodes;

    it(`${name}: ${RUNS} pages, half of them also cut off or mangled`, () => {
      let read = 0;
      fc.assert(
        fc.property(fc.nat(), fc.nat({ max: 9 }), (seed, comments) => {
          const source = render(randomPage(seed, { comments, plain: false }));
          expectEachOnce(source, places);
          if (seed % 2 === 1) return;
          const next = randomNumbers(seed ^ 0x5bd1e995);
          const cut = next(source.length + 1);
          const hurt = next(4) === 0 ? source.slice(0, cut) + source.slice(cut + next(300)) : source.slice(0, cut);
          if (readsAt(hurt, places)) read++;
        }),
        SETTLED,
      );
      // Most cuts leave an article; the rest say clearly that there is none.
      expect(read).toBeGreaterThan(RUNS * 0.25);
    });
  }
});

type Range = readonly [number, number];
type Places = (source: string) => Range[];

function expectEachOnce(source: string, places: Places): void {
  const { trace, comments } = readPage(source, { trace: true });
  const found = trace!.map(({ start, end }): Range => [start, end]);
  for (let i = 1; i < found.length; i++) {
    if (found[i]![0] < found[i - 1]![1]) throw new Error(`row ${i} overlaps the one before`);
  }
  const shown = (ranges: readonly Range[]) => ranges.map((range) => shownText(source, range));
  const expected = places(source);
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(shown(found)).toEqual(shown(expected));
  const known = new Set(["article", "furniture", ...comments.map(({ id }) => id)]);
  for (const { place, reason } of trace!) {
    if (!known.has(place) || reason === "") throw new Error(`no such place: ${place} ${reason}`);
  }
}

/** Parsers differ on whether a tag that they ignore lies inside the text node around it. */
function shownText(source: string, [start, end]: Range): string {
  return source
    .slice(start, end)
    .replace(/<[^>]*>?/g, "")
    .trim();
}

const CLEAR = new Set(["not-an-article", "empty-input", "unknown-format", "malformed"]);

function readsAt(source: string, places: Places): boolean {
  try {
    expectEachOnce(source, places);
    return true;
  } catch (error) {
    if (error instanceof YoronError && CLEAR.has(error.code)) return false;
    throw error;
  }
}

function filledLines(source: string): Range[] {
  const found: Range[] = [];
  let at = 0;
  for (const line of source.split("\n")) {
    if (line.trim() !== "") {
      const from = at + line.length - line.replace(/^[ \t]+/, "").length;
      found.push([from, at + line.replace(/[ \t]+$/, "").length]);
    }
    at += line.length + 1;
  }
  return found;
}

type Node = DefaultTreeAdapterMap["childNode"];

/** The text nodes that a parser written to the standard finds outside script, style and template. */
function visibleTextNodes(source: string): Range[] {
  const found: Range[] = [];
  const waiting: Node[] = [...parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (node.nodeName === "#text" && "value" in node) {
      const { startOffset, endOffset } = node.sourceCodeLocation!;
      if (node.value.trim() !== "") found.push([startOffset, endOffset]);
    } else if ("childNodes" in node && !["script", "style", "template"].includes(node.nodeName)) {
      waiting.push(...node.childNodes);
    }
  }
  return found.sort(([a], [b]) => a - b);
}
