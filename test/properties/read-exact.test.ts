import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";
import { renderCore } from "../read/render/core.ts";
import type { PageModel } from "../read/render/page.ts";
import { randomPage } from "../read/render/random-page.ts";
import { renderTcd } from "../read/render/tcd.ts";
import { renderTcdNew } from "../read/render/tcd-new.ts";
import { renderText } from "../read/render/text.ts";

const RUNS = 600;

/** The thread as the page's author wrote it. */
function written({ comments }: PageModel) {
  const chain: string[] = [];
  return comments.map(({ depth, author, date, up, paragraphs }, index) => {
    chain.length = depth;
    const replyTo = chain[depth - 1] ?? null;
    chain.push(`c${index + 1}`);
    const day = /(\d+)日/.exec(date)![1]!.padStart(2, "0");
    return {
      depth,
      replyTo,
      author,
      posted: `2022-09-${day}`,
      up,
      text: paragraphs.map((lines) => lines.join("\n")).join("\n\n"),
    };
  });
}

function read(source: string) {
  return readPage(source).comments.map(({ depth, replyTo, author, posted, reactions, text }) => {
    return { depth, replyTo, author, posted: posted?.value ?? null, up: reactions.up ?? null, text };
  });
}

/** The words of each comment as the trace points to them, without blank lines. */
function bodiesByTrace(source: string): string[] {
  const { trace, comments } = readPage(source, { trace: true });
  return comments.map(({ id }) => {
    const rows = trace!.filter(({ place, reason }) => place === id && reason === "body");
    return rows.map(({ start, end }) => source.slice(start, end)).join("\n");
  });
}

/** HTML shows a run of spaces as one, and none at the ends of a line. */
function asShown(thread: ReturnType<typeof written>) {
  return thread.map((one) => ({ ...one, author: one.author?.trim() ?? null, text: one.text.replace(/ +/g, " ") }));
}

describe("a thread is read as it was written", () => {
  const html: Readonly<Record<string, (page: PageModel) => string>> = { renderTcd, renderTcdNew, renderCore };
  for (const [name, render] of Object.entries(html)) {
    it(`${name}: any names and bodies`, () => {
      fc.assert(
        fc.property(fc.nat(), fc.nat({ max: 9 }), (seed, comments) => {
          const page = randomPage(seed, { comments, plain: false });
          expect(read(render(page))).toEqual(asShown(written(page)));
        }),
        { seed: 1, numRuns: RUNS },
      );
    });
  }

  it("renderText: whatever a rendering can tell apart", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 9 }), (seed, comments) => {
        const page = randomPage(seed, { comments, plain: true });
        const source = renderText(page);
        expect(read(source)).toEqual(written(page));
        expect(bodiesByTrace(source)).toEqual(written(page).map(({ text }) => text.replace(/\n+/g, "\n")));
      }),
      { seed: 1, numRuns: RUNS * 2 },
    );
  });
});
