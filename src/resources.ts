import { type CitationResources, loadCitationResources } from "./annotate/citations/resources.ts";
import { type EntityResources, loadEntityResources } from "./annotate/entities/resources.ts";
import { loadQuotationResources, type QuotationResources } from "./annotate/quotations/resources.ts";
import { loadSentimentResources, type SentimentResources } from "./annotate/sentiment/resources.ts";
import { loadStanceResources, type StanceResources } from "./annotate/stance/resources.ts";
import { type DataReader, dataReader } from "./model/data-folder.ts";
import { checkOptions } from "./model/error.ts";
import type { Tokenizer } from "./model/tokens.ts";
import { loadTokenizer, type UserEntry } from "./tokenize/load-tokenizer.ts";

/** What the stages need beside the text: read-only, loaded once, shared by all discussions. */
export interface Resources {
  readonly tokenizer: Tokenizer;
  readonly entities: EntityResources;
  readonly citations: CitationResources;
  readonly quotations: QuotationResources;
  readonly sentiment: SentimentResources;
  readonly stance: StanceResources;
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
  checkOptions(options, ["userDictionary", "lexicons", "gazetteers", "tuned", "tokenizer", "data"], "loadResources");
  const { userDictionary, lexicons = [], gazetteers = [], tuned = null, data = dataReader() } = options;
  const tokenizer = options.tokenizer ?? (await loadTokenizer(userDictionary === undefined ? {} : { userDictionary }));
  return Object.freeze({
    tokenizer,
    entities: loadEntityResources(data, gazetteers),
    citations: loadCitationResources(data),
    quotations: loadQuotationResources(data),
    sentiment: loadSentimentResources(data, lexicons, tuned),
    stance: loadStanceResources(data),
  });
}
