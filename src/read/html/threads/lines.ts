import { type HtmlTree, textOf } from "../tree.ts";

/** A line as it is shown: text nodes with no block and no break between them. */
export interface Line {
  readonly nodes: number[];
  text: string;
}

const BLOCK = new Set(
  "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td th tfoot thead tr ul".split(
    " ",
  ),
);
const UNSEEN = new Set("script style noscript iframe textarea select head title svg".split(" "));

/** Puts the text nodes among rows into lines; `passed` says which subtrees stay out. */
export function linesOf(tree: HtmlTree, rows: Iterable<number>, passed: (node: number) => boolean): Line[] {
  const lines: Line[] = [];
  const open: number[] = [];
  let line: Line | null = null;
  let passedEnd = 0;
  for (const node of rows) {
    while (open.length > 0 && open.at(-1)! <= node) {
      open.pop();
      line = null;
    }
    if (node < passedEnd) continue;
    const name = tree.names[node]!;
    if (name === "") {
      const text = textOf(tree, node).replace(/\s+/g, " ");
      if (text.trim() === "" && line === null) continue;
      if (line === null) {
        line = { nodes: [], text: "" };
        lines.push(line);
      }
      line.nodes.push(node);
      line.text += text;
    } else if (UNSEEN.has(name) || passed(node)) {
      passedEnd = tree.ends[node]!;
      if (BLOCK.has(name)) line = null;
    } else if (BLOCK.has(name)) {
      line = null;
      open.push(tree.ends[node]!);
    }
  }
  return lines;
}
