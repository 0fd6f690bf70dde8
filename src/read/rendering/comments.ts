import type { Reactions, TraceRow } from "../../model/discussion.ts";
import { isCountLine, parseCount } from "../count.ts";
import type { CommentDraft } from "../discussion.ts";
import { type Header, headerAt } from "./headers.ts";
import { isBlank, type Line, nextFilled } from "./lines.ts";
import { type Counts, type Piece, VoteRule, voteBefore } from "./vote-rule.ts";

const INDENT = 2;

/** The comments of a rendering, and the line after the last of them. */
export interface CommentSection {
  readonly comments: CommentDraft[];
  /** Empty where no trace is asked for. */
  readonly trace: readonly TraceRow[];
  readonly end: number;
}

/**
 * Returns the comments that start at line `from`, whose indent is that of a top-level comment.
 *
 * A line indented less ends the section. A comment that lost both bullets shows by a change of indent, or by standing
 * after a vote line where the page has votes.
 */
export function readCommentSection(lines: readonly Line[], from: number, traced: boolean): CommentSection {
  const { pieces, end } = cutPieces(lines, from);
  const votes = new VoteRule(lines, pieces, lines[from]!.indent);
  const trace: TraceRow[] | null = traced ? [] : null;
  const parents: number[] = [];
  const comments = pieces.map((piece, index): CommentDraft => {
    const depth = Math.min((piece.indent - lines[from]!.indent) / INDENT, parents.length);
    parents.length = depth;
    const parent = parents[depth - 1] ?? null;
    parents.push(index);
    return readPiece(lines, piece, votes, { parent, place: `c${index + 1}`, trace });
  });
  const showsDown = comments.some(({ reactions }) => "down" in reactions);
  if (showsDown) for (const comment of comments) comment.reactions = { down: null, ...comment.reactions };
  return { comments, trace: trace ?? [], end };
}

function cutPieces(lines: readonly Line[], from: number): { pieces: Piece[]; end: number } {
  const cut = new Cut(lines, from);
  let at = from;
  while (at < lines.length && (lines[at]!.text === "" || lines[at]!.indent >= cut.base)) at = cut.read(at);
  return { pieces: cut.endAt(at), end: at };
}

const LIST_ITEM = /^(?:[•・*]|\d+\.)\s/;

/** A section of comments as far as it is cut. */
class Cut {
  /** The indent of a top-level comment. */
  readonly base: number;
  readonly #lines: readonly Line[];
  readonly #from: number;
  readonly #showsVotes: boolean;
  readonly #pieces: Piece[] = [];
  /** How the first header is written: others are written so, too. */
  #signature: string | null = null;
  #current: Piece | null = null;
  /** The indent of the list that the current comment is in. */
  #listIndent: number | null = null;

  constructor(lines: readonly Line[], from: number) {
    this.#lines = lines;
    this.#from = from;
    this.base = lines[from]!.indent;
    this.#showsVotes = hasCertainVote(lines, from, this.base);
  }

  /** Reads a line, or a header of several, and returns the line to go on at. */
  read(at: number): number {
    const line = this.#lines[at]!;
    if (line.text === "") return at + 1;
    const header = this.#headerAt(at, line);
    if (header !== null) {
      this.#signature = header.signature;
      this.#begin(at, { header, indent: line.indent, from: header.dateLine + 1, to: this.#lines.length, notes: [] });
      return header.dateLine + 1;
    }
    if (this.#isWithoutHeader(at, line)) {
      const message = "its name and date are not in the rendering; told from the comment before by indent or vote line";
      const notes = [{ code: "missing-header", message }];
      this.#begin(at, { header: null, indent: line.indent, from: at, to: this.#lines.length, notes });
    }
    return at + 1;
  }

