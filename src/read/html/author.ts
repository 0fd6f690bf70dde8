import { type Find, hasAny, parentHasAny } from "./byline.ts";
import { meta } from "./head.ts";
import { ownKind } from "./kinds.ts";
import type { Places } from "./places.ts";
import { attribute, type HtmlTree, hasClass, isSmall, plainText } from "./tree.ts";

/** Rows about the title in which a byline of no known name is looked for. */
const NEAR = 400;
const LONGEST = 60;
const BYLINE =
  /(?:^|\s)(?:[a-z]{1,20}[_-]{1,2}){0,3}(?:author|byline|writer|reporter|autor|auteur)(?:[_-]{1,2}(?:name|link|text))?(?:\s|$)/i;
const LABEL =
  /^(?:(?:written\s)?by|von|par|por|di|door|文[:：・]|文\s|執筆(?:者)?[:：]?|著者[:：]?|筆者[:：]?|取材・文[:：]?|投稿者[:：]?|ライター[:：])\s*/i;

/**
 * Reads the author: a byline that themes name, else what the page declares (`declared`, of its JSON-LD), else a line
 * near the title whose class says so, else the head.
 */
export function readAuthor(
  tree: HtmlTree,
  places: Places,
  find: Find,
  declared: string | null,
  title: number,
): string | null {
  const named = find(
    (at) =>
      attribute(tree, at, "rel") === "author" ||
      hasAny(tree, at, ["author-name", "entry-author"]) ||
      (hasClass(tree, at, "fn") && parentHasAny(tree, at, ["author", "vcard"])),
  );
  const isLine = (at: number): boolean => {
    const classes = tree.attributes.get(at, "class");
    const isSaid = classes !== undefined && BYLINE.test(classes.slice(0, 300));
    if (!isSaid && tree.attributes.get(at, "itemprop") !== "author") return false;
    return isSmall(tree, at) && ownKind(tree, at) !== "author-box" && asName(plainText(tree, at)) !== null;
  };
  const weak = named < 0 && declared === null ? find(isLine, title, Math.min(title + NEAR, tree.length)) : -1;
  for (const node of [named, weak]) {
    const name = node < 0 ? null : asName(nameIn(tree, node));
    if (name === null) continue;
    places.takeAll(node, "article", "author");
    return name;
  }
  return (
    declared ??
    [meta(tree, "author"), meta(tree, "dc.creator"), meta(tree, "article:author")]
      .map(asName)
      .find((name) => name !== null) ??
    null
  );
}

/** A byline may hold more than the name, which has an element of its own then. */
function nameIn(tree: HtmlTree, node: number): string {
  const end = tree.ends[node]!;
  for (let at = node + 1; isSmall(tree, node) && at < end; at++)
    if (tree.names[at] !== "" && attribute(tree, at, "itemprop") === "name") return plainText(tree, at);
  return plainText(tree, node);
}

/** Returns a name without its label; null for what is none: an address, a sentence. */
function asName(text: string | null): string | null {
  const name = (text ?? "").replace(LABEL, "").trim();
  if (name === "" || name.length > LONGEST || /^(?:[a-z]+:)?\/\/|[。！？]|@\S+\.\S/i.test(name)) return null;
  return name;
}
