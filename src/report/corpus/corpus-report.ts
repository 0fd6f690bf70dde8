import { createHash } from "node:crypto";
import type { Corpus } from "../../corpus/open-corpus.ts";
import {
  type CorpusOpinion,
  type CorpusOpinionsOptions,
  checkWhole,
  opinionsOfSample,
  USUAL_SAMPLE,
} from "../../corpus/opinions/corpus-opinions.ts";
import { type DrawnComment, drawSample, foremostComments } from "../../corpus/opinions/draw-sample.ts";
import { checkOptions } from "../../model/error.ts";
import { loadResources } from "../../resources.ts";
import type { Cell } from "../../tables/schema.ts";
import type { Table } from "../../tables/table.ts";
import { loadReportAssets } from "../assets.ts";
import { bar } from "../bar.ts";
import { checkDate } from "../check-date.ts";
import { count } from "../count.ts";
import { type Html, html, Html as Raw } from "../html.ts";
import { percent } from "../percent.ts";
import type { Lang } from "../words.ts";
import { CORPUS_WORDS } from "./corpus-words.ts";

export interface CorpusReportOptions extends CorpusOpinionsOptions {
  /** Language of the page around the data. Default `ja`. */
  readonly lang?: Lang;
  readonly title?: string;
  /** The day of the run, `2026-11-29`. */
  readonly date?: string;
  /** The command that makes the page again. */
  readonly command?: string;
}

/** Aggregates that the page shows, in the order of what a reader asks. */
const SHOWN = [
  "side_shares",
  "stance_counts",
  "tone_shares",
  "claim_kinds",
  "consideration_counts",
  "entity_comments",
  "entity_tone",
  "speaker_counts",
  "source_counts",
  "months",
  "discussion_counts",
];
const MOST_ROWS = 20;
const MOST_OPINIONS = 20;
const READ = 20;

/**
 * Returns the report of a corpus: one HTML file without script. Its tables are counted over all comments by SQL; opinions, and
 * what to read, come from comments drawn by chance, and the page says so beside them; claims of the rest are assigned to the
 * opinions (`corpusOpinions`).
 *
 * Throws `bad-value` for a corpus without comments and for a sample or date that is none.
 *
 * @example
 * await writeFile("report.html", await renderCorpusReport(await openCorpus("corpus")));
 */
export async function renderCorpusReport(corpus: Corpus, options: CorpusReportOptions = {}): Promise<string> {
  checkOptions(options, ["lang", "title", "sample", "assign", "seed", "date", "command", "resources"], "corpus report");
  const { lang = "ja", sample: size = USUAL_SAMPLE, seed = 1, command = null, assign } = options;
  checkWhole({ sample: size, seed });
  const date = options.date === undefined ? null : checkDate(options.date);
  const words = CORPUS_WORDS[lang];
  const { title = words.report } = options;
  const { sources, failed } = corpus.manifest;
  const sum = (of: (source: (typeof sources)[number]) => number) => sources.reduce((all, one) => all + of(one), 0);
  const sample = await drawSample(corpus, size, seed);
  const opinions = await opinionsOfSample(corpus, sample, {
    ...(assign === undefined ? {} : { assign }),
    resources: options.resources ?? (await loadResources()),
  });
  const sections: Html[] = [];
  for (const name of SHOWN) {
    if (!corpus.tables.includes(name)) continue;
    const table = await corpus.query(`SELECT * FROM ${name} LIMIT ${MOST_ROWS}`);
    if (table.length === 0) continue;
    const all = Number((await corpus.query(`SELECT count(*) AS n FROM ${name}`)).column("n")[0]);
    sections.push(aggregateSection(name, table, all, lang));
  }
  const foremost = await foremostComments(corpus, READ);
  const style = new Raw(`${loadReportAssets().style}${OWN_STYLE}`);
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style.toString(), "utf8").digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const drawn = words.sampled(count(sample.drawn.length), count(sample.of), seed);
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="yoron">
<title>${title}</title>
<style>${style}</style></head>
<body class="corpus">
<header class="top"><p class="kicker">${words.report}</p><h1 dir="auto">${title}</h1>
<p>${words.of(count(sample.of), count(sum(({ discussions }) => discussions)), count(sources.length))}</p>
<p class="note">${words.notPublic}</p></header>
<main>
<section id="opinions"><h2>${words.opinions}</h2><p class="note">${drawn}</p>
${opinionList([...opinions], sample.of, lang)}</section>
${sections}
<section id="read"><h2>${words.read}</h2>
${foremost.length === 0 ? "" : html`<h3>${words.foremost}</h3>${commentList(foremost, lang)}`}
<h3>${words.drawn}</h3><p class="note">${drawn}</p>${commentList(sample.drawn.slice(0, READ), lang)}</section>
<section id="method"><h2>${words.method}</h2>
<p>${words.made(corpus.manifest.yoron)}${date === null ? "" : ` · ${date}`} · ${words.layers}: ${corpus.manifest.settings.layers.join(", ")}</p>
${sources.some(({ comments }) => comments === 0) ? html`<p>${words.withoutComments(count(sources.filter(({ comments }) => comments === 0).length))}</p>` : ""}
<h3>${words.notes}</h3>${noteList(corpus, lang)}
${failed.length === 0 ? "" : html`<h3>${words.failed}</h3><ul>${failed.slice(0, MOST_ROWS).map(({ path, message }) => html`<li dir="auto">${path}: ${message}</li>`)}</ul>${failed.length > MOST_ROWS ? html`<p class="note">${words.rest(count(MOST_ROWS), count(failed.length))}</p>` : ""}`}
${command === null ? "" : html`<p>${words.command}: <code>${command}</code></p>`}
</section></main></body></html>
`.toString();
}

/** The report's own style is made for two panes and a script; a corpus has one column and neither. */
const OWN_STYLE = `
body.corpus{max-width:60rem;margin:0 auto;padding:0 1rem 4rem}
.corpus table{border-collapse:collapse;width:100%}
.corpus th,.corpus td{padding:.25rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid color-mix(in srgb,currentColor 15%,transparent)}
.corpus td.number,.corpus th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.corpus td.share{width:30%;min-width:6rem}
.corpus blockquote{margin:.4rem 0;white-space:pre-wrap;overflow-wrap:anywhere}`;

function aggregateSection(name: string, table: Table, all: number, lang: Lang): Html {
  const words = CORPUS_WORDS[lang];
  const columns = table.columns.filter((column) => column.name !== "discussion");
  const numbers = columns.filter(({ type }) => type === "integer" || type === "number");
  // The first count is that by which the rows stand.
  const measure = numbers[0]?.name;
  const most = measure === undefined ? 0 : Math.max(...table.column(measure).map(Number));
  const isNumber = (column: string) => numbers.some((one) => one.name === column);
  return html`<section id="${name}"><h2>${words.titles[name] ?? name}</h2><p class="note">${words.whole}${table.length < all ? ` · ${words.rest(count(table.length), count(all))}` : ""}</p>
