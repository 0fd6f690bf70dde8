import { availableParallelism } from "node:os";
import { type Analysis, analyzeFiles, type Layer, readSource } from "../index.ts";
import { checkOutput } from "./check-output.ts";
import { errorLine, expandInputs, tellFailed } from "./inputs.ts";
import { type Io, readStdin } from "./io.ts";
import { named } from "./named.ts";
import { propositionsOf, readOptions, workersOf } from "./options.ts";
import { privacyOf } from "./privacy.ts";
import { progressOf } from "./progress.ts";
import { said } from "./said.ts";
import { tellReading } from "./tell-reading.ts";
import { tellTwins } from "./tell-twins.ts";
import { stringOf, type Values } from "./verb.ts";

/** What a verb gets that analyses its inputs. */
export interface Analyzed {
  readonly analyses: readonly Analysis[];
  /** 0 if all inputs were done, and with `--strict` wholly read, else 1. */
  readonly status: number;
}

async function fileOption(values: Values, name: string): Promise<string | undefined> {
  const path = stringOf(values, name);
  return path === undefined ? undefined : new TextDecoder().decode(await readSource(path));
}

/** Returns the text of the file of `--tuned`. */
export function tunedOf(values: Values): Promise<string | undefined> {
  return fileOption(values, "tuned");
}

/** Returns the phrases of the file of `--targets`, one a line. */
export async function targetsOf(values: Values): Promise<readonly string[] | undefined> {
  return (await fileOption(values, "targets"))
    ?.split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Returns the user's own words and models and what is tuned, as the options name them. */
export async function wordsOf(values: Values): Promise<{
  userDictionary?: string;
  lexicons?: string[];
  gazetteers?: string[];
  entities?: { model: string };
  tuned?: string;
}> {
  const userDictionary = stringOf(values, "user-dictionary");
  const lexicon = await fileOption(values, "lexicon");
  const gazetteer = await fileOption(values, "gazetteer");
  const model = stringOf(values, "entity-model");
  const tuned = await tunedOf(values);
  return {
    ...(userDictionary === undefined ? {} : { userDictionary }),
    ...(lexicon === undefined ? {} : { lexicons: [lexicon] }),
    ...(gazetteer === undefined ? {} : { gazetteers: [gazetteer] }),
    ...(model === undefined ? {} : { entities: { model } }),
    ...(tuned === undefined ? {} : { tuned }),
  };
}

/** Inputs that make one thread worth its start. */
const INPUTS_A_THREAD = 64;

/**
 * Returns the analyses of every input; failures are told and the others done. Throws if none is left.
 *
 * `parts` is a folder that keeps what is done until the run is through; `layers` are those to compute, all by default.
 */
export async function analyzeInputs(
  positionals: readonly string[],
  values: Values,
  io: Io,
  { parts, layers }: { readonly parts?: string; readonly layers?: readonly Layer[] } = {},
): Promise<Analyzed> {
  const files = await expandInputs(positionals, io);
  checkOutput(values, files);
  const read = readOptions(values);
  const propositions = propositionsOf(values);
  const privacy = await privacyOf(values);
  const workers = workersOf(values) ?? threadsFor(files.length);
  const targets = await targetsOf(values);
  const inputs: (string | Uint8Array)[] = [];
  for (const file of files) inputs.push(file === "-" ? await readStdin(io) : file);
  const results = analyzeFiles(inputs, {
    workers,
    read,
    privacy,
    analyze: {
      ...(targets === undefined ? {} : { targets }),
      ...(propositions.length === 0 ? {} : { propositions }),
      ...(layers === undefined ? {} : { layers }),
    },
    ...(parts === undefined ? {} : { parts }),
    ...(await wordsOf(values)),
  });
  const analyses = new Map<string, Analysis>();
  let [done, failed, kept] = [0, 0, 0];
  const asJson = values.json === true;
  const told = tellReading(io, asJson);
  const line = progressOf(files.length);
  const progress = () => {
    if (files.length > 1) io.progress(line(done, named(files[done] ?? "", 60)));
  };
  io.progress(said().progress.loading);
  for await (const result of results) {
    const file = files[done++]!;
    if (result.error !== null) {
      failed++;
      io.tell(errorLine(result.error, asJson, file));
    }
    if (result.kept) kept++;
    for (const analysis of result.analyses) {
      const { id } = analysis.discussion;
      const twin = analyses.get(id);
      if (twin === undefined) analyses.set(id, analysis);
      else io.note(said().notes.sameContent(named(file), named(twin.discussion.source.path ?? "-")));
    }
    told.input(
      file,
      result.analyses.map(({ discussion }) => discussion),
    );
    progress();
  }
  io.progress("");
  if (kept > 0) io.note(said().notes.kept(kept, files.length));
  tellTwins([...analyses.values()], io);
  const lossy = told.end(files.length);
  tellFailed(failed, files.length, asJson, io);
  return { analyses: [...analyses.values()], status: failed > 0 || (values.strict === true && lossy > 0) ? 1 : 0 };
}

/** Returns the number of threads that inputs are worth. */
function threadsFor(inputs: number): number {
  const threads = Math.min(availableParallelism(), Math.floor(inputs / INPUTS_A_THREAD));
  // One thread beside this one, which would only wait, gains nothing.
  return threads < 2 ? 0 : threads;
}
