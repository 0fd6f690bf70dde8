import { analyze } from "../../analyze.ts";
import { predictionPowered } from "../../measure/check/prediction-powered.ts";
import { type Assignment, assignClaims, OTHER, type Spoken } from "../../measure/opinions/assign/assign-claims.ts";
import type { FoundOpinions } from "../../measure/opinions/find-opinions.ts";
import { opinionTable } from "../../measure/opinions/opinion-table.ts";
import { opinionsIn } from "../../measure/opinions/opinions-in.ts";
import { checkOptions, YoronError } from "../../model/error.ts";
import { loadResources, type Resources } from "../../resources.ts";
import type { RowOf } from "../../tables/row-type.ts";
import { Table } from "../../tables/table.ts";
import type { Corpus } from "../open-corpus.ts";
import { drawRest, drawSample, type Sample } from "./draw-sample.ts";
import { CORPUS_OPINIONS } from "./opinion-schema.ts";
import { threadOf } from "./thread-of.ts";

export interface CorpusOpinionsOptions {
  /** Comments that are drawn by chance, of which opinions are found. Default 2,000. */
  readonly sample?: number;
  /** Comments of the rest, drawn by chance too, that are assigned to these opinions. Default 50,000; `Infinity` for all. */
  readonly assign?: number;
  /** Another number draws other comments. Default 1. */
  readonly seed?: number;
  /** What comments are analysed with; loaded by default. */
  readonly resources?: Resources;
}

/** An opinion of a corpus, with its share of all comments. */
export type CorpusOpinion = RowOf<typeof CORPUS_OPINIONS.columns>;

/**
 * Returns the opinions of a corpus, with the share of all comments that each has: opinions are found in comments drawn by chance, and
 * claims of the rest join the one that they are nearest to, or none.
 *
 * A share is that of the assigned comments, corrected by what assignment says of the sample's, each left out of the centres in
 * turn, against the groups that they are in (prediction-powered inference). Its interval holds the errors of sampling and of
 * assignment; not that of grouping. Throws `bad-value` for a corpus without comments, and for numbers that are none.
 *
 * @example
 * (await corpusOpinions(await openCorpus("corpus"))).select(["label", "share", "shareLow", "shareHigh"]);
 */
export async function corpusOpinions(
  corpus: Corpus,
  options: CorpusOpinionsOptions = {},
): Promise<Table<CorpusOpinion>> {
  checkOptions(options, ["sample", "assign", "seed", "resources"], "corpusOpinions");
  const { sample: size = USUAL_SAMPLE, seed = 1, assign, resources } = options;
  checkWhole({ sample: size, seed });
  return opinionsOfSample(corpus, await drawSample(corpus, size, seed), {
    ...(assign === undefined ? {} : { assign }),
    resources: resources ?? (await loadResources()),
  });
}

export const USUAL_SAMPLE = 2_000;
const USUAL_ASSIGNED = 50_000;

/** Throws for a number that is not whole, or less than 1. */
export function checkWhole(numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new YoronError({ code: "bad-value", what: `${name} is a whole number from 1, not`, value });
}

/** Returns the opinions of a corpus by a sample that was drawn of it. */
export async function opinionsOfSample(
  corpus: Corpus,
  sample: Sample,
  { assign = USUAL_ASSIGNED, resources }: { readonly assign?: number; readonly resources: Resources },
): Promise<Table<CorpusOpinion>> {
  if (assign !== Number.POSITIVE_INFINITY && (!Number.isSafeInteger(assign) || assign < 0))
    throw new YoronError({
      code: "bad-value",
      what: "assign is a whole number from 0, or Infinity, not",
      value: assign,
    });
  if (sample.of === 0)
    throw new YoronError({ code: "bad-value", what: "the corpus holds no comments:", value: corpus.folder });
  const analysis = analyze(threadOf(sample.drawn), resources, { layers: ["sentiment", "claims"] });
  const table = opinionTable(analysis);
  const found = opinionsIn([analysis], {});
  const assignment = assignClaims(found);
  const sets = setsOf(found);
  const rest = new Tally();
  for await (const texts of drawRest(corpus, sample, assign)) {
    const thread = threadOf(texts.map((text) => ({ text })));
    rest.add(assignment.assign(analyze(thread, resources, { layers: ["claims"] })), sets);
  }
  const shares = new Map([...sets].map(([id, places]) => [id, shareOf(id, places, sample, assignment, rest)]));
  return Table.from(
    CORPUS_OPINIONS,
    [...table].map(({ id, parent, label, phrases, claims, tone, stability, examples }) => ({
      ...{ id, parent, label, phrases, claims, ...shares.get(id)!, tone, stability },
      examples: examples.map(({ unit, ...example }) => {
        const { discussion, id: own } = sample.drawn[Number(unit.slice(1)) - 1]!;
        return { discussion, unit: own, ...example };
      }),
    })),
  );
}

