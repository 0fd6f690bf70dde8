import type { Tokens } from "../../../model/tokens.ts";
import { type ModelFolder, SPECIAL } from "./read-model-folder.ts";

/** A piece of a word: its number, its place in the text, and whether the model is asked about it. */
export interface Piece {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly asked: boolean;
}

/**
 * Returns the pieces of tokens `[first, last)`: characters, or the longest pieces of each word that the vocabulary has
 * (WordPiece, Schuster & Nakajima 2012), of which the first stands for the word.
 *
 * Words are Yoron's, of IPADIC; a model that was trained on words of another dictionary is asked about nearly the same.
 */
export function piecesOf(
  tokens: Tokens,
  first: number,
  last: number,
  folder: Pick<ModelFolder, "vocabulary" | "byCharacter" | "lower">,
): Piece[] {
  const pieces: Piece[] = [];
  for (let i = first; i < last; i++) {
    const [start, end] = [tokens.start(i), tokens.end(i)];
    if (folder.byCharacter) pieces.push(...characters(tokens.text, start, end, folder));
    else pieces.push(...wordPieces(normal(tokens.text.slice(start, end), folder), start, end, folder));
  }
  return pieces;
}

function normal(word: string, { lower }: Pick<ModelFolder, "lower">): string {
  const folded = word.normalize("NFKC");
  return lower ? folded.toLowerCase() : folded;
}

function characters(
  text: string,
  from: number,
  to: number,
  { vocabulary, lower }: Pick<ModelFolder, "vocabulary" | "lower">,
): Piece[] {
  const unknown = vocabulary.get(SPECIAL.unknown)!;
  const pieces: Piece[] = [];
  for (let start = from; start < to; ) {
    const character = String.fromCodePoint(text.codePointAt(start)!);
    const end = start + character.length;
    pieces.push({ number: vocabulary.get(normal(character, { lower })) ?? unknown, start, end, asked: true });
    start = end;
  }
  return pieces;
}

function wordPieces(
  word: string,
  start: number,
  end: number,
  { vocabulary }: Pick<ModelFolder, "vocabulary">,
): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < word.length; ) {
    let to = word.length;
    const piece = () => (at === 0 ? "" : "##") + word.slice(at, to);
    while (to > at && !vocabulary.has(piece())) to--;
    if (to === at) return [{ number: vocabulary.get(SPECIAL.unknown)!, start, end, asked: true }];
    pieces.push({ number: vocabulary.get(piece())!, start, end, asked: at === 0 });
    at = to;
  }
  return pieces;
}
