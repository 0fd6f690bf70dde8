import type { Note } from "../../model/discussion.ts";
import { parseCount } from "../count.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { headTitle } from "../html/head.ts";
import { parseHtml } from "../html/parse.ts";
import { Places } from "../html/places.ts";
import { findIn, takeText } from "../html/take.ts";
import { flatten } from "../html/text.ts";
import { attribute, findNode, type HtmlTree, isSmall, plainText } from "../html/tree.ts";

const NAME = "yahoo-comments";
/** What the site's own reactions are called here, by the link that counts them; names ending in `cl` are hidden doubles. */
const REACTIONS: Readonly<Record<string, string>> = { agbtn1: "up", agbtn2: "なるほど", disbtn1: "うーん" };
/** What an expert's words are marked as. */
const LABELS = /^(?:解説|見解|補足|提言|体験)$/;

/** A comment's element and what its author's link says of it. */
interface Item {
  readonly root: number;
  /** Where its own nodes end: at the next comment, if that stands inside it. */
  readonly end: number;
  readonly name: number;
  readonly module: string;
}

/**
 * Reads a saved page of comments of Yahoo!ニュース. Classes are made anew every few weeks; what the site counts clicks
 * by (`data-cl-params`) stays.
 */
export const yahooComments: Format = {
  name: NAME,
  description: "a saved page of comments of Yahoo!ニュース: readers, experts, answers, the three reactions",
  needs: "links with data-cl-params _cl_vmodule:cmt_usr and _cl_link:profnm",
  detect: ({ text }) =>
    /_cl_vmodule:(?:cmt_usr|cmt_pro|cmt_athr|rep);_cl_link:profnm/.test(text)
      ? 0.97
      : /id="comment-main"/.test(text) && /_cl_vmodule:headline/.test(text)
        ? 0.9
        : 0,
  *read(decoded) {
    const tree = parseHtml(decoded.text);
    const places = new Places(tree);
    const items = itemsOf(tree);
    const article = readArticle(decoded, tree, places);
    if (article.title === "" && items.length === 0) throw notAnArticle(decoded, NAME);
    const comments = readItems(decoded, tree, places, items);
    article.notes.push(...missingComments(tree, comments.length - items.filter(isExpert).length));
    const { trace, furniture } = places.settle(decoded.options.trace === true);
    yield makeDiscussion(decoded, NAME, { article, comments, trace, furniture });
  },
};

const isExpert = ({ module }: Item): boolean => module === "cmt_pro" || module === "cmt_athr";

function param(tree: HtmlTree, node: number, name: string): string | null {
  const params = attribute(tree, node, "data-cl-params");
  if (params === null) return null;
  const found = params.split(";").find((one) => one.startsWith(`${name}:`));
  return found === undefined ? null : found.slice(name.length + 1);
}

function itemsOf(tree: HtmlTree): Item[] {
  const items: Omit<Item, "end">[] = [];
  const known = new Set<number>();
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] !== "a" || param(tree, node, "_cl_link") !== "profnm") continue;
    let root = tree.parents[node]!;
    while (root >= 0 && tree.names[root] !== "article") root = tree.parents[root]!;
    if (root < 0 || known.has(root)) continue;
    known.add(root);
    items.push({ root, name: node, module: param(tree, node, "_cl_vmodule") ?? "" });
  }
  return items.map((item, index) => {
    const next = items[index + 1]?.root ?? tree.length;
    return { ...item, end: Math.min(tree.ends[item.root]!, next > item.root ? next : tree.length) };
  });
}

function findOwn(tree: HtmlTree, { root, end }: Item, test: (at: number) => boolean): number {
  return findNode(tree, root + 1, end, test);
}

function readArticle(decoded: Decoded, tree: HtmlTree, places: Places) {
  const notes: Note[] = [{ code: "no-article-text", message: "a page of comments does not hold the article's text" }];
  const heading = findNode(
    tree,
    0,
    tree.length,
    (at) => param(tree, at, "_cl_vmodule") === "headline" && param(tree, at, "_cl_link") === "title",
  );
  const outlet = findNode(tree, 0, tree.length, (at) => param(tree, at, "_cl_link") === "cp_name");
  const header = headerOf(tree, heading);
  const time = findIn(tree, header, (at) => tree.names[at] === "time");
  const shown = takeText(tree, places, time, "article", "date");
  return {
    title: takeText(tree, places, heading, "article", "title") ?? titleOfHead(tree),
    author: takeText(tree, places, outlet, "article", "author"),
    url: heading < 0 ? null : attribute(tree, heading, "href"),
    published: readDate(shown, notes, { saved: decoded.options.saved }),
    text: "",
    notes,
  };
}

function titleOfHead(tree: HtmlTree): string {
  return (headTitle(tree) ?? "").replace(/（[^（）]*）のコメント一覧.*$|のコメント一覧.*$/, "").trim();
}

function headerOf(tree: HtmlTree, heading: number): number {
  let at = heading;
  while (at >= 0 && tree.names[at] !== "header") at = tree.parents[at]!;
  return at;
}

function readItems(decoded: Decoded, tree: HtmlTree, places: Places, items: readonly Item[]): CommentDraft[] {
  let top: number | null = null;
  const told = new Map<number, number>();
  const answers = new Map<number, number>();
  const comments = items.map((item, index) => {
    const isReply = item.module === "rep";
    const comment = readItem(decoded, tree, places, item, `c${index + 1}`);
    if (isReply && top !== null) answers.set(top, (answers.get(top) ?? 0) + 1);
    if (!isReply) {
      top = index;
      const shown = repliesShown(tree, item);
      if (shown !== null) told.set(index, shown);
    }
    return { ...comment, parent: isReply ? top : null };
  });
  for (const [index, count] of told) {
    const read = answers.get(index) ?? 0;
    if (read < count) {
      const message = `the page holds ${read} of its ${count} replies: open 返信 before saving`;
      comments[index]!.notes!.push({ code: "missing-replies", message });
    }
  }
  return comments;
}

