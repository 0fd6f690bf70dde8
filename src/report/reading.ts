import type { Analysis } from "../model/analysis.ts";
import { articleSection } from "./article.ts";
import { commentUnits } from "./comment-list.ts";
import { controls } from "./controls.ts";
import { type Html, html, Html as Raw } from "./html.ts";
import { unitMarks } from "./unit-marks.ts";
import { type Lang, WORDS, type Words } from "./words.ts";

/** What parts two units of the store; it cannot stand in a text, which is escaped. */
export const UNIT_BREAK = "<!--unit-->";

interface ReadingOptions {
  readonly lang: Lang;
}

/**
 * Returns the pane in which the articles and comments are read.
 *
 * They are written once, in a `noscript`: a reader without JavaScript sees them all, and for the script it is text of which
 * it makes nodes for what is on the screen alone.
 */
export function readingSection(analyses: readonly Analysis[], { lang }: ReadingOptions): Html {
  const words = WORDS[lang];
  const units = analyses.flatMap((analysis, index) => unitsOf(analysis, index, words));
  const store = new Raw(units.join(UNIT_BREAK));
  return html`<aside class="read" id="read" aria-label="${words.read}">
${controls(analyses, lang)}
<div class="units" id="units" tabindex="0" role="region" aria-label="${words.comments}"><noscript id="store">${store}</noscript><div id="list" role="feed" aria-label="${words.comments}" class="with-script"></div>
<div id="nothing" class="note" hidden></div></div></aside>`;
}

/** The article, behind which the heading of the comments stands, and the comments. */
function unitsOf(analysis: Analysis, index: number, words: Words): readonly Html[] {
  const marks = unitMarks(analysis, index);
  const silent = analysis.discussion.comments.length === 0;
  const heading = html`<h2 class="count">${words.comments}</h2>${silent ? html`<p class="note">${words.noComments}</p>` : ""}`;
  return [
    html`${articleSection(analysis, index, marks, words)}${heading}`,
    ...commentUnits(analysis, index, marks, words),
  ];
}
