import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Claim } from "../../model/layers.ts";
import { cutPieces } from "./cut-pieces.ts";
import { judgeKind } from "./judge-kind.ts";
import { Piece } from "./piece.ts";
import type { ClaimResources } from "./resources.ts";

/**
 * Returns the pieces of each unit that say something, each with its kind, ordered by unit, then start.
 *
 * A piece is a sentence, or a clause of a long one; the pieces of a sentence follow each other and hold all of its words.
 *
 * @example
 * findClaims(units, resources).map(({ text, kind }) => [kind, text]);
 * // [["reason", "子どもが小さいので、"], ["claim", "夜の会議には出られません。"]]
 */
export function findClaims(units: readonly AnalyzedUnit[], resources: ClaimResources): readonly Claim[] {
  const claims: Claim[] = [];
  const piece = new Piece(resources);
  for (const unit of units) {
    let n = 0;
    eachPiece(unit, resources, piece, () => {
      const { start, end } = piece;
      n++;
      claims.push({
        id: `${unit.id}.${n}`,
        unit: unit.id,
        start,
        end,
        text: unit.text.slice(start, end),
        ...judgeKind(piece, resources.model),
      });
    });
  }
  return claims;
}

/** Fills `piece` with each piece of a unit in turn, and calls `take`. */
export function eachPiece(
  { tokens, sentences }: Pick<AnalyzedUnit, "tokens" | "sentences">,
  { classes, words }: Pick<ClaimResources, "classes" | "words">,
  piece: Piece,
  take: () => void,
): void {
  const bits = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) bits[i] = classes.bits(tokens, i);
  piece.begin(tokens, bits, sentences.length);
  sentences.forEach(({ firstToken, lastToken }, number) => {
    const sentence = { number, firstToken, lastToken };
    cutPieces({ tokens, bits, first: firstToken, last: lastToken, words }, (from, to) => {
      piece.read(from, to, sentence);
      take();
    });
  });
}
