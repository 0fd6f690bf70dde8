import { attribute, findNode, type HtmlTree, plainText } from "./tree.ts";

/** Gives the address that the page says is its own. */
export function canonicalUrl(tree: HtmlTree): string | null {
  const node = findNode(
    tree,
    0,
    tree.length,
    (at) => tree.names[at] === "link" && attribute(tree, at, "rel") === "canonical",
  );
  return (node >= 0 ? attribute(tree, node, "href") : null) ?? meta(tree, "og:url");
}

/** Gives the content of a `meta` element by its property or name. */
export function meta(tree: HtmlTree, name: string): string | null {
  const node = findNode(
    tree,
    0,
    tree.length,
    (at) =>
      tree.names[at] === "meta" && (attribute(tree, at, "property") === name || attribute(tree, at, "name") === name),
  );
  const content = node < 0 ? null : attribute(tree, node, "content");
  return content === null || content.trim() === "" ? null : content.trim();
}

/** Gives the text of the page's `title`. */
export function headTitle(tree: HtmlTree): string | null {
  const node = findNode(tree, 0, tree.length, (at) => tree.names[at] === "title");
  return node < 0 ? null : plainText(tree, node);
}
