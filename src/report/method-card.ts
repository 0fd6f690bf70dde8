import type { Chart } from "../charts/chart.ts";
import type { Discussion } from "../model/discussion.ts";
import { isLossCode, lossesOf } from "../model/losses.ts";
import { version } from "../version.ts";
import { loadAccuracy } from "./accuracy.ts";
import { ACCURACY_WORDS } from "./accuracy-words.ts";
import { safeLink } from "./article.ts";
import { chartName } from "./chart-names.ts";
import { citationLine, loadCitation } from "./citation.ts";
import { count } from "./count.ts";
import { foldedAway } from "./folded-away.ts";
import { namesUnder } from "./headline.ts";
import { type Html, html } from "./html.ts";
import { LOSS_WORDS } from "./loss-words.ts";
import { METHOD_CARD_WORDS } from "./method-card-words.ts";
import { METHODS } from "./method-words.ts";
import { loadModelLicences } from "./model-licences.ts";
import type { Page } from "./page.ts";
import { percent } from "./percent.ts";
import { askedAfter } from "./sections/targets.ts";
import { columnHeads } from "./table-parts.ts";
import { toTheMinute } from "./to-the-minute.ts";
import { range } from "./tone-sentence.ts";
import { WORDS } from "./words.ts";

/** Sources that stand open. */
const MOST_OPEN = 10;
/** Sources that are told at all; what is compared names the others. */
const MOST_TOLD = 50;

/** What the card tells beside what the page is made from. */
export interface Run {
  /** The day of the run as the caller says; the clock is never asked. */
  readonly date: string | null;
  /** The command that makes the page again. */
  readonly command: string | null;
  readonly tuned: boolean;
  /** Whether opinions were found by vectors of the user's own, and by which seed; null for the usual one. */
  readonly ownVectors: boolean;
  readonly seed: number | null;
  /** Whether the page holds the words of some comments only, and where the table of all lies beside it. */
  readonly sampled: boolean;
  readonly commentsFile: string | null;
  /** How many rows people labelled; null where nothing was checked. */
  readonly checked: number | null;
}

