import { attribute, type HtmlTree, isSmall, plainText } from "../tree.ts";
import { findDate, findVagueDate } from "./dates.ts";
import { isActionText, isPendingText } from "./phrases.ts";
import { senseOf } from "./sense.ts";

/** Beyond this an element holds more than a name. */
const LONGEST_NAME = 120;

/** How surely an element holds the name, up to 4; in the words only a class counts, which nobody can write there. */
export function authorRank(tree: HtmlTree, node: number, inWords: boolean): number {
  const { author } = senseOf(tree, node);
  if (author > 0) return author * 2;
  if (inWords) return 0;
  if (tree.names[node] === "cite") return 3;
  return /(?:^|\s)author(?:\s|$)/.test(tree.attributes.get(node, "rel") ?? "") ? 3 : 0;
}

export function isName(tree: HtmlTree, node: number): boolean {
  if (!isSmall(tree, node)) return false;
  const text = plainText(tree, node);
  return text !== "" && text.length <= LONGEST_NAME && !isActionText(text);
}

export function showsDate(tree: HtmlTree, node: number): boolean {
  if (tree.names[node] === "time")
    return attribute(tree, node, "datetime") !== null || (isSmall(tree, node) && dateText(tree, node));
  if (senseOf(tree, node).date) return isSmall(tree, node) && (dateText(tree, node) || hasTitleDate(tree, node));
  return tree.names[node] === "abbr" && hasTitleDate(tree, node);
}

/** An element of its own for the time of the day. */
export function showsClock(tree: HtmlTree, node: number): boolean {
  if (!senseOf(tree, node).date || !isSmall(tree, node)) return false;
  return /^\D{0,6}\d{1,2}\s?[:時]\s?\d{1,2}\D{0,6}$/.test(plainText(tree, node));
}

function dateText(tree: HtmlTree, node: number): boolean {
  const text = plainText(tree, node);
  return text.length <= 100 && (findDate(text) !== null || findVagueDate(text) !== null);
}

/** Whether the `title` of an element is a date, as where the page shows 「3日前」. */
function hasTitleDate(tree: HtmlTree, node: number): boolean {
  const title = attribute(tree, node, "title");
  return title !== null && title.length <= 100 && findDate(title) !== null;
}

export function hasText(tree: HtmlTree, node: number): boolean {
  if (!isSmall(tree, node)) return true;
  for (let at = node + 1; at < tree.ends[node]!; at++)
    if (tree.names[at] === "" && tree.source.slice(tree.from[at]!, tree.to[at]!).trim() !== "") return true;
  return false;
}

export function isPending(tree: HtmlTree, node: number, named: boolean): boolean {
  if (named) return true;
  return NOTES.has(tree.names[node]!) && isBrief(tree, node) && isPendingText(plainText(tree, node));
}

const NOTES = new Set(["em", "i", "p", "span", "small", "strong", "b"]);

/** Few rows: what a link, a button or a note of one line takes. */
function isBrief(tree: HtmlTree, node: number): boolean {
  return tree.ends[node]! - node <= 8;
}

const BUTTONS = new Set(["a", "button", "span", "small", "i", "em", "label"]);

/** Whether a subtree is nothing that somebody said: actions, buttons, forms, notes on moderation. */
export function isApart(tree: HtmlTree, node: number, inWords: boolean): boolean {
  const name = tree.names[node]!;
  if (name === "form" || name === "button" || name === "textarea") return true;
  const sense = senseOf(tree, node);
  if (sense.elsewhere) return true;
  if (/#respond\b|[?&]replytocom=/.test(tree.attributes.get(node, "href") ?? "")) return true;
  if (sense.action && isSmall(tree, node)) return !holdsDate(tree, node);
  if (!isBrief(tree, node)) return false;
  const text = plainText(tree, node);
  if (text === "") return false;
  if (sense.moderation ? text.length < 200 : NOTES.has(name) && isPendingText(text)) return true;
  return !inWords && BUTTONS.has(name) && isActionText(text);
}

function holdsDate(tree: HtmlTree, node: number): boolean {
  const text = plainText(tree, node);
  return text.length > 200 || findDate(text) !== null || findVagueDate(text) !== null;
}
