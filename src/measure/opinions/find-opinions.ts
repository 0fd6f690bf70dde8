import { loadConsiderationResources } from "../../annotate/considerations/resources.ts";
import type { Analysis } from "../../model/analysis.ts";
import { type DataReader, dataReader } from "../../model/data-folder.ts";
import { loadWordVectors } from "../../words/load-word-vectors.ts";
import { loadStopWords } from "../content-words.ts";
import { copiesIn } from "./copies-in.ts";
import { arrange, type FoundOpinion } from "./groups/arrange.ts";
import { communitiesOfClaims } from "./groups/claim-groups.ts";
import { fieldsOf } from "./groups/fields.ts";
import { type Sayings, sayingsOf } from "./items.ts";
import { type Embed, embeddedRows, type GivenVectors, givenRows } from "./likeness/given-vectors.ts";
import { type Likeness, likenessOf } from "./likeness/likeness.ts";
import { type InCommon, meaningRows } from "./likeness/meaning.ts";
import { loadLikenessWeights } from "./likeness/model.ts";
import { wordBags } from "./likeness/word-bags.ts";
import { ContentWords } from "./words/content.ts";

export interface OpinionOptions {
  /** Vectors of one's own instead of those of words, by id of claim (`c3.2`) or comment (`c3`). */
  readonly vectors?: GivenVectors;
  /** A function that gives a vector for each text, instead of those of words. One that must be waited for: `await` it, and give `vectors`. */
  readonly embed?: Embed;
  /** Default 1. The same input and seed give the same opinions. */
  readonly seed?: number;
  /** The proposition whose sides part an opinion; the first of the analyses by default. */
  readonly proposition?: string;
}

/** The opinions of discussions, and what they were made of. */
export interface FoundOpinions {
  readonly sayings: Sayings;
  readonly likeness: Likeness;
  /** What the claims have in common; null where their vectors were given. */
  readonly inCommon: InCommon | null;
  readonly content: ContentWords;
  /** By number of comments, the most first. */
  readonly opinions: readonly FoundOpinion[];
  /** Place in `opinions` of each claim, -1 for one that fits none, -2 for one that says nothing of the kind. */
  readonly opinionOf: Int32Array;
  /** The second one that it speaks for, -1 for none. */
  readonly alsoOf: Int32Array;
  /** The voice whose words each voice has again; itself for one's own. */
  readonly original: Int32Array;
}

/** Returns the opinions in one discussion or several together. */
export function findOpinions(
  analyses: readonly Analysis[],
  { vectors, embed, seed = 1 }: OpinionOptions = {},
  data: DataReader = dataReader(),
): FoundOpinions {
  const sayings = sayingsOf(analyses);
  const content = new ContentWords(loadStopWords(data));
  const known = loadWordVectors(data);
  const { rows, inCommon } =
    vectors !== undefined
      ? { rows: givenRows(sayings, vectors), inCommon: null }
      : embed !== undefined
        ? { rows: embeddedRows(sayings, embed), inCommon: null }
        : meaningRows(sayings, content, loadConsiderationResources(data, known));
  const likeness = likenessOf({ vectors: rows, words: wordBags(sayings, content) }, loadLikenessWeights(data));
  const original = originalsOf(analyses, sayings);
  const fields = fieldsOf(sayings, content, known.vectors);
  const groups = communitiesOfClaims(sayings, likeness, original, fields, seed);
  return { sayings, likeness, inCommon, content, original, ...arrange(sayings, likeness, groups) };
}

/** Returns of each voice the first one that has the same words, or nearly. */
function originalsOf(analyses: readonly Analysis[], { voices }: Sayings): Int32Array {
  const original = Int32Array.from({ length: voices.length }, (_, i) => i);
  const texts = voices.map(({ comment }) => comment.text);
  for (const group of copiesIn(analyses, texts)) for (const { text } of group) original[text] = group[0]!.text;
  return original;
}
