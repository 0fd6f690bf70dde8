import type { Analysis } from "../model/analysis.ts";
import type { Comment } from "../model/discussion.ts";
import { type Html, html } from "./html.ts";
import { type Mark, markedText } from "./marked-text.ts";
import { unitElement } from "./unit-marks.ts";
import type { Words } from "./words.ts";

const DEEPEST = 6;
/** A browser lays out list by list what comes on the screen: this many comments at a time. */
const LIST_LENGTH = 50;

/** Returns the comments as an indented list in page order, each with author, date, votes and sentiment. */
export function commentList(
  analysis: Analysis,
  index: number,
  marks: ReadonlyMap<string, readonly Mark[]>,
  words: Words,
): Html {
  const { comments } = analysis.discussion;
  const authors = new Map(comments.map(({ id, author }) => [id, author]));
  const labels = new Map(
    analysis.sentiments
      .filter(({ scope }) => scope === "unit")
      .map(({ unit, label, score }) => [unit, { label, score }]),
  );
  const stances = new Map(analysis.stances.map(({ unit, stance }) => [unit, stance]));
  const items = comments.map((comment) => {
    const sentiment = labels.get(comment.id);
    const stance = stances.get(comment.id) ?? "none";
    return html`<li class="unit comment depth-${Math.min(comment.depth, DEEPEST)}" id="${unitElement(index, comment.id)}" tabindex="-1">
<div class="byline"><bdi class="author">${comment.author ?? words.noName}</bdi>${repliedTo(comment, index, authors, words)}${stance === "none" ? "" : html` <span class="stance">${words.stances[stance]}</span>`}${dateOf(comment)}${votesOf(comment, words)}${
      sentiment === undefined
        ? ""
        : html` <span class="feeling ${sentiment.label}" title="${words.sentiment} ${sentiment.score.toFixed(2)}">${words.sentiments[sentiment.label]}</span>`
    }</div>
<div class="text" dir="auto">${markedText(comment.text, marks.get(comment.id) ?? [])}</div>${comment.text.trim() === "" ? html`<p class="note">${whyEmpty(comment, words)}</p>` : ""}</li>`;
  });
  const lists = Array.from({ length: Math.ceil(items.length / LIST_LENGTH) }, (_, i) =>
    items.slice(i * LIST_LENGTH, (i + 1) * LIST_LENGTH),
  );
  return html`${lists.map((list) => html`<ol class="comments">${list}</ol>`)}`;
}

function whyEmpty({ notes }: Comment, words: Words): string {
  const has = (code: string) => notes.some((note) => note.code === code);
  return has("deleted") ? words.deleted : has("media") ? words.media : words.noWords;
}

function repliedTo(
  { replyTo }: Comment,
  index: number,
  authors: ReadonlyMap<string, string | null>,
  words: Words,
): Html | string {
  if (replyTo === null) return "";
  return html` <a class="reply" href="#${unitElement(index, replyTo)}" data-g="${unitElement(index, replyTo)}">↳ <bdi>${authors.get(replyTo) ?? words.noName}</bdi> ${words.replyTo}</a>`;
}

function dateOf({ posted }: Comment): Html | string {
  return posted === null ? "" : html` <time datetime="${posted.value}">${posted.value.replace("T", " ")}</time>`;
}

function votesOf({ reactions }: Comment, words: Words): Html {
  const { up = null, down = null } = reactions;
  const against = down === null ? "" : html` <span class="down">▽ ${down}</span>`;
  return up === null
    ? html` <span class="votes unknown" title="${words.noVotes}">▲ –</span>${against}`
    : html` <span class="votes">▲ ${up}</span>${against}`;
}
