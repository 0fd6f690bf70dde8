import { createHash } from "node:crypto";
import { readTuning } from "../annotate/sentiment/tuning.ts";
import type { Chart } from "../charts/chart.ts";
import { charts as allCharts, type NamedChart } from "../charts/charts.ts";
import type { CodeList } from "../measure/codes/code-list.ts";
import { type CodeOptions, codeTable } from "../measure/codes/code-table.ts";
import { claimTable } from "../measure/opinions/claim-table.ts";
import type { OpinionOptions } from "../measure/opinions/find-opinions.ts";
import { opinionTable } from "../measure/opinions/opinion-table.ts";
import { tableNamed } from "../measure/tables.ts";
import { typicality } from "../measure/typicality.ts";
import type { Analysis } from "../model/analysis.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import { type Analyses, listOf } from "../tables/projection.ts";
import type { Table } from "../tables/table.ts";
import { loadReportAssets, type ReportAssets } from "./assets.ts";
import { chartName } from "./chart-names.ts";
import { checkDate } from "./check-date.ts";
import { checksOf, labelledIn } from "./checks.ts";
import { unitKeys } from "./columns.ts";
import { comparison } from "./comparison.ts";
import { drawCharts } from "./draw-charts.ts";
import { headline } from "./headline.ts";
import { type Html, html, Html as Raw, scriptJson } from "./html.ts";
import { lossNotice } from "./losses.ts";
import { methodCard } from "./method-card.ts";
import { navigation } from "./navigation.ts";
import { noComments } from "./no-comments.ts";
import { hasArticle, type Page, placeFinder } from "./page.ts";
import { pageSections } from "./page-sections.ts";
import { payload } from "./payload.ts";
import { privacyNote } from "./privacy-note.ts";
import { readingSection } from "./reading.ts";
import { storedUnits } from "./stored-units.ts";
import { tuningNote } from "./tuning-note.ts";
import { type Lang, WORDS } from "./words.ts";

export interface ReportOptions {
  /** Language of the report around the data. Default `ja`. */
  readonly lang?: Lang;
  /** Heading; the article's title, or how many discussions there are, by default. */
  readonly title?: string;
  /**
   * What is drawn; all charts there are by default. A name, a chart that was declared (one's own too: `[...charts, mine]`), or
   * one that was drawn already. A section of the page stands there when one of its charts is asked for.
   */
  readonly charts?: readonly (string | NamedChart | Chart)[];
  /** A labelled sheet of `sampleTable`, drawn from these analyses: the headline's shares are corrected by it. */
  readonly check?: Table | readonly Table[];
  /** Coding rules of one's own, as `parseCodes` reads them: the chart of codes is drawn by them. Without them it is left out. */
  readonly codes?: CodeList;
  /** Whether a rule must hold within a comment as a whole (the default), or within one sentence. */
  readonly codeUnit?: NonNullable<CodeOptions["codeUnit"]>;
  /** How opinions are found: vectors of one's own, a seed. Sections and charts of opinions follow it. */
  readonly opinions?: OpinionOptions;
  /** The text of the tuning by which the analyses were made: the page says what it changed. */
  readonly tuned?: string;
  /** Phrases that the analyses were asked after: one that nobody uses is told, too. */
  readonly targets?: readonly string[];
  /** The day of the run, `2026-11-29`, for the card of method and the citation; the clock is never asked. */
  readonly date?: string;
  /** The command that makes the page again, as the card of method shows it. */
  readonly command?: string;
  /**
   * Where the table of all comments lies beside the page, an address relative to it: `tables/comments.csv`. A page of so many
   * that it holds the words of a sample leads there, and tells the command that writes it where this is not given.
   */
  readonly commentsFile?: string;
  /** Whether charts have still pictures too, for readers without JavaScript. Default false. */
  readonly print?: boolean;
  /** Script and style; those built with the package by default. */
  readonly assets?: ReportAssets;
}

/**
 * Returns the report: one HTML file that needs no network, in which every mark of a chart leads back to the words.
 *
 * The file carries its own Content-Security-Policy, which allows its one script and style by their hashes and
 * nothing else. Throws `bad-value` without an analysis, with a sheet to check by that is not of them, or with a date that is
 * none; `unknown-name` for a chart there is not.
 *
 * @example
 * await writeFile("report.html", await renderReport(analysis));
 */
