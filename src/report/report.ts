import { createHash } from "node:crypto";
import { readTuning } from "../annotate/sentiment/tuning.ts";
import type { Chart } from "../charts/chart.ts";
import { charts as allCharts, type NamedChart } from "../charts/charts.ts";
import type { CodeList } from "../measure/codes/code-list.ts";
import { type CodeOptions, codeTable } from "../measure/codes/code-table.ts";
import { tableNamed } from "../measure/tables.ts";
import type { Analysis } from "../model/analysis.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import { type Analyses, listOf } from "../tables/projection.ts";
import type { Table } from "../tables/table.ts";
import { articleSection } from "./article.ts";
import { loadReportAssets, type ReportAssets } from "./assets.ts";
import { checksOf } from "./checks.ts";
import { commentList } from "./comment-list.ts";
import { comparison } from "./comparison.ts";
import { controls } from "./controls.ts";
import { drawCharts } from "./draw-charts.ts";
import { headline } from "./headline.ts";
import { type Html, html, Html as Raw, scriptJson } from "./html.ts";
import { lossNotice } from "./losses.ts";
import { noComments } from "./no-comments.ts";
import { opinionSection } from "./opinions.ts";
import { payload } from "./payload.ts";
import { privacyNote } from "./privacy-note.ts";
import { sourceList } from "./sources.ts";
import { stillPicture } from "./still-picture.ts";
import { tuningNote } from "./tuning-note.ts";
import { unitMarks } from "./unit-marks.ts";
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
  /**
   * Labelled sheets of `sampleTable`, drawn from these analyses: shares of tone, and of sides toward the sheet's proposition,
   * are corrected by them. Those that ask the same are of several coders.
   */
  readonly check?: Table | readonly Table[];
  /** Coding rules of one's own, as `parseCodes` reads them: the chart of codes is drawn by them. Without them it is left out. */
  readonly codes?: CodeList;
  /** Whether a rule must hold within a comment as a whole (the default), or within one sentence. */
  readonly codeUnit?: NonNullable<CodeOptions["codeUnit"]>;
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
  checkOptions(options, ["lang", "title", "charts", "check", "codes", "codeUnit", "tuned", "assets"], "report");
  const list = listOf(analyses);
  if (list.length === 0) {
    throw new YoronError({ code: "bad-value", what: "a report needs at least one analysis; it got", value: [] });
  }
  const {
    lang = "ja",
    charts = allCharts,
    check,
    codes,
    codeUnit = "comment",
    tuned,
    assets = loadReportAssets(),
  } = options;
  const words = WORDS[lang];
  const { title = titleOf(list, lang) } = options;
  const tables = memo((name) =>
    // A table of one kind of rows is read as one of any.
    name === "codes" && codes !== undefined
      ? (codeTable(list, { codes, codeUnit }) as unknown as Table)
      : tableNamed(name).project(list),
  );
  const checks = checksOf([check ?? []].flat(), tables, codes);
  // A table of one kind of rows is drawn as one of any.
  const corrected = (name: string) =>
    name === "sides" && checks.sides !== null ? (checks.sides as unknown as Table) : tables(name);
  const discussions = Object.fromEntries(list.map(({ discussion }) => [discussion.id, discussion.article.title]));
  const unasked = new Set([
    ...(tables("sides").length === 0 ? ["sides"] : []),
    ...(codes === undefined ? ["codes"] : []),
  ]);
  const asked = charts === allCharts ? allCharts.filter(({ name }) => !unasked.has(name)) : charts;
  const built = drawCharts(asked, corrected, { lang, discussions });
  const drawn = built.filter(({ rows }) => rows.length > 0);
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
<body class="show-en show-qu show-re show-ci show-se">
<a class="skip" href="#read">${words.toContent}</a>
<header class="top"><p class="kicker">${words.report}</p><button type="button" id="theme" class="with-script" aria-label="${words.theme}" title="${words.theme}">◐</button>
<h1 dir="auto">${title}</h1>
${lossNotice(list, lang)}
${headline(tables, lang, checks)}
${tuned === undefined ? "" : tuningNote(readTuning(tuned, null), lang)}
${privacyNote(list, lang)}
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
<aside class="read" id="read" aria-label="${words.read}">
${controls(list, lang)}
<div class="units" id="units" tabindex="0" role="region" aria-label="${words.comments}">
${list.map((analysis, index) => discussionSection(analysis, index, words))}
<p id="nothing" class="note" hidden>${words.nothing}</p></div></aside></div>
<footer><p class="note">${words.made}</p></footer>
<script type="application/json" id="payload">${scriptJson(await payload(list, drawn, lang))}</script>
<script>${script}</script>
</body></html>
`;
  return page.toString();
}

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

function discussionSection(analysis: Analysis, index: number, words: Words): Html {
  const marks = unitMarks(analysis, index);
  return html`<section class="discussion">${articleSection(analysis, index, marks, words)}
<h2 class="count">${words.comments}</h2>
${analysis.discussion.comments.length === 0 ? html`<p class="note">${words.noComments}</p>` : ""}${commentList(analysis, index, marks, words)}</section>`;
}

function memo(make: (name: string) => Table): (name: string) => Table {
  const made = new Map<string, Table>();
  return (name) => {
    const table = made.get(name) ?? make(name);
    made.set(name, table);
    return table;
  };
}
