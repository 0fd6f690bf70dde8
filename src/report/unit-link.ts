import { fromOwnWords } from "../text/from-own-words.ts";
import { count } from "./count.ts";
import { excerpt } from "./excerpt.ts";
import { type Html, html } from "./html.ts";
import { packSet } from "./packed-numbers.ts";
import type { Page, Place } from "./page.ts";
import { toTheMinute } from "./to-the-minute.ts";
import { unitElement } from "./unit-marks.ts";
import { WORDS } from "./words.ts";

/** Returns a link to a unit, or to words of it, from these words. */
export function unitLink(
  { index, unit }: Pick<Place, "index" | "unit">,
  words: Html | string,
  span?: { start: number; end: number },
): Html {
  const element = unitElement(index, unit);
  const spanned = span === undefined ? "" : html` data-s="${span.start}-${span.end}"`;
  return html`<a href="#${element}" data-g="${element}"${spanned} dir="auto">${words}</a>`;
}

/** Returns who wrote a unit: a name as it is shown, or that it is the article. */
export function authorOf({ comment }: Place, page: Pick<Page, "lang">): string {
  const words = WORDS[page.lang];
  return comment === null ? words.article : (comment.author ?? words.noName);
}

/** Returns the words of a comment as written, shortened to whole sentences, with its author, date and votes; a link to it. */
export function quote(place: Place, page: Page, { most = 140 }: { readonly most?: number } = {}): Html {
  const { comment, index } = place;
  if (comment === null) return html``;
  const up = comment.reactions.up ?? null;
  const title = page.analyses.length > 1 ? page.analyses[index]!.discussion.article.title : "";
  const told = [
    toTheMinute(comment.posted?.value ?? ""),
    up === null ? "" : page.lang === "ja" ? `${count(up)}票` : `${count(up)} ${up === 1 ? "vote" : "votes"}`,
    title,
  ].filter((part) => part !== "");
  return html`<blockquote class="quote"><p>${unitLink(place, excerpt(fromOwnWords(comment.text), most))}</p><footer>— <bdi>${authorOf(place, page)}</bdi>${told.map((part) => html`<span><bdi>${part}</bdi></span>`)}</footer></blockquote>`;
}

/** Returns a button that shows these units in the reading pane; nothing without any. */
export function readThese(
  places: readonly (Place | null)[],
  { label, words }: { readonly label: string; readonly words: string },
): Html {
  const numbers = [...new Set(places.flatMap((place) => (place === null ? [] : [place.number])))];
  if (numbers.length === 0) return html``;
  return html`<button type="button" class="place with-script" data-units="${packSet(numbers)}" data-label="${label}" aria-label="${words}: ${label}">${words}</button>`;
}
