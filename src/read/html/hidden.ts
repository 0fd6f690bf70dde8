import { isPlain } from "./html-tree.ts";
import { type HtmlTree, textOf } from "./tree.ts";

const STYLE = /(?:^|[;\s])(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i;
const CLASS =
  /(?:^|\s)(?:sr-only|screen-reader-text|screen-reader|screenreader|visually-?hidden|u-visually-?hidden|is-visually-?hidden|a11y-hidden|hidden-text|offscreen|element-invisible)(?:$|\s)/i;

/** Whether an element says by itself that it is not shown, or only to screen readers. */
export function isHidden(tree: HtmlTree, node: number): boolean {
  if (isPlain(tree, node)) return false;
  const own = (name: string): string | undefined => tree.attributes.get(node, name);
  if ((own("hidden") ?? "until-found") !== "until-found") return true;
  if (STYLE.test(own("style") ?? "") || CLASS.test(own("class") ?? "")) return true;
  return own("aria-hidden") === "true" && !holdsPicture(tree, node);
}

/** An emoji is hidden from screen readers because its name is read instead; everybody else sees it. */
function holdsPicture(tree: HtmlTree, node: number): boolean {
  const inner = node + 1;
  if (inner >= tree.ends[node]! || tree.names[inner] !== "") return false;
  const text = textOf(tree, inner).trim();
  return text.length <= 16 && /^\p{Extended_Pictographic}/u.test(text);
}