function readItem(decoded: Decoded, tree: HtmlTree, places: Places, item: Item, place: string): CommentDraft {
  const notes: Note[] = [];
  const attributes: Record<string, string> = {};
  const time = findOwn(tree, item, (at) => tree.names[at] === "time");
  const shown = takeText(tree, places, time, place, "date");
  const author = takeText(tree, places, item.name, place, "author");
  const head = headOf(tree, item, time);
  const [first, last] = wordsOf(tree, item, head);
  const label = findIn(tree, first, (at) => tree.names[at] === "span" && LABELS.test(plainText(tree, at)));
  const marked = takeText(tree, places, label, place, "label");
  if (marked !== null) attributes.区分 = marked;
  const title = findIn(tree, head, (at) => tree.names[at] === "p" && at !== first && plainText(tree, at) !== "");
  const office = takeText(tree, places, title, place, "author");
  if (office !== null) attributes.肩書 = office;
  const { text, links } =
    first < 0
      ? { text: "", links: [] }
      : flatten(tree, first, tree.ends[last]!, {
          skip: (node) => node === label || isMore(tree, node) || attribute(tree, node, "hidden") !== null,
          take: (node) => places.take(node, place, "body"),
        });
  if (findOwn(tree, item, (at) => isMore(tree, at)) >= 0) {
    notes.push({ code: "cut-text", message: "its end stands behind もっと見る: open it before saving" });
  }
  return {
    sourceId: idOf(tree, item),
    author,
    posted: readDate(shown, notes, { saved: decoded.options.saved }),
    reactions: reactionsOf(tree, places, item, place),
    attributes,
    text,
    links,
    notes,
  };
}

function isMore(tree: HtmlTree, node: number): boolean {
  const name = tree.names[node];
  return (
    (name === "button" || name === "a") &&
    isSmall(tree, node) &&
    /^(?:…|\.\.\.)?もっと見る$/.test(plainText(tree, node))
  );
}

/** The smallest element with both name and time: an expert's office stands there too. */
function headOf(tree: HtmlTree, { root, name }: Item, time: number): number {
  let at = name;
  while (at !== root && !(at < time && time < tree.ends[at]!)) at = tree.parents[at]!;
  return at === root ? -1 : at;
}

/** The words are the longest paragraph outside the head, with those in a row with it; the first and the last of them. */
function wordsOf(tree: HtmlTree, { root, end }: Item, head: number): readonly [number, number] {
  let [best, length] = [-1, 0];
  for (let node = root + 1; node < end; node++) {
    if (tree.names[node] === "article" || node === head) node = tree.ends[node]! - 1;
    else if (tree.names[node] === "p") {
      const own = plainText(tree, node).length;
      if (own > length) [best, length] = [node, own];
      node = tree.ends[node]! - 1;
    }
  }
  let [first, last] = [best, best];
  for (let at = best; best >= 0 && at < tree.ends[tree.parents[best]!]!; at = tree.ends[at]!) {
    if (tree.names[at] === "p") last = at;
    else if (plainText(tree, at) !== "") break;
  }
  for (let at = best < 0 ? 0 : tree.parents[best]! + 1; at < best; at = tree.ends[at]!) {
    if (tree.names[at] !== "p") first = best;
    else if (first === best) first = at;
  }
  return [first, last];
}

function idOf(tree: HtmlTree, item: Item): string | null {
  const counted = findOwn(tree, item, (at) => param(tree, at, "cmt_id") !== null);
  if (counted >= 0) return param(tree, counted, "cmt_id");
  const time = findOwn(tree, item, (at) => param(tree, at, "_cl_link") === "prmtime");
  return time < 0 ? null : (/\/comments\/([\w.-]+)$/.exec(attribute(tree, time, "href") ?? "")?.[1] ?? null);
}

function reactionsOf(tree: HtmlTree, places: Places, item: Item, place: string): Record<string, number | null> {
  const reactions: Record<string, number | null> = { up: null };
  for (let node = item.root + 1; node < item.end; node++) {
    if (tree.names[node] !== "button" || !isSmall(tree, node)) continue;
    const link = param(tree, node, "_cl_link");
    const shown = plainText(tree, node);
    const name = link === null ? null : (REACTIONS[link] ?? null);
    if (name !== null) reactions[name] = parseCount(shown);
    else if (shown.startsWith("参考になった")) reactions.参考になった = parseCount(shown);
    else continue;
    places.takeAll(node, place, "votes");
  }
  return reactions;
}

function repliesShown(tree: HtmlTree, item: Item): number | null {
  const button = findOwn(tree, item, (at) => param(tree, at, "_cl_link") === "opnre");
  return button < 0 ? null : parseCount(/(\d[\d,]*)\s*件/.exec(plainText(tree, button))?.[1] ?? "");
}

/** The page says how many comments there are; experts are not counted among them. */
function missingComments(tree: HtmlTree, read: number): Note[] {
  const node = findNode(
    tree,
    0,
    tree.length,
    (at) => tree.names[at] === "p" && isSmall(tree, at) && /^コメント\s*[\d,]+\s*件$/.test(plainText(tree, at)),
  );
  const total = node < 0 ? null : parseCount(/[\d,]+/.exec(plainText(tree, node))![0]);
  if (total === null || total <= read) return [];
  const message = `the page says ${total} comments, ${read} are on it: there are ten a page (?page=2 …); save each and join them`;
  return [{ code: "missing-comments", message }];
}
