import type { Inline, PageComment, PageModel, Post } from "./page.ts";

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Renders lines and links as WordPress does: `<br />` and a line break between lines. */
export function renderInline(lines: readonly (readonly Inline[])[]): string {
  const one = ({ text, url }: Inline): string =>
    url === undefined ? escapeHtml(text) : `<a href="${escapeHtml(url)}" target="_blank">${escapeHtml(text)}</a>`;
  return lines.map((line) => line.map(one).join("")).join("<br />\n");
}

/** Renders a page as a TCD theme does, with the like button of Comments Like Dislike. */
export function renderTcd(page: PageModel): string {
  const body = page.body.map((block) => {
    if (block.kind === "p") return `<p>${renderInline(block.lines)}</p>`;
    if (block.kind === "h2") return `<h2>${escapeHtml(block.text)}</h2>`;
    if (block.kind === "empty") return "<p>&nbsp;</p>";
    return `<figure class="wp-caption"><img src="img/photo.jpg" alt="" /><figcaption class="wp-caption-text">${escapeHtml(block.text)}</figcaption></figure>`;
  });
  return `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="UTF-8">
<title>${escapeHtml(page.title)}</title>
${page.url == null ? "" : `<link rel="canonical" href="${escapeHtml(page.url)}">\n`}<script>var theme = { name: "tcd" };</script>
<style>.comment { margin: 0 }</style>
</head>
<body>
<div id="header"><nav id="global_menu"><ul><li><a href="/">ホーム</a></li><li><a href="/about">このサイトについて</a></li></ul></nav></div>
<div id="main_col">
<article id="article">
${page.category === null ? "" : `<p class="category"><a href="/category/1" rel="category tag">${escapeHtml(page.category)}</a></p>\n`}<h1 class="entry-title" id="post_title">${escapeHtml(page.title)}</h1>
<div class="post_content clearfix">
${body.join("\n")}
</div>
<ul class="sns-share"><li><a href="#">ツイート</a></li><li><a href="#">シェアする</a></li></ul>
<div id="previous_next_post" class="post-nav">
${page.previous === undefined ? "" : `<div class="prev_post"><a href="/p/1"><span class="title">${escapeHtml(page.previous)}</span><span class="nav">前のページ</span></a></div>\n`}${page.next === undefined ? "" : `<div class="next_post"><a href="/p/3"><span class="title">${escapeHtml(page.next)}</span><span class="nav">次のページ</span></a></div>\n`}</div>
</article>
<div id="related_post"><h3 class="headline">関連記事</h3>
<ol>
${renderPosts(page.related)}</ol></div>
<h3 id="comment_headline" class="comment-headline">コメント</h3>
<div id="comments"><ol class="commentlist">
${renderComments(page.comments, tcdItem, "ul")}</ol></div>
<div id="trackbacks"><ol><li>この記事へのトラックバックはありません。</li></ol></div>
<div id="respond" class="comment-respond"><form id="commentform"><p>名前 <input name="author"></p><textarea name="comment"></textarea><button>コメントを書く</button></form></div>
</div>
<div id="side_col" class="sidebar"><div class="recent-posts"><ol>
${renderPosts(page.latest)}</ol></div></div>
<div id="return_top"><a href="#header"><span>PAGE TOP</span></a></div>
</body>
</html>
`;
}

function renderPosts(list: readonly Post[]): string {
  return list
    .map(
      ({ category, title, teaser }) =>
        `<li><p class="category"><a href="/c">${escapeHtml(category)}</a></p><h4 class="title"><a href="/p">${escapeHtml(title)}</a></h4>${teaser === undefined ? "" : `<p class="excerpt">${escapeHtml(teaser)}</p>`}</li>\n`,
    )
    .join("");
}

/** Nests items by depth without recursion; `item` gives the start of an item, which stays open for its replies. */
export function renderComments(
  comments: readonly PageComment[],
  item: (comment: PageComment, number: number) => string,
  list: "ul" | "ol",
): string {
  let html = "";
  let open = 0;
  comments.forEach((comment, index) => {
    while (open > comment.depth) {
      html += open > comment.depth + 1 ? `</li>\n</${list}>\n` : "</li>\n";
      open--;
    }
    if (comment.depth > 0 && open === comment.depth && comments[index - 1]!.depth < comment.depth) {
      html += `<${list} class="children">\n`;
    }
    html += item(comment, index);
    open = comment.depth + 1;
  });
  while (open > 0) {
    html += open > 1 ? `</li>\n</${list}>\n` : "</li>\n";
    open--;
  }
  return html;
}

function tcdItem({ author, date, up, paragraphs }: PageComment, index: number): string {
  const number = 4701 + index;
  const name = author === null ? "" : `<span id="commentauthor-${number}">${escapeHtml(author)}</span>`;
  const votes =
    up === null
      ? ""
      : `<div class="cld-like-dislike-wrap cld-template-1"><div class="cld-like-wrap cld-common-wrap"><a href="javascript:void(0)" class="cld-like-trigger" data-comment-id="${number}"><i class="fas fa-thumbs-up"></i></a><span class="cld-like-count-wrap cld-count-wrap">${up}</span></div></div>`;
  return `<li class="comment ${index % 2 === 0 ? "even" : "odd"} guest-comment" id="comment-${number}">
<div class="comment-meta clearfix"><div class="comment-meta-left">
<ul class="comment-name-date"><li class="comment-name">${name}</li><li class="comment-date">${escapeHtml(date)}</li></ul>
</div><ul class="comment-act"><li class="comment-reply"><a class="comment-reply-link" href="#respond">返信</a></li><li class="comment-quote"><a href="#">引用</a></li></ul></div>
<div class="comment-content post_content" id="comment-content-${number}">
${paragraphs.map((lines) => `<p>${lines.map(escapeHtml).join("<br />\n")}</p>`).join("\n")}
${votes}</div>
`;
}
