import type { Note, Reactions } from "../../model/discussion.ts";
import { parsePageDate } from "../../text/page-date.ts";
import type { CommentDraft } from "../discussion.ts";
import type { Places } from "./places.ts";
import { flatten } from "./text.ts";
import { attribute, type HtmlTree, hasClass, machineDate, plainText } from "./tree.ts";
import { isVoteWrapper, voteOf } from "./votes.ts";

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

interface Piece {
  readonly node: number;
  readonly index: number;
  author: number;
  date: number;
  body: number;
  shell: number;
  up: number | null;
  down: number | null;
  hasDown: boolean;
  moderated: boolean;
}

/** Reads the comments of a page in page order; nesting gives the parents. Takes their text nodes in `places`. */
export function readThread(tree: HtmlTree, places: Places, markup: ThreadMarkup): CommentDraft[] {
  const pieces: Piece[] = [];
  const parents: (number | null)[] = [];
  const open: { end: number; piece: Piece | null }[] = [];
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "") continue;
    while (open.length > 0 && open.at(-1)!.end <= node) open.pop();
    const within = open.at(-1)?.piece ?? null;
    if (tree.names[node] === "li" && isPing(tree, node)) {
      open.push({ end: tree.ends[node]!, piece: null });
      continue;
    }
    if (markup.isItem(tree, node)) {
      const piece = newPiece(node, pieces.length);
      parents.push(within?.index ?? null);
      pieces.push(piece);
      open.push({ end: tree.ends[node]!, piece });
      continue;
    }
    if (within === null) continue;
    if (isVoteWrapper(tree, node)) {
      readVotes(tree, places, node, within);
      node = tree.ends[node]! - 1;
    } else notice(tree, node, within, markup);
  }
  const showsDown = pieces.some((piece) => piece.hasDown);
  return pieces.map((piece) => readPiece(tree, places, piece, parents[piece.index]!, markup, showsDown));
}

function newPiece(node: number, index: number): Piece {
  return {
    node,
    index,
    author: -1,
    date: -1,
    body: -1,
    shell: -1,
    up: null,
    down: null,
    hasDown: false,
    moderated: false,
  };
}

function isPing(tree: HtmlTree, node: number): boolean {
  return hasClass(tree, node, "pingback") || hasClass(tree, node, "trackback");
}

function readVotes(tree: HtmlTree, places: Places, wrapper: number, piece: Piece): void {
  for (let node = wrapper; node < tree.ends[wrapper]!; node++) {
    if (tree.names[node] === "") {
      places.take(node, `c${piece.index + 1}`, "votes");
      continue;
    }
    const vote = voteOf(tree, node);
    if (vote === null) continue;
    if (vote.name === "up") piece.up ??= vote.count;
    else {
      piece.down ??= vote.count;
      piece.hasDown = true;
    }
    // A count holds no other counts, and its text is the vote's own.
    for (let at = node + 1; at < tree.ends[node]!; at++)
      if (tree.names[at] === "") places.take(at, `c${piece.index + 1}`, "votes");
    node = tree.ends[node]! - 1;
  }
}

function notice(tree: HtmlTree, node: number, piece: Piece, markup: ThreadMarkup): void {
  if (isModeration(tree, node)) piece.moderated = true;
  // What a body holds is the writer's, even if it looks like an author or a date.
  if (piece.body >= 0 && node < tree.ends[piece.body]!) return;
  if (piece.author < 0 && markup.isAuthor(tree, node)) piece.author = node;
  else if (piece.date < 0 && markup.isDate(tree, node)) piece.date = node;
  else if (piece.body < 0 && markup.isBody(tree, node)) piece.body = node;
  else if (piece.shell < 0 && markup.isShell?.(tree, node) === true) piece.shell = node;
}

function isModeration(tree: HtmlTree, node: number): boolean {
  return hasClass(tree, node, "comment-note") || hasClass(tree, node, "comment-awaiting-moderation");
}

const ACTIONS = [
  "reply",
  "comment-act",
  "comment-meta",
  "comment-reply-link",
  "edit-link",
  "comment-edit-link",
  "says",
];

function readPiece(
  tree: HtmlTree,
  places: Places,
  piece: Piece,
  parent: number | null,
  markup: ThreadMarkup,
  showsDown: boolean,
): CommentDraft {
  const place = `c${piece.index + 1}`;
  const notes: Note[] = [];
  const author = piece.author < 0 ? "" : plainText(tree, piece.author);
  if (piece.author >= 0) places.takeAll(piece.author, place, "author");
  const posted = piece.date < 0 ? null : readDate(tree, piece.date, notes);
  if (piece.date >= 0) places.takeAll(piece.date, place, "date");
  const own = piece.body >= 0 ? piece.body : piece.shell;
  const flat =
    own < 0
      ? { text: "", links: [], ruby: [] }
      : flatten(tree, own + 1, tree.ends[own]!, {
          skip: (node) =>
            node === piece.author ||
            node === piece.date ||
            isVoteWrapper(tree, node) ||
            isModeration(tree, node) ||
            markup.isItem(tree, node) ||
            (piece.body < 0 &&
              (ACTIONS.some((name) => hasClass(tree, node, name)) || hasClass(tree, node, "comment-author"))),
          take: (node, reason) => places.take(node, place, reason),
        });
  if (piece.moderated) {
    notes.push({ code: "awaiting-moderation", message: "the page says that this comment awaits moderation" });
  }
  const id = attribute(tree, piece.node, "id") ?? "";
  const reactions: Reactions = showsDown || piece.hasDown ? { up: piece.up, down: piece.down } : { up: piece.up };
  return {
    sourceId: id === "" ? null : id,
    parent,
    author: author === "" ? null : author,
    posted,
    reactions,
    text: flat.text,
    links: flat.links,
    ruby: flat.ruby,
    notes,
  };
}

function readDate(tree: HtmlTree, node: number, notes: Note[]) {
  const machine = machineDate(tree, node);
  const shown = plainText(tree, node);
  const value = (machine === null ? null : parsePageDate(machine)) ?? parsePageDate(shown);
  if (value !== null && value !== "invalid") return value;
  const bad = shown === "" ? machine : shown;
  if (bad !== null && bad !== "")
    notes.push({ code: "invalid-date", message: `cannot read the date ${bad.slice(0, 60)}` });
  return null;
}
