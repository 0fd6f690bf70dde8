import type { View } from "vega";
import type { Payload, PayloadRow } from "../payload.ts";
import { alternativeTable } from "./alternative.ts";
import { type ChosenMark, type Filters, foldText, formatHash, NO_FILTERS, parseHash } from "./filters.ts";
import { clearHighlights, highlight } from "./highlight.ts";
import { matchingUnits } from "./matching.ts";
import { drawChart, fitWidth } from "./pictures.ts";

const MOST_HIGHLIGHTS = 2000;
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

/** Makes the page show what the filters say; `push` writes them to the address. */
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
  showChips();
  showControls();
  showChosen();
  if (push) history.replaceState(null, "", `${location.pathname}${location.search}${formatHash(filters)}`);
  if (scroll && active) goToStart();
}

/** Tells the browser how much room a list off the screen may take: an empty one none. */
function fitList(list: HTMLElement, comments: number): void {
  list.hidden = comments === 0;
  list.style.containIntrinsicBlockSize = `${comments * COMMENT_HEIGHT}rem`;
}

/** Highlights the words behind the chosen marks and those searched for. */
function markWords(chosen: readonly PayloadRow[], passing: Uint8Array): void {
  clearHighlights(units);
  hits = [];
  const spans = new Map<number, [number, number][]>();
  let count = 0;
  for (const { spans: places } of chosen) {
    for (let i = 0; i < places.length && count < MOST_HIGHLIGHTS; i += 3) {
      const [index, start, end] = [places[i]!, places[i + 1]!, places[i + 2]!];
      if (passing[index] === 0) continue;
      spans.set(index, [...(spans.get(index) ?? []), [start, end]]);
      count++;
    }
  }
  if (filters.text !== "") {
    for (let index = 0; index < passing.length && count < MOST_HIGHLIGHTS; index++) {
      if (passing[index] === 0) continue;
      for (const range of plainOccurrences(bodies[index]!.textContent!, filters.text)) {
        spans.set(index, [...(spans.get(index) ?? []), range]);
        count++;
      }
    }
  }
  for (const index of [...spans.keys()].sort((a, b) => a - b)) {
    for (const [start, end] of spans.get(index)!.sort((a, b) => a[0] - b[0])) {
      const hit = highlight(bodies[index]!, start, end);
      if (hit !== null) hits.push(hit);
    }
  }
  hitAt = 0;
  byId("walk").hidden = hits.length < 2;
  byId("place").textContent = `1 / ${hits.length}`;
}

function plainOccurrences(text: string, words: string): [number, number][] {
  const [whole, wanted] = [text.toLowerCase(), words.toLowerCase()];
  // Lower case can change the length of a text (İ); offsets would no longer fit.
  if (whole.length !== text.length) return [];
  const found: [number, number][] = [];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) {
    found.push([at, at + wanted.length]);
  }
  return found;
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

function showChips(): void {
  const { words, charts } = data;
  const chips: (readonly [string, Filters])[] = filters.marks.map((mark) => {
    const { title, columns } = charts.find(({ name }) => name === mark.chart)!;
    const row = valuesOf.get(mark.chart)![mark.row]!;
    const told = columns.slice(0, 1).map(({ field }) => String(row[field] ?? "–"));
    const marks = filters.marks.filter((other) => other !== mark);
    return [`${title.split(/[：:]/)[0]}: ${told.join("")}`, { ...filters, marks }];
  });
  const { person, sentiment, votes, author, discussion, text } = filters;
  if (person !== null) chips.push([`${words.person}: ${person}`, { ...filters, person: null }]);
  if (sentiment !== null) {
    const names: Readonly<Record<string, string>> = words.sentiments;
    chips.push([`${words.sentiment}: ${names[sentiment] ?? sentiment}`, { ...filters, sentiment: null }]);
  }
  if (votes !== null) chips.push([`${words.fewestVotes}: ${votes}`, { ...filters, votes: null }]);
  if (author !== null) chips.push([`${words.author}: ${author}`, { ...filters, author: null }]);
  if (discussion !== null) chips.push([`${words.discussion}: ${discussion + 1}`, { ...filters, discussion: null }]);
  if (text !== "") chips.push([`${words.search}: ${text}`, { ...filters, text: "" }]);
  const buttons = chips.map(([label, without]) => chip(`${label} ×`, () => apply(without)));
  if (chips.length > 0) buttons.push(chip(words.clear, () => apply(NO_FILTERS), "clear"));
  byId("chips").replaceChildren(...buttons);
}

function chip(label: string, act: () => void, className = "chip"): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.dir = "auto";
  button.textContent = label;
  button.addEventListener("click", act);
  return button;
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
    if (last !== undefined) byId(`chart-${last.chart}`).scrollIntoView({ block: "start", behavior: "instant" });
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
      target.scrollIntoView({ block: "start", behavior: "instant" });
      return;
    }
    target.hidden = false;
    target.closest<HTMLElement>(".comments")?.removeAttribute("hidden");
    const [start, end] = (s ?? "").split("-").map(Number);
    const hit = s === undefined ? null : highlight(target.querySelector(".text")!, start!, end!);
    bring(hit ?? target);
    return;
  }
  const name = e === undefined ? undefined : data.entities[e];
  if (name !== undefined) apply({ ...filters, person: filters.person === name ? null : name });
}

/** Draws the charts that are on the screen, then the others one after another while nothing else waits. */
async function draw(): Promise<void> {
  const drawn: (readonly [View, HTMLElement])[] = [];
  const places = data.charts.map((chart) => {
    const element = document.querySelector<HTMLElement>(`.picture[data-chart="${chart.name}"]`)!;
    return { chart, element, visible: element.getBoundingClientRect().top < window.innerHeight };
  });
  const one = async ({ chart, element }: (typeof places)[number]) => {
    drawn.push([await drawChart(chart, element, (row, keep) => choose({ chart: chart.name, row }, keep)), element]);
  };
  for (const place of places.filter(({ visible }) => visible)) await one(place);
  document.documentElement.dataset.ready = "true";
  for (const place of places.filter(({ visible }) => !visible)) {
    await new Promise((resolve) => setTimeout(resolve));
    await one(place);
  }
  showChosen();
  document.documentElement.dataset.drawn = "true";
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    for (const [view, element] of drawn) {
      fitWidth(view, element);
      void view.runAsync();
    }
  });
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
apply(parseHash(location.hash), { push: false });
void draw();
