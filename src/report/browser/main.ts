import { grouped } from "../../text/grouped.ts";
import { unpackColumns } from "../packed-columns.ts";
import { unpackSet } from "../packed-numbers.ts";
import type { PackedPayload, Payload } from "../payload.ts";
import { alternativeTable } from "./alternative.ts";
import { drawnValues, rowsOf } from "./chart-values.ts";
import { emptyResult, filterChips } from "./chips.ts";
import { exportChart } from "./export.ts";
import { listenToFields, showInFields } from "./fields.ts";
import { type ChosenMark, type Filters, formatHash, isFiltered, NO_FILTERS, parseHash, unitOfHash } from "./filters.ts";
import { Gallery, valuesByChart } from "./gallery.ts";
import { setFilters } from "./labels.ts";
import { matchingUnits } from "./matching.ts";
import { writeForPaper } from "./print.ts";
import { parseQuery, tellQuery } from "./query.ts";
import { quotable } from "./quotation.ts";
import { copyQuotation, exportQuotations } from "./quote.ts";
import { ReadingPane } from "./reading-pane.ts";
import { openRests } from "./rest.ts";
import { sortTables } from "./sort-table.ts";
import { Starred } from "./starred.ts";
import { Store } from "./store.ts";
import { markWhereOneIs } from "./where-one-is.ts";

const packed = JSON.parse(byId("payload").textContent!) as PackedPayload;
const data: Payload = { ...packed, columns: unpackColumns(packed.columns) };
const { columns, words, reading } = data;
const store = new Store(byId("store").textContent!, columns.place.length, data.stored);
const rowsByChart = new Map(data.charts.map((chart) => [chart.name, rowsOf(chart)]));
const valuesOf = valuesByChart(data);
const starred = new Starred(
  columns.place.map((place, i) => `${data.discussions[columns.discussion[i]!]!.id}/${place}`),
);
const lookups = {
  rowOf: ({ chart, row }: ChosenMark) => rowsByChart.get(chart)?.[row],
  textOf: (unit: number) => store.folded(unit),
  isStarred: (unit: number) => starred.has(unit),
};
const comments = columns.place.filter((place) => place !== 0).length;
const pane = new ReadingPane({ payload: data, store, starred });
const gallery = new Gallery(data, choose);
let filters: Filters = NO_FILTERS;
let typing = false;

function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

interface ApplyOptions {
  /** How the address tells of it: typing makes one step of the browser's history. */
  readonly history?: "push" | "replace" | "none";
  readonly scroll?: boolean;
}

