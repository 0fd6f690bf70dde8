import type { DataReader } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import { fingerprintOf } from "../../model/fingerprint.ts";
import { loadFolding } from "../../words/fold.ts";
import { TokenClasses } from "../../words/token-classes.ts";
import { decodeLexicon } from "./lexicon/compiled.ts";
import { compileLexicon, Lexicon, type LexiconColumns } from "./lexicon/lexicon.ts";
import { LEXICON_FILES, readLexicons, readOwnLexicon } from "./lexicon/read-lexicons.ts";
import { CLASSES, decodeModel, type LinearModel, TARGET_LABELS } from "./model/linear-model.ts";
import { RULE_FEATURES } from "./model/rule-features.ts";
import { loadRuleWeights, loadRuleWords, type RuleWeights, type RuleWords } from "./rules/words.ts";
import { TARGET_FEATURES } from "./targets/target-rules.ts";

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
  readonly model: LinearModel;
  /** Of targets: positive, neutral, negative. */
  readonly targetModel: LinearModel;
}

/**
 * Loads the lexicon, compiled by the build or, where there is none of these files, from them.
 *
 * `ownLexicons` are texts of TSV files with the columns lemma and strength; throws `bad-lexicon` where they are malformed.
 */
export function loadSentimentResources(read: DataReader, ownLexicons: readonly string[]): SentimentResources {
  return loadRules(read, ownLexicons, {
    model: loadModel(read, MODEL, RULE_FEATURES.length, CLASSES),
    targetModel: loadModel(read, TARGET_MODEL, TARGET_FEATURES, TARGET_LABELS.length),
  });
}

/** Loads everything but the models, for which training has no use yet. */
export function loadRules(
  read: DataReader,
  ownLexicons: readonly string[],
  models: Pick<SentimentResources, "model" | "targetModel">,
): SentimentResources {
  const folding = loadFolding(read);
  const own = ownLexicons.flatMap((text, i) => readOwnLexicon(text, `own lexicon ${i + 1}`, folding));
  return Object.freeze({
    lexicon: new Lexicon(compiled(read) ?? compileLexicon(readLexicons((path) => read.text(path), folding))),
    own: own.length === 0 ? null : new Lexicon(compileLexicon(own)),
    classes: new TokenClasses(),
    words: loadRuleWords(read),
    weights: loadRuleWeights(read),
    ...models,
  });
}

function compiled(read: DataReader): LexiconColumns | null {
  try {
    return decodeLexicon(read.bytes(COMPILED_LEXICON), fingerprintOf(read, LEXICON_FILES));
  } catch {
    return null;
  }
}

function loadModel(read: DataReader, path: string, features: number, classes: number): LinearModel {
  const model = decodeModel(read.bytes(path), features, classes);
  if (model !== null) return model;
  throw new YoronError({
    code: "missing-resource",
    what: "the sentiment model was made for another version:",
    value: path,
    next: "run `npm run train:sentiment`",
  });
}
