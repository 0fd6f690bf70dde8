import type { PageComment, PageModel } from "./page.ts";
import { escapeHtml, renderComments, renderInline } from "./tcd.ts";

/** Renders a page as WordPress core prints it (HTML5), with likes and dislikes of Comments Like Dislike. */
export function renderCore(page: PageModel): string {
  const body = page.body.map((block) => {
    if (block.kind === "p") return `<p>${renderInline(block.lines)}</p>`;
    if (block.kind === "h2") return `<h2 class="wp-block-heading">${escapeHtml(block.text)}</h2>`;
    if (block.kind === "empty") return "<p>&nbsp;</p>";
    return `<figure class="wp-block-image"><img src="img/photo.jpg" alt=""><figcaption class="wp-element-caption">${escapeHtml(block.text)}</figcaption></figure>`;
  });
  const published =
    page.published == null
      ? ""
      : `<span class="posted-on"><time class="entry-date published" datetime="${page.published}">${shownDate(page.published)}</time></span>\n`;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="UTF-8">
<title>${escapeHtml(page.title)} | 町の交通だより</title>
${page.url == null ? "" : `<link rel="canonical" href="${escapeHtml(page.url)}">\n`}<meta property="og:title" content="${escapeHtml(page.title)}">
</head>
<body class="wp-singular single single-post">
<header class="site-header"><p class="site-title"><a href="/">町の交通だより</a></p>
<nav class="main-navigation"><ul class="menu"><li><a href="/">ホーム</a></li><li><a href="/archives">過去の記事</a></li></ul></nav></header>
<main>
<article id="post-210" class="post type-post">
<header class="entry-header"><h1 class="entry-title">${escapeHtml(page.title)}</h1>
<div class="entry-meta">${published}${page.author == null ? "" : `<span class="byline"><span class="author vcard"><a class="url fn n" rel="author" href="/author/1">${escapeHtml(page.author)}</a></span></span>\n`}</div></header>
<div class="entry-content">
${body.join("\n")}
</div>
<footer class="entry-footer">${page.category === null ? "" : `<span class="cat-links">カテゴリー: <a href="/category/rail" rel="category tag">${escapeHtml(page.category)}</a></span>`}</footer>
</article>
<nav class="navigation post-navigation"><div class="nav-links">${page.previous === undefined ? "" : `<a href="/209" rel="prev">前の投稿 ${escapeHtml(page.previous)}</a>`}${page.next === undefined ? "" : `<a href="/211" rel="next">次の投稿 ${escapeHtml(page.next)}</a>`}</div></nav>
<div id="comments" class="comments-area">
<h2 class="comments-title">「${escapeHtml(page.title)}」に${page.comments.length}件のコメントがあります</h2>
<ol class="comment-list">
${renderComments(page.comments, coreItem, "ol")}</ol>
<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">コメントを残す</h3><form id="commentform" class="comment-form"><p class="comment-notes">メールアドレスが公開されることはありません。</p><textarea name="comment"></textarea></form></div>
</div>
</main>
<aside class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">最近の投稿</h2><ul>
${page.latest.map(({ title }) => `<li><a href="/p">${escapeHtml(title)}</a></li>\n`).join("")}</ul></section></aside>
<footer class="site-footer"><p>© 町の交通だより</p></footer>
</body>
</html>
`;
}

/** `2023年5月9日 7:05 AM`, as a Japanese WordPress prints a time. */
export function shownDate(time: string): string {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(time)!;
  const h = Number(hour);
  return `${year}年${Number(month)}月${Number(day)}日 ${h % 12 === 0 ? 12 : h % 12}:${minute} ${h < 12 ? "AM" : "PM"}`;
}

function coreItem({ depth, author, time, date, up, down, paragraphs }: PageComment, index: number): string {
  const number = 881 + index;
  const shown = time === undefined ? escapeHtml(date) : `<time datetime="${time}">${shownDate(time)}</time>`;
  const count = (name: "like" | "dislike", value: number | null | undefined): string =>
    value === undefined
      ? ""
      : `<div class="cld-${name}-wrap cld-common-wrap"><a href="javascript:void(0);" class="cld-${name}-trigger cld-like-dislike-trigger" title="" data-comment-id="${number}" data-trigger-type="${name}" data-user-ip="192.0.2.7"><i class="fas"></i></a><span class="cld-${name}-count-wrap cld-count-wrap">${value ?? ""}</span></div>`;
  const votes =
    up === null && down == null
      ? ""
      : `<div class="cld-like-dislike-wrap cld-template-1">${count("like", up)}${count("dislike", down)}</div>`;
  return `<li id="comment-${number}" class="comment ${index % 2 === 0 ? "even" : "odd"} ${depth === 0 ? "thread-even parent " : ""}depth-${depth + 1}">
<article id="div-comment-${number}" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="avatar.png" class="avatar"><b class="fn">${author === null ? "" : escapeHtml(author)}</b> <span class="says">より:</span></div>
<div class="comment-metadata"><a href="#comment-${number}">${shown}</a></div></footer>
<div class="comment-content">
${paragraphs.map((lines) => `<p>${lines.map(escapeHtml).join("<br>\n")}</p>`).join("\n")}
${votes}</div>
<div class="reply"><a rel="nofollow" class="comment-reply-link" href="#respond" data-commentid="${number}">返信</a></div>
</article>
`;
}
