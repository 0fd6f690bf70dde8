import { attribute, type HtmlTree } from "../tree.ts";

/** Whether an element is not shown: `hidden`, `display:none`, or only for screen readers by its style. */
export function isHidden(tree: HtmlTree, node: number): boolean {
  if (attribute(tree, node, "hidden") !== null) return true;
  const style = attribute(tree, node, "style");
  return style !== null && style.length < 500 && /(?:display\s?:\s?none|visibility\s?:\s?hidden)/i.test(style);
}
