import type { Note } from "../../model/discussion.ts";
import { dateOrderOf } from "../../text/page-date.ts";
import type { CommentDraft } from "../discussion.ts";
import type { Places } from "./places.ts";
import { bodyOf } from "./threads/body.ts";
import { hasDate } from "./threads/dates.ts";
import { type Item, type Items, ownRows } from "./threads/item.ts";
import { type Line, linesOf } from "./threads/lines.ts";
import type { ThreadMarkup } from "./threads/markup.ts";
import { readName } from "./threads/name.ts";
import { parentsByAnchor, shownNumber } from "./threads/numbers.ts";
import { findParts, type Parts } from "./threads/parts.ts";
import { isActionText, isBetween, isPendingText, namesSomebody } from "./threads/phrases.ts";
import { readVotes, type Votes, votesAsReactions } from "./threads/reactions.ts";
import { type Dated, findWhen, readWhen } from "./threads/when.ts";
import { attribute, type HtmlTree, textOf } from "./tree.ts";

/** What is known of a thread beside its page. */
interface ThreadOptions {
  /** What relative dates count from. */
  readonly saved?: string | undefined;
  /** The unit that a comment becomes, by its place on the page. */
  placeOf?(index: number): string;
  /** Whether an element is none of the words, beside what any page says of itself. */
  isApart?(node: number): boolean;
}

/**
 * Reads the comments that were found on a page, in page order, and takes their text nodes in `places`. What a theme's
 * markup does not name is found by what classes, elements and words say.
 */
export function readThread(
  tree: HtmlTree,
  places: Places,
  items: Items,
  markup: ThreadMarkup | null,
  { saved, placeOf = (index) => `c${index + 1}`, isApart }: ThreadOptions = {},
): readonly CommentDraft[] {
  const read = items.list.map((item, index) =>
    readItem(tree, places, items, item, { place: placeOf(index), markup, isApart }),
  );
  const reactions = votesAsReactions(read.map(({ votes }) => votes));
  const order = dateOrderOf(read.flatMap(({ when }) => when.texts)) ?? undefined;
  for (const [index, { draft, when }] of read.entries()) {
    const notes: Note[] = [];
    draft.posted = readWhen(when, { saved, order }, notes);
    draft.reactions = reactions[index]!;
    draft.notes = [...notes, ...draft.notes];
  }
  return parentsByAnchor(
    read.map(({ draft }) => draft),
    read.map(({ number }) => number),
  );
}

/** A comment; its date and votes are set when the whole thread, which helps to read them, is known. */
interface ItemRead {
  readonly draft: CommentDraft & { notes: Note[] };
  readonly when: Dated;
  readonly votes: Votes;
  readonly number: number | null;
}

/** What is known of one comment beside its rows. */
interface ItemOptions {
  readonly place: string;
  readonly markup: ThreadMarkup | null;
  readonly isApart: ThreadOptions["isApart"];
}

function readItem(
  tree: HtmlTree,
  places: Places,
  items: Items,
  item: Item,
  { place, markup, isApart }: ItemOptions,
): ItemRead {
  const rows = [...ownRows(items, item)];
  const parts = partsOf(tree, rows, item.node, markup);
  if (isApart !== undefined) parts.apart.push(...rows.filter((node) => tree.names[node] !== "" && isApart(node)));
  const votes = readVotes(tree, places, items, parts.votes, place);
  const lines = headAndFoot(tree, rows, parts);
  const when = findWhen(tree, parts, lines);
  const named = readName(tree, parts, lines);
  const take = (node: number, reason: string): void => {
    for (const row of ownRows(items, { from: node, to: tree.ends[node]! }))
      if (tree.names[row] === "") places.take(row, place, reason);
  };
  for (const node of when.nodes) if (!isWordless(tree, node)) take(node, "date");
  const name = named?.nodes ?? [];
  for (const node of name) take(node, "author");
  const head = [...when.nodes, ...name];
  const flat = bodyOf(tree, places, item, { rows, parts, lines, name, head, place });
  const notes: Note[] = parts.moderated
    ? [{ code: "awaiting-moderation", message: "the page says that this comment awaits moderation" }]
    : [];
  const beside = lines.map((line) => wordsLeft(tree, places, line)).filter((text) => text.length >= LEAST);
  if (beside.length > 0) {
    const message = `words beside those of the comment were left out: ${beside.join(" / ").slice(0, 80)}`;
    notes.push({ code: "body-uncertain", message });
  }
  const id = attribute(tree, item.node, "id") ?? "";
  const draft = {
    sourceId: id === "" ? null : id,
    parent: item.parent < 0 ? null : item.parent,
    author: named?.name ?? null,
    posted: null,
    reactions: {},
    text: flat.text,
    links: flat.links,
    ruby: flat.ruby,
    notes,
  };
  return { draft, when, votes, number: shownNumber(lines) };
}

/** So many characters outside of the words are no label or rank. */
const LEAST = 20;

/** The text of a line that nothing has taken. */
function wordsLeft(tree: HtmlTree, places: Places, { nodes }: Line): string {
  const text = nodes
    .filter((node) => !places.isTaken(node))
    .map((node) => textOf(tree, node))
    .join("")
    .trim();
  return isBetween(text) || isActionText(text) || isPendingText(text) ? "" : text.replace(/\s+/g, " ");
}

/** A line of words and names is the author's where it holds no date. */
function isWordless(tree: HtmlTree, node: number): boolean {
  return tree.names[node] === "" && !/\d/.test(textOf(tree, node));
}

/** Lines from each end that may be head and foot where the words have no element of their own. */
const ENDS = 3;

/**
 * What is called the words holds the head too where nothing outside of it names anybody or any day; it is not the words where all that
 * it holds is replies.
 */
function partsOf(tree: HtmlTree, rows: readonly number[], item: number, markup: ThreadMarkup | null): Parts {
  const parts = findParts(tree, rows, item, markup);
  if (parts.body >= 0 && !holdsText(tree, rows, parts.body)) return findParts(tree, rows, item, markup, false);
  if (parts.body < 0 || parts.author >= 0 || parts.date >= 0) return parts;
  const outside = headAndFoot(tree, rows, parts);
  if (outside.some(({ text }) => hasDate(text) || namesSomebody(text.trim()))) return parts;
  return findParts(tree, rows, item, markup, false);
}

/** Whether an element holds words that stand in some rows, too. */
function holdsText(tree: HtmlTree, rows: readonly number[], node: number): boolean {
  return rows.some(
    (row) => row > node && row < tree.ends[node]! && tree.names[row] === "" && /\S/.test(textOf(tree, row)),
  );
}

/** The lines outside of the words; where nothing parts them from the words, the first and the last ones. */
function headAndFoot(tree: HtmlTree, rows: readonly number[], { body, apart, votes }: Parts): Line[] {
  const passed = new Set([...apart, ...votes]);
  const lines = linesOf(tree, rows, (node) => passed.has(node) || node === body);
  return body >= 0 || lines.length <= 2 * ENDS ? lines : [...lines.slice(0, ENDS), ...lines.slice(-ENDS)];
}
