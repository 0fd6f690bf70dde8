import { attribute, type HtmlTree, hasClass } from "../html/tree.ts";

/** Where a link leads to a post: `#p12`, `#post12`, `#pid12`, `?p=12`, `msg=12`, `goto/post?id=12`, `comment=12`. */
const POST_LINK = /(?:[#?&;.](?:p|pid|post|msg|comment)[-_=]?|\/post\?id=|\/posts?[/-])(\d{1,12})(?!\d)/i;

/**
 * Returns the ids of the posts that a post quotes, in page order: what the boxes of its quotations, or who is named over
 * them, say. Quotations within quotations are those of the post that is quoted.
 */
export function quotedPosts(
  tree: HtmlTree,
  from: number,
  to: number,
  isApart: (tree: HtmlTree, node: number) => boolean,
): string[] {
  const ids = new Set<string>();
  let outerEnd = from;
  let innerEnd = from;
  let namedEnd = from;
  for (let node = from; node < to; node++) {
    if (tree.names[node] === "") continue;
    if (isBox(tree, node)) {
      if (node < outerEnd) innerEnd = Math.max(innerEnd, tree.ends[node]!);
      else outerEnd = tree.ends[node]!;
    }
    if (node < innerEnd) continue;
    // The name over a quotation may stand before its box, and is then no part of the box around it.
    if (isApart(tree, node) && !(hasClass(tree, node, "quoteheader") && node < outerEnd)) namedEnd = tree.ends[node]!;
    const id = attributeId(tree, node) ?? (node < namedEnd ? linkId(tree, node) : null);
    if (id !== null) ids.add(id);
  }
  return [...ids];
}

function isBox(tree: HtmlTree, node: number): boolean {
  return (
    tree.names[node] === "blockquote" || hasClass(tree, node, "bbcode_quote") || hasClass(tree, node, "bbCodeQuote")
  );
}

function attributeId(tree: HtmlTree, node: number): string | null {
  const given =
    /^post:\s?(\d{1,12})$/.exec(attribute(tree, node, "data-source") ?? "")?.[1] ??
    attribute(tree, node, "data-ipsquote-contentcommentid");
  return given !== null && given !== undefined && /^\d{1,12}$/.test(given) ? given : null;
}

function linkId(tree: HtmlTree, node: number): string | null {
  if (tree.names[node] !== "a") return null;
  const given = attribute(tree, node, "data-post-id");
  if (given !== null && /^\d{1,12}$/.test(given)) return given;
  return POST_LINK.exec((attribute(tree, node, "href") ?? "").slice(-200))?.[1] ?? null;
}
