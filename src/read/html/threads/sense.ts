import { Numbered } from "../numbered.ts";
import type { HtmlTree } from "../tree.ts";

/** What the classes and the id of an element say of its part in a thread. */
export interface Sense {
  /** One comment, if it has a name or a date, and words. */
  readonly item: boolean;
  /** A place where comments are: the list, its wrapper, its heading. */
  readonly zone: boolean;
  /** Not the comments of this page: latest comments in a sidebar, a form. */
  readonly elsewhere: boolean;
  /** A list of replies. */
  readonly children: boolean;
  /** How surely it holds the author's name: 0 not, 1 maybe, 2 surely. */
  readonly author: 0 | 1 | 2;
  readonly date: boolean;
  /** How surely it holds the words and nothing else: 0 not, 1 maybe, 2 likely, 3 surely. */
  readonly body: 0 | 1 | 2 | 3;
  /** Links and buttons: reply, edit, report. */
  readonly action: boolean;
  readonly moderation: boolean;
  readonly hidden: boolean;
}

const NONE: Sense = {
  item: false,
  zone: false,
  elsewhere: false,
  children: false,
  author: 0,
  date: false,
  body: 0,
  action: false,
  moderation: false,
  hidden: false,
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** Beyond this a list of classes is a hostile page's. */
const LONGEST = 500;

const COMMENT = words("comment comments cmt cmts コメント");
/** Words by which a class names a part of a comment or something about comments, not a comment. */
const PARTS = words(
  `form count counts counter author meta metadata date time datetime text txt link links respond response avatar header
  footer head foot title name actions action nav navi navigation pagination pager area section content contents number
  num icon icons button buttons btn policy notes note edit permalink closed open vote votes like likes score message
  input field editor add new submit cancel login data info ad subscribe feed rss notification awaiting moderation
  approve reply bubble username nickname timestamp commenter fn posted published writer poster label image img photo color style headline ttl heading toggle sort tab tabs more load loading
  guidelines rule rules email mail url cookies consent wysiwyg spinner widget template tmpl share options status`
    .split(/\s+/)
    .join(" "),
);
const ELSEWHERE = words("recent recentcomments latest newest popular ranking widget template tmpl");
const FORM = words("respond commentform form reply-form postcomment");
const CHILDREN = words("children replies childlist nested subcomments");
const NAME_ENDS = words("fn name username nickname commenter handlename commentername authorname");
const AUTHOR_ENDS = words("author user vcard poster writer");
const DATE_ENDS = words("date time datetime timestamp posted published postdate posttime");
const BODY_ENDS = words("content contents text message entry copy words description txt");
const ACTIONS = words(
  "reply edit report quote actions action act delete flag spam buttons controls tools says permalink respond commentlinks replylink",
);
const COUNTS = words("count counts counter");
const DATE_PROPS = words("dateCreated datePublished");
const MODERATION = words("comment-note moderation");
const HIDDEN = words(
  "screen-reader-text screen-reader sr-only visually-hidden assistive-text u-visually-hidden hidden",
);

/** What was found of a page's elements: by row, and by attributes for the many rows that are alike. */
interface Seen {
  /** A number for each row, 0 where nobody asked. */
  readonly rows: Int32Array;
  readonly known: Numbered<Sense | undefined>;
  readonly alike: Map<string, Sense>;
}

const seen = new WeakMap<HtmlTree, Seen>();

/** Returns what the classes and the id of an element say. Each row is asked several times, and made once. */
export function senseOf(tree: HtmlTree, node: number): Sense {
  let known = seen.get(tree);
  if (known === undefined) {
    known = { rows: new Int32Array(tree.length), known: new Numbered(undefined), alike: new Map() };
    seen.set(tree, known);
  }
  const asked = known.known.of(known.rows[node]!);
  if (asked !== undefined) return asked;
  const sense = sharedSense(tree, node, known.alike);
  known.rows[node] = known.known.number(sense);
  return sense;
}

function sharedSense(tree: HtmlTree, node: number, alike: Map<string, Sense>): Sense {
  const classes = tree.attributes.get(node, "class") ?? "";
  const id = tree.attributes.get(node, "id") ?? "";
  const itemprop = tree.attributes.get(node, "itemprop") ?? "";
  const itemtype = tree.attributes.get(node, "itemtype") ?? "";
  if (classes === "" && id === "" && itemprop === "" && itemtype === "") return NONE;
  // Ids that differ in their numbers alone say the same.
  const key = `${classes}\n${id}\n${itemprop}\n${itemtype}`.replace(/\d+/g, "0");
  if (key.length > LONGEST) return NONE;
  let sense = alike.get(key);
  if (sense === undefined) {
    sense = makeSense(classes, id, itemprop, itemtype);
    alike.set(key, sense);
  }
  return sense;
}

const FUSED =
  /(comments?)(body|text|ttl|title|meta|metadata|form|count|list|item|box|author|name|date|time|content|area|head|foot|footer|header|links?|wrap|inner|entry|reply|number|num|info)(?![a-z])/;

/** `commentItem`, `comment__item` and `comment-item` are one: `comment-item`; a number is `#`. */
function normalise(token: string): string {
  return token
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(FUSED, "$1-$2")
    .replace(/(blog|entry|user|recent|latest)(comments?)(?![a-z])/, "$1-$2")
    .replace(/[_:.]+|-+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/\d+/g, "#")
    .replace(/([a-z])#/g, "$1-#")
    .replace(/^-|-$/g, "");
}

/** What an element calls itself: its classes and its id, each also cut into words, and its properties. */
interface Names {
  readonly classes: readonly string[];
  readonly id: string;
  readonly all: readonly string[];
  readonly split: readonly (readonly string[])[];
  readonly props: readonly string[];
}

function namesOf(classes: string, id: string, itemprop: string): Names {
  const tokens = classes.split(/\s+/).filter(Boolean).map(normalise);
  const own = normalise(id);
  const all = own === "" ? tokens : [...tokens, own];
  return { classes: tokens, id: own, all, split: all.map((token) => token.split("-")), props: itemprop.split(/\s+/) };
}

function makeSense(classes: string, id: string, itemprop: string, itemtype: string): Sense {
  const names = namesOf(classes, id, itemprop);
  const { all, split, props } = names;
  const has = (set: ReadonlySet<string>): boolean => all.some((token) => set.has(token));
  const hasWord = (set: ReadonlySet<string>): boolean => split.some((parts) => parts.some((part) => set.has(part)));
  const ends = (set: ReadonlySet<string>): boolean => split.some((parts) => set.has(parts.at(-1)!));
  const comment = hasWord(COMMENT);
  const elsewhere = (comment && hasWord(ELSEWHERE)) || has(FORM) || split.some(isForm);
  const children = isIndented(names, comment) || has(CHILDREN) || ends(CHILDREN) || split.some(isInline);
  const link = split.some(isActionLink);
  const item =
    !elsewhere && !children && !link && (isTyped(names, itemtype) || isNumbered(names) || split.some(isItem));
  const isCount = ends(COUNTS);
  return {
    item,
    zone: comment && !elsewhere,
    elsewhere,
    children,
    author: isCount ? 0 : authorSense(split, props, item),
    date: !isCount && (props.some((prop) => DATE_PROPS.has(prop)) || ends(DATE_ENDS)),
    body: bodySense(split, props),
    action: link || (!item && (has(ACTIONS) || split.some(isAction))),
    moderation: has(MODERATION) || split.some((parts) => parts.includes("moderation")),
    hidden: has(HIDDEN),
  };
}

const isTyped = ({ props }: Names, itemtype: string): boolean =>
  /schema\.org\/(?:User)?Comments?$/i.test(itemtype) || props.includes("comment");
const isNumbered = ({ id }: Names): boolean =>
  /^(?:[a-z]+-){0,3}(?:comment|comments|commentid|cmt|comm)-#(?:-#)?$|^c-#$/.test(id);
/** Drupal puts replies into an element after the comment; a comment itself may be called so, too. */
const isIndented = (names: Names, comment: boolean): boolean =>
  !comment && !isNumbered(names) && names.classes.includes("indented");
const isForm = (parts: readonly string[]): boolean =>
  parts.includes("form") || (parts.includes("comment") && parts.includes("respond"));
const isItem = (parts: readonly string[]): boolean =>
  parts.some((part) => COMMENT.has(part)) && !parts.some((part) => PARTS.has(part));
const isInline = (parts: readonly string[]): boolean => parts.includes("inline") && parts.includes("thread");
const isActionLink = (parts: readonly string[]): boolean =>
  parts.at(-1) === "link" && parts.some((part) => ACTIONS.has(part));
const isAction = (parts: readonly string[]): boolean =>
  ACTIONS.has(parts.at(-1)!) ||
  (/^(?:links?|to|area|wrap|container)$/.test(parts.at(-1)!) && parts.some((part) => ACTIONS.has(part)));

function authorSense(split: readonly (readonly string[])[], props: readonly string[], item: boolean): 0 | 1 | 2 {
  if (item && !props.includes("author")) return 0;
  if (split.some((parts) => NAME_ENDS.has(parts.at(-1)!) && !parts.includes("form"))) return 2;
  if (props.includes("author") || props.includes("creator")) return 1;
  return split.some((parts) => AUTHOR_ENDS.has(parts.at(-1)!)) ? 1 : 0;
}

function bodySense(split: readonly (readonly string[])[], props: readonly string[]): 0 | 1 | 2 | 3 {
  if (props.includes("text") || props.includes("commentText")) return 3;
  let best: 0 | 1 | 2 | 3 = 0;
  for (const parts of split) {
    if (parts.includes("avatar")) continue;
    const last = parts.at(-1)!;
    const about = parts.some((part) => COMMENT.has(part));
    if (about && BODY_ENDS.has(last)) return 3;
    if (BODY_ENDS.has(last) || (about && last === "body")) best = best < 2 ? 2 : best;
    else if (last === "body" || (about && (last === "inner" || last === "main" || last === "detail")))
      best = best < 1 ? 1 : best;
  }
  return best;
}
