import type { Gazetteer } from "../../src/annotate/entities/gazetteer.ts";
import { hashText } from "../../src/annotate/entities/model/hash.ts";
import { PosHashes } from "../../src/annotate/entities/model/token-columns.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { foldWidth } from "../../src/text/dates/fold-width.ts";
import type { TrainingText } from "./training-data.ts";

/** Share of a word's occurrences that may stand in names before it is worth looking at. */
const RARE = 0.05;
/** Occurrences that make a count trusted: in the training texts, and of nouns not seen there in the raw ones (every fourth line). */
const ENOUGH = 3;
const OFTEN = 6;

/**
 * Finds the words by which no name is known: seldom in a name of the training texts, or, of those not seen there, no nouns
 * or frequent in raw text; never a proper noun to the dictionary, and in no gazetteer.
 */
export function findDullWords(
  lines: readonly string[],
  training: readonly TrainingText[],
  tokenizer: Tokenizer,
  gazetteer: Gazetteer,
): Set<number> {
  const hashes = new PosHashes();
  const inside = new Map<number, number>();
  const total = new Map<number, number>();
  const raw = new Map<number, number>();
  const proper = new Set<number>();
  const nouns = new Set<number>();
  const more = (counts: Map<number, number>, hash: number) => counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const look = (text: string, entities: TrainingText["entities"], trained: boolean) => {
    const tokens = tokenizer.tokenize(text);
    const folded = foldWidth(text);
    for (let i = 0; i < tokens.length; i++) {
      const [start, end] = [tokens.start(i), tokens.end(i)];
      const hash = hashText(folded, start, end);
      if (hashes.of(tokens, i).joins) nouns.add(hash);
      if (tokens.pos(i).startsWith("名詞,固有名詞") || gazetteer.get(tokens.surface(i)) !== null) proper.add(hash);
      more(trained ? total : raw, hash);
      if (trained && entities.some((entity) => entity.start < end && start < entity.end && NAMES.test(entity.type)))
        more(inside, hash);
    }
  };
  for (const { text, entities } of training) look(text, entities, true);
  for (let i = 0; i < lines.length; i += 4) look(lines[i]!, [], false);
  const dull = new Set<number>();
  for (const hash of new Set([...total.keys(), ...raw.keys()])) {
    const seen = total.get(hash) ?? 0;
    const named = inside.get(hash) ?? 0;
    if (
      seen >= ENOUGH
        ? named / seen <= RARE
        : named === 0 && !proper.has(hash) && (!nouns.has(hash) || (raw.get(hash) ?? 0) >= OFTEN)
    )
      dull.add(hash);
  }
  return dull;
}

const NAMES = /^(?!DATE|TIME|QUANTITY|ORDINAL|CARDINAL|MONEY|PERCENT|TITLE_AFFIX|OPTIONAL)/;
