import { isPlain } from "./html-tree.ts";
import { Numbered } from "./numbered.ts";
import type { HtmlTree } from "./tree.ts";

/** What a class or id says of an element, surest first. */
const BY_CLASS: readonly (readonly [string, RegExp])[] = [
  ["moderation-note", /(?:^|[\s_-])(?:comment-note|comment-awaiting-moderation|awaiting-moderation)(?:$|[\s_-])/],
  ["pingback", /(?:^|\s)(?:pingback|trackback)(?:$|\s)/],
  ["trackbacks", /trackback|pingback|ping-?list/],
  [
    "action",
    /(?:^|\s)(?:reply|comment-act|comment-reply-link|edit-link|comment-edit-link|says|c-comment__item-act|comment-reply|wp-block-comment-reply-link|wp-block-comment-edit-link)(?:$|\s)/,
  ],
  [
    "form",
    /(?:^|[\s_-])(?:respond|comment-respond|commentform|comment-form|searchform|search-form|contact-form)(?:$|[\s_-])/,
  ],
  ["related", /(?:^|[\s_-])related|yarpp|recommend/],
  ["share", /(?:^|[\s_-])(?:share|sharing|sharedaddy|sns|social|addtoany|jp-relatedposts|bookmark)(?:$|[\s_-]|s\b)/],
  [
    "navigation",
    /(?:^|[\s_-])(?:breadcrumbs?|bread-?crumb|post-navigation|posts-navigation|nav-links|pager|pagination|prev-?next|previous_next_post|post-nav|global-?nav|gnav|page-numbers|comments?-navigation|comment-nav)(?:$|[\s_-]|\b)/,
  ],
  ["navigation", /(?:^|\s)(?:menu|(?:main|global|primary|header|footer|side|sp|nav)[_-]?menu)(?:$|\s)/],
  [
    "latest",
    /(?:^|[\s_-])(?:recent[_-]?(?:posts|entries|post)|latest[_-]?(?:posts)?|new-?entry|new-entries)(?:$|[\s_-])/,
  ],
  ["sidebar", /(?:^|[\s_-])(?:sidebar|side-?col|widget|widget-area|side)(?:$|[\s_-])/],
  ["advertisement", /(?:^|[\s_-])(?:ads?|adsense|advert|advertisement|sponsor(?:ed)?|pr-area)(?:$|[\s_-])/],
  [
    "notice",
    /(?:^|[\s_-])(?:cookies?(?:[_-]?(?:banner|bar|consent|notice|policy|law|message|popup))?|gdpr|consent|onetrust|newsletter|paywall|subscribe|subscription|signup|sign-up|modal|popup|pop-up|overlay|dialog)(?:$|[\s_-])/,
  ],
  ["author-box", /(?:^|[\s_-])(?:author-?box|author-?info|post-author|about-author|single_author)(?:$|[\s_-])/],
  ["toc", /(?:^|[\s_-])(?:toc|toc_container|table-of-contents)(?:$|[\s_-])/],
  [
    "comments-heading",
    /(?:^|\s)(?:comments-title|comment-title|comments?_headline|comment-headline|comment_tabs?|comment_header|comment-tab|comments-heading|wp-block-comments-title)(?:$|\s)/,
  ],
  [
    "caption",
    /(?:^|\s)(?:figcaption|wp-caption-text|(?:[\w-]*[_-])?caption(?:[_-]text)?|(?:photo|image|img|media)[_-]?(?:caption|credit|copyright))(?:$|\s)/,
  ],
  ["footer", /(?:^|[\s_-])(?:footer|copyright|return_top|page-?top|pagetop|colophon)(?:$|[\s_-])/],
  ["header", /(?:^|\s)(?:header|site-header|global-header|site-title|site-branding|masthead)(?:$|\s)/],
];
const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nav: "navigation",
    footer: "footer",
    aside: "sidebar",
    form: "form",
    button: "action",
    select: "form",
    textarea: "form",
    head: "head",
    title: "head",
    noscript: "noscript",
    iframe: "embed",
    figcaption: "caption",
    dialog: "notice",
  }),
);
/** Kinds that keep an element out of the article's body. */
const NOT_BODY = new Set([
  "trackbacks",
  "pingback",
  "form",
  "related",
  "share",
  "navigation",
  "latest",
  "sidebar",
  "advertisement",
  "author-box",
  "toc",
  "action",
  "noscript",
  "embed",
  "footer",
]);
const BOXES = new Set(["div", "section", "aside", "dialog", "form", "ul", "table", "article", "p"]);

