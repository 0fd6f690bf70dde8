import type { Analysis } from "../model/analysis.ts";
import { articleSection } from "./article.ts";
import { commentUnits } from "./comment-list.ts";
import { controls } from "./controls.ts";
import { count } from "./count.ts";
import { type Html, html, Html as Raw } from "./html.ts";
import { READING_WORDS } from "./reading-words.ts";
import { MOST_CHARACTERS, MOST_STORED } from "./stored-units.ts";
import { type Lang, WORDS, type Words } from "./words.ts";

/** What parts two units of the store; it cannot stand in a text, which is escaped. */
export const UNIT_BREAK = "<!--unit-->";

interface ReadingOptions {
  readonly lang: Lang;
  /** Numbers of the units whose words are written; all by default. */
  readonly stored?: readonly number[] | null;
}

/**
 * Returns the pane in which the articles and comments are read.
 *
 * They are written once, in a `noscript`: a reader without JavaScript sees them all, and for the script it is text of which
 * it makes nodes for what is on the screen alone.
 */
export function readingSection(analyses: readonly Analysis[], { lang, stored = null }: ReadingOptions): Html {
  const words = WORDS[lang];
  const units = analyses.flatMap((analysis, index) => unitsOf(analysis, index, words));
  const written = stored === null ? units : stored.map((unit) => units[unit]!);
  const store = new Raw(written.join(UNIT_BREAK));
  return html`<aside class="read" id="read" aria-label="${words.read}">
${controls(analyses, lang)}${stored === null ? "" : sampleNote(analyses, stored, lang)}
<div class="units" id="units" tabindex="0" role="region" aria-label="${words.comments}"><noscript id="store">${store}</noscript><div id="list" role="feed" aria-label="${words.comments}" class="with-script"></div>
<div id="nothing" class="note" hidden></div></div></aside>`;
}

/** Returns the line that says how many comments stand here of how many, and by what rule. */
function sampleNote(analyses: readonly Analysis[], stored: readonly number[], lang: Lang): Html {
  const { sampled, sampledAll, sampleRule } = READING_WORDS[lang];
  const all = analyses.reduce((sum, { discussion }) => sum + discussion.comments.length, 0);
  const told = sampled
    .replace("{all}", count(all))
    .replace("{n}", count(stored.length - analyses.length))
    .replace("{rule}", sampleRule)
    .replace("{most}", count(MOST_STORED))
    .replace("{characters}", count(MOST_CHARACTERS));
  return html`<p class="note" id="sampled">${told} <a href="#all-comments">${sampledAll}</a></p>`;
}

/** The article, behind which the heading of the comments stands, and the comments. */
function unitsOf(analysis: Analysis, index: number, words: Words): readonly Html[] {
  const silent = analysis.discussion.comments.length === 0;
  const heading = html`<h2 class="count">${words.comments}</h2>${silent ? html`<p class="note">${words.noComments}</p>` : ""}`;
  return [html`${articleSection(analysis, index, words)}${heading}`, ...commentUnits(analysis, index, words)];
}