/** Returns the places that stand for each row: of an opinion its own, of a group those of its opinions. */
function setsOf({ opinions }: FoundOpinions): ReadonlyMap<string, ReadonlySet<number>> {
  const sets = new Map<string, Set<number>>([["other", new Set([OTHER])]]);
  for (const [place, { id, parent }] of opinions.entries()) {
    sets.set(id, new Set([place]));
    if (parent !== null) sets.set(parent, (sets.get(parent) ?? new Set()).add(place));
  }
  return sets;
}

/** Counts in how many comments each row is spoken for, without holding the comments. */
class Tally {
  readonly #counts = new Map<string, number>();
  comments = 0;

  add(spoken: Spoken, sets: ReadonlyMap<string, ReadonlySet<number>>): void {
    this.comments += spoken.length;
    for (const [id, places] of sets)
      this.#counts.set(id, this.of(id) + spoken.filter((own) => speaksFor(own, places)).length);
  }

  of(id: string): number {
    return this.#counts.get(id) ?? 0;
  }
}

function speaksFor(spoken: ReadonlySet<number>, places: ReadonlySet<number>): boolean {
  for (const place of spoken) if (places.has(place)) return true;
  return false;
}

/** Returns the share of a row of all comments: as they were assigned, corrected by the sample. */
function shareOf(
  id: string,
  places: ReadonlySet<number>,
  { drawn, of }: Sample,
  { grouped, heldOut }: Assignment,
  rest: Tally,
): Pick<
  CorpusOpinion,
  | "comments"
  | "sampled"
  | "sampleShare"
  | "assigned"
  | "assignedShare"
  | "share"
  | "shareLow"
  | "shareHigh"
  | "trust"
  | "agreement"
> {
  const rows = drawn.map((_, i) => ({
    truth: speaksFor(grouped[i]!, places) ? 1 : 0,
    machine: speaksFor(heldOut[i]!, places) ? 1 : 0,
  }));
  const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length;
  const [truth, machine] = [count((row) => row.truth === 1), count((row) => row.machine === 1)];
  const either = count((row) => row.truth + row.machine > 0);
  const left = of - drawn.length;
  // Of the rest that was not looked at, as much is taken to be so as of what was.
  const restShare = rest.comments === 0 ? machine / drawn.length : rest.of(id) / rest.comments;
  const assignedShare = (machine + left * restShare) / of;
  const unseen = left === 0 ? 0 : 1 - rest.comments / left;
  const corrected = predictionPowered([{ size: of, rows }], assignedShare, {
    ...(rest.comments === 0 ? { lambda: 0 } : {}),
    machineVariance: ((left / of) ** 2 * unseen * restShare * (1 - restShare)) / Math.max(1, rest.comments - 1),
  });
  return {
    comments: truth,
    sampled: drawn.length,
    sampleShare: four(truth / drawn.length),
    assigned: rest.comments,
    assignedShare: rest.comments === 0 ? null : four(assignedShare),
    share: four(corrected.share),
    shareLow: four(corrected.low),
    shareHigh: four(corrected.high),
    trust: four(corrected.lambda),
    agreement: either === 0 ? null : four(count((row) => row.truth + row.machine === 2) / either),
  };
}

const four = (value: number): number => Number(value.toFixed(4));
