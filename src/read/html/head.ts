import { attribute, findNode, type HtmlTree, plainText } from "./tree.ts";

/** Returns the address that the page says is its own. */
export function canonicalUrl(tree: HtmlTree): string | null {
  const node = findNode(
    tree,
    0,
    tree.length,
    (at) => tree.names[at] === "link" && attribute(tree, at, "rel") === "canonical",
  );
  return (node >= 0 ? attribute(tree, node, "href") : null) ?? meta(tree, "og:url");
}

const metas = new WeakMap<HtmlTree, ReadonlyMap<string, string | null>>();

/** Returns the content of a `meta` element by its property or name. */
export function meta(tree: HtmlTree, name: string): string | null {
  let known = metas.get(tree);
  if (known === undefined) {
    known = metasOf(tree);
    metas.set(tree, known);
  }
  const content = known.get(name)?.trim() ?? "";
  return content === "" ? null : content;
}

/** The contents of a page's `meta` elements: of several with one name the first counts. */
function metasOf(tree: HtmlTree): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] !== "meta") continue;
    const property = tree.attributes.get(node, "property");
    const name = tree.attributes.get(node, "name");
    const content = tree.attributes.get(node, "content") ?? null;
    for (const key of [property, name]) if (key !== undefined && !found.has(key)) found.set(key, content);
  }
  return found;
}

/** Returns the text of the page's `title`. */
export function headTitle(tree: HtmlTree): string | null {
  const node = findNode(tree, 0, tree.length, (at) => tree.names[at] === "title");
  return node < 0 ? null : plainText(tree, node);
}
