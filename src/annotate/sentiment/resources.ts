import type { DataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import { fingerprintOf } from "../../model/fingerprint.ts";
import { loadFolding } from "../../words/fold.ts";
import { packedChecksum } from "../../words/packed.ts";
import { TokenClasses } from "../../words/token-classes.ts";
import { decodeLexicon } from "./lexicon/compiled.ts";
import { compileLexicon, Lexicon, type LexiconColumns } from "./lexicon/lexicon.ts";
import { LEXICON_FILES, readLexicons, readOwnLexicon } from "./lexicon/read-lexicons.ts";
import { decodeModel, type LinearModel, TARGET_LABELS } from "./model/linear-model.ts";
import { RULE_FEATURES } from "./model/rule-features.ts";
import { decodeToneModel, type ToneModel } from "./model/tone-model.ts";
import { loadRuleWeights, loadRuleWords, type RuleWeights, type RuleWords } from "./rules/words.ts";
import { TARGET_FEATURES } from "./targets/target-rules.ts";
import { readTuning, type Tuning } from "./tuning.ts";

/** Where the build puts the compiled lexicon. */
export const COMPILED_LEXICON = "dist/data/sentiment.lexicon";

/** The trained weights; `npm run train:sentiment` makes them. */
export const MODEL = "data/models/sentiment.bin";
export const TARGET_MODEL = "data/models/sentiment-targets.bin";

/** What sentiment reads beside the text. */
export interface SentimentResources {
  readonly lexicon: Lexicon;
  /** The user's own words, which win over the lexicon's. */
  readonly own: Lexicon | null;
  readonly classes: TokenClasses;
  readonly words: RuleWords;
  readonly weights: RuleWeights;
  /** Of units and sentences: positive, neutral, negative, mixed. */
  readonly model: ToneModel;
  /** Of targets: positive, neutral, negative. */
  readonly targetModel: LinearModel;
  /** The mark of this model of tone, which no other has. */
  readonly mark: string;
  /** How confidences of units and sentences are corrected; null for not at all. */
  readonly tuning: Tuning | null;
}

/**
 * Loads the lexicon, compiled by the build or, where there is none of these files, from them.
 *
 * `ownLexicons` are texts of TSV files with the columns lemma and strength; throws `bad-lexicon` where they are malformed. `tuned` is the text of a
 * tuning; throws `bad-value` where it is none, or one of another model.
 */
export function loadSentimentResources(
  read: DataReader,
  ownLexicons: readonly string[],
  tuned: string | null = null,
): SentimentResources {
  const mark = toneMark(read);
  return loadRules(read, ownLexicons, {
    mark,
    tuning: tuned === null ? null : readTuning(tuned, mark),
    model: madeForThis(decodeToneModel(read.bytes(MODEL), RULE_FEATURES.length), MODEL),
    targetModel: madeForThis(
      decodeModel(read.bytes(TARGET_MODEL), TARGET_FEATURES, TARGET_LABELS.length),
      TARGET_MODEL,
    ),
  });
}

/** Loads everything but the models, for which training has no use yet. */
export function loadRules(
  read: DataReader,
  ownLexicons: readonly string[],
  models: Pick<SentimentResources, "model" | "targetModel"> & Partial<Pick<SentimentResources, "mark" | "tuning">>,
): SentimentResources {
  const folding = loadFolding(read);
  const own = ownLexicons.flatMap((text, i) => readOwnLexicon(text, `own lexicon ${i + 1}`, folding));
  return Object.freeze({
    lexicon: new Lexicon(compiled(read) ?? compileLexicon(readLexicons((path) => read.text(path), folding))),
    own: own.length === 0 ? null : new Lexicon(compileLexicon(own)),
    classes: new TokenClasses(),
    words: loadRuleWords(read),
    weights: loadRuleWeights(read),
    mark: "",
    tuning: null,
    ...models,
  });
}

/** Returns the mark of the model of tone that ships. */
export function toneMark(read: DataReader): string {
  return packedChecksum(read.bytes(MODEL)).toString(16);
}

function compiled(read: DataReader): LexiconColumns | null {
  try {
    return decodeLexicon(read.bytes(COMPILED_LEXICON), fingerprintOf(read, LEXICON_FILES));
  } catch {
    return null;
  }
}

function madeForThis<Model>(model: Model | null, path: string): Model {
  if (model !== null) return model;
  throw new YoronError({
    code: "missing-resource",
    what: "the sentiment model was made for another version:",
    value: path,
    next: "run `npm run train:sentiment`",
  });
}