  #headerAt(at: number, { indent }: Line): Header | null {
    const deepest = this.#current === null ? this.base : this.#current.indent + INDENT;
    if (indent > deepest || (indent - this.base) % INDENT !== 0 || !opensAfter(this.#lines, at, this.#from))
      return null;
    const header = headerAt(this.#lines, at);
    return header !== null && (this.#signature === null || header.signature === this.#signature) ? header : null;
  }

  /** Whether a comment begins here that lost its header; a list inside of the current one shows by indent too. */
  #isWithoutHeader(at: number, { indent, text }: Line): boolean {
    const current = this.#current;
    if (current === null) return true;
    if (indent > current.indent && LIST_ITEM.test(text)) {
      this.#listIndent = indent;
      return false;
    }
    if (indent === current.indent) this.#listIndent = null;
    if (this.#listIndent !== null && indent >= this.#listIndent) return false;
    return lostHeader(this.#lines, at, current, this.base, this.#showsVotes);
  }

  #begin(at: number, piece: Piece): void {
    this.endAt(at);
    this.#current = piece;
    this.#pieces.push(piece);
    this.#listIndent = null;
  }

  /** Ends the current comment before a line, and returns all. */
  endAt(at: number): Piece[] {
    if (this.#current !== null) this.#current.to = at;
    return this.#pieces;
  }
}

/** A header opens the section, or follows a blank line or a vote line. */
function opensAfter(lines: readonly Line[], at: number, from: number): boolean {
  if (at === from || isBlank(lines, at - 1)) return true;
  return voteBefore(lines, at) !== null;
}

function lostHeader(lines: readonly Line[], at: number, current: Piece, base: number, showsVotes: boolean): boolean {
  const { indent, text } = lines[at]!;
  if (!isBlank(lines, at - 1) || (indent - base) % INDENT !== 0 || indent > current.indent + INDENT) return false;
  if (indent !== current.indent) return true;
  if (!showsVotes || isCountLine(text)) return false;
  let before = at - 1;
  while (before > current.from && lines[before]!.text === "") before--;
  return (
    before > current.from &&
    isCountLine(lines[before]!.text) &&
    isBlank(lines, before - 1) &&
    bodyBefore(lines, current, before)
  );
}

function bodyBefore(lines: readonly Line[], piece: Piece, before: number): boolean {
  return nextFilled(lines, piece.from) < before;
}

/** A count with a blank line before it and a header right under it can only be a vote. */
function hasCertainVote(lines: readonly Line[], from: number, base: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.text === "") continue;
    if (line.indent < base) return false;
    if (isCountLine(line.text) && headerAt(lines, at + 1) !== null && voteBefore(lines, at + 1) !== null) return true;
  }
  return false;
}

/** Where a comment stands in its thread, and the trace that its lines go to. */
interface Standing {
  readonly parent: number | null;
  readonly place: string;
  readonly trace: TraceRow[] | null;
}

function readPiece(
  lines: readonly Line[],
  piece: Piece,
  votes: VoteRule,
  { parent, place, trace }: Standing,
): CommentDraft {
  const { header, notes } = piece;
  const mark = (index: number, reason: string): void => {
    trace?.push({ start: lines[index]!.start, end: lines[index]!.end, place, reason });
  };
  if (header?.nameLine != null) mark(header.nameLine, "author");
  if (header !== null) mark(header.dateLine, "date");
  if (header?.date === "invalid") {
    notes.push({ code: "invalid-date", message: `no calendar has the date ${lines[header.dateLine]!.text}` });
  }
  const counts = votes.lastCount(piece);
  const vote = counts !== null && votes.isVote(piece, counts, notes) ? counts : null;
  const to = vote?.first ?? piece.to;
  const first = nextFilled(lines, piece.from);
  let end = to;
  while (end > first && lines[end - 1]!.text === "") end--;
  const body: string[] = [];
  for (let at = first; at < end; at++) {
    // A paragraph of nothing but spaces is no paragraph: it goes with the blank line after it.
    if (lines[at]!.ghost && isBlank(lines, at - 1) && isBlank(lines, at + 1)) at++;
    else body.push(lines[at]!.text);
    if (lines[at]!.text !== "") mark(at, "body");
  }
  for (let at = vote?.first ?? 0; at <= (vote?.last ?? -1); at++) mark(at, "votes");
  return {
    parent,
    author: header?.name ?? null,
    posted: header === null || header.date === "invalid" ? null : header.date,
    reactions: reactionsOf(lines, vote),
    text: body.join("\n"),
    notes,
  };
}

function reactionsOf(lines: readonly Line[], vote: Counts | null): Reactions {
  if (vote === null) return { up: null };
  const up = parseCount(lines[vote.first]!.text);
  return vote.first === vote.last ? { up } : { up, down: parseCount(lines[vote.last]!.text) };
}