/** Sets the page to what the filters say. */
function apply(next: Filters, { history: step = "push", scroll = true }: ApplyOptions = {}): void {
  filters = { ...next, marks: next.marks.filter((mark) => lookups.rowOf(mark) !== undefined) };
  const passing = matchingUnits(data, filters, lookups);
  pane.show(
    filters,
    passing,
    filters.marks.map((mark) => lookups.rowOf(mark)!),
  );
  showCount(passing);
  const set = setFilters(filters, data, (chart) => valuesOf.get(chart) ?? []);
  const clear = { label: words.clear, filters: { ...NO_FILTERS, sort: filters.sort } };
  byId("chips").replaceChildren(...filterChips(set, clear, (without) => apply(without)));
  const empty = byId("nothing");
  empty.hidden = passing.includes(1);
  empty.replaceChildren(...(empty.hidden ? [] : emptyResult(set, reading, countOf, (without) => apply(without))));
  byId("reads").textContent = filters.text === "" ? "" : toldQuery(filters.text);
  byId("back").hidden = filters.marks.length === 0;
  document.body.classList.toggle("filtered", isFiltered(filters));
  showInFields(filters);
  showStarred();
  if (step !== "none") {
    const address = `${location.pathname}${location.search}${formatHash(filters)}`;
    if (step === "push" && formatHash(filters) !== location.hash) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
  if (scroll && (isFiltered(filters) || filters.sort !== "page")) pane.toStart();
  // The list answers first.
  requestAnimationFrame(() => gallery.select(passingOf(passing), filters.marks));
}

/** Returns the units for which a chart is drawn: its own marks stay to be chosen among. */
function passingOf(passing: Uint8Array): (chart: string) => Uint8Array | null {
  const now = filters;
  const without = new Map(
    [...new Set(now.marks.map(({ chart }) => chart))].map((name) => {
      const rest = { ...now, marks: now.marks.filter(({ chart }) => chart !== name) };
      return [name, isFiltered(rest) ? matchingUnits(data, rest, lookups) : null];
    }),
  );
  return (chart) => (without.has(chart) ? without.get(chart)! : isFiltered(now) ? passing : null);
}

function commentsIn(passing: Uint8Array): number {
  return columns.place.reduce((sum, place, unit) => sum + (place === 0 ? 0 : passing[unit]!), 0);
}

function countOf(some: Filters): number {
  return commentsIn(matchingUnits(data, some, lookups));
}

function countTold(shown: number): string {
  if (!isFiltered(filters)) return `${grouped(comments)} ${comments === 1 ? words.oneComment : words.manyComments}`;
  return data.lang === "ja"
    ? `${grouped(comments)} ${words.of} ${grouped(shown)} ${words.showing}`
    : `${grouped(shown)} ${words.of} ${grouped(comments)} ${words.showing}`;
}

function showCount(passing: Uint8Array): void {
  const shown = commentsIn(passing);
  const absent = columns.place.reduce(
    (sum, place, i) => sum + (place !== 0 && passing[i] === 1 && !store.has(i) ? 1 : 0),
    0,
  );
  const told = isFiltered(filters) && shown === 0 && passing.includes(1) ? reading.articleAlone : countTold(shown);
  byId("count").textContent = absent === 0 ? told : `${told}${reading.unsampled.replace("{n}", grouped(absent))}`;
}

function toldQuery(text: string): string {
  const told = tellQuery(parseQuery(text), reading, data.lang);
  return told === "" ? "" : `${reading.reads}${told}`;
}

function showStarred(): void {
  byId("starred").hidden = starred.size === 0;
  byId("only-starred").textContent = reading.onlyMarked.replace("{n}", String(starred.size));
  byId("only-starred").setAttribute("aria-pressed", String(filters.starred));
}

/** A click chooses a mark or lets it go; with a key held down it joins those of its chart. */
function choose(mark: ChosenMark, keep: boolean): void {
  const same = ({ chart, row }: ChosenMark) => chart === mark.chart && row === mark.row;
  const without = filters.marks.filter((other) => !same(other));
  const others = keep ? without : without.filter(({ chart }) => chart !== mark.chart);
  apply({ ...filters, marks: filters.marks.some(same) ? (keep ? without : others) : [...others, mark] });
}

/** Returns values with one that is chosen or let go. */
function toggled<T>(values: readonly T[], value: T, keep: boolean): readonly T[] {
  const rest = keep ? values.filter((other) => other !== value) : [];
  return values.includes(value) ? rest : [...rest, value];
}

/** What a click on the page does, by what was clicked. */
function follow(event: MouseEvent): void {
  const target = event.target as Element;
  const keep = event.ctrlKey || event.metaKey || event.shiftKey;
  const tool = target.closest<HTMLElement>("[data-copy], [data-star], [data-export], [data-units], [data-discussion]");
  if (tool !== null) {
    useTool(tool, keep);
    return;
  }
  const link = target.closest<HTMLElement>("a[href^='#'], [data-g]");
  if (link !== null && (link.matches("a") || document.body.classList.contains("show-re"))) {
    const id = link.dataset.g ?? link.getAttribute("href")!.slice(1);
    const unit = pane.numberOf(id);
    if (unit !== undefined) {
      event.preventDefault();
      const [start, end] = (link.dataset.s ?? "").split("-").map(Number);
      pane.goTo(unit, start === undefined || end === undefined ? null : [start, end]);
    } else if (link.dataset.g !== undefined) {
      event.preventDefault();
      const place = document.getElementById(id);
      if (place !== null) unfold(place);
      place?.scrollIntoView({ block: "start", behavior: "instant" });
    }
    return;
  }
  const name = target.closest<HTMLElement>(".show-en [data-e]")?.dataset.e;
  if (name !== undefined) apply({ ...filters, people: toggled(filters.people, name, keep) });
}

function useTool(tool: HTMLElement, keep: boolean): void {
  const { copy, star, export: format, chart, units, label = "", discussion } = tool.dataset;
  const unit = Number(tool.closest<HTMLElement>(".unit")?.dataset.unit ?? -1);
  if (copy !== undefined) void copyQuotation(tool, quotable(data, unit, store.text(unit)), data);
  else if (star !== undefined) {
    starred.toggle(unit);
    if (filters.starred) apply(filters, { history: "replace", scroll: false });
    pane.showStar(unit);
    showStarred();
  } else if (format === "starred-csv" || format === "starred-md") {
    const some = starred.list().filter((one) => store.has(one));
    exportQuotations(
      some.map((one) => quotable(data, one, store.text(one))),
      format === "starred-csv" ? "csv" : "md",
      data,
    );
  } else if (format !== undefined) void exportChart(chart ?? "", format, gallery, data);
  else if (units !== undefined) apply({ ...filters, named: { label, units: unpackSet(units) } });
  else if (discussion !== undefined) {
    apply({ ...filters, discussions: toggled(filters.discussions, Number(discussion), keep) });
  }
}

/** Moves to where the address says: to a comment, or to what it filters by; any other place is the browser's. */
function followAddress(): void {
  const unit = unitOfHash(location.hash);
  if (unit !== null) pane.goTo(pane.numberOf(unit) ?? -1);
  else if (location.hash === "" || location.hash.includes("=")) {
    if (formatHash(filters) !== location.hash) apply(parseHash(location.hash), { history: "none" });
  }
}

function listen(): void {
  listenToFields((change, isTyping) => {
    apply({ ...filters, ...change }, { history: isTyping && typing ? "replace" : "push", scroll: !isTyping });
    typing = isTyping;
  });
  byId("f-text").addEventListener("blur", () => {
    typing = false;
  });
  byId("previous").addEventListener("click", () => pane.walk(-1));
  byId("next").addEventListener("click", () => pane.walk(1));
  byId("only-starred").addEventListener("click", () => apply({ ...filters, starred: !filters.starred }));
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
  document.addEventListener("keydown", ({ key, isComposing }) => {
    if (key === "Escape" && !isComposing && isFiltered(filters)) apply({ ...NO_FILTERS, sort: filters.sort });
  });
  window.addEventListener("popstate", followAddress);
  window.addEventListener("hashchange", followAddress);
  byId("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark =
      root.dataset.theme === undefined
        ? matchMedia("(prefers-color-scheme: dark)").matches
        : root.dataset.theme === "dark";
    root.dataset.theme = dark ? "light" : "dark";
  });
  for (const details of document.querySelectorAll<HTMLDetailsElement>("details.alternative")) {
    details.addEventListener("toggle", () => {
      const box = details.querySelector(".scroll")!;
      const chart = data.charts.find(({ name }) => name === details.dataset.chart)!;
      if (!details.open) box.replaceChildren();
      else if (box.firstChild === null) {
        box.append(
          alternativeTable(chart, drawnValues(chart), data, (row) => choose({ chart: chart.name, row }, false)),
        );
      }
    });
  }
}

/** Shows what an element is folded away in. */
function unfold(element: Element): void {
  for (let box = element.closest("details"); box !== null; box = box.parentElement?.closest("details") ?? null)
    box.open = true;
}

listen();
openRests();
sortTables(document);
markWhereOneIs(document.querySelector<HTMLElement>("nav.contents"));
writeForPaper(pane, gallery, data);
apply(parseHash(location.hash.includes("=") ? location.hash : ""), { history: "none" });
followAddress();
document.documentElement.dataset.ready = "true";
void gallery.start().then(() => {
  document.documentElement.dataset.drawn = "true";
});
