import type { Chart } from "../charts/chart.ts";
import { ARTICLE } from "../model/discussion.ts";
import { chartName } from "./chart-names.ts";
import { count } from "./count.ts";
import { type Html, html } from "./html.ts";
import { METHODS } from "./method-words.ts";
import type { Page } from "./page.ts";
import { stillPicture } from "./still-picture.ts";
import { WORDS } from "./words.ts";

const FORMATS = ["png", "svg", "csv"] as const;

const TEXT = {
  ja: {
    of: (shown: number, all: number) =>
      shown === 0
        ? ""
        : shown === all
          ? `コメント${count(all)}件すべてから。`
          : `コメント${count(all)}件のうち${count(shown)}件から。`,
    article: (n: number, alone: boolean) =>
      alone
        ? n === 1
          ? "記事だけから。"
          : `記事${count(n)}件だけから。`
        : n === 1
          ? "記事も含む。"
          : `記事${count(n)}件も含む。`,
    save: (name: string, format: string) => `「${name}」を${format}で保存`,
    noStill: ["この図はJavaScriptで描く。静止した図は、", " で作ったページに入る。"],
    method: "方法",
    methodOf: (name: string) => `「${name}」の方法`,
  },
  en: {
    of: (shown: number, all: number) =>
      shown === 0
        ? ""
        : shown === all
          ? `From all ${count(all)} comments.`
          : `From ${count(shown)} of ${count(all)} comments.`,
    article: (n: number, alone: boolean) =>
      alone
        ? `From ${n === 1 ? "the article" : `${count(n)} articles`} alone.`
        : n === 1
          ? " The article is in it."
          : ` ${count(n)} articles are in it.`,
    save: (name: string, format: string) => `Save “${name}” as ${format}`,
    noStill: ["This chart is drawn with JavaScript; a page made by ", " has a still picture of it."],
    method: "Method",
    methodOf: (name: string) => `Method of “${name}”`,
  },
} as const;

/**
 * Returns a chart with the title that states what is seen, from how many comments it is, its picture, its table, and the
 * buttons that save it. A page made for print has a still picture too, for readers without JavaScript: it takes as long as all
 * the rest of a chart.
 */
export async function chartSection(
  chart: Chart,
  { lang, analyses, print }: Pick<Page, "lang" | "analyses" | "print">,
): Promise<Html> {
  const { name, title, spec } = chart;
  const words = WORDS[lang];
  const text = TEXT[lang];
  const called = chartName(chart, lang);
  const { subtitle = "" } =
    (spec as { readonly title?: { readonly subtitle?: string | readonly string[] } }).title ?? {};
  const method =
    METHODS[name] === undefined
      ? ""
      : html` <a href="#method-${name}" data-g="method-${name}" aria-label="${text.methodOf(called)}">${text.method}</a>`;
  return html`<section class="chart" id="chart-${name}" aria-labelledby="title-${name}"><h3 id="title-${name}">${title}</h3>
<p class="note">${[subtitle].flat().join("")}</p>
<div class="picture" data-chart="${name}"><noscript>${print ? await stillPicture(chart) : html`<p class="note">${text.noStill[0]}<code>yoron report --print</code>${text.noStill[1]}</p>`}</noscript></div>
<div class="chart-foot"><span class="note">${behind(chart, analyses, lang)}${method}</span><span class="exports">${FORMATS.map(
    (format) => {
      const upper = format.toUpperCase();
      return html`<button type="button" class="with-script" data-export="${format}" data-chart="${name}" aria-label="${text.save(called, upper)}">${upper}</button>`;
    },
  )}</span></div>
<details class="alternative with-script" data-chart="${name}"><summary>${words.table}</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}"></div></details></section>`;
}

/** Returns a chart that is one click behind; it is drawn when it is opened. */
export async function foldedChart(chart: Chart, page: Pick<Page, "lang" | "analyses" | "print">): Promise<Html> {
  return html`<details class="folded"><summary>${WORDS[page.lang].chart}${chartName(chart, page.lang)}</summary>${await chartSection(chart, page)}</details>`;
}

/** Returns from how many comments and articles the marks of a chart are. */
function behind({ rows }: Chart, analyses: Page["analyses"], lang: Page["lang"]): string {
  const units = new Set<string>();
  for (const row of rows) for (const unit of row.units) units.add(unit);
  const articles = [...units].filter((unit) => unit.endsWith(`/${ARTICLE}`)).length;
  const all = analyses.reduce((sum, { discussion }) => sum + discussion.comments.length, 0);
  const { of, article } = TEXT[lang];
  return `${of(units.size - articles, all)}${articles > 0 ? article(articles, units.size === articles) : ""}`;
}
