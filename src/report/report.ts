import { createHash } from "node:crypto";
import { readTuning } from "../annotate/sentiment/tuning.ts";
import type { Chart } from "../charts/chart.ts";
import { charts as allCharts, type NamedChart } from "../charts/charts.ts";
import { correctedShares } from "../measure/check/corrected-shares.ts";
import { tableNamed } from "../measure/tables.ts";
import { typicality } from "../measure/typicality.ts";
import type { Analysis } from "../model/analysis.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import { type Analyses, listOf } from "../tables/projection.ts";
import type { Table } from "../tables/table.ts";
import { loadReportAssets, type ReportAssets } from "./assets.ts";
import { comparison } from "./comparison.ts";
import { drawCharts } from "./draw-charts.ts";
import { headline } from "./headline.ts";
import { type Html, html, Html as Raw, scriptJson } from "./html.ts";
import { lossNotice } from "./losses.ts";
import { noComments } from "./no-comments.ts";
import { opinionSection } from "./opinions.ts";
import { payload } from "./payload.ts";
import { readingSection } from "./reading.ts";
import { sourceList } from "./sources.ts";
import { stillPicture } from "./still-picture.ts";
import { storedUnits } from "./stored-units.ts";
import { tuningNote } from "./tuning-note.ts";
import { type Lang, WORDS, type Words } from "./words.ts";

export interface ReportOptions {
  /** Language of the report around the data. Default `ja`. */
  readonly lang?: Lang;
  /** Heading; the article's title, or how many discussions there are, by default. */
  readonly title?: string;
  /**
   * What is drawn, in order; all charts there are by default; with that of opinions they are also told, with sentences. A name, a chart that was declared (one's own too:
   * `[...charts, mine]`), or one that was drawn already.
   */
  readonly charts?: readonly (string | NamedChart | Chart)[];
  /** A labelled sheet of `sampleTable`, drawn from these analyses: the headline's shares are corrected by it. */
  readonly check?: Table;
  /** The text of the tuning by which the analyses were made: the page says what it changed. */
  readonly tuned?: string;
  /** Script and style; those built with the package by default. */
  readonly assets?: ReportAssets;
}

/**
 * Returns the report: one HTML file that needs no network, in which every mark of a chart leads back to the words.
 *
 * The file carries its own Content-Security-Policy, which allows its one script and style by their hashes and
 * nothing else. Throws `bad-value` without an analysis or with a sheet to check by that is not of them, `unknown-name` for a
 * chart there is not.
 *
 * @example
 * await writeFile("report.html", await renderReport(analysis));
 */
export async function renderReport(analyses: Analyses, options: ReportOptions = {}): Promise<string> {
  checkOptions(options, ["lang", "title", "charts", "check", "tuned", "assets"], "report");
  const list = listOf(analyses);
  if (list.length === 0) {
    throw new YoronError({ code: "bad-value", what: "a report needs at least one analysis; it got", value: [] });
  }
  const { lang = "ja", charts = allCharts, check, tuned, assets = loadReportAssets() } = options;
  const words = WORDS[lang];
  const { title = titleOf(list, lang) } = options;
  const tables = memo((name) => tableNamed(name).project(list));
  const corrected = check === undefined ? null : correctedShares(check, tables("comments"));
  const discussions = Object.fromEntries(list.map(({ discussion }) => [discussion.id, discussion.article.title]));
  const asked = charts === allCharts && tables("sides").length === 0 ? charts.filter(isNotOfSides) : charts;
  const built = drawCharts(asked, tables, { lang, discussions });
  const drawn = built.filter(({ rows }) => rows.length > 0);
  const stored = storedUnits(list);
  const style = new Raw(assets.style);
  const script = new Raw(assets.script);
  const page = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(assets)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="yoron">
<title>${title} – ${words.report}</title>
<style>${style}</style></head>
<body>
<a class="skip" href="#read">${words.toContent}</a>
<header class="top"><p class="kicker">${words.report}</p><button type="button" id="theme" class="with-script" aria-label="${words.theme}" title="${words.theme}">◐</button>
<h1 dir="auto">${title}</h1>
${lossNotice(list, lang)}
${headline(tables, lang, corrected)}
${tuned === undefined ? "" : tuningNote(readTuning(tuned, null), lang)}
<noscript><p class="note">${words.noScript}</p></noscript></header>
${list.length > 1 ? comparison(list, tables, lang) : ""}
<div class="panes"><main class="charts" id="charts" aria-label="${words.charts}">
${noComments(list, lang)}
${drawn.some(({ name }) => name === "opinions") ? opinionSection(list, { tables, drawn, lang }) : ""}
${drawn.length === 0 ? "" : chartsHead(drawn, words)}
${await Promise.all(drawn.map((chart) => chartSection(chart, words)))}
${leftOut(
  built.filter(({ rows }) => rows.length === 0),
  words,
)}
${sourceList(list, lang)}
</main>
${readingSection(list, { lang, stored })}</div>
<footer><p class="note">${words.made}</p></footer>
<script type="application/json" id="payload">${scriptJson(await payload(list, drawn, { lang, typical: typicality(tables("tokens")), stored }))}</script>
<script>${script}</script>
</body></html>
`;
  return page.toString();
}

/** Without a proposition nobody asked for sides. */
const isNotOfSides = (chart: string | NamedChart | Chart) => typeof chart === "string" || chart.name !== "sides";

/** Returns the policy that allows the one script and style by hash; no network, no frames, no forms, no eval. */
function policy({ script, style }: ReportAssets): string {
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function titleOf(analyses: readonly Analysis[], lang: Lang): string {
  const [first] = analyses as readonly [Analysis];
  const { article, source } = first.discussion;
  const title =
    article.title.trim() === "" ? (source.path?.split(/[\\/]/).at(-1) ?? WORDS[lang].untitled) : article.title;
  if (analyses.length === 1) return title;
  return lang === "ja" ? `${title} ほか${analyses.length - 1}件の議論` : `${title} and ${analyses.length - 1} more`;
}

function chartsHead(drawn: readonly Chart[], words: Words): Html {
  return html`<h2>${words.charts}</h2><p class="note with-script">${words.hint}</p>
<nav class="contents" aria-label="${words.charts}">${drawn.map(({ name, title }) => html`<a href="#chart-${name}" data-g="chart-${name}">${shortTitle(title)}</a>`)}</nav>`;
}

/** Returns one line that names the charts for which there are no data. */
function leftOut(empty: readonly Chart[], words: Words): Html {
  if (empty.length === 0) return html``;
  const [before, between, after] = words.leftOut;
  return html`<p class="left-out">${before}${empty.map(({ title }) => shortTitle(title)).join(between)}${after}</p>`;
}

async function chartSection(chart: Chart, words: Words): Promise<Html> {
  const { name, title, spec } = chart;
  const { subtitle = "" } = (spec as { readonly title?: { readonly subtitle?: string } }).title ?? {};
  return html`<section class="chart" id="chart-${name}" aria-labelledby="title-${name}"><h3 id="title-${name}">${title}</h3>
<p class="note">${subtitle}</p>
<div class="picture" data-chart="${name}"><noscript>${await stillPicture(chart)}</noscript></div>
<details class="alternative with-script" data-chart="${name}"><summary>${words.table}</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}"></div></details></section>`;
}

/** What stands before the colon. */
function shortTitle(title: string): string {
  return title.split(/[：:（(]/u)[0]!.trim();
}

function memo(make: (name: string) => Table): (name: string) => Table {
  const made = new Map<string, Table>();
  return (name) => {
    const table = made.get(name) ?? make(name);
    made.set(name, table);
    return table;
  };
}
