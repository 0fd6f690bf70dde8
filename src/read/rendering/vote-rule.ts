import type { Note } from "../../model/discussion.ts";
import { isCountLine } from "../count.ts";
import { type Header, headerAt } from "./headers.ts";
import { isBlank, type Line } from "./lines.ts";

/** A comment while its lines are being gathered: its body is the lines `[from, to)`. */
export interface Piece {
  readonly header: Header | null;
  readonly indent: number;
  readonly from: number;
  to: number;
  readonly notes: Note[];
}

/** The lines of a comment's vote counts. */
export interface Counts {
  readonly first: number;
  readonly last: number;
}

/**
 * The rule that settles whether the bare number at the end of a comment is its vote.
 *
 * With a blank line before it, and nothing between it and the next header, it is. With a blank line after it, it is
 * text where other comments of the page show certain votes (a paragraph ends in a blank line, a vote does not), else
 * a vote if at least half the comments end so. At the end of the section it is a vote where the page has votes.
 */
export class VoteRule {
  readonly #lines: readonly Line[];
  readonly #base: number;
  readonly #endsInBreak: boolean;
  readonly #certain: boolean;
  readonly #usual: boolean;

  constructor(lines: readonly Line[], pieces: readonly Piece[], base: number) {
    this.#lines = lines;
    this.#base = base;
    const final = lines.at(-1)!;
    this.#endsInBreak = final.text === "" && !final.ghost;
    const ends = pieces.filter((piece) => this.lastCount(piece) !== null);
    this.#certain = ends.some(
      (piece) =>
        this.lastCount(piece)!.last + 1 === piece.to && piece.to < lines.length && lines[piece.to]!.indent >= base,
    );
    this.#usual = ends.length * 2 >= pieces.length;
  }

  /** The lines of the counts that end the piece after a blank line; two only where a header follows right away. */
  lastCount(piece: Piece): Counts | null {
    let last = piece.to - 1;
    while (last >= piece.from && this.#lines[last]!.text === "") last--;
    const first = last < piece.from ? null : voteBefore(this.#lines, last + 1);
    if (first === null || first < piece.from) return null;
    return first === last || (last + 1 === piece.to && piece.to < this.#lines.length) ? { first, last } : null;
  }

  isVote(piece: Piece, { last }: Counts, notes: Note[]): boolean {
    const next = this.#lines[piece.to];
    const atEnd = next === undefined || next.indent < this.#base;
    const direct = last + 1 === piece.to || (next === undefined && last + 2 === piece.to && this.#endsInBreak);
    if (direct && (!atEnd || this.#certain)) return true;
    if (this.#certain && this.#lostNext(piece)) return true;
    const vote = direct || (this.#certain ? atEnd : this.#usual);
    const reading = vote ? "its vote" : "text";
    notes.push({ code: "bare-number", message: `its last line is only a number, read as ${reading}` });
    return vote;
  }

  /** Where the next comment lost its header, a blank line stands between vote and body. */
  #lostNext(piece: Piece): boolean {
    return (
      piece.to < this.#lines.length &&
      headerAt(this.#lines, piece.to) === null &&
      this.#lines[piece.to]!.indent >= this.#base
    );
  }
}

/** The first line of the votes that end right above a line, after a blank one: likes, or likes over dislikes. */
export function voteBefore(lines: readonly Line[], at: number): number | null {
  const isCount = (index: number): boolean => index >= 0 && isCountLine(lines[index]!.text);
  if (!isCount(at - 1)) return null;
  if (isBlank(lines, at - 2)) return at - 1;
  return isCount(at - 2) && isBlank(lines, at - 3) ? at - 2 : null;
}