/** Returns what a reader needs to judge and cite the page: sources, settings, methods, accuracy, licences, how to cite. */
export function methodCard(page: Page, run: Run): Html {
  const { lang, analyses } = page;
  const words = METHOD_CARD_WORDS[lang];
  const citation = loadCitation();
  const named = page.drawn.filter(({ name }) => METHODS[name] !== undefined);
  return html`<section class="section method" id="method" aria-labelledby="head-method"><h2 id="head-method">${WORDS[lang].method}</h2>
<p><strong>${words.noPoll}</strong></p>
<dl class="facts">${[
    [words.version, html`Yoron ${version}`],
    [words.date, run.date ?? words.noDate],
    [words.command, run.command === null ? words.noCommand : html`<code class="command">${run.command}</code>`],
    ...(run.sampled ? [[words.all, allComments(run, lang), "all-comments"]] : []),
    [words.settings, settings(page, run)],
    [words.n, words.counts(analyses.length, page.tables("comments").length, namesUnder(page).named)],
  ].map(
    ([name, value, id]) =>
      html`<div${id === undefined ? "" : html` id="${id}"`}><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>
<h3>${words.sources}</h3>${sources(page)}
<h3>${words.cite}</h3><p class="cite">${citationLine(citation, "ja", run.date)}</p><p class="cite" lang="en">${citationLine(citation, "en", run.date)}</p>
<h3>${words.accuracy}</h3><p class="note">${words.accuracyNote}</p>${accuracyTable(lang)}
${named.length === 0 ? "" : html`<h3>${words.methods}</h3><dl class="methods">${named.map((chart) => methodOf(chart, lang))}</dl>`}
<details><summary>${words.licences}</summary><div class="scroll" tabindex="0" role="region" aria-label="${words.licences}"><table lang="en"><thead><tr>${words.licenceColumns.map((name) => html`<th scope="col" lang="${lang}">${name}</th>`)}</tr></thead><tbody>${loadModelLicences().map(({ files, what, licence }) => html`<tr><th scope="row">${files}</th><td>${what}</td><td>${licence}</td></tr>`)}</tbody></table></div></details></section>`;
}

/** Returns where the words of all comments are: in a file beside the page, else by which command they are written. */
function allComments({ commentsFile }: Run, lang: Page["lang"]): Html {
  const words = METHOD_CARD_WORDS[lang];
  // An address of its own kind (`javascript:`) leads nowhere beside the page.
  return commentsFile === null || /^[a-z][a-z\d+.-]*:/iu.test(commentsFile)
    ? html`${words.allCommand("yoron table comments FILE… -o comments.csv")}`
    : html`${words.allFile} <a href="${commentsFile}"><code>${commentsFile}</code></a>`;
}

function settings(page: Page, { tuned, checked, ownVectors, seed }: Run): Html {
  const words = METHOD_CARD_WORDS[page.lang];
  const propositions = [...new Set(page.analyses.flatMap(({ sides }) => sides.map(({ proposition }) => proposition)))];
  const targets = askedAfter(page);
  const rows = [
    ...propositions.map((proposition) => words.proposition(proposition)),
    ...(targets.length === 0 ? [] : [words.targets(targets.join(page.lang === "ja" ? "、" : ", "))]),
    ...(checked === null ? [] : [words.checked(checked)]),
    ...(tuned ? [words.tuned] : []),
    ...(ownVectors ? [words.ownVectors] : []),
    ...(seed === null ? [] : [words.seed(seed)]),
  ];
  return rows.length === 0
    ? html`${words.noSettings}`
    : html`<ul>${rows.map((row) => html`<li dir="auto">${row}</li>`)}</ul>`;
}

function sources({ analyses, lang }: Page): Html {
  const words = METHOD_CARD_WORDS[lang];
  const rows = analyses.slice(0, MOST_TOLD).map(({ discussion }) => sourceOf(discussion, lang));
  const rest = rows.slice(MOST_OPEN);
  const left = analyses.length - rows.length;
  const note = left > 0 ? html`<p class="note">${words.left(left)}</p>` : "";
  return html`<ul class="files">${rows.slice(0, MOST_OPEN)}</ul>${rest.length === 0 ? "" : foldedAway(words.more(analyses.length - MOST_OPEN), html`<ul class="files">${rest}</ul>${note}`)}`;
}

function sourceOf(discussion: Discussion, lang: Page["lang"]): Html {
  const words = METHOD_CARD_WORDS[lang];
  const { article, source, comments } = discussion;
  const losses = [...new Set(lossesOf(discussion).map(({ code }) => code))];
  const notes = source.notes.filter(({ code }) => !isLossCode(code));
  const published =
    article.published === null
      ? words.noPublished
      : `${words.published} ${toTheMinute(article.published.value)}${words.from[article.published.from]}`;
  return html`<li><strong dir="auto"><bdi>${article.title === "" ? WORDS[lang].untitled : article.title}</bdi></strong>
<span>${published}</span><span>${article.url === null ? words.noAddress : safeLink(article.url, article.url)}</span>
<span>${words.file} <bdi>${source.path?.split(/[\\/]/u).at(-1) ?? words.noFile}</bdi> (${source.format}, ${words.comments(comments.length)})</span>
<span class="hash">SHA-256 <code>${source.sha256}</code></span>
<span>${losses.length === 0 ? words.noLosses : html`${words.losses} ${losses.map((code) => LOSS_WORDS[lang].codes[isLossCode(code) ? code : "other"].what(comments.filter((comment) => comment.notes.some((note) => note.code === code)).length)).join("")}`}</span>
${notes.map(({ message }) => html`<span lang="en"><bdi>${message}</bdi></span>`)}</li>`;
}

function accuracyTable(lang: Page["lang"]): Html {
  const words = METHOD_CARD_WORDS[lang];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.accuracy}"><table class="accuracy"><thead><tr>${columnHeads(words.accuracyColumns)}</tr></thead><tbody>${loadAccuracy().map(
    ({ layer, measure, on, value, low, high, cases }) => {
      const told = ACCURACY_WORDS[lang];
      const shown = measure === "ami" ? value.toFixed(2) : percent(value);
      const interval = low === null || high === null ? "–" : range(low, high, lang);
      return html`<tr><th scope="row">${told.layers[layer] ?? layer}</th><td>${told.measures[measure] ?? measure}</td><td class="number">${shown}</td><td class="number">${interval}</td><td class="number">${cases === null ? "–" : count(cases)}</td><td>${told.on[on]}</td></tr>`;
    },
  )}</tbody></table></div>`;
}

function methodOf(chart: Chart, lang: Page["lang"]): Html {
  return html`<div id="method-${chart.name}"><dt><a href="#chart-${chart.name}" data-g="chart-${chart.name}">${chartName(chart, lang)}</a></dt><dd>${METHODS[chart.name]![lang]}</dd></div>`;
}