/** A longer list of classes is a hostile page's. */
const LONGEST = 500;

/** The kinds of a page's elements as far as they were asked for, and those of the class lists and ids that it repeats. */
interface Kinds {
  /** A number for each row, 0 where nobody asked. */
  readonly column: Uint8Array;
  readonly known: Numbered<string | null | undefined>;
  readonly byNames: Map<string, string | null>;
}

const found = new WeakMap<HtmlTree, Kinds>();

/** Names the kind of furniture that an element is by itself, or null. */
export function ownKind(tree: HtmlTree, node: number): string | null {
  let kinds = found.get(tree);
  if (kinds === undefined) {
    kinds = { column: new Uint8Array(tree.length), known: new Numbered(undefined), byNames: new Map() };
    found.set(tree, kinds);
  }
  const asked = kinds.known.of(kinds.column[node]!);
  if (asked !== undefined) return asked;
  const kind = kindOf(tree, node, kinds.byNames);
  kinds.column[node] = kinds.known.number(kind);
  return kind;
}

function kindOf(tree: HtmlTree, node: number, byNames: Map<string, string | null>): string | null {
  if (isPlain(tree, node)) return BY_NAME.get(tree.names[node]!) ?? null;
  const classes = tree.attributes.get(node, "class");
  const id = tree.attributes.get(node, "id");
  const role = tree.attributes.get(node, "role");
  if (classes !== undefined || id !== undefined) {
    const kind = kindOfNames(`${classes ?? ""} ${id ?? ""}`, byNames);
    if (kind !== null) return kind;
  }
  if (role === "navigation") return "navigation";
  if (role === "search") return "form";
  if (role === "complementary") return "sidebar";
  return BY_NAME.get(tree.names[node]!) ?? null;
}

function kindOfNames(names: string, byNames: Map<string, string | null>): string | null {
  if (names.length > LONGEST) return null;
  // No pattern asks for a digit: `comment-12` and `comment-345` are of one kind.
  const alike = names.replace(/\d+/g, "0");
  const known = byNames.get(alike);
  if (known !== undefined) return known;
  const key = alike.trim().toLowerCase();
  const kind = BY_CLASS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
  byNames.set(alike, kind);
  return kind;
}

/** Whether an element inside an article's body is no part of it. */
export function isOutsideBody(tree: HtmlTree, node: number): boolean {
  const kind = ownKind(tree, node);
  if (kind === "footer") {
    // The footer of a quotation names its source.
    const parent = tree.parents[node]!;
    return parent < 0 || tree.names[parent] !== "blockquote";
  }
  // A word or a note within a line may be dressed as a box that opens, a heading as a place that contents point to.
  if (kind === "notice" || kind === "toc") return BOXES.has(tree.names[node]!);
  return kind !== null && NOT_BODY.has(kind);
}

/** Returns a function from an element to its kind, inherited from the nearest element that has one, else `other`. */
export function furnitureKinds(tree: HtmlTree): (node: number) => string {
  const { names, parents, length } = tree;
  const known = new Numbered("other");
  const kinds = new Uint8Array(length);
  for (let node = 0; node < length; node++) {
    if (names[node] === "") continue;
    const kind = ownKind(tree, node);
    const parent = parents[node]!;
    if (kind === null) {
      kinds[node] = parent < 0 ? 0 : kinds[parent]!;
      continue;
    }
    kinds[node] = known.number(kind);
  }
  return (node) => (node < 0 ? "other" : known.of(kinds[node]!));
}
