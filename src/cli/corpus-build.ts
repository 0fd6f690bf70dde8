import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildCorpus, CORPUS_LAYERS, type CorpusLayer, USUAL_LAYERS } from "../index.ts";
import { askedBuild } from "./asked-build.ts";
import { compileSparingly } from "./compile-sparingly.ts";
import { growSparingly } from "./grow-sparingly.ts";
import { holdFolder } from "./hold-folder.ts";
import { expandInputs, tellFailed } from "./inputs.ts";
import { type Io, readStdin } from "./io.ts";
import { checkName } from "./known-name.ts";
import { isLong } from "./long-inputs.ts";
import { propositionsOf, readOptions, workersOf } from "./options.ts";
import { said } from "./said.ts";
import { tellBuild } from "./tell-build.ts";
import { usageError } from "./usage-error.ts";
import { type Call, listOption, stringOf, type Values } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

/** What a build that was broken off was asked for, in the folder of what it has done. */
const RUN = ".build/run.json";

/** Writes the corpus that `-o` names, of inputs or of those that a build was asked for that was broken off. */
export async function buildInto(inputs: readonly string[], { values, io }: Call): Promise<number> {
  const { corpus } = said();
  const folder = stringOf(values, "output");
  if (folder === undefined) throw usageError(corpus.needsFolder);
  checkOptions(values);
  const giveBack = await holdFolder(folder);
  try {
    const run = await runOf(inputs, values, folder, io);
    await writeWhole(join(folder, RUN), `${JSON.stringify(run)}\n`);
    return await build(run.files, folder, run.values, values, io);
  } finally {
    await giveBack();
  }
}

interface Run {
  readonly files: readonly string[];
  readonly values: Values;
}

/** Options of how the work is done, which decide nothing of what comes of it. */
const OF_THE_DAY = new Set(["output", "workers", "resume", "json", "quiet", "lang", "strict", "help"]);

/** Returns what is to be built: as it was asked for now, or where nothing is named, by the run that was broken off. */
async function runOf(inputs: readonly string[], values: Values, folder: string, io: Io): Promise<Run> {
  const deciding = Object.fromEntries(Object.entries(values).filter(([name]) => !OF_THE_DAY.has(name)));
  if (values.resume === true && inputs.length === 0) {
    const { nothingToResume, giveInputs } = said().corpus;
    const text = await readFile(join(folder, RUN), "utf8").catch(() => null);
    if (text === null) throw usageError(nothingToResume, folder, giveInputs);
    const idle = Object.keys(deciding)[0];
    if (idle !== undefined)
      throw usageError(
        said().usage.doesNothing(`--${idle}`, said().corpus.whenResumed),
        undefined,
        said().usage.leaveOut,
      );
    // Written by this program, whole or not at all.
    return JSON.parse(text) as Run;
  }
  return { files: await filesOf(inputs, io), values: deciding };
}

/** Returns the files behind inputs; `-` is a list of them on stdin, a line or a NUL-ended name each. */
async function filesOf(inputs: readonly string[], io: Io): Promise<readonly string[]> {
  const files: string[] = [];
  for (const input of inputs) {
    if (input !== "-") continue;
    const text = new TextDecoder().decode(await readStdin(io));
    files.push(...text.split(text.includes("\0") ? "\0" : /\r?\n/).filter((line) => line !== ""));
  }
  const others = inputs.filter((input) => input !== "-");
  if (others.length > 0 || inputs.length === 0) files.push(...(await expandInputs(others, io)));
  return files;
}

function layersOf(values: Values): readonly CorpusLayer[] {
  const asked = listOption(values, "layers");
  for (const layer of asked ?? []) checkName("layers", said().usage.noLayer, layer, CORPUS_LAYERS);
  // The names were looked up just now.
  return (asked as readonly CorpusLayer[] | undefined) ?? USUAL_LAYERS;
}

/** What is wrong with options is told before the folder is made. */
function checkOptions(values: Values): void {
  layersOf(values);
  readOptions(values);
  propositionsOf(values);
  workersOf(values);
}

/** Inputs that make threads worth their start. */
const ENOUGH = 4;

async function build(files: readonly string[], folder: string, run: Values, now: Values, io: Io): Promise<number> {
  const { corpus } = said();
  const asJson = now.json === true;
  const told = tellBuild(files.length, asJson, io);
  io.progress(said().progress.loading);
  const long = await isLong(files);
  compileSparingly();
  if (long) growSparingly();
  const { manifest, added, kept, replaced, failed } = await buildCorpus(files, folder, {
    workers: workersOf(now) ?? (long || isWorthThreads(files) ? threads() : 0),
    layers: layersOf(run),
    ...(await askedBuild(run)),
    told: told.event,
  });
  io.progress("");
  const lossy = told.end();
  tellFailed(failed.length, files.length, asJson, io);
  if (manifest.sources.length === 0) return 1;
  const comments = manifest.sources.reduce((sum, source) => sum + source.comments, 0);
  io.done(corpus.built(folder, manifest.sources.length, comments, { added, kept, replaced }));
  if (!io.interactive) await io.print(`${folder}\n`);
  return failed.length > 0 || (now.strict === true && lossy > 0) ? 1 : 0;
}

/** Whether inputs are so many, or may hold so much, that threads are worth their start. */
const isWorthThreads = (files: readonly string[]): boolean =>
  files.length >= ENOUGH || files.some((file) => /\.(?:csv|tsv|jsonl|ndjson|parquet|gz)$/i.test(file));

/** A thread for each core: the one that hands out the work has little to do itself. */
function threads(): number {
  const cores = availableParallelism();
  return cores < 2 ? 0 : cores;
}