<table><thead><tr>${columns.map(({ name: column }) => html`<th${isNumber(column) ? new Raw(' class="number"') : ""}>${words.columns[column] ?? column}</th>`)}<th></th></tr></thead>
<tbody>${[...table].map((row) => html`<tr>${columns.map(({ name: column }) => html`<td${isNumber(column) ? new Raw(' class="number"') : ""} dir="auto">${shownCell(row[column] ?? null, lang)}</td>`)}<td class="share">${measure === undefined || most === 0 ? "" : bar([{ kind: "plain", share: Number(row[measure]) / most }])}</td></tr>`)}</tbody></table></section>`;
}

function shownCell(cell: Cell, lang: Lang): string {
  if (cell === null) return "–";
  if (typeof cell === "number") return count(cell);
  return typeof cell === "string" ? (CORPUS_WORDS[lang].values[cell] ?? cell) : JSON.stringify(cell);
}

function opinionList(opinions: readonly CorpusOpinion[], all: number, lang: Lang): Html {
  const words = CORPUS_WORDS[lang];
  // Groups hold opinions; what fits none is told by no label.
  const rows = opinions
    .filter(({ parent, label }) => parent !== null || label !== "")
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_OPINIONS);
  const [first] = rows;
  if (first === undefined) return html`<p>${words.noOpinions}</p>`;
  const { sampled, assigned } = first;
  const how =
    sampled === all
      ? words.opinionsWhole
      : assigned === 0
        ? words.opinionsSampled(count(sampled))
        : words.opinionsAssigned(count(sampled), count(assigned));
  return html`<p class="note">${how}</p><table><thead><tr><th>${words.opinions}</th><th class="number">${words.share}</th><th></th></tr></thead><tbody>${rows.map(
    ({ label, share, shareLow, shareHigh, examples }) =>
      html`<tr><td dir="auto">${label}${examples.slice(0, 2).map(({ text }) => html`<blockquote>${text}</blockquote>`)}</td><td class="number">${percent(share)}（${percent(shareLow)}–${percent(shareHigh)}）</td><td class="share">${bar([{ kind: "plain", share }], { low: shareLow, high: shareHigh })}</td></tr>`,
  )}</tbody></table>`;
}

function commentList(comments: readonly DrawnComment[], lang: Lang): Html {
  const words = CORPUS_WORDS[lang];
  return html`<ol>${comments.map(
    ({ author, up, text, title, discussion, id }) =>
      html`<li><blockquote dir="auto">${text}</blockquote><p class="note" dir="auto">${author ?? "–"}${up === null ? "" : ` · ${count(up)} ${words.votes}`} · ${title} · ${discussion}/${id}</p></li>`,
  )}</ol>`;
}

function noteList({ manifest }: Corpus, lang: Lang): Html {
  const notes = new Map<string, { sources: number; message: string; path: string }>();
  for (const { notes: all, paths } of manifest.sources) {
    for (const { code, message } of all) {
      const known = notes.get(code);
      if (known === undefined) notes.set(code, { sources: 1, message, path: paths[0]! });
      else known.sources++;
    }
  }
  if (notes.size === 0) return html`<p>${CORPUS_WORDS[lang].noNotes}</p>`;
  return html`<ul>${[...notes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { sources, message, path }]) =>
        html`<li dir="auto">${code} (${count(sources)}): ${path}: ${message}</li>`,
    )}</ul>`;
}
