import type { Reactions, TraceRow } from "../../model/discussion.ts";
import { isCountLine, parseCount } from "../count.ts";
import type { CommentDraft } from "../discussion.ts";
import { headerAt } from "./headers.ts";
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
    return readPiece(lines, piece, votes, parent, `c${index + 1}`, trace);
  });
  const showsDown = comments.some(({ reactions }) => "down" in reactions);
  if (showsDown) for (const comment of comments) comment.reactions = { down: null, ...comment.reactions };
  return { comments, trace: trace ?? [], end };
}

function cutPieces(lines: readonly Line[], from: number): { pieces: Piece[]; end: number } {
  const base = lines[from]!.indent;
  const pieces: Piece[] = [];
  const showsVotes = hasCertainVote(lines, from, base);
  let signature: string | null = null;
  let current: Piece | null = null;
  let listIndent: number | null = null;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.text === "") continue;
    if (line.indent < base) break;
    const deepest: number = current === null ? base : current.indent + INDENT;
    const header =
      line.indent <= deepest && (line.indent - base) % INDENT === 0 && opensAfter(lines, at, from)
        ? headerAt(lines, at)
        : null;
    if (header !== null && (signature === null || header.signature === signature)) {
      signature = header.signature;
      if (current !== null) current.to = at;
      current = { header, indent: line.indent, from: header.dateLine + 1, to: lines.length, notes: [] };
      pieces.push(current);
      listIndent = null;
      at = header.dateLine;
      continue;
    }
    if (current !== null && /^(?:[•・*]|\d+\.)\s/.test(line.text) && line.indent > current.indent) {
      listIndent = line.indent;
      continue;
    }
    if (current !== null && line.indent === current.indent) listIndent = null;
    const inList = listIndent !== null && line.indent >= listIndent;
    const lost = current === null || (!inList && lostHeader(lines, at, current, base, showsVotes));
    if (!lost) continue;
    if (current !== null) current.to = at;
    const message = "its name and date are not in the rendering; told from the comment before by indent or vote line";
    current = {
      header: null,
      indent: line.indent,
      from: at,
      to: lines.length,
      notes: [{ code: "missing-header", message }],
    };
    pieces.push(current);
    listIndent = null;
  }
  if (current !== null) current.to = at;
  return { pieces, end: at };
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

function readPiece(
  lines: readonly Line[],
  piece: Piece,
  votes: VoteRule,
  parent: number | null,
  place: string,
  trace: TraceRow[] | null,
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
