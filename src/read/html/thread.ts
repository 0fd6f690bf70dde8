import type { Note } from "../../model/discussion.ts";
import type { CommentDraft } from "../discussion.ts";
import type { Places } from "./places.ts";
import { bodyOf } from "./threads/body.ts";
import { hasDate } from "./threads/dates.ts";
import { type Item, type Items, ownRows } from "./threads/item.ts";
import { type Line, linesOf } from "./threads/lines.ts";
import { readName } from "./threads/name.ts";
import { findParts, type Parts } from "./threads/parts.ts";
import { namesSomebody } from "./threads/phrases.ts";
import { readVotes, type Votes, votesAsReactions } from "./threads/reactions.ts";
import { readWhen } from "./threads/when.ts";
import { attribute, type HtmlTree, textOf } from "./tree.ts";

/** How a theme marks up its comments; each function looks at one element. */
export interface ThreadMarkup {
  /** An item of the list of comments. */
  isItem(tree: HtmlTree, node: number): boolean;
  isAuthor(tree: HtmlTree, node: number): boolean;
  isDate(tree: HtmlTree, node: number): boolean;
  /** The words of the comment. */
  isBody(tree: HtmlTree, node: number): boolean;
  /** Where a theme has no element of its own for the words: what holds author, date and words together. */
  isShell?(tree: HtmlTree, node: number): boolean;
}

/**
 * Reads the comments that were found on a page, in page order, and takes their text nodes in `places`. What a theme's
 * markup does not name is found by what classes, elements and words say.
 */
export function readThread(tree: HtmlTree, places: Places, items: Items, markup: ThreadMarkup | null): CommentDraft[] {
  const read = items.list.map((item, index) => readItem(tree, places, items, item, `c${index + 1}`, markup));
  const reactions = votesAsReactions(read.map(({ votes }) => votes));
  return read.map(({ draft }, index) => ({ ...draft, reactions: reactions[index]! }));
}

function readItem(
  tree: HtmlTree,
  places: Places,
  items: Items,
  item: Item,
  place: string,
  markup: ThreadMarkup | null,
): { draft: Omit<CommentDraft, "reactions">; votes: Votes } {
  const rows = [...ownRows(items, item)];
  const parts = partsOf(tree, rows, item.node, markup);
  const votes = readVotes(tree, places, parts.votes, place);
  const notes: Note[] = [];
  const lines = headAndFoot(tree, rows, parts);
  const when = readWhen(tree, parts, lines, notes);
  const named = readName(tree, parts, lines);
  for (const node of when.nodes) if (!isWordless(tree, node)) places.takeAll(node, place, "date");
  for (const node of named?.nodes ?? []) places.takeAll(node, place, "author");
  const flat = bodyOf(tree, places, items, item, {
    parts,
    lines,
    head: [...when.nodes, ...(named?.nodes ?? [])],
    place,
  });
  if (parts.moderated) {
    notes.push({ code: "awaiting-moderation", message: "the page says that this comment awaits moderation" });
  }
  const id = attribute(tree, item.node, "id") ?? "";
  const draft = {
    sourceId: id === "" ? null : id,
    parent: item.parent < 0 ? null : item.parent,
    author: named?.name ?? null,
    posted: when.value,
    text: flat.text,
    links: flat.links,
    notes,
  };
  return { draft, votes };
}

/** A line of words and names is the author's where it holds no date. */
function isWordless(tree: HtmlTree, node: number): boolean {
  return tree.names[node] === "" && !/\d/.test(textOf(tree, node));
}

/** Lines from each end that may be head and foot where the words have no element of their own. */
const ENDS = 3;

/** What is called the words holds the head too where nothing outside of it names anybody or any day. */
function partsOf(tree: HtmlTree, rows: readonly number[], item: number, markup: ThreadMarkup | null): Parts {
  const parts = findParts(tree, rows, item, markup);
  if (parts.body < 0 || parts.author >= 0 || parts.date >= 0) return parts;
  const outside = headAndFoot(tree, rows, parts);
  if (outside.some(({ text }) => hasDate(text) || namesSomebody(text.trim()))) return parts;
  return findParts(tree, rows, item, markup, false);
}

/** The lines outside of the words; where nothing parts them from the words, the first and the last ones. */
function headAndFoot(tree: HtmlTree, rows: readonly number[], { body, apart, votes }: Parts): Line[] {
  const passed = new Set([...apart, ...votes]);
  const lines = linesOf(tree, rows, (node) => passed.has(node) || node === body);
  return body >= 0 || lines.length <= 2 * ENDS ? lines : [...lines.slice(0, ENDS), ...lines.slice(-ENDS)];
}
