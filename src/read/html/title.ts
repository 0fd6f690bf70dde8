import { type Find, hasAny } from "./byline.ts";
import { headTitle, meta } from "./head.ts";
import { ownKind } from "./kinds.ts";
import { attribute, type HtmlTree, isSmall, plainText } from "./tree.ts";

const TITLE_CLASSES = [
  "entry-title",
  "post-title",
  "p-entry__title",
  "article-title",
  "p-article__title",
  "title-post",
];
/** What sites put between a title and their own name. */
const BETWEEN = /\s*(?:[|｜│¦:：»«·・—–_＿]|(?<=\s)[-－‐](?=\s))\s*/g;
/** An article's title is hardly shorter; what is may be a section's name. */
const SHORTEST = 4;

/**
 * Returns the row of the element that shows the article's title, -1 for none: of those that themes or their place make
 * likely, the first that the page's head agrees with, else the first at all.
 */
export function findTitle(tree: HtmlTree, find: Find, declared: string | null): number {
  const wanted = [meta(tree, "og:title"), declared, headTitle(tree)].map(comparable).filter((text) => text !== "");
  const site = comparable(meta(tree, "og:site_name"));
  const isAlike = (node: number): boolean => {
    const text = comparable(plainText(tree, node));
    return text.length >= SHORTEST && text !== site && wanted.some((one) => one.startsWith(text));
  };
  const heading = (node: number): boolean => isSmall(tree, node) && /^h[1-3]$/.test(tree.names[node]!);
  const hasWords = (node: number): boolean => plainText(tree, node) !== "";
  const article = find((node) => tree.names[node] === "article");
  const likely = [
    find((node) => hasAny(tree, node, TITLE_CLASSES) && isSmall(tree, node) && hasWords(node)),
    find((node) => attribute(tree, node, "id") === "post_title"),
    find((node) => heading(node) && attribute(tree, node, "itemprop") === "headline"),
    article < 0 ? -1 : find((node) => tree.names[node] === "h1" && hasWords(node), article, tree.ends[article]!),
  ].filter((node) => node >= 0);
  const agreed = likely.find(isAlike);
  if (agreed !== undefined) return agreed;
  const alike = find((node) => heading(node) && tree.names[node] === "h1" && isAlike(node));
  const lower = alike >= 0 ? alike : find((node) => heading(node) && isAlike(node));
  // The head may declare a title for machines beside the one that is shown, so what themes name comes first.
  if (likely.length > 0 && (lower < 0 || wanted.length === 0)) return likely[0]!;
  if (lower >= 0) return lower;
  return find(
    (node) =>
      tree.names[node] === "h1" &&
      ownKind(tree, node) === null &&
      hasWords(node) &&
      (site === "" || comparable(plainText(tree, node)) !== site),
  );
}

/**
 * Returns the title that a page's head declares, without the name of the site behind it, where a heading or the
 * declared name of the site says that it is one.
 */
export function declaredTitle(tree: HtmlTree, declared: string | null): string | null {
  const title = declared ?? meta(tree, "og:title") ?? headTitle(tree);
  if (title === null) return null;
  const site = comparable(meta(tree, "og:site_name") ?? meta(tree, "application-name"));
  if (site === "") return title;
  for (const { index, 0: between } of title.matchAll(BETWEEN)) {
    const rest = title.slice(index + between.length);
    if (index > 0 && comparable(rest) === site) return title.slice(0, index);
  }
  return title;
}

/** The letters of a title: spaces, width and the kind of quotation marks differ between head and page. */
function comparable(text: string | null): string {
  return (text ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
