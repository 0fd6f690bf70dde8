import { type DataReader, dataReader } from "../../../model/data-folder.ts";

/** The weights of likeness; `npx tsx workshop/opinions/train-likeness.ts` learns them. */
export const LIKENESS_WEIGHTS = "data/models/opinion-likeness.json";

/** What each sign of likeness weighs; together the log-odds that two claims are of one opinion. */
export interface LikenessWeights {
  readonly bias: number;
  /** Of the likeness of what they mean, in standard deviations of the thread's pairs. */
  readonly vectors: number;
  /** Of the words in common, likewise. */
  readonly words: number;
}

/** Returns the package's weights of likeness. */
export function loadLikenessWeights(data: DataReader = dataReader()): LikenessWeights {
  // Written by the script that learns them.
  return JSON.parse(data.text(LIKENESS_WEIGHTS)) as LikenessWeights;
}
