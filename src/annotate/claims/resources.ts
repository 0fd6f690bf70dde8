import type { DataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import { loadWordVectors, type NamedVectors } from "../../words/load-word-vectors.ts";
import { TokenClasses } from "../../words/token-classes.ts";
import { type KindModel, readKindModel } from "./kind-model.ts";
import { WordForms } from "./word-forms.ts";
import { type ClaimWords, loadClaimWords } from "./words.ts";

/** The trained weights; `npx tsx workshop/train-claims.ts` makes them. */
export const CLAIM_MODEL = "data/models/claims.bin";

/** What the finder of claims knows. */
export interface ClaimResources {
  readonly classes: TokenClasses;
  readonly words: ClaimWords;
  readonly forms: WordForms;
  readonly model: KindModel;
}

/** Returns what the finder of claims knows; `shared` are the word vectors where they were read already. */
export function loadClaimResources(read: DataReader, shared: NamedVectors = loadWordVectors(read)): ClaimResources {
  const model = loadModel(read, shared);
  if (model !== null) return Object.freeze({ ...loadClaimRules(read), model });
  throw new YoronError({
    code: "missing-resource",
    what: "the model of claims was made for another version or other word vectors:",
    value: CLAIM_MODEL,
    next: "run `npx tsx workshop/train-claims.ts`",
  });
}

/** Returns everything but the model, for which training has no use yet. */
export function loadClaimRules(read: DataReader): Omit<ClaimResources, "model"> {
  return { classes: new TokenClasses(), words: loadClaimWords(read), forms: new WordForms() };
}

function loadModel(read: DataReader, shared: NamedVectors): KindModel | null {
  const bytes = read.bytes(CLAIM_MODEL);
  try {
    return readKindModel(bytes, shared);
  } catch {
    return null;
  }
}
