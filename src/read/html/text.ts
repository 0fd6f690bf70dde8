import type { Link, Ruby } from "../../model/discussion.ts";
import type { Range } from "../../model/span.ts";
import { BLOCK, PARAGRAPH, UNSEEN } from "./elements.ts";
import { isHidden } from "./hidden.ts";
import { imageText } from "./inline-image.ts";
import { Lines, type Mark, TOP } from "./lines.ts";
import { OpenRuby } from "./ruby.ts";
import { attribute, type HtmlTree, textOf } from "./tree.ts";

const READINGS = new Set(["rt", "rp", "rtc"]);

/** Addresses that lead to no page: a place on this one, a script, and what is somebody's own (mail, telephone). */
const NO_PAGE = /^\s*(?:#|javascript:|mailto:|tel:|sms:)/i;

/** The text of a part of a page, the links in it and the readings printed beside its words. */
export interface FlatText {
  readonly text: string;
  readonly links: readonly Link[];
  readonly ruby: readonly Ruby[];
}

/** What to do with nodes on the way. */
export interface Walk {
  /** Passes over a whole subtree or a text node, which stays for others to take. */
  skip?(node: number): boolean;
  /** Leaves out a text node, which stays for others to take. */
  leave?(node: number): boolean;
  /** Is told of every text node that goes into the text or is a reading of its words. */
  take?(node: number, reason: "body" | "reading"): void;
  /** Whether an element is not shown; by default what it says of itself. */
  hidden?(node: number): boolean;
}

/** What is open: a block, paragraph, link, `ruby` or base of one; they end at a row, innermost last. */
interface Open {
  readonly end: number;
  readonly kind: 1 | 2 | "link" | "ruby" | "rb";
  readonly name: string;
  readonly start: Mark;
}

/**
 * Flattens the rows `[from, to)` to text: `<br>` is one line break, a paragraph one blank line, another block a new
 * line, a table cell a tab; runs of white space are one space, but not in `pre`. An emoji image counts as its `alt`.
 * Readings (`rt`) are no part of the text and are given beside it.
 */
export function flatten(tree: HtmlTree, from: number, to: number, walk: Walk = {}): FlatText {
  return new Flattening(tree, walk).run(from, to);
}

/** A text being flattened, with what is open on the way. */
class Flattening {
  readonly #tree: HtmlTree;
  readonly #walk: Walk;
  readonly #out = new Lines();
  readonly #open: Open[] = [];
  readonly #links: Link[] = [];
  readonly #ruby: Ruby[] = [];
  readonly #rubies: OpenRuby[] = [];
  /** How many `pre` are open. */
  #pre = 0;

  constructor(tree: HtmlTree, walk: Walk) {
    this.#tree = tree;
    this.#walk = walk;
  }

  run(from: number, to: number): FlatText {
    const { names } = this.#tree;
    for (let node = from; node < to; ) {
      this.#closeUntil(node);
      const name = names[node]!;
      if (name === "") this.#addText(node);
      node = name === "" ? node + 1 : this.#enter(node, name);
    }
    this.#closeUntil(to);
    return { text: this.#out.text(), links: inOrder(this.#links), ruby: inOrder(this.#ruby) };
  }

  #addText(node: number): void {
    const { skip, leave, take } = this.#walk;
    if (skip?.(node) === true || leave?.(node) === true) return;
    const tree = this.#tree;
    const text = textOf(tree, node);
    // White space between the parts of a reading is that of the source alone.
    const bare = this.#rubies.length > 0 && tree.names[tree.parents[node]!] === "ruby";
    const blank = bare && text.trim() === "";
    if (bare && !blank) this.#rubies.at(-1)!.base();
    if (this.#pre > 0) this.#out.verbatim(text);
    else if (!blank) this.#out.inline(text);
    take?.(node, "body");
  }

  /** Returns the row to go on at: the next one, or the end of a subtree that is done with. */
  #enter(node: number, name: string): number {
    const end = this.#tree.ends[node]!;
    if (this.#isPassedOver(node, name)) {
      if (BLOCK.has(name)) this.#out.block(1);
      return end;
    }
    if (READINGS.has(name)) {
      this.#addReading(node, name);
      return end;
    }
    this.#begin(node, name);
    return node + 1;
  }

  #isPassedOver(node: number, name: string): boolean {
    if (UNSEEN.has(name) || this.#walk.skip?.(node) === true) return true;
    const { hidden } = this.#walk;
    return hidden === undefined ? isHidden(this.#tree, node) : hidden(node);
  }

  #addReading(node: number, name: string): void {
    const tree = this.#tree;
    if (name !== "rp") this.#rubies.at(-1)?.read(readingOf(tree, node), name === "rtc");
    const { take } = this.#walk;
    if (take === undefined) return;
    for (let at = node + 1; at < tree.ends[node]!; at++) if (tree.names[at] === "") take(at, "reading");
  }

  #begin(node: number, name: string): void {
    switch (name) {
      case "br":
        this.#out.break();
        break;
      case "img":
        this.#addImage(node);
        break;
      case "ruby":
        this.#rubies.push(new OpenRuby(this.#out, this.#ruby));
        this.#push(node, "ruby", name);
        break;
      case "rb":
        if (this.#rubies.length === 0) break;
        this.#rubies.at(-1)!.base();
        this.#push(node, "rb", name);
        break;
      case "td":
      case "th":
        this.#out.cell();
        break;
      case "a":
        this.#beginLink(node);
        break;
      default:
        if (PARAGRAPH.has(name)) this.#beginBlock(node, 2, name);
        else if (BLOCK.has(name)) this.#beginBlock(node, 1, name);
    }
  }

  #addImage(node: number): void {
    const text = imageText(this.#tree, node);
    if (text !== "") this.#out.inline(text);
  }

  #beginLink(node: number): void {
    const url = attribute(this.#tree, node, "href");
    if (url !== null && url !== "" && !NO_PAGE.test(url)) this.#push(node, "link", url, this.#out.mark());
  }

  #beginBlock(node: number, kind: 1 | 2, name: string): void {
    this.#out.block(kind);
    if (name === "pre") this.#pre++;
    this.#push(node, kind, name);
  }

  #push(node: number, kind: Open["kind"], name: string, start = TOP): void {
    this.#open.push({ end: this.#tree.ends[node]!, kind, name, start });
  }

  #closeUntil(node: number): void {
    const open = this.#open;
    while (open.length > 0 && open.at(-1)!.end <= node) this.#close(open.pop()!);
  }

  #close({ kind, name, start }: Open): void {
    if (kind === "link") {
      const end = this.#out.length;
      const begin = this.#out.startOf(start);
      if (end > begin) this.#links.push({ start: begin, end, url: name });
    } else if (kind === "ruby") this.#rubies.pop()?.flush();
    else if (kind === "rb") this.#rubies.at(-1)?.base();
    else this.#out.block(kind);
    if (kind === 2 && this.#pre > 0 && name === "pre") this.#pre--;
  }
}

const NONE: readonly never[] = Object.freeze([]);

/** Most texts of a long page hold none: one list does for them. */
function inOrder<Marked extends Range>(marks: Marked[]): readonly Marked[] {
  return marks.length === 0 ? NONE : marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The words of a reading, without the brackets for old browsers. */
function readingOf(tree: HtmlTree, node: number): string {
  const parts: string[] = [];
  for (let at = node + 1; at < tree.ends[node]!; at++) {
    if (tree.names[at] === "rp") at = tree.ends[at]! - 1;
    else if (tree.names[at] === "") parts.push(textOf(tree, at));
  }
  return parts.join("").replace(/\s+/g, " ").trim();
}
