import type { Note } from "../../model/discussion.ts";
import { parseCount } from "../count.ts";
import { readDate } from "../dates.ts";
import type { CommentDraft } from "../discussion.ts";
import type { Decoded } from "../format.ts";
import type { Places } from "../html/places.ts";
import { findIn, takeText } from "../html/take.ts";
import { flatten } from "../html/text.ts";
import { attribute, findNode, type HtmlTree, isSmall, plainText } from "../html/tree.ts";

/** What the site's own reactions are called here, by the link that counts them; names ending in `cl` are hidden doubles. */
const REACTIONS: Readonly<Record<string, string>> = { agbtn1: "up", agbtn2: "なるほど", disbtn1: "うーん" };
/** What an expert's words are marked as. */
const LABELS = /^(?:解説|見解|補足|提言|体験)$/;

/** A comment's element and what its author's link says of it. */
export interface Item {
  readonly root: number;
  /** Where its own nodes end: at the next comment, if that stands inside it. */
  readonly end: number;
  readonly name: number;
  readonly module: string;
}

/** Returns one of the parameters by which the site counts clicks on an element. */
export function param(tree: HtmlTree, node: number, name: string): string | null {
  const params = attribute(tree, node, "data-cl-params");
  if (params === null) return null;
  const found = params.split(";").find((one) => one.startsWith(`${name}:`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** Returns the comments of a page, those of experts and the replies with them. */
export function itemsOf(tree: HtmlTree): Item[] {
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

/** Returns the comments in page order; a reply answers the last comment that is none. */
export function readItems(decoded: Decoded, tree: HtmlTree, places: Places, items: readonly Item[]): CommentDraft[] {
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
  const { text, links, ruby } =
    first < 0
      ? { text: "", links: [], ruby: [] }
      : flatten(tree, first, tree.ends[last]!, {
          skip: (node) => node === label || isMore(tree, node) || attribute(tree, node, "hidden") !== null,
          take: (node, reason) => places.takeWords(node, place, reason),
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
    ruby,
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
