import type { Payload, PayloadRow } from "../payload.ts";
import { alternativeTable } from "./alternative.ts";
import { filterChips } from "./chips.ts";
import { drawCharts } from "./draw-charts.ts";
import { type ChosenMark, type Filters, foldText, formatHash, NO_FILTERS, parseHash } from "./filters.ts";
import { clearHighlights, highlight } from "./highlight.ts";
import { matchingUnits } from "./matching.ts";
import { sortTables } from "./sort-table.ts";
import { spansToMark } from "./spans-to-mark.ts";
import { markWhereOneIs } from "./where-one-is.ts";

/** A guess, in rem. */
const COMMENT_HEIGHT = 9;

const data = JSON.parse(byId("payload").textContent!) as Payload;
const elements = data.units.map(({ element }) => byId(element));
const lists = [...document.querySelectorAll<HTMLElement>(".comments")];
const bodies = elements.map((element) => element.querySelector(".text")!);
const rowsOf = new Map(data.charts.map(({ name, rows }) => [name, rows]));
const valuesOf = new Map(data.charts.map(({ name, spec }) => [name, chartValues(spec)]));
const folded: string[] = [];
const units = byId("units");
let filters: Filters = NO_FILTERS;
let hits: HTMLElement[] = [];
let hitAt = 0;

function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** What a chart draws: the values of its rows, which the Vega spec carries. */
function chartValues(spec: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { data: sets = [] } = spec as { data?: readonly { values?: unknown }[] };
  const values = sets.find(({ values }) => Array.isArray(values) && values.length > 0 && "row" in values[0])?.values;
  return (values ?? []) as readonly Readonly<Record<string, unknown>>[];
}

function textOf(index: number): string {
  folded[index] ??= foldText(bodies[index]!.textContent!);
  return folded[index];
}

/** Sets the page to what the filters say; `push` writes them to the address. */
function apply(next: Filters, { push = true, scroll = true }: { push?: boolean; scroll?: boolean } = {}): void {
  filters = { ...next, marks: next.marks.filter(({ chart, row }) => rowsOf.get(chart)?.[row] !== undefined) };
  const chosen = filters.marks.map(({ chart, row }) => rowsOf.get(chart)![row]!);
  const passing = matchingUnits(data, filters, chosen, textOf);
  const inList = new Map<Element, number>(lists.map((list) => [list, 0]));
  let shown = 0;
  let all = 0;
  for (let i = 0; i < elements.length; i++) {
    const hidden = passing[i] === 0;
    if (elements[i]!.hidden !== hidden) elements[i]!.hidden = hidden;
    if (elements[i]!.classList.contains("comment")) {
      all++;
      if (hidden) continue;
      shown++;
      const list = elements[i]!.parentElement!;
      inList.set(list, inList.get(list)! + 1);
    }
  }
  for (const [list, count] of inList) fitList(list as HTMLElement, count);
  const { words } = data;
  const active = formatHash(filters) !== "";
  byId("count").textContent = active ? `${all} ${words.of} ${shown} ${words.showing}` : `${all} ${words.rows}`;
  if (data.lang === "en" && active) byId("count").textContent = `${shown} ${words.of} ${all} ${words.showing}`;
  byId("nothing").hidden = passing.includes(1);
  document.body.classList.toggle("filtered", active);
  markWords(chosen, passing);
  const toldOf = ({ chart, row }: ChosenMark) => valuesOf.get(chart)![row]!;
  byId("chips").replaceChildren(...filterChips(filters, data, toldOf, apply));
  showControls();
  showChosen();
  if (push) history.replaceState(null, "", `${location.pathname}${location.search}${formatHash(filters)}`);
  if (scroll && active) goToStart();
}

/** Sets how much room a list off the screen may take: an empty one none. */
function fitList(list: HTMLElement, comments: number): void {
  list.hidden = comments === 0;
  list.style.containIntrinsicBlockSize = `${comments * COMMENT_HEIGHT}rem`;
}

/** Highlights the words behind the chosen marks and those searched for. */
function markWords(chosen: readonly PayloadRow[], passing: Uint8Array): void {
  clearHighlights(units);
  const wanted = spansToMark(chosen, filters.text, passing, (unit) => bodies[unit]!.textContent!);
  hits = wanted.flatMap(({ unit, spans }) =>
    spans.flatMap(([start, end]) => highlight(bodies[unit]!, start, end) ?? []),
  );
  hitAt = 0;
  byId("walk").hidden = hits.length < 2;
  byId("place").textContent = `1 / ${hits.length}`;
}

function goToStart(): void {
  const target = hits[0] ?? elements.find((element) => !element.hidden);
  if (target !== undefined) bring(target);
}

function bring(target: HTMLElement): void {
  for (const other of units.querySelectorAll(".current")) other.classList.remove("current");
  target.classList.add("current");
  target.scrollIntoView({ block: "center", behavior: "instant" });
}

function walk(step: number): void {
  if (hits.length === 0) return;
  hitAt = (hitAt + step + hits.length) % hits.length;
  byId("place").textContent = `${hitAt + 1} / ${hits.length}`;
  bring(hits[hitAt]!);
}

function choose(mark: ChosenMark, keep: boolean): void {
  const same = ({ chart, row }: ChosenMark) => chart === mark.chart && row === mark.row;
  const without = filters.marks.filter((other) => !same(other));
  const others = keep ? without : without.filter(({ chart }) => chart !== mark.chart);
  apply({ ...filters, marks: filters.marks.some(same) ? without : [...others, mark] });
}

