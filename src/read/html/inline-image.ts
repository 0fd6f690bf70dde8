import type { HtmlTree } from "./html-tree.ts";

const LARGEST = 64;

/**
 * Returns the characters that an image stands for in its line: an emoji, or a character that the fonts of its day
 * lacked (gaiji). A picture beside the text gives nothing.
 */
export function imageText(tree: HtmlTree, node: number): string {
  const given = tree.attributes.get(node, "alt") ?? "";
  const classes = tree.attributes.get(node, "class") ?? "";
  const width = tree.attributes.get(node, "width") ?? "0";
  const alt = given.trim();
  if (alt === "") return "";
  if (/(?:^|\s)(?:emoji|wp-smiley|smil(?:ies?|ey)|ipsEmoji)(?:\s|$)/.test(classes)) return alt;
  const length = [...alt.slice(0, 9)].length;
  // A gaiji whose `alt` describes it at length is an unknown character, for which print has a mark.
  if (/gaiji/i.test(classes)) return length <= 4 ? alt : "〓";
  if (length > 2 || Number.parseInt(width, 10) > LARGEST) return "";
  if (!/^[\p{L}\p{N}]+$/u.test(alt)) return "";
  const beside = Number(touches(tree, node, node - 1)) + Number(touches(tree, node, node + 1));
  return beside >= length ? alt : "";
}

/** Whether a neighbour is text of the same parent that touches the image without a space. */
function touches(tree: HtmlTree, node: number, other: number): boolean {
  if (other < 0 || other >= tree.length || tree.names[other] !== "") return false;
  if (tree.parents[other] !== tree.parents[node]) return false;
  const text = tree.decoded.get(other) ?? tree.source.slice(tree.from[other]!, tree.to[other]!);
  return text.trim() !== "" && (other < node ? !/\s$/.test(text) : !/^\s/.test(text));
}
