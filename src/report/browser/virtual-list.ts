/** Pixels above and below the screen that are written, too. */
const MARGIN = 500;
/** Written wherever the list is, so that it begins somewhere for those who do not scroll. */
const FEWEST = 6;
/** Heights are measured once written; what was guessed wrongly is written again. */
const ROUNDS = 4;

/** What the list is told of its items. */
export interface Items {
  /** Returns an item's element, made anew. */
  readonly make: (item: number) => HTMLElement;
  /** Returns a guess of its height in pixels. */
  readonly guess: (item: number) => number;
}

/**
 * A list of which only those items are nodes that are on the screen or near it, between spacers of the height of the others.
 *
 * It scrolls with an element of its own or with the page. An item that has the focus stays.
 */
export class VirtualList {
  readonly #scroller: HTMLElement;
  readonly #list: HTMLElement;
  readonly #items: Items;
  readonly #heights = new Map<number, number>();
  readonly #nodes = new Map<number, HTMLElement>();
  #shown: readonly number[] = [];
  #places: ReadonlyMap<number, number> = new Map();
  /** Where each item begins, and where the last one ends. */
  #tops: Float64Array = new Float64Array(1);
  #waiting = false;
  #frozen = false;
  #width = 0;

  constructor(scroller: HTMLElement, list: HTMLElement, items: Items) {
    [this.#scroller, this.#list, this.#items] = [scroller, list, items];
    const later = () => {
      if (this.#waiting) return;
      this.#waiting = true;
      requestAnimationFrame(() => {
        this.#waiting = false;
        this.#update();
      });
    };
    scroller.addEventListener("scroll", later, { passive: true });
    window.addEventListener("scroll", later, { passive: true });
    new ResizeObserver(() => {
      if (this.#list.clientWidth === this.#width) return;
      this.#width = this.#list.clientWidth;
      this.#heights.clear();
      later();
    }).observe(list);
    list.addEventListener("keydown", (event) => this.#move(event));
  }

  /** Shows these items, each made anew. */
  show(items: readonly number[]): void {
    const focused = this.#focused();
    this.#shown = items;
    this.#places = new Map(items.map((item, place) => [item, place]));
    this.#nodes.clear();
    this.#list.replaceChildren();
    this.#update();
    if (focused !== null) this.#nodes.get(focused)?.focus({ preventScroll: true });
  }

  has(item: number): boolean {
    return this.#places.has(item);
  }

  /** Returns the element of an item that is near the screen. */
  element(item: number): HTMLElement | undefined {
    return this.#nodes.get(item);
  }

  /** Scrolls to an item; its head comes to the top, or its `part` to the middle where that would be off the screen. */
  bring(item: number, part?: (element: HTMLElement) => Element | null): void {
    const place = this.#places.get(item);
    if (place === undefined) return;
    for (let round = 0; round < ROUNDS; round++) {
      const element = this.#nodes.get(item);
      const top = element?.getBoundingClientRect().top ?? this.#list.getBoundingClientRect().top + this.#tops[place]!;
      const gap = top - this.#clip().top;
      if (element !== undefined && Math.abs(gap) < 2) break;
      this.#scroll(gap);
      this.#update();
    }
    const element = this.#nodes.get(item);
    const target = element === undefined ? null : (part?.(element) ?? null);
    if (target === null) return;
    const [{ top, bottom }, { bottom: end }] = [target.getBoundingClientRect(), this.#clip()];
    if (bottom > end - 40) this.#scroll(top - this.#clip().top - (end - this.#clip().top) / 2);
    this.#update();
  }

  /** Writes the first items, so many at most, until `thaw`: for paper. Returns how many. */
  freeze(most: number): number {
    this.#frozen = true;
    const items = this.#shown.slice(0, most);
    this.#list.replaceChildren(...items.map((item) => this.#node(item)));
    return items.length;
  }

  thaw(): void {
    this.#frozen = false;
    this.#nodes.clear();
    this.#list.replaceChildren();
    this.#update();
  }

  #update(): void {
    if (this.#frozen) return;
    const anchor = this.#anchor();
    for (let round = 0; round < ROUNDS; round++) {
      this.#measure();
      if (!this.#write()) break;
    }
    if (anchor === null || !anchor.element.isConnected) return;
    const moved = anchor.element.getBoundingClientRect().top - anchor.top;
    if (Math.abs(moved) >= 1) this.#scroll(moved);
  }

  /** The first element on the screen, which must not move while heights above it become known. */
  #anchor(): { readonly element: HTMLElement; readonly top: number } | null {
    const { top: edge, bottom: end } = this.#clip();
    for (const element of this.#nodes.values()) {
      const { top, bottom } = element.getBoundingClientRect();
      if (bottom > edge && top < end) return { element, top };
    }
    return null;
  }

  #measure(): void {
    for (const [item, element] of this.#nodes) this.#heights.set(item, element.getBoundingClientRect().height);
    const tops = new Float64Array(this.#shown.length + 1);
    for (const [place, item] of this.#shown.entries()) {
      tops[place + 1] = tops[place]! + (this.#heights.get(item) ?? this.#items.guess(item));
    }
    this.#tops = tops;
  }

  /** Writes what is near the screen; whether anything changed. */
  #write(): boolean {
    const { top, bottom } = this.#clip();
    const start = this.#list.getBoundingClientRect().top;
    const last = this.#shown.length;
    let from = this.#placeAt(top - start - MARGIN);
    let to = Math.min(last, this.#placeAt(bottom - start + MARGIN) + 1);
    if (to - from < FEWEST) [from, to] = [Math.max(0, Math.min(from, last - FEWEST)), Math.min(last, from + FEWEST)];
    const places = Array.from({ length: to - from }, (_, i) => from + i);
    const focused = this.#places.get(this.#focused() ?? -1);
    if (focused !== undefined && (focused < from || focused >= to)) places.push(focused);
    places.sort((a, b) => a - b);
    const wanted = places.map((place) => this.#shown[place]!);
    const changed = wanted.length !== this.#nodes.size || wanted.some((item) => !this.#nodes.has(item));
    const kept = new Set(wanted);
    for (const [item, element] of this.#nodes) {
      if (kept.has(item)) continue;
      element.remove();
      this.#nodes.delete(item);
    }
    for (const spacer of this.#list.querySelectorAll(":scope > .spacer")) spacer.remove();
    let before: Element | null = null;
    let done = 0;
    const put = (node: Element) => {
      const next: Element | null = before === null ? this.#list.firstElementChild : before.nextElementSibling;
      // Moving an element that has the focus would take it away.
      if (next !== node) this.#list.insertBefore(node, next);
      before = node;
    };
    for (const place of places) {
      if (place > done) put(spacer(this.#tops[place]! - this.#tops[done]!));
      put(this.#node(this.#shown[place]!));
      done = place + 1;
    }
    if (done < last) put(spacer(this.#tops[last]! - this.#tops[done]!));
    return changed;
  }

  #node(item: number): HTMLElement {
    const known = this.#nodes.get(item);
    if (known !== undefined) return known;
    const element = this.#items.make(item);
    element.setAttribute("aria-posinset", String(this.#places.get(item)! + 1));
    element.setAttribute("aria-setsize", String(this.#shown.length));
    this.#nodes.set(item, element);
    return element;
  }

  #placeAt(offset: number): number {
    let [low, high] = [0, this.#shown.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#tops[middle + 1]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The stretch of the screen in which the list can be seen. */
  #clip(): { readonly top: number; readonly bottom: number } {
    if (!this.#scrolls()) return { top: 0, bottom: window.innerHeight };
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    return { top, bottom };
  }

  #scrolls(): boolean {
    return getComputedStyle(this.#scroller).overflowY === "auto";
  }

  #scroll(by: number): void {
    if (this.#scrolls()) this.#scroller.scrollTop += by;
    else window.scrollBy({ top: by, behavior: "instant" });
  }

  #focused(): number | null {
    const active = document.activeElement;
    if (active === null || !this.#list.contains(active)) return null;
    for (const [item, element] of this.#nodes) if (element.contains(active)) return item;
    return null;
  }

  /** In a feed, Page Down and Page Up go from one item to the next. */
  #move(event: KeyboardEvent): void {
    const step = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : 0;
    const place = this.#places.get(this.#focused() ?? -1);
    const next = place === undefined || step === 0 ? undefined : this.#shown[place + step];
    if (next === undefined) return;
    event.preventDefault();
    this.bring(next);
    this.#nodes.get(next)?.focus({ preventScroll: true });
  }
}

function spacer(height: number): HTMLElement {
  const element = document.createElement("div");
  element.className = "spacer";
  element.setAttribute("aria-hidden", "true");
  element.style.height = `${height}px`;
  return element;
}