/** Frames the chosen marks in their charts, and offers the way back to the last. */
function showChosen(): void {
  for (const element of document.querySelectorAll(".picture .chosen")) element.classList.remove("chosen");
  for (const { chart, row } of filters.marks) {
    for (const element of document.querySelectorAll(`.picture[data-chart="${chart}"] svg path`)) {
      const { __data__: item } = element as { __data__?: { datum?: { row?: number } } };
      if (item?.datum?.row === row) element.classList.add("chosen");
    }
  }
  byId("back").hidden = filters.marks.length === 0;
}

function showControls(): void {
  const set = (id: string, value: string) => {
    const field = document.getElementById(id) as HTMLInputElement | HTMLSelectElement | null;
    if (field === null || field === document.activeElement) return;
    field.value = value;
  };
  set("f-text", filters.text);
  set("f-person", filters.person ?? "");
  set("f-sentiment", filters.sentiment ?? "");
  set("f-votes", filters.votes === null ? "" : String(filters.votes));
  set("f-author", filters.author ?? "");
  set("f-discussion", filters.discussion === null ? "" : String(filters.discussion));
}

function listen(): void {
  const on = (id: string, event: string, change: (value: string) => Partial<Filters>) => {
    const field = document.getElementById(id) as HTMLInputElement | null;
    field?.addEventListener(event, () => apply({ ...filters, ...change(field.value) }, { scroll: event === "change" }));
  };
  on("f-text", "input", (text) => ({ text }));
  on("f-person", "change", (person) => ({ person: person === "" ? null : person }));
  on("f-sentiment", "change", (sentiment) => ({ sentiment: sentiment === "" ? null : sentiment }));
  on("f-votes", "input", (votes) => ({ votes: /^\d{1,9}$/.test(votes) ? Number(votes) : null }));
  on("f-author", "change", (author) => ({ author: author === "" ? null : author }));
  on("f-discussion", "change", (discussion) => ({ discussion: discussion === "" ? null : Number(discussion) }));
  byId("previous").addEventListener("click", () => walk(-1));
  byId("next").addEventListener("click", () => walk(1));
  byId("back").addEventListener("click", () => {
    const last = filters.marks.at(-1);
    if (last === undefined) return;
    unfold(byId(`chart-${last.chart}`));
    byId(`chart-${last.chart}`).scrollIntoView({ block: "start", behavior: "instant" });
  });
  for (const box of document.querySelectorAll<HTMLInputElement>("[data-toggle]")) {
    box.addEventListener("change", () => document.body.classList.toggle(`show-${box.dataset.toggle}`, box.checked));
  }
  document.addEventListener("click", follow);
  window.addEventListener("hashchange", () => apply(parseHash(location.hash), { push: false }));
  byId("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark =
      root.dataset.theme === undefined
        ? matchMedia("(prefers-color-scheme: dark)").matches
        : root.dataset.theme === "dark";
    root.dataset.theme = dark ? "light" : "dark";
  });
}

/** Shows what an element is folded away in. */
function unfold(element: Element): void {
  for (let box = element.closest("details"); box !== null; box = box.parentElement?.closest("details") ?? null)
    box.open = true;
}

/** A click on an entity filters by it, on words taken up or a reply's parent goes there. */
function follow(event: MouseEvent): void {
  const place = (event.target as Element).closest<HTMLElement>("[data-g], [data-e], [data-discussion]");
  if (place === null) return;
  const { g, e, s, discussion } = place.dataset;
  if (discussion !== undefined) {
    apply({ ...filters, discussion: Number(discussion) });
    return;
  }
  if (g !== undefined) {
    event.preventDefault();
    const target = byId(g);
    if (!target.classList.contains("unit")) {
      unfold(target);
      target.scrollIntoView({ block: "start", behavior: "instant" });
      return;
    }
    target.hidden = false;
    target.closest<HTMLElement>(".comments")?.removeAttribute("hidden");
    const [start, end] = (s ?? "").split("-").map(Number);
    // One place after the other: the last one's highlight goes, but for what a filter has marked.
    if (s !== undefined && hits.length === 0) clearHighlights(units);
    const hit = s === undefined ? null : highlight(target.querySelector(".text")!, start!, end!);
    bring(hit ?? target);
    return;
  }
  const name = e === undefined ? undefined : data.entities[e];
  if (name !== undefined) apply({ ...filters, person: filters.person === name ? null : name });
}

for (const details of document.querySelectorAll<HTMLDetailsElement>("details.alternative")) {
  details.addEventListener("toggle", () => {
    const box = details.querySelector(".scroll")!;
    if (!details.open || box.firstChild !== null) return;
    const chart = data.charts.find(({ name }) => name === details.dataset.chart)!;
    box.append(
      alternativeTable(chart, valuesOf.get(chart.name)!, data, (row) => choose({ chart: chart.name, row }, false)),
    );
  });
}
listen();
sortTables(document);
markWhereOneIs(document.querySelector<HTMLElement>("nav.contents"));
apply(parseHash(location.hash), { push: false });
void drawCharts(data.charts, choose, showChosen).then(() => {
  showChosen();
  document.documentElement.dataset.drawn = "true";
});
