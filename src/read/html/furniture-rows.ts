import { PARAGRAPH } from "./elements.ts";
import { isHidden } from "./hidden.ts";
import { isOutsideBody, ownKind } from "./kinds.ts";
import type { Known } from "./known.ts";
import type { Sums } from "./sums.ts";
import type { HtmlTree } from "./tree.ts";

/** Part of a page's running text from which on a name does not make elements furniture: they are wrappers. */
const WRAPPER = 0.4;
const HIDDEN_WRAPPER = 0.75;
/** Kinds of furniture that are made of links and buttons; running text of some length refutes such a name. */
const LINK_KINDS = new Set(["share", "navigation", "action", "toc", "trackbacks", "pingback"]);
const REFUTED = 100;
const REFUTED_SHARE = 0.7;
/** Kinds that name a place or a money-maker, and so wrap anything; running text among paragraphs is the article's. */
const PLACES = new Set(["sidebar", "advertisement"]);
const SENTENCE = 20;

/** Counts of a page's blocks. */
interface Amounts {
  /** Running text. */
  readonly prose: Sums;
  /** All text. */
  readonly size: Sums;
}

/** Marks the rows that are furniture by name, hidden or read for themselves, but not what they wrap. */
export function furnitureRows(tree: HtmlTree, known: Known, amounts: Amounts): Uint8Array {
  const { length, ends, names } = tree;
  const out = new Uint8Array(length);
  const judge = new FurnitureJudge(tree, known, amounts);
  for (let node = 0; node < length; node++) {
    const name = names[node];
    // The rows of comments hold no blocks.
    if (name === "" || name === "body" || name === "html" || known.inThread(node) || !judge.isFurniture(node)) continue;
    out.fill(1, node, ends[node]!);
    node = ends[node]! - 1;
  }
  return out;
}

/** Judges the elements of a page, asked in their order. */
class FurnitureJudge {
  readonly #tree: HtmlTree;
  readonly #known: Known;
  readonly #prose: Sums;
  readonly #size: Sums;
  readonly #total: number;
  #families: ReadonlyMap<string, number> | null = null;
  /** Where the bodies that the theme names end, of those that have begun. */
  #namedEnd = 0;

  constructor(tree: HtmlTree, known: Known, { prose, size }: Amounts) {
    this.#tree = tree;
    this.#known = known;
    this.#prose = prose;
    this.#size = size;
    this.#total = prose.of(0, tree.length);
  }

  isFurniture(node: number): boolean {
    const tree = this.#tree;
    const { title, isNamed, isApart } = this.#known;
    const end = tree.ends[node]!;
    if (isNamed(node)) this.#namedEnd = Math.max(this.#namedEnd, end);
    if (node === title) return true;
    const words = this.#prose.of(node, end);
    const outside = (words === 0 && this.#isLabel(node)) || isOutsideBody(tree, node);
    const unseen = isHidden(tree, node);
    if (!outside && !unseen && !isApart(node)) return false;
    if (words > this.#total * (unseen ? HIDDEN_WRAPPER : WRAPPER) || holds(tree, node, title)) return false;
    return !outside || unseen || words === 0 || !this.#refutes(node, words);
  }

  /**
   * Within a body that the theme names, the writer chose what stands under the pictures; elsewhere a label or a credit is
   * told from sentences.
   */
  #isLabel(node: number): boolean {
    return node >= this.#namedEnd && ownKind(this.#tree, node) === "caption";
  }

  /** Whether the running text in it, or in all that are called so, refutes a name that makes it furniture. */
  #refutes(node: number, words: number): boolean {
    const tree = this.#tree;
    this.#families ??= familyText(tree, this.#prose);
    if ((this.#families.get(familyOf(tree, node)) ?? 0) > this.#total * WRAPPER) return true;
    if (words < REFUTED_SHARE * this.#size.of(node, tree.ends[node]!)) return false;
    const kind = ownKind(tree, node) ?? "";
    if (words >= REFUTED && LINK_KINDS.has(kind)) return true;
    const isPlace = words >= SENTENCE && PLACES.has(kind) && tree.names[node] !== "aside";
    return isPlace && amongText(tree, node, this.#prose);
  }
}

/** Whether an element holds another. */
export function holds(tree: HtmlTree, outer: number, node: number): boolean {
  return node > outer && node < tree.ends[outer]!;
}

/** Returns how much running text the elements of each class that makes them furniture hold together. */
function familyText(tree: HtmlTree, prose: Sums): Map<string, number> {
  const text = new Map<string, number>();
  const last = new Map<string, number>();
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "" || tree.attributes.get(node, "class") === undefined || !isOutsideBody(tree, node))
      continue;
    const key = familyOf(tree, node);
    if (node < (last.get(key) ?? 0)) continue;
    last.set(key, tree.ends[node]!);
    text.set(key, (text.get(key) ?? 0) + prose.of(node, tree.ends[node]!));
  }
  return text;
}

function familyOf(tree: HtmlTree, node: number): string {
  return `${tree.names[node]} ${tree.attributes.get(node, "class") ?? ""}`;
}

/** Whether it stands in a row of paragraphs and headings: beside one of running text, and beside nothing else. */
function amongText(tree: HtmlTree, node: number, prose: Sums): boolean {
  const near = [elementBefore(tree, node), elementAfter(tree, node)].filter((at) => at >= 0);
  return near.every((at) => PARAGRAPH.has(tree.names[at]!)) && near.some((at) => prose.of(at, tree.ends[at]!) > 0);
}

function elementAfter({ length, names, parents, ends }: HtmlTree, node: number): number {
  let at = ends[node]!;
  while (at < length && names[at] === "" && parents[at] === parents[node]) at++;
  return at < length && parents[at] === parents[node] ? at : -1;
}

function elementBefore({ names, parents }: HtmlTree, node: number): number {
  const parent = parents[node]!;
  for (let at = node - 1; at > parent; at--) {
    while (parents[at] !== parent) at = parents[at]!;
    if (names[at] !== "") return at;
  }
  return -1;
}
