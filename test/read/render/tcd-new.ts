import type { PageComment, PageModel } from "./page.ts";
import { escapeHtml, renderComments, renderInline } from "./tcd.ts";

/** Renders a page as a newer TCD theme does, with WP ULike. */
export function renderTcdNew(page: PageModel): string {
  const body = page.body.map((block) =>
    block.kind === "p"
      ? `<p>${renderInline(block.lines)}</p>`
      : block.kind === "empty"
        ? "<p>&nbsp;</p>"
        : `<h2>${escapeHtml(block.text)}</h2>`,
  );
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="UTF-8"><title>${escapeHtml(page.title)}</title></head><body>
<main class="l-main"><article class="p-entry">${page.category === null ? "" : `<p class="p-entry__category"><a href="/c">${escapeHtml(page.category)}</a></p>`}
<h1 class="p-entry__title">${escapeHtml(page.title)}</h1>
<div class="p-entry__body">${body.join("\n")}</div></article>
<div class="c-comment"><ol class="c-comment__list">
${renderComments(page.comments, item, "ol")}</ol></div></main>
<footer class="l-footer"><small>© 試し書き</small></footer></body></html>
`;
}

function item({ author, date, up, paragraphs }: PageComment, index: number): string {
  const votes =
    up === null
      ? ""
      : `<div class="wpulike wpulike-default"><div class="wp_ulike_general_class"><button class="wp_ulike_btn" data-ulike-id="${index}" data-ulike-type="comment"></button><span class="count-box" data-ulike-counter-value="+${up}"></span></div></div>`;
  return `<li id="comment-${index + 1}" class="comment c-comment__list-item"><div class="c-comment__item"><div class="c-comment__item-header"><div class="c-comment__item-meta"><p class="c-comment__item-name">${author === null ? "" : escapeHtml(author)}</p><p class="c-comment__item-date">${escapeHtml(date)}</p></div><ul class="c-comment__item-act"><li><a href="#">返信</a></li></ul></div>
<div class="c-comment__item-body">${paragraphs.map((lines) => `<p>${lines.map(escapeHtml).join("<br />\n")}</p>`).join("\n")}${votes}</div></div>
`;
}
