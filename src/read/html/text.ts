import type { Link } from "../../model/discussion.ts";
import { attribute, type HtmlTree, hasClass, textOf } from "./tree.ts";

const BLOCK = new Set(
  "address article aside body dd details div dl dt fieldset figcaption figure footer form header hr li main nav ol section table tbody thead tfoot tr ul caption option".split(
    " ",
  ),
);
const PARAGRAPH = new Set("p h1 h2 h3 h4 h5 h6 blockquote pre".split(" "));
const UNSEEN = new Set(["script", "style", "template", "noscript", "iframe", "textarea", "select", "head", "title"]);
const LEAD = /^[ \t\r\n\f]+/;

/** The text of a part of a page, and the links in it. */
export interface FlatText {
  readonly text: string;
  readonly links: readonly Link[];
}

/** What to do with nodes on the way. */
export interface Walk {
  /** Passes over a whole subtree, which stays for others to take. */
  skip?(node: number): boolean;
  /** Leaves out a text node, which stays for others to take. */
  leave?(node: number): boolean;
  /** Is told of every text node that goes into the text. */
  take?(node: number): void;
}

/**
 * Flattens the rows `[from, to)` to text: `<br>` is one line break, a paragraph one blank line, another block a new
 * line; runs of white space are one space, but not in `pre`. An emoji image counts as its `alt`.
 */
export function flatten(tree: HtmlTree, from: number, to: number, { skip, leave, take }: Walk = {}): FlatText {
  const out = new Lines();
  /** Rows at which open blocks, links and `pre` end, innermost last. */
  const open: { end: number; kind: 1 | 2 | 3; url: string; start: Mark }[] = [];
  const links: Link[] = [];
  let pre = 0;
  const closeUntil = (node: number): void => {
    while (open.length > 0 && open.at(-1)!.end <= node) {
      const { kind, url, start } = open.pop()!;
      if (kind === 3) {
        const end = out.length;
        const begin = out.startOf(start);
        if (end > begin) links.push({ start: begin, end, url });
      } else out.block(kind);
      if (kind === 2 && pre > 0 && url === "pre") pre--;
    }
  };
  for (let node = from; node < to; node++) {
    closeUntil(node);
    const name = tree.names[node]!;
    if (name === "") {
      if (leave?.(node) === true) continue;
      const text = textOf(tree, node);
      if (pre > 0) out.verbatim(text);
      else out.inline(text);
      take?.(node);
      continue;
    }
    if (UNSEEN.has(name) || skip?.(node) === true) {
      if (BLOCK.has(name)) out.block(1);
      node = tree.ends[node]! - 1;
      continue;
    }
    if (name === "br") out.break();
    else if (name === "img") {
      const alt = attribute(tree, node, "alt");
      if (alt !== null && (hasClass(tree, node, "emoji") || hasClass(tree, node, "wp-smiley"))) out.inline(alt);
    } else if (PARAGRAPH.has(name) || BLOCK.has(name)) {
      const kind = PARAGRAPH.has(name) ? 2 : 1;
      out.block(kind);
      if (name === "pre") pre++;
      open.push({ end: tree.ends[node]!, kind, url: name, start: TOP });
    } else if (name === "a") {
      const url = attribute(tree, node, "href");
      if (url !== null && url !== "" && !url.startsWith("#")) {
        open.push({ end: tree.ends[node]!, kind: 3, url, start: out.mark() });
      }
    }
  }
  closeUntil(to);
  links.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text: out.text(), links };
}

interface Mark {
  readonly part: number;
  readonly length: number;
}

const TOP: Mark = { part: 0, length: 0 };

/** Text being written, with line breaks held back until something follows them. */
class Lines {
  readonly #parts: string[] = [];
  #length = 0;
  /** Line breaks asked for by `<br>`, and the least number that a block asks for. */
  #breaks = 0;
  #least = 0;
  #space = false;

  get length(): number {
    return this.#length;
  }

  break(): void {
    this.#breaks++;
    this.#space = false;
  }

  block(least: number): void {
    this.#least = Math.max(this.#least, least);
    this.#space = false;
  }

  /** Remembers the place of a link; the break or space before its first character is not part of it. */
  mark(): Mark {
    return { part: this.#parts.length, length: this.#length };
  }

  startOf({ part, length }: Mark): number {
    const first = this.#parts[part];
    return first !== undefined && /^[\n ]+$/.test(first) ? length + first.length : length;
  }

  inline(text: string): void {
    const plain = text.replace(/[ \t\r\n\f]+/g, " ");
    // A line of no-break spaces alone is a blank one.
    if (plain === " " || (this.#atLineStart() && plain.trim() === "")) {
      this.#space ||= !this.#atLineStart();
      return;
    }
    const lead = LEAD.test(plain);
    const tail = plain.endsWith(" ");
    if (lead && !this.#atLineStart()) this.#space = true;
    this.#write(plain.slice(lead ? 1 : 0, tail ? -1 : undefined));
    this.#space = tail;
  }

  verbatim(text: string): void {
    const lines = text.split(/\r\n|\n|\r/);
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.break();
      if (line.trim() !== "") this.#write(line.trimEnd());
    }
  }

  #atLineStart(): boolean {
    return this.#length === 0 || this.#breaks > 0 || this.#least > 0;
  }

  #write(text: string): void {
    if (text === "") return;
    if (this.#length > 0) {
      const count = Math.max(this.#breaks, this.#least);
      const gap = count > 0 ? "\n".repeat(count) : this.#space ? " " : "";
      if (gap !== "") this.#push(gap);
    }
    this.#breaks = 0;
    this.#least = 0;
    this.#space = false;
    this.#push(text);
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  text(): string {
    return this.#parts.join("");
  }
}
