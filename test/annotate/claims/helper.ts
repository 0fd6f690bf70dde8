import { eachPiece } from "../../../src/annotate/claims/find-claims.ts";
import { Piece } from "../../../src/annotate/claims/piece.ts";
import { loadClaimRules } from "../../../src/annotate/claims/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { loadTokenizer } from "../../../src/tokenize/load-tokenizer.ts";
import { splitSentences } from "../../../src/tokenize/sentences/split-sentences.ts";

const tokenizer = await loadTokenizer();
export const rules = loadClaimRules(dataReader());

/** Returns what `look` sees of each piece of a text. */
export function eachOf<Seen>(text: string, look: (piece: Piece) => Seen): Seen[] {
  const tokens = tokenizer.tokenize(text);
  const seen: Seen[] = [];
  const piece = new Piece(rules);
  eachPiece({ tokens, sentences: splitSentences(tokens) }, rules, piece, () => seen.push(look(piece)));
  return seen;
}

/** Returns the spans of the pieces of a text. */
export const spansOf = (text: string) => eachOf(text, ({ start, end }) => ({ start, end }));
