import { type Analysis, type Claim, copyTable, type OpinionOptions, readSource, readVectors } from "../index.ts";
import type { Io } from "./io.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { type OptionSpec, stringOf, type Values } from "./verb.ts";

/** Tables that hang on how opinions are found. */
export const OPINION_TABLES: ReadonlySet<string> = new Set(["opinions", "claims"]);

/** Options of tables and charts of opinions. */
export const OPINION_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  vectors: {
    type: "string",
    value: "FILE",
    help: ({ options }) => options.vectors,
  },
  seed: { type: "string", value: "N", help: ({ options }) => options.seedOfOpinions },
};

/** Returns how opinions are to be found; `who` is made of some tables, and an option that none of them takes is wrong usage. */
export async function opinionOptions(values: Values, made: readonly string[], who: string): Promise<OpinionOptions> {
  const [file, seed] = [stringOf(values, "vectors"), stringOf(values, "seed")];
  if (!made.some((name) => OPINION_TABLES.has(name))) {
    const given = file !== undefined ? "--vectors" : seed !== undefined ? "--seed" : undefined;
    if (given === undefined) return {};
    throw usageError(said().usage.noOpinions(who), given, said().usage.whichOpinions);
  }
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw usageError(said().usage.seed, seed);
  const vectors = file === undefined ? undefined : await readVectors(await readSource(file));
  return { ...(vectors === undefined ? {} : { vectors }), ...(seed === undefined ? {} : { seed: Number(seed) }) };
}

/** Claims of so many comments make groups. */
const FEWEST_COMMENTS = 60;

/** Whether opinions are made of a claim: not of the article's, nor of news and greetings. */
function isSpeaking({ unit, kind }: Claim): boolean {
  return unit !== "article" && kind !== "report" && kind !== "other";
}

/** Charts of what happened when. */
const OVER_TIME: ReadonlySet<string> = new Set(["opinion-time", "activity"]);

/** Writes why a chart of comments will be empty: no consideration was found, or no comment has a date. */
export function noteEmpty(analyses: readonly Analysis[], chart: string, io: Io): void {
  const comments = analyses.flatMap(({ discussion }) => discussion.comments);
  if (comments.length === 0) return;
  const { notes } = said();
  const argues = ({ considerations }: Analysis) => considerations.some(({ unit }) => unit !== "article");
  if (chart === "considerations" && !analyses.some(argues)) io.note(notes.noConsiderations(comments.length));
  if (OVER_TIME.has(chart) && comments.every(({ posted }) => posted === null)) io.note(notes.noDates(comments.length));
}

/** Writes what keeps opinions from being groups of claims: that there are none, few, or one text over and over. */
export function noteFewClaims(analyses: readonly Analysis[], made: readonly string[], io: Io): void {
  if (!made.includes("opinions")) return;
  const { notes } = said();
  const comments = analyses.reduce((sum, { discussion }) => sum + discussion.comments.length, 0);
  const speaking = analyses.reduce(
    (sum, { claims }) => sum + new Set(claims.filter(isSpeaking).map(({ unit }) => unit)).size,
    0,
  );
  if (speaking === 0) {
    io.note(comments === 0 ? notes.noOpinions : notes.noClaims(comments));
    return;
  }
  const copies = copyTable(analyses);
  const originals = new Set(copies.column("group")).size;
  if (comments > 1 && comments - copies.length + originals <= 1) io.note(notes.allCopies(comments));
  else if (speaking < FEWEST_COMMENTS) io.note(notes.fewComments(speaking));
}
