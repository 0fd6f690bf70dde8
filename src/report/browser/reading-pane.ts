import type { Payload, PayloadRow } from "../payload.ts";
import type { Filters } from "./filters.ts";
import { isFiltered } from "./filters.ts";
import { inOrder } from "./order.ts";
import { type Spans, spansToMark } from "./spans-to-mark.ts";
import type { Starred } from "./starred.ts";
import { elementId, type Store } from "./store.ts";
import { showStar, unitView } from "./unit-view.ts";
import { VirtualList } from "./virtual-list.ts";

/** Pixels of a line, and of what stands around the text. */
const [LINE, AROUND] = [27, 62];

interface Parts {
  readonly payload: Payload;
  readonly store: Store;
  readonly starred: Starred;
}

/** A place that a reader walks to: words of a unit. */
interface Hit {
  readonly unit: number;
  /** Number of the words among those of the unit. */
  readonly at: number;
}

/** The pane in which comments are read: those that were chosen, in the chosen order, with the words that were meant. */
export class ReadingPane {
  readonly #parts: Parts;
  readonly #list: VirtualList;
  readonly #numbers: ReadonlyMap<string, number>;
  #units: readonly number[] = [];
  #spans: ReadonlyMap<number, Spans> = new Map();
  #hits: readonly Hit[] = [];
  #at = 0;
  #apart = false;
  #current: { readonly unit: number; readonly at: number | null } | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { columns } = parts.payload;
    this.#numbers = new Map(columns.place.map((place, unit) => [elementId(columns.discussion[unit]!, place), unit]));
    const list = document.getElementById("list")!;
    this.#list = new VirtualList(document.getElementById("units")!, list, {
      make: (unit) => this.#make(unit),
      guess: (unit) => AROUND + LINE * Math.ceil(columns.length[unit]! / Math.max(12, (list.clientWidth - 20) / 15)),
    });
  }

  /** Returns the number of the unit of an element's id. */
  numberOf(element: string): number | undefined {
    return this.#numbers.get(element);
  }

  get hits(): number {
    return this.#hits.length;
  }

  /** Shows the units that pass, in order, with the words behind the chosen marks and those searched for. */
  show(filters: Filters, passing: Uint8Array, chosen: readonly PayloadRow[]): void {
    const { payload, store } = this.#parts;
    // A page that was chosen is read as a page.
    const filtered = isFiltered({ ...filters, discussions: [] });
    const { place, length } = payload.columns;
    // Of one page the heading says what an article without a text would say again.
    const isEmpty = (unit: number) => payload.discussions.length === 1 && place[unit] === 0 && length[unit] === 0;
    const units = [...passing.keys()].filter((unit) => passing[unit] === 1 && store.has(unit) && !isEmpty(unit));
    this.#apart = filtered || filters.sort !== "page";
    this.#units = inOrder(units, payload.columns, { sort: filters.sort, filtered });
    this.#spans = spansToMark(chosen, filters.text, this.#units, (unit) => store.text(unit));
    this.#hits = this.#units.flatMap((unit) => (this.#spans.get(unit) ?? []).map((_, at) => ({ unit, at })));
    this.#at = 0;
    this.#current = null;
    this.#list.show(this.#units);
    this.#tellPlace();
  }

  /** Moves the first of what was chosen to the top, its name and date in sight. */
  toStart(): void {
    const [first] = this.#units;
    if (first === undefined) return;
    const hit = this.#hits[0];
    this.#bring(hit?.unit === first ? hit : { unit: first, at: null }, false);
  }

  walk(step: number): void {
    if (this.#hits.length === 0) return;
    this.#at = (this.#at + step + this.#hits.length) % this.#hits.length;
    this.#bring(this.#hits[this.#at]!, true);
    this.#tellPlace();
  }

  /** Moves to a unit and some of its words, also one that was filtered away. */
  goTo(unit: number, words: readonly [number, number] | null = null): void {
    const { store } = this.#parts;
    if (!store.has(unit)) return;
    const spans = this.#spans.get(unit) ?? [];
    const at = words === null ? null : spans.length;
    if (words !== null) {
      // One place after the other: the last one's highlight goes, but for what a filter has marked.
      if (this.#hits.length === 0) this.#spans = new Map();
      this.#spans = new Map(this.#spans).set(unit, [...(this.#hits.length === 0 ? [] : spans), words]);
    }
    if (!this.#list.has(unit)) this.#units = [...this.#units, unit].sort((a, b) => (this.#apart ? 0 : a - b));
    if (words !== null || !this.#list.has(unit)) this.#list.show(this.#units);
    this.#bring({ unit, at: this.#hits.length === 0 && at !== null ? 0 : at }, true);
    this.#list.element(unit)?.focus({ preventScroll: true });
  }

  /** Shows whether a unit is marked. */
  showStar(unit: number): void {
    const element = this.#list.element(unit);
    if (element !== undefined) showStar(element, this.#parts.payload, this.#parts.starred.has(unit));
  }

  /** Writes what is printed; returns how many units of how many. */
  freeze(most: number): { readonly written: number; readonly all: number } {
    return { written: this.#list.freeze(most), all: this.#units.length };
  }

  thaw(): void {
    this.#list.thaw();
  }

  #make(unit: number): HTMLElement {
    const { payload, store, starred } = this.#parts;
    const spans = this.#spans.get(unit) ?? [];
    const view = unitView(unit, { payload, store, spans, isStarred: starred.has(unit), apart: this.#apart });
    if (this.#current?.unit === unit) this.#frame(view);
    return view;
  }

  #bring(current: { readonly unit: number; readonly at: number | null }, near: boolean): void {
    this.#current = current;
    const read = document.getElementById("read")!;
    // Beside the charts the pane stands still; above them it is off the screen.
    if (read.getBoundingClientRect().top > window.innerHeight / 2) read.scrollIntoView({ behavior: "instant" });
    for (const other of document.querySelectorAll("#list .current")) other.classList.remove("current");
    this.#list.bring(current.unit, (element) => {
      const framed = this.#frame(element);
      return near ? framed : null;
    });
    const element = this.#list.element(current.unit);
    if (element !== undefined) this.#frame(element);
  }

  /** Frames the current words, else the unit. */
  #frame(element: HTMLElement): Element {
    const { at = null } = this.#current ?? {};
    const words = at === null ? null : hitAt(element, this.#spans.get(Number(element.dataset.unit)) ?? [], at);
    const framed = words ?? element;
    framed.classList.add("current");
    return framed;
  }

  #tellPlace(): void {
    document.getElementById("walk")!.hidden = this.#hits.length < 2;
    document.getElementById("place")!.textContent = `${this.#at + 1} / ${this.#hits.length}`;
  }
}

/** Returns the first piece of the words of a number. */
function hitAt(element: HTMLElement, spans: Spans, at: number): Element | null {
  const [start] = spans[at] ?? [];
  if (start === undefined) return null;
  const text = element.querySelector(".text")!;
  let offset = 0;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (offset + node.length > start) return node.parentElement!.closest("mark.hit");
    offset += node.length;
  }
  return null;
}
