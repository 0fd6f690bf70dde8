import type { Analysis } from "../model/analysis.ts";
import type { Comment } from "../model/discussion.ts";
import { type Html, html } from "./html.ts";
import { toTheMinute } from "./to-the-minute.ts";
import { unitElement } from "./unit-marks.ts";
import type { Words } from "./words.ts";

const DEEPEST = 6;

/** Returns the comments in page order, each with author, date, votes and tone. */
export function commentUnits(analysis: Analysis, index: number, words: Words): readonly Html[] {
  const { comments } = analysis.discussion;
  const authors = new Map(comments.map(({ id, author }) => [id, author]));
  const labels = new Map(
    analysis.sentiments
      .filter(({ scope }) => scope === "unit")
      .map(({ unit, label, score }) => [unit, { label, score }]),
  );
  // Where no comment shows votes, as in a survey, each without them says nothing.
  const voted = comments.some(({ reactions: { up = null, down = null } }) => up !== null || down !== null);
  const stances = new Map(analysis.stances.map(({ unit, stance }) => [unit, stance]));
  return comments.map((comment) => {
    const sentiment = labels.get(comment.id);
    const stance = stances.get(comment.id) ?? "none";
    return html`<article class="unit comment${comment.depth === 0 ? "" : ` depth-${Math.min(comment.depth, DEEPEST)}`}" id="${unitElement(index, comment.id)}"><div class="byline"><bdi class="author">${comment.author ?? words.noName}</bdi>${repliedTo(comment, index, authors, words)}${stance === "none" ? "" : html` <span class="stance">${words.stances[stance]}</span>`}${dateOf(comment)}${voted ? votesOf(comment, words) : ""}${
      sentiment === undefined
        ? ""
        : html` <span class="feeling ${sentiment.label}" title="${sentiment.score.toFixed(2)}">${words.sentiments[sentiment.label]}</span>`
    }</div><div class="text" dir="auto">${comment.text}</div>${comment.text.trim() === "" ? html`<p class="note">${whyEmpty(comment, words)}</p>` : ""}</article>`;
  });
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
  return html` <a class="reply" href="#${unitElement(index, replyTo)}">↳ <bdi>${authors.get(replyTo) ?? words.noName}</bdi> ${words.replyTo}</a>`;
}

function dateOf({ posted }: Comment): Html | string {
  // A date with its time to the minute is what a machine reads, too.
  return posted === null ? "" : html` <time>${toTheMinute(posted.value)}</time>`;
}

function votesOf({ reactions }: Comment, words: Words): Html {
  const { up = null, down = null } = reactions;
  const against = down === null ? "" : html` <span class="down">▽ ${down}</span>`;
  return up === null
    ? html` <span class="votes unknown" title="${words.noVotes}">▲ –</span>${against}`
    : html` <span class="votes">▲ ${up}</span>${against}`;
}
