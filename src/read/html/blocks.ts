import { isWide } from "./blanks.ts";
import { BLOCK, PARAGRAPH, UNSEEN } from "./text.ts";
import { type HtmlTree, textOf } from "./tree.ts";

/** A Latin letter says less than a kana or kanji: five make about two of those. */
const NARROW = 0.4;
/** Rows of an anchor that are looked at; more would make a hostile page slow. */
const NEAR = 16;
const PARTS = new Set(["td", "th"]);

/**
 * The runs of text of a page that no block's edge interrupts, as columns in the order of the source: a paragraph, a
 * heading, a list item, a cell, the text of a `div`, what stands between two double `<br>`.
 */
export interface Blocks {
  readonly length: number;
  /** The block of each text row; -1 for none. */
  readonly of: Int32Array;
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
  const { names, ends: treeEnds, length } = tree;
  const of = new Int32Array(length).fill(-1);
  const from: number[] = [];
  const to: number[] = [];
  const owner: number[] = [];
  const size: number[] = [];
  const linked: number[] = [];
  const characters: number[] = [];
  const ends: number[] = [];
  const commas: number[] = [];
  const open: number[] = [];
  let current = -1;
  let breaks = 0;
  let linkEnd = 0;
  for (let node = 0; node < length; node++) {
    while (open.length > 0 && treeEnds[open.at(-1)!]! <= node) {
      open.pop();
      current = -1;
    }
    const name = names[node]!;
    if (name !== "") {
      if (UNSEEN.has(name) || left(node)) {
        node = treeEnds[node]! - 1;
      } else if (name === "rt" || name === "rp" || name === "rtc") {
        if (current >= 0) to[current] = treeEnds[node]!;
        node = treeEnds[node]! - 1;
      } else if (name === "br") {
        if (++breaks === 2) current = -1;
      } else if (BLOCK.has(name) || PARAGRAPH.has(name) || PARTS.has(name)) {
        current = -1;
        open.push(node);
      } else if (name === "a" && isLink(tree, node)) {
        linkEnd = Math.max(linkEnd, treeEnds[node]!);
      }
      continue;
    }
    const text = textOf(tree, node);
    const counts = countText(text);
    if (counts.size === 0) continue;
    breaks = 0;
    if (current < 0) {
      current = from.push(node) - 1;
      owner.push(open.at(-1) ?? -1);
      to.push(0);
      size.push(0);
      linked.push(0);
      characters.push(0);
      ends.push(0);
      commas.push(0);
    }
    of[node] = current;
    to[current] = node + 1;
    size[current]! += counts.size;
    if (node < linkEnd) linked[current]! += counts.size;
    else {
      characters[current]! += counts.characters;
      ends[current]! += counts.ends;
      commas[current]! += counts.commas;
    }
  }
  return { length: from.length, of, from, to, owner, size, linked, characters, ends, commas };
}

/** Whether an anchor is a link: one that leads nowhere and holds boxes or paragraphs only reacts to a click. */
function isLink(tree: HtmlTree, node: number): boolean {
  const { href } = tree.attributes[node]!;
  if (href === undefined) return false;
  if (!/^\s*(?:#?\s*$|javascript:)/i.test(href)) return true;
  for (let at = node + 1; at < Math.min(tree.ends[node]!, node + NEAR); at++)
    if (PARAGRAPH.has(tree.names[at]!) || tree.names[at] === "div") return false;
  return true;
}

function countText(text: string): { size: number; characters: number; ends: number; commas: number } {
  let wide = 0;
  let narrow = 0;
  let ends = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit <= 32 || unit === 0xa0 || unit === 0x3000) continue;
    if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff0e) ends++;
    else if (unit === 0x3001 || unit === 0xff0c || unit === 0x2c) commas++;
    else if (unit === 0x2e || unit === 0x21 || unit === 0x3f) {
      // A point inside a number or an address ends nothing.
      const next = text.charCodeAt(at + 1);
      if (!(next > 32) || next === 0x22 || next === 0x27 || next === 0x201d || next === 0x2019 || next === 0xa0) ends++;
    }
    if (isWide(unit)) wide++;
    else narrow++;
  }
  return { size: wide + narrow * NARROW, characters: wide + narrow, ends, commas };
}
