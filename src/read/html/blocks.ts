import { isWide } from "./blanks.ts";
import { BLOCK, PARAGRAPH, UNSEEN } from "./elements.ts";
import { type HtmlTree, textOf } from "./tree.ts";

/** A Latin letter says less than a kana or kanji: five make about two of those. */
const NARROW = 0.4;
/** Rows of an anchor that are looked at; more would make a hostile page slow. */
const NEAR = 16;
const PARTS = new Set(["td", "th"]);
const READINGS = new Set(["rt", "rp", "rtc"]);

/**
 * The runs of text of a page that no block's edge interrupts, as columns in the order of the source: a paragraph, a
 * heading, a list item, a cell, the text of a `div`, what stands between two double `<br>`.
 */
export interface Blocks {
  readonly length: number;
  /** The block of each text row; -1 for none. */
  readonly of: Int32Array;
  /** How many blocks begin before each row, and before the end. */
  readonly starts: Int32Array;
  /** First row, and the row after the last. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The innermost block element about it; -1 for none. */
  readonly owner: readonly number[];
  /** How many characters that are no white space it has outside links. */
  readonly characters: readonly number[];
  /** Its length in wide characters, and the length of what is linked. */
  readonly size: readonly number[];
  readonly linked: readonly number[];
  /** How many ends of sentences and how many commas it has. */
  readonly ends: readonly number[];
  readonly commas: readonly number[];
}

/** Divides a page into blocks; `left` says which subtrees are left out. One pass, linear in the page. */
export function blocksOf(tree: HtmlTree, left: (node: number) => boolean): Blocks {
  const division = new Division(tree);
  for (let node = 0; node < tree.length; ) {
    const name = tree.names[node]!;
    division.closeUntil(node);
    if (name === "") division.addText(node++);
    else if (UNSEEN.has(name) || left(node)) node = tree.ends[node]!;
    else node = division.enter(node, name);
  }
  division.countStarts();
  return division;
}

/** A page divided so far. */
class Division implements Blocks {
  readonly of: Int32Array;
  readonly starts: Int32Array;
  readonly from: number[] = [];
  readonly to: number[] = [];
  readonly owner: number[] = [];
  readonly size: number[] = [];
  readonly linked: number[] = [];
  readonly characters: number[] = [];
  readonly ends: number[] = [];
  readonly commas: number[] = [];
  readonly #tree: HtmlTree;
  /** Block elements that are open, innermost last. */
  readonly #open: number[] = [];
  /** The block that text goes to; -1 where the next begins one. */
  #current = -1;
  /** Line breaks since the last text. */
  #breaks = 0;
  #linkEnd = 0;

  constructor(tree: HtmlTree) {
    this.#tree = tree;
    this.of = new Int32Array(tree.length).fill(-1);
    this.starts = new Int32Array(tree.length + 1);
  }

  get length(): number {
    return this.from.length;
  }

  closeUntil(node: number): void {
    const { ends } = this.#tree;
    while (this.#open.length > 0 && ends[this.#open.at(-1)!]! <= node) {
      this.#open.pop();
      this.#current = -1;
    }
  }

  /** Returns the row to go on at: the next one, or the end of a reading, which is no text of its own. */
  enter(node: number, name: string): number {
    const end = this.#tree.ends[node]!;
    if (READINGS.has(name)) {
      if (this.#current >= 0) this.to[this.#current] = end;
      return end;
    }
    if (name === "br") {
      if (++this.#breaks === 2) this.#current = -1;
    } else if (BLOCK.has(name) || PARAGRAPH.has(name) || PARTS.has(name)) {
      this.#current = -1;
      this.#open.push(node);
    } else if (name === "a" && isLink(this.#tree, node)) this.#linkEnd = Math.max(this.#linkEnd, end);
    return node + 1;
  }

  addText(node: number): void {
    const counts = countText(textOf(this.#tree, node));
    if (counts.size === 0) return;
    this.#breaks = 0;
    if (this.#current < 0) this.#begin(node);
    const block = this.#current;
    this.of[node] = block;
    this.to[block] = node + 1;
    this.size[block]! += counts.size;
    if (node < this.#linkEnd) {
      this.linked[block]! += counts.size;
      return;
    }
    this.characters[block]! += counts.characters;
    this.ends[block]! += counts.ends;
    this.commas[block]! += counts.commas;
  }

  countStarts(): void {
    for (let row = 0, block = 0; row < this.starts.length; row++) {
      this.starts[row] = block;
      if (this.from[block] === row) block++;
    }
  }

  #begin(node: number): void {
    this.#current = this.from.push(node) - 1;
    this.owner.push(this.#open.at(-1) ?? -1);
    this.to.push(0);
    this.size.push(0);
    this.linked.push(0);
    this.characters.push(0);
    this.ends.push(0);
    this.commas.push(0);
  }
}

/** Whether an anchor is a link: one that leads nowhere and holds boxes or paragraphs only reacts to a click. */
function isLink(tree: HtmlTree, node: number): boolean {
  const href = tree.attributes.get(node, "href");
  if (href === undefined) return false;
  if (!/^\s*(?:#?\s*$|javascript:)/i.test(href)) return true;
  for (let at = node + 1; at < Math.min(tree.ends[node]!, node + NEAR); at++)
    if (PARAGRAPH.has(tree.names[at]!) || tree.names[at] === "div") return false;
  return true;
}

/** What a code unit may be beside a letter. */
const [BLANK, END, COMMA, POINT] = [1, 2, 3, 4];
const MARKS = new Uint8Array(65536).fill(BLANK, 0, 33);
for (const [marks, kind] of [
  ["\u00a0\u3000", BLANK],
  ["。！？．", END],
  ["、，,", COMMA],
  [".!?", POINT],
] as const)
  for (const mark of marks) MARKS[mark.charCodeAt(0)] = kind;
/** What may stand behind a point that ends a sentence, beside white space. */
const CLOSING = "\"'”’\u00a0";

/** A point inside a number or an address ends nothing. */
function endsBefore(text: string, next: number): boolean {
  return next >= text.length || text.charCodeAt(next) <= 32 || CLOSING.includes(text[next]!);
}

function countText(text: string): { size: number; characters: number; ends: number; commas: number } {
  let wide = 0;
  let narrow = 0;
  let ends = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const mark = MARKS[unit];
    if (mark === BLANK) continue;
    if (mark === COMMA) commas++;
    else if (mark === END || (mark === POINT && endsBefore(text, at + 1))) ends++;
    if (isWide(unit)) wide++;
    else narrow++;
  }
  return { size: wide + narrow * NARROW, characters: wide + narrow, ends, commas };
}
