import { type CitationResources, loadCitationResources } from "./annotate/citations/resources.ts";
import { type ClaimResources, loadClaimResources } from "./annotate/claims/resources.ts";
import { type ConsiderationResources, loadConsiderationResources } from "./annotate/considerations/resources.ts";
import type { OnnxRuntime } from "./annotate/entities/own-model/onnx-runtime.ts";
import { loadOwnModel, type OwnEntityModel } from "./annotate/entities/own-model/own-model.ts";
import { type EntityResources, loadEntityResources } from "./annotate/entities/resources.ts";
import { loadQuotationResources, type QuotationResources } from "./annotate/quotations/resources.ts";
import { loadSentimentResources, type SentimentResources } from "./annotate/sentiment/resources.ts";
import { loadSideResources, type SideResources } from "./annotate/sides/resources.ts";
import { loadStanceResources, type StanceResources } from "./annotate/stance/resources.ts";
import { type DataReader, dataReader } from "./model/data-folder.ts";
import { checkOptions } from "./model/error.ts";
import type { Tokenizer } from "./model/tokens.ts";
import { loadTokenizer, type UserEntry } from "./tokenize/load-tokenizer.ts";
import { type Folding, loadFolding } from "./words/fold.ts";
import { loadWordVectors } from "./words/load-word-vectors.ts";

/** What the stages need beside the text: read-only, loaded once, shared by all discussions. */
export interface Resources {
  readonly tokenizer: Tokenizer;
  /** What makes one form of several that a word is written in. */
  readonly folding: Folding;
  readonly entities: EntityResources;
  /** A model of the user's own that finds names instead of the package's; null by default. */
  readonly entityModel: OwnEntityModel | null;
  readonly citations: CitationResources;
  readonly quotations: QuotationResources;
  readonly sentiment: SentimentResources;
  readonly stance: StanceResources;
  readonly claims: ClaimResources;
  readonly considerations: ConsiderationResources;
  readonly sides: SideResources;
}

export interface ResourceOptions {
  /** Own words: the path of a file in MeCab's CSV form or `surface,reading,part of speech`, or the entries themselves. */
  readonly userDictionary?: string | readonly UserEntry[];
  /** Own sentiment words: texts of TSV files with the columns lemma and strength. */
  readonly lexicons?: readonly string[];
  /** Own names: texts of TSV files with the columns name, label, id and aliases. */
  readonly gazetteers?: readonly string[];
  /** A correction of the confidence of tone: the JSON that `tuneConfidence` makes, as text. */
  readonly tuned?: string;
  /**
   * How names are found: `model` is the folder of a token classifier (`model.onnx`, `vocab.txt`, `config.json`,
   * `labels.tsv`) that finds them instead of the package's model; `runtime` opens it, that of `onnxruntime-node` by default.
   */
  readonly entities?: { readonly model: string; readonly runtime?: OnnxRuntime };
  /** A tokenizer that is loaded already, own words included; one thread's dictionary can serve others so. */
  readonly tokenizer?: Tokenizer;
  /** Where the data files are; the package's own by default. */
  readonly data?: DataReader;
}

/**
 * Returns the tokenizer, lexicons, gazetteers and models.
 *
 * @example
 * const resources = await loadResources({ userDictionary: [{ surface: "翼竜II", reading: "ヨクリュウツー", pos: "名詞" }] });
 */
export async function loadResources(options: ResourceOptions = {}): Promise<Resources> {
  checkOptions(
    options,
    ["userDictionary", "lexicons", "gazetteers", "entities", "tuned", "tokenizer", "data"],
    "loadResources",
  );
  const { userDictionary, lexicons = [], gazetteers = [], tuned = null, data = dataReader() } = options;
  const tokenizer = options.tokenizer ?? (await loadTokenizer(userDictionary === undefined ? {} : { userDictionary }));
  const vectors = loadWordVectors(data);
  return Object.freeze({
    tokenizer,
    folding: loadFolding(data),
    entities: loadEntityResources(data, gazetteers),
    entityModel: options.entities === undefined ? null : await openModel(options.entities),
    citations: loadCitationResources(data),
    quotations: loadQuotationResources(data),
    sentiment: loadSentimentResources(data, lexicons, tuned),
    stance: loadStanceResources(data, vectors),
    claims: loadClaimResources(data, vectors),
    considerations: loadConsiderationResources(data, vectors),
    sides: loadSideResources(data),
  });
}

async function openModel(options: NonNullable<ResourceOptions["entities"]>): Promise<OwnEntityModel> {
  checkOptions(options, ["model", "runtime"], "loadResources entities");
  return loadOwnModel(options.model, options.runtime);
}
