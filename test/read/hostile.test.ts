import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Discussion } from "../../src/model/discussion.ts";
import { YoronError } from "../../src/model/error.ts";
import { readAll } from "../../src/read/read.ts";

const DEEP = 100_000;
const ARTICLE = "<h1 class='entry-title'>題</h1><div class='entry-content'><p>本文です。</p></div>";
const html = (inner: string) => `<html>${ARTICLE}${inner}</html>`;
const nest = (open: string, close: string) => html(`${open.repeat(DEEP)}深い${close.repeat(DEEP)}`);
const core = (body: string) => `<li class="comment even depth-1"><div class="comment-content">${body}</div>`;
const xml = (inner: string, head = "") =>
  `<?xml version="1.0"?>${head}<rss xmlns:wp="w"><channel>${inner}</channel></rss>`;

/** Gives the discussions or the error's code; anything but a YoronError fails the test. */
function outcome(source: string | Uint8Array): Discussion[] | string {
  try {
    return [...readAll(source, { trace: true })];
  } catch (error) {
    if (error instanceof YoronError) return error.code;
    throw error;
  }
}

describe("nesting of 100,000 levels is read or refused, never a crash", () => {
  for (const tag of [
    "div",
    "blockquote",
    "b",
    "p",
    "li",
    "ul",
    "table",
    "svg",
    "form",
    "nav class='breadcrumb'",
    "a href='x'",
    "h2",
    "pre",
  ]) {
    it(`<${tag}>`, () => expect(outcome(nest(`<${tag}>`, `</${tag.split(" ")[0]}>`))).toHaveLength(1));
  }

  const inside: readonly (readonly [string, string])[] = [
    ["time", "<time datetime='2022' class='entry-date'>"],
    ["titles without text", "<h2 class='entry-title'>"],
    ["counts", "<span class='cld-like-count-wrap'>"],
    ["vote wrappers", "<div class='cld-like-dislike-wrap'>"],
    ["names", "<b class='fn'>"],
  ];
  for (const [what, tag] of inside) {
    it(`${what} in a comment and outside`, () => {
      const [page] = outcome(html(`${tag.repeat(DEEP)}<ol>${core(tag.repeat(DEEP))}`)) as Discussion[];
      expect(page!.comments).toHaveLength(1);
    });
  }

  it("comments that answer each other", () => {
    const item = (i: number) => `${core(`<p>${i}</p>`).replace("<li", `<li id="c${i}"`)}<ul class="children">`;
    const [page] = outcome(html(`<ol>${Array.from({ length: DEEP }, (_, i) => item(i)).join("")}`)) as Discussion[];
    expect(page!.comments.at(-1)).toMatchObject({ depth: DEEP - 1, replyTo: `c${DEEP - 1}`, text: String(DEEP - 1) });
  });

  it("JSON: brackets, a Reddit listing, JSON-LD", () => {
    expect(outcome("[".repeat(DEEP))).toBe("malformed");
    expect(outcome("[".repeat(DEEP) + "]".repeat(DEEP))).toBe("malformed");
    expect(outcome(`${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`)).toBe("malformed");
    const post = '{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"title":"t"}}]}}';
    const reply = '{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"name":"t1","body":"x","replies":';
    const [reddit] = outcome(`[${post},${reply.repeat(DEEP)}""${"}}]}}".repeat(DEEP)}]`) as Discussion[];
    expect(reddit!.comments.at(-1)!.depth).toBe(DEEP - 1);
    const comment = '{"@type":"Comment","text":"x","comment":';
    const head = '{"@context":"https://schema.org","@type":"NewsArticle","headline":"t","comment":';
    const [linked] = outcome(`${head}${comment.repeat(DEEP)}[]${"}".repeat(DEEP)}}`) as Discussion[];
    expect(linked!.comments).toHaveLength(DEEP);
  });

  const numbered = (open: string) =>
    `${Array.from({ length: DEEP }, (_, i) => `{"id":${i},${open}`).join("")}${"]}".repeat(DEEP)}`;
  const nested = (open: string, inner: string, close: string) => `${open.repeat(DEEP)}${inner}${close.repeat(DEEP)}`;
  it.each([
    ["replies in a list", `{"title":"題","comments":[${nested('{"text":"x","replies":[', "", "]}")}]}`],
    ["replies in a map", `{"title":"題","comments":[${nested('{"text":"x","返信":{"a":', '{"text":"y"}', "}}")}]}`],
    ["replies in wrappers", `[${nested('{"node":{"text":"x","children":{"edges":[', "", "]}}}")}]`],
    ["items of Hacker News", numbered('"type":"comment","story_id":"s","text":"x","children":[')],
    ["items of Hacker News by kids", numbered('"type":"comment","by":"a","time":1700000000,"text":"x","kids":[')],
  ])("JSON: %s", (_, source) => {
    const [page] = outcome(source) as Discussion[];
    expect(page!.comments.length).toBeGreaterThanOrEqual(DEEP - 1);
    expect(page!.comments.at(-1)!.depth).toBeGreaterThanOrEqual(DEEP - 2);
  });

  it.each([
    ["objects", `{"comments":[{"text":"x","a":${nested('{"a":', "1", "}")}}]}`],
    ["lists under changing names", `{"comments":[{"text":"x"}],"a":${nested('[{"posts":', "[]", "}]")}}`],
    ["wrappers", `[{"text":"x","node":${nested('{"node":', "{}", "}")}}]`],
  ])("JSON: one comment beside nested %s", (_, source) => {
    expect((outcome(source) as Discussion[])[0]!.comments).toHaveLength(1);
  });

  it("XML", () => {
    expect(outcome(xml(`<item><title>題</title>${"<a>".repeat(DEEP)}${"</a>".repeat(DEEP)}</item>`))).toHaveLength(1);
    expect(outcome(xml(`<item>${"<a>".repeat(DEEP)}`).replace(/<\/.*$/, ""))).toBe("malformed");
  });
});

describe("threads of 20,000 levels, inside and outside of a comment, are read", () => {
  const LEVELS = 20_000;
  const threads: readonly (readonly [string, string])[] = [
    ["comments by id", "<div id='comment-1'>"],
    ["comments by id and class", "<div class='comment' id='comment-1'><cite>み</cite>2025年4月1日 10:06<p>賛成"],
    ["bodies", "<div class='comment-text'>"],
    ["heads", "<div class='comment-author'>"],
    ["metas", "<div class='comment-meta'>"],
    ["times", "<time datetime='2025-04-01'>"],
    ["zones", "<div class='comments'>"],
    ["items of lists", "<ol class='commentlist'><li>み 2025/04/01"],
    ["children", "<ol class='children'>"],
    ["action links", "<a class='comment-reply-link' href='#respond'>"],
    ["hidden parts", "<span class='screen-reader-text'>"],
    ["names and badges", "<b class='fn'>み<span>投稿者</span>"],
    ["counts", "<a href='#comments'>コメント 12件"],
    ["headings", "<h3>コメント"],
    ["definitions", "<dl class='comments'><dt>み<dd>2025/04/01"],
    ["margins", "<div class='comment' style='margin-left:3px'>"],
    ["pingbacks", "<li class='pingback'>"],
    ["moderation notes", "<em class='moderation'>"],
  ];
  for (const [what, tag] of threads) {
    it(what, () => {
      const source = html(`<div id="comments">${tag.repeat(LEVELS)}<ol>${core(tag.repeat(LEVELS / 2))}`);
      expect(outcome(source)).toHaveLength(1);
    });
  }
});

describe("entities are never expanded nor fetched", () => {
  const bomb = Array.from({ length: 50 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");

  it.each([
    ["a bomb", `<!DOCTYPE r [<!ENTITY l0 "lol">${bomb}]>`, "&l50;"],
    ["an external entity", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"],
    ["an external subset", '<!DOCTYPE r SYSTEM "https://example.invalid/r.dtd">', "&y;"],
  ])("%s", (_, head, reference) => {
    const [post] = outcome(xml(`<item><title>${reference}</title></item>`, head)) as Discussion[];
    expect(post!.article.title).toBe(reference);
  });
});

describe("what repeats without end", () => {
  it.each([
    ["<", html("<".repeat(1e6))],
    ["&", html("&".repeat(1e6))],
    ["attributes", html(`<div ${"a=b ".repeat(2e5)}>x</div>`)],
    ["one long class", html(`<div class="${"related ".repeat(2e5)}">x</div>`)],
    ["open quotes", html('<li class="'.repeat(1e5))],
    ["stray end tags", html("<div>".repeat(DEEP) + "</b></i></li></p>".repeat(DEEP))],
    [
      "comments beside each other",
      html(`<div class="comments">${"<div class='comment'><b>み</b> 2025/04/01<p>賛成</p></div>".repeat(1e4)}</div>`),
    ],
    ["terms", html(`<dl class="comments">${"<dt>み</dt><dd>賛成 2025/04/01</dd>".repeat(1e4)}</dl>`)],
    ["dated lines", html(`<div class="comments">${"<p>み 2025/04/01</p><p>賛成</p>".repeat(1e4)}</div>`)],
    [
      "one comment of many lines",
      html(`<div class="comment" id="comment-1">${"<p>2025/04/01 み より:</p>".repeat(1e4)}</div>`),
    ],
    [
      "levels",
      html(
        `<div class="comments">${Array.from({ length: 2e4 }, (_, i) => `<div class="comment depth-${i % 999}">み<cite>み</cite></div>`).join("")}`,
      ),
    ],
    ["counts of comments", html("<h3>12件のコメント</h3>".repeat(5e4))],
    [
      "marks before a name",
      html(`<div id="comment-1"><p>${"— | ".repeat(1e5)}</p><p>より より ${"さん ".repeat(1e5)}</p></div>`),
    ],
    ["headings", `<html><title>題</title>${"<h2>題</h2>".repeat(DEEP)}<p>${"本文".repeat(30)}</p>`],
    ["headers of comments", `題\n\n本文です。\n\nコメント\n\n${"    • 2022年1月1日\n".repeat(1e5)}`],
    ["bare numbers", `題\n\n本文です。\n\nコメント\n\n    • あ\n    • 2022年1月1日\n\n${"    5\n\n".repeat(1e5)}`],
    ["spaces", `題\n\n本文です。\n${" ".repeat(1e6)}\nx`],
  ])("%s", (_, source) => expect(outcome(source)).toHaveLength(1));

  it.each([
    [
      "objects whose names all differ",
      (n: number) => `[${Array.from({ length: n }, (_, i) => `{"text":"x","k${i}id":1,"parent":"p"}`).join()}]`,
    ],
    [
      "lists at paths that all differ",
      (n: number) => `{${Array.from({ length: n }, (_, i) => `"k${i}":[{"text":"x"}]`).join()}}`,
    ],
    ["threads of one comment", (n: number) => `[${Array(n).fill('{"title":"t","comments":[{"text":"x"}]}').join()}]`],
    ["angle brackets of Slack", (n: number) => `[{"type":"message","ts":"1700000000.1","text":"${"<@".repeat(n)}"}]`],
    [
      "items of Hacker News in a cycle",
      (n: number) =>
        `[${Array.from({ length: n }, (_, i) => `{"id":${i},"parent":${(i + 1) % n},"type":"comment","by":"a","time":1700000000,"text":"x"}`).join()}]`,
    ],
  ])("JSON: %s take time in proportion to their number", (_, make) => {
    const time = (n: number): number => {
      const source = make(n);
      const start = performance.now();
      expect(typeof outcome(source)).toBe("object");
      return performance.now() - start;
    };
    time(2000);
    // Quadratic work would take 64 times as long; the bound leaves room for a busy machine.
    expect(time(32_000)).toBeLessThan(24 * Math.max(time(4000), 10));
  });

  it("a cycle of parents 100,000 long is cut once, with a note", () => {
    const lines = Array.from({ length: DEEP }, (_, i) => `{"id":"${i}","body":"x","parent":"${(i + 1) % DEEP}"}`);
    const [page] = outcome(lines.join("\n")) as Discussion[];
    expect(page!.comments.filter(({ notes }) => notes.some(({ code }) => code === "parent-cycle"))).toHaveLength(1);
  });
});

describe("broken input gives a clear error or a noted repair", () => {
  const pages = readdirSync("test/pages").map((name) => {
    const file = readdirSync(`test/pages/${name}`).find((one) => one.startsWith("page."))!;
    return [name, readFileSync(`test/pages/${name}/${file}`)] as const;
  });

  it("every page of test/pages, cut off at any byte or with bytes changed", () => {
    fc.assert(
      fc.property(fc.nat({ max: pages.length - 1 }), fc.nat(), fc.nat({ max: 255 }), (index, at, byte) => {
        const bytes = pages[index]![1];
        const place = at % bytes.length;
        outcome(bytes.subarray(0, place));
        const changed = Uint8Array.from(bytes);
        changed[place] = byte;
        outcome(changed);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it("any bytes at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void outcome(bytes)),
      { seed: 5, numRuns: 1000 },
    );
  });

  it.each([
    ["JSON", '{"comments":[{"body":"x"'],
    ["JSON Lines", '{"body":"x"}\n{"body":'],
    ["CSV", 'id,body\n1,"x'],
    ["WXR", xml("<item><title>x</title>").replace(/<\/channel.*/, "")],
    ["Disqus", '<?xml version="1.0"?><disqus><thread dsq:id="1"><title>x</title>'],
  ])("%s that is cut off is malformed, not shorter", (_, source) => expect(outcome(source)).toBe("malformed"));

  it("keys of prototypes pollute nothing", () => {
    outcome('{"comments":[{"body":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}');
    outcome("body,__proto__,constructor\nx,1,2\n");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
