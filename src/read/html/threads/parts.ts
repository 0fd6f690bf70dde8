import { attribute, type HtmlTree, isSmall, plainText } from "../tree.ts";
import { isVoteWrapper } from "../votes.ts";
import { findDate, findVagueDate } from "./dates.ts";
import { isHidden } from "./hidden.ts";
import type { ThreadMarkup } from "./markup.ts";
import { isActionText, isPendingText } from "./phrases.ts";
import { senseOf } from "./sense.ts";

/** The elements of one comment, rows or -1. */
export interface Parts {
  /** What holds the name, or the name with other things of the head. */
  author: number;
  /** Whether the author's element is the theme's own or says so surely. */
  surely: boolean;
  date: number;
  /** The time of the day, where it has an element of its own. */
  clock: number;
  body: number;
  /** What holds author, date and words together. */
  shell: number;
  readonly votes: number[];
  /** Subtrees that are not the words: actions, notes on moderation, avatars. */
  readonly apart: number[];
  moderated: boolean;
}

/** Elements that may be the body; more would be a hostile page's. */
const MOST = 12;
/** Beyond this an element holds more than a name. */
const LONGEST_NAME = 120;

/** What was found outside of the words, or in what may be the words. */
interface Guess {
  author: number;
  rank: number;
  date: number;
  dateRank: number;
}

/**
 * Looks at a comment's own rows once and says what is what. A theme's markup goes before what classes, ids and elements
 * say by themselves; without `hasBody` no element counts as that of the words. What stands in the body is the writer's, unless nothing outside says who wrote it and when.
 */
export function findParts(
  tree: HtmlTree,
  rows: Iterable<number>,
  item: number,
  markup: ThreadMarkup | null,
  hasBody = true,
): Parts {
  const parts: Parts = {
    author: -1,
    surely: false,
    date: -1,
    clock: -1,
    body: -1,
    shell: -1,
    votes: [],
    apart: [],
    moderated: false,
  };
  const outside: Guess = { author: -1, rank: 0, date: -1, dateRank: 0 };
  const inside: Guess = { author: -1, rank: 0, date: -1, dateRank: 0 };
  const bodies: number[] = [];
  const likely: { node: number; rank: number }[] = [];
  let passedEnd = 0;
  let clock = -1;
  for (const node of rows) {
    if (tree.names[node] === "" || node === item || node < passedEnd) continue;
    if (isVoteWrapper(tree, node)) {
      parts.votes.push(node);
      passedEnd = tree.ends[node]!;
      continue;
    }
    const sense = senseOf(tree, node);
    if (isPending(tree, node, sense.moderation)) parts.moderated = true;
    if (bodies.length === 2 && node < tree.ends[bodies[1]!]!) continue;
    const guess = bodies.length > 0 && node < tree.ends[bodies[0]!]! ? inside : outside;
    if (markup?.isShell?.(tree, node) === true && parts.shell < 0) parts.shell = node;
    const rank = markup?.isAuthor(tree, node) === true ? 6 : authorRank(tree, node, guess === inside);
    if (rank > guess.rank && (rank === 6 || isName(tree, node))) [guess.author, guess.rank] = [node, rank];
    const dateRank = markup?.isDate(tree, node) === true ? 2 : showsDate(tree, node) ? 1 : 0;
    if (clock < 0 && dateRank === 0 && guess === outside && showsClock(tree, node)) clock = node;
    if (dateRank > guess.dateRank) [guess.date, guess.dateRank] = [node, dateRank];
    if (
      node !== guess.author &&
      node !== guess.date &&
      node !== clock &&
      (sense.hidden || isHidden(tree, node) || isApart(tree, node, guess === inside))
    ) {
      parts.apart.push(node);
      passedEnd = tree.ends[node]!;
      continue;
    }
    const bodyRank = markup?.isBody(tree, node) === true ? 3 : sense.body;
    if (!hasBody || bodyRank === 0 || likely.length >= MOST || !hasText(tree, node)) continue;
    likely.push({ node, rank: bodyRank });
    if (bodyRank === 3 && bodies.length < 2 && (bodies.length === 0 || guess === inside)) bodies.push(node);
  }
  parts.author = outside.author >= 0 ? outside.author : inside.author;
  parts.surely = (outside.author >= 0 ? outside.rank : inside.rank) >= 4;
  parts.date = outside.date >= 0 ? outside.date : inside.date;
  parts.clock = parts.date < 0 ? -1 : clock;
  const holds = (node: number, part: number): boolean => part >= node && part < tree.ends[node]!;
  const pure = likely.filter(({ node }) => !holds(node, parts.author) && !holds(node, parts.date));
  const best = pure.reduce<{ node: number; rank: number } | null>(
    (most, one) => (most === null || one.rank > most.rank ? one : most),
    null,
  );
  if (best !== null && (parts.shell < 0 || best.rank === 3)) parts.body = best.node;
  return parts;
}

/** How surely an element holds the name, up to 4; in the words only a class counts, which nobody can write there. */
function authorRank(tree: HtmlTree, node: number, inWords: boolean): number {
  const { author } = senseOf(tree, node);
  if (author > 0) return author * 2;
  if (inWords) return 0;
  if (tree.names[node] === "cite") return 3;
  return /(?:^|\s)author(?:\s|$)/.test(tree.attributes[node]!.rel ?? "") ? 3 : 0;
}

function isName(tree: HtmlTree, node: number): boolean {
  if (!isSmall(tree, node)) return false;
  const text = plainText(tree, node);
  return text !== "" && text.length <= LONGEST_NAME && !isActionText(text);
}

function showsDate(tree: HtmlTree, node: number): boolean {
  if (tree.names[node] === "time")
    return attribute(tree, node, "datetime") !== null || (isSmall(tree, node) && dateText(tree, node));
  if (senseOf(tree, node).date) return isSmall(tree, node) && (dateText(tree, node) || hasTitleDate(tree, node));
  return tree.names[node] === "abbr" && hasTitleDate(tree, node);
}

/** An element of its own for the time of the day. */
function showsClock(tree: HtmlTree, node: number): boolean {
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

function hasText(tree: HtmlTree, node: number): boolean {
  if (!isSmall(tree, node)) return true;
  for (let at = node + 1; at < tree.ends[node]!; at++)
    if (tree.names[at] === "" && tree.source.slice(tree.from[at]!, tree.to[at]!).trim() !== "") return true;
  return false;
}

function isPending(tree: HtmlTree, node: number, named: boolean): boolean {
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
function isApart(tree: HtmlTree, node: number, inWords: boolean): boolean {
  const name = tree.names[node]!;
  if (name === "form" || name === "button" || name === "textarea") return true;
  const sense = senseOf(tree, node);
  if (sense.elsewhere) return true;
  if (/#respond\b|[?&]replytocom=/.test(tree.attributes[node]!.href ?? "")) return true;
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
