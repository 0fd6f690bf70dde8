import type { Chart } from "../charts/chart.ts";
import { chartSection, foldedChart } from "./chart-section.ts";
import { type Html, html } from "./html.ts";
import type { Page } from "./page.ts";
import { SECTIONS } from "./sections/sections.ts";
import { WORDS } from "./words.ts";

/** A section as the page shows it, and as the navigation calls it. */
export interface PageSection {
  readonly id: string;
  readonly name: string;
  readonly body: Html;
}

/**
 * Returns the sections of a page in the order of {@link SECTIONS}: those of which a chart is asked for, or which have none of
 * their own, and that have something to say or to draw; then one of the charts that belong to no section. Charts of a section
 * that has nothing to say (a thread without a reply) are left out, unless they alone were asked for.
 */
export async function pageSections(
  page: Page,
  asked: ReadonlySet<string>,
): Promise<{ readonly sections: readonly PageSection[]; readonly left: readonly Chart[] }> {
  const drawn = new Map(page.drawn.map((chart) => [chart.name, chart]));
  const take = (names: readonly string[]) => names.flatMap((name) => drawn.get(name) ?? []);
  const sections: PageSection[] = [];
  const left: Chart[] = [];
  const told = new Set<string>();
  for (const { id, name, charts, folded, body, needsWords = false } of SECTIONS) {
    const own = [...charts, ...folded];
    if (own.length > 0 && !own.some((chart) => asked.has(chart))) continue;
    const words = body(page);
    const [open, behind] = [take(charts), take(folded)];
    if (words === null && needsWords && [...asked].some((chart) => !own.includes(chart))) {
      left.push(...open, ...behind);
      for (const chart of own) told.add(chart);
    }
    if (words === null && (needsWords || open.length + behind.length === 0)) continue;
    for (const chart of own) told.add(chart);
    sections.push(await sectionOf(page, { id, name: name[page.lang], words, open, behind }));
  }
  const others = page.drawn.filter(({ name }) => !told.has(name));
  if (others.length === 0) return { sections, left };
  const name = WORDS[page.lang].others;
  const last = await sectionOf(page, { id: "others", name, words: null, open: others, behind: [] });
  return { sections: [...sections, last], left };
}

interface Parts {
  readonly id: string;
  readonly name: string;
  readonly words: Html | null;
  readonly open: readonly Chart[];
  readonly behind: readonly Chart[];
}

async function sectionOf(page: Page, { id, name, words, open, behind }: Parts): Promise<PageSection> {
  const body = html`<section class="section" id="${id}" aria-labelledby="head-${id}"><h2 id="head-${id}">${name}</h2>
${words ?? ""}
${await Promise.all(open.map((chart) => chartSection(chart, page)))}
${await Promise.all(behind.map((chart) => foldedChart(chart, page)))}</section>`;
  return { id, name, body };
}
