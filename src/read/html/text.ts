import type { Link, Ruby } from "../../model/discussion.ts";
import { isHidden } from "./hidden.ts";
import { imageText } from "./inline-image.ts";
import { Lines, type Mark, TOP } from "./lines.ts";
import { OpenRuby } from "./ruby.ts";
import { attribute, type HtmlTree, textOf } from "./tree.ts";

/** Elements that begin a line of their own. */
export const BLOCK: ReadonlySet<string> = new Set(
  "address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr html legend li main menu nav ol optgroup option search section summary table tbody thead tfoot tr ul caption".split(
    " ",
  ),
);
/** Elements with a blank line about them. */
export const PARAGRAPH: ReadonlySet<string> = new Set("p h1 h2 h3 h4 h5 h6 blockquote pre listing xmp".split(" "));
/** Elements whose text is not shown. */
export const UNSEEN: ReadonlySet<string> = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "iframe",
  "textarea",
  "select",
  "head",
  "title",
  "svg",
]);
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
export function flatten(
  tree: HtmlTree,
  from: number,
  to: number,
  { skip, leave, take, hidden = (node) => isHidden(tree, node) }: Walk = {},
): FlatText {
  const out = new Lines();
  const open: Open[] = [];
  const links: Link[] = [];
  const ruby: Ruby[] = [];
  const rubies: OpenRuby[] = [];
  let pre = 0;
  const closeUntil = (node: number): void => {
    while (open.length > 0 && open.at(-1)!.end <= node) {
      const { kind, name, start } = open.pop()!;
      if (kind === "link") {
        const end = out.length;
        const begin = out.startOf(start);
        if (end > begin) links.push({ start: begin, end, url: name });
      } else if (kind === "ruby") rubies.pop()?.flush();
      else if (kind === "rb") rubies.at(-1)?.base();
      else out.block(kind);
      if (kind === 2 && pre > 0 && name === "pre") pre--;
    }
  };
  const push = (node: number, kind: Open["kind"], name: string, start = TOP): void => {
    open.push({ end: tree.ends[node]!, kind, name, start });
  };
  for (let node = from; node < to; node++) {
    closeUntil(node);
    const name = tree.names[node]!;
    if (name === "") {
      if (skip?.(node) === true || leave?.(node) === true) continue;
      const text = textOf(tree, node);
      // White space between the parts of a reading is that of the source alone.
      const bare = rubies.length > 0 && tree.names[tree.parents[node]!] === "ruby";
      if (bare && text.trim() !== "") rubies.at(-1)!.base();
      if (pre > 0) out.verbatim(text);
      else if (!bare || text.trim() !== "") out.inline(text);
      take?.(node, "body");
      continue;
    }
    if (UNSEEN.has(name) || skip?.(node) === true || hidden(node)) {
      if (BLOCK.has(name)) out.block(1);
      node = tree.ends[node]! - 1;
      continue;
    }
    if (READINGS.has(name)) {
      if (name !== "rp") rubies.at(-1)?.read(readingOf(tree, node), name === "rtc");
      for (let at = node + 1; at < tree.ends[node]!; at++) if (tree.names[at] === "") take?.(at, "reading");
      node = tree.ends[node]! - 1;
    } else if (name === "br") out.break();
    else if (name === "img") {
      const text = imageText(tree, node);
      if (text !== "") out.inline(text);
    } else if (name === "ruby") {
      rubies.push(new OpenRuby(out, ruby));
      push(node, "ruby", name);
    } else if (name === "rb" && rubies.length > 0) {
      rubies.at(-1)!.base();
      push(node, "rb", name);
    } else if (name === "td" || name === "th") out.cell();
    else if (PARAGRAPH.has(name) || BLOCK.has(name)) {
      const kind = PARAGRAPH.has(name) ? 2 : 1;
      out.block(kind);
      if (name === "pre") pre++;
      push(node, kind, name);
    } else if (name === "a") {
      const url = attribute(tree, node, "href");
      if (url !== null && url !== "" && !NO_PAGE.test(url)) push(node, "link", url, out.mark());
    }
  }
  closeUntil(to);
  links.sort((a, b) => a.start - b.start || b.end - a.end);
  ruby.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text: out.text(), links, ruby };
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
