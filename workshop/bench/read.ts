/**
 * How reading grows with a page and what it costs beside the HTML parser alone: `npx tsx workshop/bench/read.ts [FORMAT…]`.
 *
 * Each page is doubled four times; the ratio of one time to the one before should stay near 2. The last column is
 * the whole reading against htmlparser2 building its own tree of the same page, measured in the same run.
 */
import { parseDocument } from "htmlparser2";
import { readAll } from "../../src/read/read.ts";
import { renderCore } from "../../test/read/render/core.ts";
import type { PageModel } from "../../test/read/render/page.ts";
import { randomPage } from "../../test/read/render/random-page.ts";
import { renderTcd } from "../../test/read/render/tcd.ts";
import { renderText } from "../../test/read/render/text.ts";

const SMALLEST = 800;
/** A size is measured at least three times, and until its rounds have taken this long together. */
const ENOUGH_MS = 500;
const FEWEST = 3;

const rows = (page: PageModel) =>
  page.comments.map(({ author, up, paragraphs }, id) => ({
    id,
    author,
    likes: up,
    body: paragraphs.flat().join("\n"),
  }));

const sources: Readonly<Record<string, (page: PageModel) => string>> = {
  "page-text": renderText,
  "wordpress-tcd": renderTcd,
  "wordpress-core": renderCore,
  html: (page) =>
    renderCore({
      ...page,
      comments: [],
      body: page.comments.map(({ paragraphs }) => ({ kind: "p", lines: paragraphs.flat().map((text) => [{ text }]) })),
    }),
  csv: (page) =>
    `id,author,likes,body\n${rows(page)
      .map(
        ({ id, author, likes, body }) =>
          `${id},"${(author ?? "").replaceAll('"', '""')}",${likes ?? ""},"${body.replaceAll('"', '""')}"`,
      )
      .join("\n")}\n`,
  json: (page) => JSON.stringify(rows(page)),
  "5ch-dat": (page) =>
    page.comments
      .map(
        ({ author, paragraphs }, i) =>
          `${(author ?? "").replaceAll("<", "&lt;")}<>sage<>2022/09/15(木) 12:34:56.78 ID:abcd1234<> ${paragraphs.flat().join(" <br> ").replaceAll("<b", "&lt;b")} <>${i === 0 ? "題" : ""}`,
      )
      .join("\n"),
  wxr: (page) =>
    `<?xml version="1.0"?><rss xmlns:wp="w"><channel><item><title>題</title><wp:post_id>1</wp:post_id>${page.comments.map(({ author, paragraphs }, i) => `<wp:comment><wp:comment_id>${i}</wp:comment_id><wp:comment_author><![CDATA[${author ?? ""}]]></wp:comment_author><wp:comment_content><![CDATA[${paragraphs.flat().join("\n")}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>`).join("")}</item></channel></rss>`,
};

/** The least processor time of several rounds, in milliseconds: what else the machine does is not in it. */
function time(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let round = 0; round < FEWEST || spent < ENOUGH_MS; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    least = Math.min(least, ms);
    spent += ms;
  }
  return least;
}

const asked = process.argv.slice(2);
for (const [name, render] of Object.entries(sources)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const times: number[] = [];
  // What is compiled on the way must not count for the smallest page.
  for (let i = 0; i < 3; i++)
    [
      ...readAll(render(randomPage(3, { comments: 2 * SMALLEST, plain: true })), {
        path: `page.${name === "csv" ? "csv" : "x"}`,
      }),
    ];
  let parser = "";
  let size = 0;
  for (let doubling = 0; doubling <= 4; doubling++) {
    const source = render(randomPage(7, { comments: SMALLEST * 2 ** doubling, plain: true }));
    size = source.length;
    times.push(time(() => void [...readAll(source, { path: `page.${name === "csv" ? "csv" : "x"}` })]));
    if (doubling === 4 && /^(?:wordpress|html)/.test(name)) {
      const alone = time(() => void parseDocument(source, { withStartIndices: true, withEndIndices: true }));
      parser = `; ${(times.at(-1)! / alone).toFixed(2)} times the HTML parser alone`;
    }
  }
  const ratios = times.slice(1).map((ms, index) => (ms / times[index]!).toFixed(2));
  console.log(
    `${name}: doublings ${ratios.join(", ")}; ${(size / 1e6).toFixed(1)} M characters in ${times.at(-1)!.toFixed(0)} ms${parser}`,
  );
}
