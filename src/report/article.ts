import type { Analysis } from "../model/analysis.ts";
import { type Html, html } from "./html.ts";
import { toTheMinute } from "./to-the-minute.ts";
import { unitElement } from "./unit-marks.ts";
import type { Words } from "./words.ts";

/** Returns the article. */
export function articleSection({ discussion: { article } }: Analysis, index: number, words: Words): Html {
  const { category, published, author, url, title, text } = article;
  const meta = [category, author, toTheMinute(published?.value ?? "")]
    .filter((part) => part != null && part !== "")
    .join("・");
  // What has no text is no article: a table's name or a question, over its comments.
  if (text.trim() === "")
    return html`<article class="unit article" id="${unitElement(index, "article")}">${meta === "" ? "" : html`<p class="kicker"><bdi>${meta}</bdi></p>`}${title.trim() === "" ? "" : html`<h3 dir="auto">${safeLink(url, title)}</h3>`}<div class="text" hidden></div></article>`;
  return html`<article class="unit article" id="${unitElement(index, "article")}"><p class="kicker">${words.article}${meta === "" ? "" : html`　<bdi>${meta}</bdi>`}</p>${title.trim() === "" ? "" : html`<h3 dir="auto">${safeLink(url, title)}</h3>`}<div class="text" dir="auto">${text}</div></article>`;
}

/**
 * Returns a link, but only where it leads to the web; any other address (`javascript:`, `data:`) is shown as plain
 * text.
 */
export function safeLink(url: string | null, text: string): Html {
  return url !== null && /^https?:\/\//iu.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer nofollow" target="_blank"><bdi>${text}</bdi></a>`
    : html`<bdi>${text}</bdi>`;
}
