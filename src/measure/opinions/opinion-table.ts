import type { Analysis } from "../../model/analysis.ts";
import { unitSentiments } from "../../tables/lookups.ts";
import { OPINIONS } from "../../tables/opinion-schemas.ts";
import type { RowInput, RowOf } from "../../tables/row-type.ts";
import { loadDefaultNames, personOf } from "../people.ts";
import { populationOf, type Standing, standingOf, type VoteShare, voteShareOf, type Writers } from "./counts.ts";
import { examplePlaces, shown } from "./examples.ts";
import type { FoundOpinions, OpinionOptions } from "./find-opinions.ts";
import { labelsOf } from "./labels.ts";
import { type MeasuredTable, measuredTable } from "./measured-table.ts";
import { opinionsIn } from "./opinions-in.ts";
import { phrasesOf, type Salience, salienceOf } from "./words/salience.ts";

type OpinionRow = RowOf<typeof OPINIONS.columns>;

/** Names of the options of the tables of opinions and of claims. */
export const OPINION_OPTIONS = ["vectors", "embed", "seed", "proposition"] as const;

/**
 * The table of what people say: the opinions of one discussion, or of several together, each with what stands behind it.
 *
 * Of several discussions an opinion has a row in each where it is held. Claims of fewer than 60 comments make a ranked
 * list of points instead of groups, without stability. Without claims there are no rows.
 *
 * @example
 * opinionTable(analysis).select(["label", "comments", "share", "shareLow", "shareHigh"]);
 */
export const opinionTable: MeasuredTable<typeof OPINIONS.columns, OpinionOptions> = measuredTable(
  OPINIONS,
  OPINION_OPTIONS,
  (analyses, options: OpinionOptions) => opinionRows(opinionsIn(analyses, options), analyses, options.proposition),
);

/** A set of claims that becomes a row: an opinion, a group of them, or what fits none. */
interface Entry {
  readonly id: string;
  readonly parent: string | null;
  readonly label: string;
  readonly salience: Salience | null;
  readonly claims: readonly number[];
  readonly first: readonly number[];
  readonly stability: number | null;
  readonly x: number | null;
  readonly y: number | null;
}

function* opinionRows(
  found: FoundOpinions,
  analyses: readonly Analysis[],
  proposition: string | undefined,
): Generator<RowInput<OpinionRow>> {
  const { sayings } = found;
  const defaults = loadDefaultNames();
  const writers: Writers = sayings.voices.map(({ comment }) => personOf(comment.author, defaults));
  const who = writers.map((name, i) => name ?? `?${i}`);
  const entries = entriesOf(found).map((entry) => ({
    entry,
    claims: byAnalysis(found, entry.claims),
    first: byAnalysis(found, entry.first),
  }));
  const voicesOf = new Map<Analysis, number[]>();
  for (const [i, { analysis }] of sayings.voices.entries()) {
    const own = voicesOf.get(analysis);
    if (own === undefined) voicesOf.set(analysis, [i]);
    else own.push(i);
  }
  for (const analysis of analyses) {
    const population = populationOf(found, writers, voicesOf.get(analysis) ?? []);
    const told = sidesAndTones(analysis, proposition);
    for (const { entry, ...places } of entries) {
      const claims = places.claims.get(analysis) ?? [];
      if (claims.length === 0) continue;
      const behind = new Set(claims.map((i) => sayings.items[i]!.voice));
      const first = places.first.get(analysis) ?? [];
      yield {
        discussion: analysis.discussion.id,
        id: entry.id,
        parent: entry.parent,
        label: entry.label,
        phrases: entry.salience === null ? [] : phrasesOf(entry.salience),
        claims: claims.length,
        ...rounded(standingOf(found, writers, behind, population)),
        ...roundedVotes(voteShareOf(found, behind, population)),
        ...told([...behind].map((i) => sayings.voices[i]!.comment.id)),
        stability: entry.stability === null ? null : three(entry.stability),
        x: entry.x,
        y: entry.y,
        examples: shown(found, examplePlaces(found, first.length > 0 ? first : claims, entry.salience, who)),
      };
    }
  }
}

/** Returns places of claims by the discussion that they stand in. */
function byAnalysis({ sayings: { items, voices } }: FoundOpinions, places: readonly number[]): Map<Analysis, number[]> {
  const found = new Map<Analysis, number[]>();
  for (const i of places) {
    const { analysis } = voices[items[i]!.voice]!;
    const own = found.get(analysis);
    if (own === undefined) found.set(analysis, [i]);
    else own.push(i);
  }
  return found;
}

function entriesOf(found: FoundOpinions): Entry[] {
  const { opinions } = found;
  const parents = [...new Set(opinions.flatMap(({ parent }) => (parent === null ? [] : [parent])))].sort();
  const own = opinions.map(({ members }) => members);
  const under = parents.map((id) => opinions.filter(({ parent }) => parent === id));
  const inside = under.map((some) => sorted(some.flatMap(({ members }) => members)));
  const saliences = [...salienceOf(found, own), ...salienceOf(found, inside)];
  const labels = labelsOf(found, [...own, ...inside], saliences);
  const leaves = opinions.map(
    ({ id, parent, members, also, stability, x, y }, k): Entry => ({
      id,
      parent,
      label: labels[k]!,
      salience: saliences[k]!,
      claims: sorted([...members, ...also]),
      first: members,
      stability,
      x,
      y,
    }),
  );
  const unplaced = { parent: null, stability: null, x: null, y: null };
  const groups = parents.map((id, g): Entry => {
    const place = opinions.length + g;
    const claims = sorted(under[g]!.flatMap(({ members, also }) => [...members, ...also]));
    return { ...unplaced, id, label: labels[place]!, salience: saliences[place]!, claims, first: inside[g]! };
  });
  const rest = [...found.opinionOf.keys()].filter((i) => found.opinionOf[i] === -1);
  const other: Entry[] =
    rest.length === 0 ? [] : [{ ...unplaced, id: "other", label: "その他", salience: null, claims: rest, first: rest }];
  return [...leaves, ...groups, ...other];
}

function sorted(places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}

/** Returns the function that tells tone and sides of some comments of a discussion. */
function sidesAndTones(analysis: Analysis, proposition: string | undefined) {
  const tones = unitSentiments(analysis);
  const asked = proposition ?? analysis.sides[0]?.proposition;
  const sides = new Map(
    analysis.sides.filter((side) => side.proposition === asked).map(({ unit, side }) => [unit, side]),
  );
  return (units: readonly string[]) => {
    const scores = units.flatMap((unit) => tones.get(unit)?.score ?? []);
    const count = (side: string) => (sides.size === 0 ? null : units.filter((unit) => sides.get(unit) === side).length);
    return {
      tone: scores.length === 0 ? null : three(scores.reduce((sum, score) => sum + score, 0) / scores.length),
      for: count("for"),
      against: count("against"),
      conditional: count("conditional"),
      unsure: count("unsure"),
    };
  };
}

function rounded({ share, shareLow, shareHigh, designEffect, ...counts }: Standing): Standing {
  return {
    ...counts,
    share: three(share),
    shareLow: three(shareLow),
    shareHigh: three(shareHigh),
    designEffect: three(designEffect),
  };
}

function roundedVotes({ voteShare, voteShareLow, voteShareHigh }: VoteShare): VoteShare {
  const shown = (value: number | null) => (value === null ? null : three(value));
  return { voteShare: shown(voteShare), voteShareLow: shown(voteShareLow), voteShareHigh: shown(voteShareHigh) };
}

const three = (value: number): number => Number(value.toFixed(4));
