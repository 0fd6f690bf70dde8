import type { Gazetteer } from "../../src/annotate/entities/gazetteer.ts";
import { hashText } from "../../src/annotate/entities/model/hash.ts";
import { PosHashes } from "../../src/annotate/entities/model/token-columns.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { foldWidth } from "../../src/text/dates/fold-width.ts";
import type { TrainingText } from "./training-data.ts";

/**
 * Finds the words that stand in no name: of other kinds than nouns and never in a name of the training texts, or nouns
 * seen there several times outside names, never a proper noun to the dictionary and in no gazetteer.
 */
export function findDullWords(lines: readonly string[], training: readonly TrainingText[], tokenizer: Tokenizer, gazetteer: Gazetteer): Set<number> {
  const hashes = new PosHashes();
  const inside = new Set<number>();
  const outside = new Map<number, number>();
  const proper = new Set<number>();
  const nouns = new Set<number>();
  const others = new Set<number>();
  const look = (text: string, entities: TrainingText["entities"], counts: boolean) => {
    const tokens = tokenizer.tokenize(text);
    const folded = foldWidth(text);
    for (let i = 0; i < tokens.length; i++) {
      const [start, end] = [tokens.start(i), tokens.end(i)];
      const hash = hashText(folded, start, end);
      if (hashes.joins(tokens, i)) {
        nouns.add(hash);
        if (tokens.pos(i).startsWith("名詞,固有名詞") || gazetteer.get(tokens.surface(i)) !== null) proper.add(hash);
      } else others.add(hash);
      if (!counts) continue;
      if (entities.some((entity) => entity.start < end && start < entity.end && NAMES.test(entity.type))) inside.add(hash);
      else outside.set(hash, (outside.get(hash) ?? 0) + 1);
    }
  };
  for (const { text, entities } of training) look(text, entities, true);
  for (let i = 0; i < lines.length; i += 4) look(lines[i]!, [], false);
  const dull = new Set<number>();
  for (const hash of others) if (!nouns.has(hash) && !inside.has(hash)) dull.add(hash);
  for (const hash of nouns) if (!proper.has(hash) && !inside.has(hash) && (outside.get(hash) ?? 0) >= 3) dull.add(hash);
  return dull;
}

const NAMES = /^(?!DATE|TIME|QUANTITY|ORDINAL|CARDINAL|MONEY|PERCENT|TITLE_AFFIX)/;
