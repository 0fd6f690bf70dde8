import type { Chart } from "../charts/chart.ts";
import { chartName } from "./chart-names.ts";
import { type Html, html } from "./html.ts";
import { type Lang, WORDS } from "./words.ts";

/** A place to which the navigation leads. */
export interface NavigationEntry {
  readonly id: string;
  readonly name: string;
}

/** Returns the small navigation: the sections, of which the script marks where one is, and a list of all charts by their names. */
export function navigation(entries: readonly NavigationEntry[], drawn: readonly Chart[], lang: Lang): Html {
  if (entries.length === 0) return html``;
  const words = WORDS[lang];
  const charts = drawn.map((chart) => ({ id: `chart-${chart.name}`, name: chartName(chart, lang) }));
  return html`<nav class="contents" aria-label="${words.contents}"><ul>${entries.map(link)}${
    charts.length === 0
      ? ""
      : html`<li class="all-charts"><details><summary>${words.charts}</summary><ul>${charts.map(link)}</ul></details></li>`
  }</ul></nav>`;
}

function link({ id, name }: NavigationEntry): Html {
  return html`<li><a href="#${id}" data-g="${id}">${name}</a></li>`;
}
