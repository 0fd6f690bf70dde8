import type { DataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import { loadWordVectors, type NamedVectors } from "../../words/load-word-vectors.ts";
import { TokenClasses } from "../../words/token-classes.ts";
import type { WordVectors } from "../../words/word-vectors.ts";
import { loadConsiderationList } from "./consideration-list.ts";
import { type ConsiderationModel, readConsiderationModel } from "./consideration-model.ts";

/** The trained weights; `npx tsx workshop/train-considerations.ts` makes them. */
export const CONSIDERATIONS = "data/models/considerations.bin";

/** What the finder of considerations knows. */
export interface ConsiderationResources {
  readonly classes: TokenClasses;
  readonly vectors: WordVectors;
  readonly model: ConsiderationModel;
  /** Ids of the considerations, in the order of the model's classes. */
  readonly ids: readonly string[];
}

/** Returns what the finder of considerations knows; `shared` are the word vectors where they were read already. */
export function loadConsiderationResources(
  read: DataReader,
  shared: NamedVectors = loadWordVectors(read),
): ConsiderationResources {
  const ids = loadConsiderationList(read).map(({ id }) => id);
  const model = loadModel(read);
  if (model === null || model.classes !== ids.length + 1 || model.vectors !== shared.mark) throw outdated();
  return Object.freeze({ classes: new TokenClasses(), vectors: shared.vectors, model, ids });
}

function loadModel(read: DataReader): ConsiderationModel | null {
  const bytes = read.bytes(CONSIDERATIONS);
  try {
    return readConsiderationModel(bytes);
  } catch {
    return null;
  }
}

function outdated(): YoronError {
  return new YoronError({
    code: "missing-resource",
    what: "the model of considerations was made for other considerations or other word vectors:",
    value: CONSIDERATIONS,
    next: "run `npx tsx workshop/train-considerations.ts`",
  });
}
