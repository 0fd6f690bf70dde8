import type { Analysis } from "../model/analysis.ts";
import type { Discussion, Note } from "../model/discussion.ts";
import { isLossCode, lossesOf } from "../model/losses.ts";
import { codeWords } from "./code-words.ts";
import { type Html, html } from "./html.ts";
import { LOSS_WORDS } from "./loss-words.ts";
import { unitElement } from "./unit-marks.ts";
import type { Lang } from "./words.ts";

/** Discussions whose losses stand open; those of the rest are folded away. */
const MOST_OPEN = 5;
/** Comments of a loss that are named. */
const MOST_NAMED = 8;

/**
 * Returns the notice at the head of the report of what of each discussion was not read, and what to try; nothing where
 * all was.
 */
export function lossNotice(analyses: readonly Analysis[], lang: Lang): Html {
  const words = LOSS_WORDS[lang];
  const lossy = analyses
    .map(({ discussion }, index) => ({ discussion, index }))
    .filter(({ discussion }) => lossesOf(discussion).length > 0)
    .map(({ discussion, index }) => discussionLosses(discussion, index, analyses.length > 1, lang));
  if (lossy.length === 0) return html``;
  const folded = lossy.slice(MOST_OPEN);
  return html`<section class="losses" id="losses" aria-labelledby="title-losses"><h2 id="title-losses">${words.heading}</h2>
<p>${words.lead}</p>
${lossy.slice(0, MOST_OPEN)}
${folded.length === 0 ? "" : html`<details><summary>${words.more(folded.length)}</summary>${folded}</details>`}</section>`;
}

function discussionLosses(discussion: Discussion, index: number, named: boolean, lang: Lang): Html {
  const { source, article, comments } = discussion;
  const ofWhole = lossesOf({ source, article, comments: [] }).map((note) => loss(note, [], index, lang));
  const ofComments = lossesOf({ source: { notes: [] }, article: { notes: [] }, comments }).map((note) => {
    const holders = comments.filter(({ notes }) => notes.some(({ code }) => code === note.code));
    return loss(
      note,
      holders.map(({ id }) => id),
      index,
      lang,
    );
  });
  const name = [article.title, source.path].filter((part) => part !== null && part !== "").join(" – ");
  return html`${named ? html`<h3 dir="auto"><bdi>${name}</bdi></h3>` : ""}<ul>${ofWhole}${ofComments}</ul>`;
}

function loss({ code, message }: Note, units: readonly string[], index: number, lang: Lang): Html {
  const words = LOSS_WORDS[lang];
  const { what, next } = words.codes[isLossCode(code) ? code : "other"];
  const places = units.slice(0, MOST_NAMED).map((unit) => {
    const element = unitElement(index, unit);
    return html` <a href="#${element}" data-g="${element}">${unit}</a>`;
  });
  return html`<li><p><strong>${what(units.length)}</strong>${places}${units.length > MOST_NAMED ? " …" : ""}</p>
<p>${words.next}${codeWords(next)}</p>
<p class="note" lang="en"><bdi>${message}</bdi> <code>${code}</code></p></li>`;
}
