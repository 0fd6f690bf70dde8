import type { DataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import { parseTsv } from "../../text/tsv.ts";
import { groupBy } from "../../words/group-by.ts";
import { loadWordVectors, type NamedVectors } from "../../words/load-word-vectors.ts";
import { TokenClasses } from "../../words/token-classes.ts";
import type { WordVectors } from "../../words/word-vectors.ts";
import { readStanceModel, type StanceModel } from "./stance-model.ts";
import { loadStancePatterns, loadStanceWeights, type StancePatterns, type StanceWeights } from "./words.ts";

/** Words that speak for or against (or `both`: it depends), or turn what was said before. */
export interface StanceCue {
  readonly cue: string;
  readonly stance: "agree" | "disagree" | "both" | "but";
  /** `start`: counts only where the reply, or its second sentence, begins; `alone`: and where no letter or figure follows. */
  readonly where: "start" | "alone" | "any";
  readonly weight: number;
}

/** How a sentence ends that leans one way without saying so: 済む話だろ, 腹持ちいいし. */
export interface StanceEnding {
  readonly ending: string;
  readonly stance: "agree" | "disagree";
  /** Whether the sentence must be a question, or must not. */
  readonly asked: boolean;
  readonly weight: number;
}

/** The trained weights; `npx tsx workshop/train-stance.ts` makes them. */
export const STANCE_MODEL_FILE = "data/models/stance.bin";

/** What rules of stances know. */
export interface StanceRules {
  /** Cues by their first character, the longest first. */
  readonly cues: ReadonlyMap<string, readonly StanceCue[]>;
  /** The longest first. */
  readonly endings: readonly StanceEnding[];
  readonly patterns: StancePatterns;
  readonly weights: StanceWeights;
}

/** What the finder of stances knows. */
export interface StanceResources extends StanceRules {
  readonly classes: TokenClasses;
  readonly vectors: WordVectors;
  readonly model: StanceModel;
}

/** Returns what the finder of stances knows; `shared` are the word vectors where they were read already. */
export function loadStanceResources(read: DataReader, shared: NamedVectors = loadWordVectors(read)): StanceResources {
  const model = loadModel(read);
  if (model !== null && model.vectors === shared.mark)
    return Object.freeze({ ...loadStanceRules(read), classes: new TokenClasses(), vectors: shared.vectors, model });
  throw new YoronError({
    code: "missing-resource",
    what: "the model of stances was made for another version or other word vectors:",
    value: STANCE_MODEL_FILE,
    next: "run `npx tsx workshop/train-stance.ts`",
  });
}

function loadModel(read: DataReader): StanceModel | null {
  const bytes = read.bytes(STANCE_MODEL_FILE);
  try {
    return readStanceModel(bytes);
  } catch {
    return null;
  }
}

/** Returns the cues of agreement and dissent: all but the model, for which training has no use yet. */
export function loadStanceRules(read: DataReader): StanceRules {
  const path = "data/stance/cues.tsv";
  const rows = parseTsv(read.text(path), ["cue", "stance", "where", "weight"], path).map(
    ({ cue, stance, where, weight }): StanceCue => ({
      cue,
      stance: stance as StanceCue["stance"],
      where: where as StanceCue["where"],
      weight: Number(weight),
    }),
  );
  const cues = groupBy(rows, ({ cue }) => cue[0]!);
  for (const list of cues.values()) list.sort((a, b) => b.cue.length - a.cue.length || (a.where === "start" ? -1 : 1));
  const file = "data/stance/endings.tsv";
  const endings = parseTsv(read.text(file), ["ending", "stance", "asked", "weight"], file)
    .map(({ ending, stance, asked, weight }) => ({
      ending,
      stance: stance as StanceEnding["stance"],
      asked: asked === "yes",
      weight: Number(weight),
    }))
    .sort((a, b) => b.ending.length - a.ending.length || (a.ending < b.ending ? -1 : 1));
  return Object.freeze({
    cues,
    endings,
    patterns: loadStancePatterns(read),
    weights: loadStanceWeights(read),
  });
}
