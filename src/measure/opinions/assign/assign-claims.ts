import { loadConsiderationResources } from "../../../annotate/considerations/resources.ts";
import type { Analysis } from "../../../model/analysis.ts";
import { type DataReader, dataReader } from "../../../model/data-folder.ts";
import { loadWordVectors } from "../../../words/load-word-vectors.ts";
import type { FoundOpinions } from "../find-opinions.ts";
import { type Sayings, sayingsOf } from "../items.ts";
import { meaningRows } from "../likeness/meaning.ts";
import { wordBags } from "../likeness/word-bags.ts";
import { Centres, type Compared, claimOf } from "./centres.ts";

/** The place of an opinion in a comment's answer that stands for no opinion: claims that fit none. */
export const OTHER = -1;

/** The opinions that each comment speaks for, by their places; `OTHER` where a claim of it fits none. */
export type Spoken = readonly ReadonlySet<number>[];

/** What opinions of a sample say of comments. */
export interface Assignment {
  /** Of the sample's comments, what the groups say. */
  readonly grouped: Spoken;
  /** Of the same, what assignment says of each while the centres are made without it. */
  readonly heldOut: Spoken;
  /** Log-odds below which a claim fits no opinion. */
  readonly least: number;
  /** Returns the same of comments that are not of the sample. */
  assign(analysis: Analysis): Spoken;
}

/**
 * Returns how claims join the opinions that were found in a sample: each that whose centre is nearest to it, by the likeness
 * that the opinions were made with. As large a share of claims fits none as did of the sample's.
 *
 * What assignment is worth is measured on the sample: each comment is assigned by centres that it has no part in, as those of the
 * rest are. `found` must hold what its claims have in common: vectors of one's own are those of the sample alone.
 */
export function assignClaims(found: FoundOpinions, data: DataReader = dataReader()): Assignment {
  const { sayings, likeness, opinionOf, original, inCommon } = found;
  if (inCommon === null) throw new Error("opinions by given vectors have no claims but those that have one");
  const resources = loadConsiderationResources(data, loadWordVectors(data));
  const centres = new Centres(found);
  const own = claimsByVoice(sayings);
  const left = own.map((claims) => {
    const members = claims.flatMap((i): (readonly [number, Compared])[] => {
      const { voice } = sayings.items[i]!;
      return opinionOf[i]! >= 0 && original[voice] === voice ? [[opinionOf[i]!, claimOf(likeness, i)]] : [];
    });
    return centres.without(members, () => claims.map((i) => centres.nearest(claimOf(likeness, i))));
  });
  const fits = sayings.items.filter(({ speaks }, i) => speaks && opinionOf[i]! >= 0).length;
  const odds = left.flat().map((one) => one.odds);
  const least = fits === 0 ? Number.POSITIVE_INFINITY : odds.sort((a, b) => b - a)[fits - 1]!;
  return {
    least,
    grouped: own.map(
      (claims) => new Set(claims.flatMap((i) => [opinionOf[i]!, ...(found.alsoOf[i]! < 0 ? [] : [found.alsoOf[i]!])])),
    ),
    heldOut: left.map((answers) => new Set(answers.map((one) => (one.odds < least ? OTHER : one.opinion)))),
    assign: (analysis) => {
      const rest = sayingsOf([analysis]);
      const vectors = meaningRows(rest, found.content, resources, inCommon).rows;
      const words = wordBags(rest, found.content, likeness.words.vocabulary);
      return claimsByVoice(rest).map(
        (claims) =>
          new Set(
            claims.map((i) => {
              const { opinion, odds: near } = centres.nearest(claimOf({ vectors, words }, i));
              return near < least ? OTHER : opinion;
            }),
          ),
      );
    },
  };
}

/** Returns the claims of each comment that speak: news and greetings are of no opinion. */
function claimsByVoice({ voices, items }: Sayings): readonly (readonly number[])[] {
  const own = voices.map((): number[] => []);
  for (const [i, { voice, speaks }] of items.entries()) if (speaks) own[voice]!.push(i);
  return own;
}
