import { rm, stat } from "node:fs/promises";
import { buildCorpus, type CorpusLayer, makeScratch } from "../index.ts";
import { askedBuild } from "./asked-build.ts";
import { growSparingly } from "./grow-sparingly.ts";
import { tellFailed } from "./inputs.ts";
import type { Io } from "./io.ts";
import { named } from "./named.ts";
import { workersOf } from "./options.ts";
import { said } from "./said.ts";
import { tellBuild } from "./tell-build.ts";
import { usageError } from "./usage-error.ts";
import type { OptionSpec, Values } from "./verb.ts";

/** Megabytes of one input from which it is long: some 40,000 comments as JSON. What is packed counts as more. */
const LONG = 16;
const PACKING = 8;
const PACKED = /\.(?:gz|parquet|xlsx?|xlsm|xlsb|ods|arrow)$/i;

/** The option that has long inputs analysed in memory. */
export const WHOLE_OPTION: Readonly<Record<string, OptionSpec>> = {
  whole: { type: "boolean", help: ({ options }) => options.whole },
};

/** What long inputs became. */
export interface LongInputs {
  /** The corpus, which {@link LongInputs.leave} takes away unless it lies in a folder of the caller's; null where no input could be read. */
  readonly folder: string | null;
  /** 0 if all inputs were done, and with `--strict` wholly read, else 1. */
  readonly status: number;
  leave(): Promise<void>;
}

/** What becomes of long inputs. */
export interface LongOptions {
  /** What is computed of them. */
  readonly layers: readonly CorpusLayer[];
  /** Where the corpus lies; among temporary files where this is not given. */
  readonly folder?: string;
  /** Options that are an error for them, since they would do nothing. */
  readonly unheard?: readonly string[];
}

/**
 * Returns the corpus that inputs become where one of them is too long to be held in memory with all that is found in it; undefined
 * where none is, or where `--whole` asks for that. It lies where `folder` says, else among temporary files.
 */
export async function corpusOfLong(
  files: readonly string[],
  values: Values,
  io: Io,
  { layers, folder, unheard = [] }: LongOptions,
): Promise<LongInputs | undefined> {
  const long = values.whole === true ? undefined : await firstLong(files);
  if (long === undefined) return undefined;
  const idle = unheard.find((name) => values[name] !== undefined);
  const { usage, corpus } = said();
  if (idle !== undefined) throw usageError(usage.doesNothing(`--${idle}`, corpus.forLong), undefined, usage.leaveOut);
  io.note(said().notes.long(named(long), LONG));
  growSparingly();
  const asJson = values.json === true;
  const told = tellBuild(files.length, asJson, io);
  const place = folder ?? (await makeScratch());
  const leave = async () => (folder === undefined ? rm(place, { recursive: true, force: true }) : undefined);
  try {
    // What a thread has read is given back when it ends, which is half of what a long input takes.
    const workers = Math.max(1, workersOf(values) ?? 1);
    const { manifest, failed } = await buildCorpus(files, place, {
      workers,
      layers,
      ...(await askedBuild(values)),
      told: told.event,
    });
    io.progress("");
    const lossy = told.end();
    tellFailed(failed.length, files.length, asJson, io);
    const status = failed.length > 0 || (values.strict === true && lossy > 0) ? 1 : 0;
    if (manifest.sources.length > 0) return { folder: place, status, leave };
    await leave();
    return { folder: null, status: 1, leave };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Whether one of the inputs is long. */
export const isLong = async (files: readonly string[]): Promise<boolean> => (await firstLong(files)) !== undefined;

async function firstLong(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) {
    if (file === "-") continue;
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    if (size * (PACKED.test(file) ? PACKING : 1) > LONG * 1e6) return file;
  }
  return undefined;
}
