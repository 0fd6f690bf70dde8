import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";

const ARTICLE =
  '<article><h1 class="entry-title">水道管の工事</h1><div class="entry-content"><p>来月から駅前の水道管を取り替える。</p></div></article>';
const page = (rest: string, head = "") =>
  `<!DOCTYPE html><html lang="ja"><head><title>水道管の工事</title>${head}</head><body>${ARTICLE}${rest}</body></html>`;
const item = (n: number, name = "みかん") =>
  `<li class="comment even depth-1" id="comment-${n}"><div class="comment-author vcard"><cite class="fn">${name}</cite></div>` +
  `<div class="comment-meta commentmetadata"><a href="#comment-${n}">2025年4月${n}日 10:06</a></div><div class="comment-content"><p>夜の工事は静かに。</p></div></li>`;
const notes = (html: string) =>
  readPage(html)
    .article.notes.filter(({ code }) => code === "comments-not-read")
    .map(({ message }) => message);

describe("a page that shows signs of comments that were not read says so", () => {
  it.each([
    ["a heading", '<div id="comments"><h2>コメント 12件</h2></div>', /「コメント 12件」 was shown, 0 were read/],
    ["brackets", '<h3 class="comments-title">コメント(12)</h3>', /「コメント\(12\)」/],
    ["full-width digits", '<h3 class="comments-title">コメント（１２）</h3>', /１２/],
    ["の", "<h3>「水道管の工事」に12件のコメント</h3>", /12件のコメント/],
    ["English", "<h3>12 Comments</h3>", /12 Comments/],
    ["a count parted from its word", "<h3><span>12</span> <small>コメント</small></h3>", /12 コメント/],
    ["a link to its own comments", '<p><a href="#comments" class="comments-link">コメント 4件</a></p>', /コメント 4件/],
    [
      "fewer read than shown",
      `<h3>5件のコメント</h3><ol class="commentlist">${item(1)}${item(2)}</ol>`,
      /5件のコメント」 was shown, 2 were read/,
    ],
    ["microdata", '<meta itemprop="interactionCount" content="UserComments:7">', /declares 7 comments/],
    ["Disqus", '<div id="disqus_thread"></div>', /loaded from Disqus.*save the page after/],
    ["Facebook", '<div class="fb-comments" data-href="x"></div>', /loaded from Facebook/],
    ["Giscus", '<script src="https://giscus.app/client.js"></script>', /loaded from Giscus/],
    ["isso", '<section id="isso-thread"></section>', /loaded from isso/],
    [
      "ids without a thread that is understood",
      '<span id="comment-5">賛成</span><span id="comment-6">反対</span>',
      /2 more parts look like comments; 0 were read/,
    ],
    [
      "reply links",
      '<div><a class="comment-reply-link" href="?replytocom=3">返信</a></div>',
      /1 more part looks like comments/,
    ],
    [
      "paged comments",
      `<ol class="commentlist">${item(1)}</ol><nav class="comment-navigation"><a href="/suido/comment-page-1/#comments">古いコメント</a></nav>`,
      /other pages \(comment-page-1\).*joinPages/,
    ],
  ])("%s", (_, rest, message) => expect(notes(page(rest)).join("\n")).toMatch(message));

  it("JSON-LD that declares a number", () => {
    const linked = '{"@context":"https://schema.org","@type":"NewsArticle","headline":"水道管の工事","commentCount":9}';
    expect(notes(page("", `<script type="application/ld+json">${linked}</script>`))).toEqual([
      "the page declares 9 comments, 0 were read",
    ]);
  });

  it("items of which most have no words", () => {
    const empty = (n: number) => `<li class="comment even depth-1" id="comment-${n}"><cite class="fn">み</cite></li>`;
    const read = readPage(page(`<ol>${[1, 2, 3, 4].map(empty).join("")}</ol>`));
    expect(read.comments.map(({ notes: own }) => own.map(({ code }) => code))).toEqual(Array(4).fill(["empty-text"]));
    expect(read.article.notes.map(({ message }) => message)).toContain("no words were found in 4 of 4 comments");
  });
});

describe("what is no sign gives no note", () => {
  it.each([
    ["a count of latest comments", "<h3>最近のコメント 5件</h3>"],
    ["no comments", '<h3 class="comments-title">コメント 0件</h3>'],
    [
      "an empty form",
      '<div id="respond" class="comment-respond"><h3>コメントを残す</h3><form><textarea name="comment"></textarea></form></div>',
    ],
    ["closed comments", '<p class="nocomments">コメントは受け付けていません。</p>'],
    [
      "latest comments in the sidebar",
      '<aside class="sidebar"><h3>最近のコメント</h3><ul id="recentcomments"><li class="recentcomments">りんご より <a href="/a#comment-9">別の記事</a></li></ul></aside>',
    ],
    [
      "counts of other articles",
      '<ul><li><a href="/a#comments">コメント 3件</a></li><li><a href="/b#comments">コメント 8件</a></li></ul>',
    ],
    [
      "cards that show different counts",
      '<div class="card"><span class="comment-count">3 Comments</span></div><div class="card"><span class="comment-count">8 Comments</span></div>',
    ],
    ["all comments read", `<h3>2件のコメント</h3><ol class="commentlist">${item(1)}${item(2)}</ol>`],
    [
      "a pingback that is counted too",
      `<h3>2件のコメント</h3><ol class="commentlist">${item(1)}<li class="pingback" id="comment-3"><p>ピンバック: 隣の日記</p></li></ol>`,
    ],
    ["a Disqus place beside comments", `<ol class="commentlist">${item(1)}</ol><div id="disqus_thread"></div>`],
    ["a Disqus place with no comments", '<h3>0 Comments</h3><div id="disqus_thread"></div>'],
    [
      "a link in the article to comments elsewhere",
      '<p><a href="https://x.example/a/comment-page-2/">隣の日記で議論が続いている。</a></p>',
    ],
  ])("%s", (_, rest) => expect(notes(page(rest))).toEqual([]));
});