export async function renderReport(analyses: Analyses, options: ReportOptions = {}): Promise<string> {
  const known = [
    "lang",
    "title",
    "charts",
    "check",
    "codes",
    "codeUnit",
    "opinions",
    "tuned",
    "targets",
    "date",
    "command",
    "commentsFile",
    "print",
    "assets",
  ];
  checkOptions(options, known, "report");
  const list = listOf(analyses);
  if (list.length === 0) {
    throw new YoronError({ code: "bad-value", what: "a report needs at least one analysis; it got", value: [] });
  }
  const { lang = "ja", charts = allCharts, check, tuned, targets = [], command = null, print = false } = options;
  const { title = titleOf(list, lang), assets = loadReportAssets(), codes, codeUnit = "comment" } = options;
  const date = options.date === undefined ? null : checkDate(options.date);
  const words = WORDS[lang];
  const { opinions = {} } = options;
  const tables = memo((name) => {
    // A table of one kind of rows is read as one of any.
    if (name === "codes" && codes !== undefined) return codeTable(list, { codes, codeUnit }) as unknown as Table;
    if (name === "opinions") return opinionTable(list, opinions) as unknown as Table;
    if (name === "claims") return claimTable(list, opinions) as unknown as Table;
    return tableNamed(name).project(list);
  });
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
  const built = drawCharts(asked, corrected, unitKeys(list), { lang, discussions });
  const drawn = built.filter(({ rows }) => rows.length > 0);
  const page: Page = { analyses: list, tables, drawn, lang, print, checks, targets, placeOf: placeFinder(list) };
  const { sections, left } = await pageSections(page, new Set(built.map(({ name }) => name)));
  const told = drawn.filter((chart) => !left.includes(chart));
  const stored = storedUnits(list);
  const contents = [...sections, { id: "method", name: words.method }];
  const { commentsFile = null } = options;
  const run = {
    date,
    command,
    sampled: stored !== null,
    commentsFile,
    tuned: tuned !== undefined,
    ownVectors: opinions.vectors !== undefined || opinions.embed !== undefined,
    seed: opinions.seed ?? null,
    checked: labelledIn(checks),
  };
  const style = new Raw(assets.style);
  const script = new Raw(assets.script);
  return html`<!doctype html>
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
${headline(page)}
${drawn.length === 0 ? "" : html`<p class="note with-script hint">${words.hint}</p>`}
${tuned === undefined ? "" : tuningNote(readTuning(tuned, null), lang)}
${privacyNote(list, lang)}
<noscript><p class="note">${(print ? words.noScriptPrinted : words.noScript).replace("{article}", hasArticle(list) ? words.andArticle : "")}</p></noscript></header>
${list.length > 1 ? comparison(page) : ""}
<div class="panes"><main class="charts" id="charts" aria-label="${words.contents}">
${sections.length === 0 ? "" : navigation(contents, told, lang)}
${noComments(list, lang)}
${sections.map(({ body }) => body)}
${leftOut(
  built.filter((chart) => !told.includes(chart)),
  lang,
)}
${methodCard({ ...page, drawn: told }, run)}
</main>
${readingSection(list, { lang, stored })}</div>
<footer><p class="note">${words.made}</p></footer>
<script type="application/json" id="payload">${scriptJson(await payload(list, told, { lang, typical: typicality(tables("tokens")), stored }))}</script>
<script>${script}</script>
</body></html>
`.toString();
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
  const file = source.path?.split(/[\\/]/).at(-1);
  // A table has no title: what stands for it is the file's name.
  const isTable = article.text.trim() === "" && file?.startsWith(`${article.title}.`) === true;
  const title = isTable
    ? `${file}${WORDS[lang].tableOfComments}`
    : article.title.trim() === ""
      ? (file ?? WORDS[lang].untitled)
      : article.title;
  if (analyses.length === 1) return title;
  return lang === "ja" ? `${title} ほか${analyses.length - 1}件の議論` : `${title} and ${analyses.length - 1} more`;
}

/** Returns one line that names the charts for which there are no data. */
function leftOut(empty: readonly Chart[], lang: Lang): Html {
  if (empty.length === 0) return html``;
  const [before, between, after] = WORDS[lang].leftOut;
  return html`<p class="left-out">${before}${empty.map((chart) => chartName(chart, lang)).join(between)}${after}</p>`;
}

function memo(make: (name: string) => Table): (name: string) => Table {
  const made = new Map<string, Table>();
  return (name) => {
    const table = made.get(name) ?? make(name);
    made.set(name, table);
    return table;
  };
}
