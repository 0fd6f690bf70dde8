import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";
import { compareBodies } from "../../workshop/fuzz/body-faults.ts";
import { mutatePage } from "../../workshop/fuzz/mutate-page.ts";
import { fuzzPages } from "../../workshop/fuzz/seed-pages.ts";

const RUNS = 500;
const SEED = 77_000;

/** A page of a comment whose parts lie in one another, as where an element never ends. */
const page = (
  comment: string,
) => `<article><h1>港の話</h1><p>岸壁で働く人たちが港の話をした。遊具も直せます。</p></article>
<ol class="comment-list"><li class="comment" id="comment-1"><cite class="fn">みかん</cite>
<time datetime="2024-05-01T10:00">2024年5月1日</time><div class="comment-content"><p>はじめの声です。</p></div></li>
<li class="comment" id="comment-2">${comment}</li></ol>`;

/** Comments that once went wrong, shrunk. */
const ONCE_WRONG: Readonly<Record<string, readonly [string, string]>> = {
  "words in a date that never ends": [
    '<cite class="fn">ほたる</cite><span class="comment-date">2024年5月2日<div class="comment-content"><p>七時台は要る。</p></div>',
    "七時台は要る。",
  ],
  "words that begin with a colon": [
    "<time datetime='2024-05-02'>2024年5月2日</time><p>:-) 賛成です。</p>",
    ":-) 賛成です。",
  ],
  "words that begin with one in an element of their own": [
    '<cite class="fn">ほたる</cite><div class="comment-content">：賛成です。</div>',
    "：賛成です。",
  ],
  "words in a head that never ends": [
    '<div class="comment-meta"><a class="comment-date" href="#c">2024年5月2日<div class="comment-content"><p>七時台は要る。</p></div>',
    "七時台は要る。",
  ],
};

/** Pages of which nothing is wrong, though parsers differ on them. */
const NOT_WRONG: Readonly<Record<string, string>> = {
  "a picture after a frameset": '<!><title>古</title><frameset><li class="comment even"><img class="emoji" alt="笑">',
  "a picture in a select":
    '<div id="p0" class="post"><select><div id="p5" class="post"><div class="postbody"><div class="content"><img class="smilie" alt="笑">',
};

describe("the text of a comment is what the rows of its body cover", () => {
  for (const [name, [comment, words]] of Object.entries(ONCE_WRONG))
    it(name, () => {
      const { comments, trace } = readPage(page(comment), { trace: true });
      const { id } = comments.find(({ text }) => text.includes(words))!;
      const covering = trace!.filter(({ start, end }) => page(comment).slice(start, end).includes(words));
      expect(covering.map(({ place, reason }) => [place, reason])).toEqual([[id, "body"]]);
      expect(compareBodies(page(comment))?.faults).toEqual([]);
    });

  for (const [name, page] of Object.entries(NOT_WRONG))
    it(name, () => expect(compareBodies(page)).toEqual({ comments: 1, faults: [] }));

  it("of every page of the tests", () => {
    let comments = 0;
    for (const page of fuzzPages()) {
      const compared = compareBodies(page);
      expect(compared?.faults ?? []).toEqual([]);
      comments += compared?.comments ?? 0;
    }
    expect(comments).toBeGreaterThan(400);
  });

  it(`of ${RUNS} pages, changed at up to six places`, () => {
    const pages = fuzzPages();
    let comments = 0;
    for (let run = 0; run < RUNS; run++) {
      const compared = compareBodies(mutatePage(pages[run % pages.length]!, SEED + run));
      expect([run, ...(compared?.faults ?? [])]).toEqual([run]);
      comments += compared?.comments ?? 0;
    }
    expect(comments).toBeGreaterThan(RUNS);
  });
});
