import { foldText } from "./fold.ts";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

/** The articles and comments as they were written into the page: text, of which nodes are made when they are looked at. */
export class Store {
  readonly #pieces: readonly string[];
  /** Place in the store of each unit; -1 for one that the file does not have. */
  readonly #places: readonly number[];
  readonly #texts: (string | undefined)[] = [];
  readonly #folded: (string | undefined)[] = [];

  constructor(markup: string, units: number, stored: readonly number[] | null) {
    this.#pieces = markup.split("<!--unit-->");
    const places = new Map((stored ?? []).map((unit, place) => [unit, place]));
    this.#places = Array.from({ length: units }, (_, unit) => (stored === null ? unit : (places.get(unit) ?? -1)));
  }

  has(unit: number): boolean {
    return (this.#places[unit] ?? -1) >= 0;
  }

  /** Returns a unit's element, made anew. */
  make(unit: number): HTMLElement {
    const template = document.createElement("template");
    template.innerHTML = this.#piece(unit);
    // Each piece begins with the element of its unit.
    const element = template.content.firstElementChild as HTMLElement;
    element.tabIndex = -1;
    return element;
  }

  /** Returns the text of a unit, as long as the words of its element. */
  text(unit: number): string {
    this.#texts[unit] ??= textOf(this.#piece(unit));
    return this.#texts[unit];
  }

  /** Returns the text of a unit as it is searched; null for one that the file does not have. */
  folded(unit: number): string | null {
    if (!this.has(unit)) return null;
    this.#folded[unit] ??= foldText(this.text(unit));
    return this.#folded[unit];
  }

  #piece(unit: number): string {
    return this.#pieces[this.#places[unit]!]!;
  }
}

/** Inside a text there are spans alone, and every other `<` and `>` is escaped. */
function textOf(piece: string): string {
  const start = piece.indexOf('<div class="text"');
  const inner = piece.slice(piece.indexOf(">", start) + 1, piece.indexOf("</div>", start));
  return inner
    .replace(/<[^>]*>/gu, "")
    .replace(/&(?:#(\d+)|(\w+));/gu, (_, code, name) => (code ? String.fromCharCode(Number(code)) : NAMED[name]!));
}

/** Returns the id of a unit's element. */
export function elementId(discussion: number, place: number): string {
  return `d${discussion}-${place === 0 ? "article" : `c${place}`}`;
}
