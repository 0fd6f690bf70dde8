import { stat } from "node:fs/promises";
import {
  type Analysis,
  analyze,
  type Discussion,
  formats,
  loadResources,
  type ReadOptions,
  type Resources,
  readAll,
  readSource,
  walk,
  YoronError,
} from "../index.ts";
import { type Io, readStdin } from "./io.ts";
import { usageError } from "./usage-error.ts";
import { listOption, type OptionSpec, stringOf, type Values } from "./verb.ts";

/** Options of every verb that reads pages. */
export const READ_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  "page-format": { type: "string", value: "NAME", help: "read as this format (see `yoron read --list-formats`)" },
  encoding: { type: "string", value: "NAME", help: "decode with this encoding, whatever the page declares" },
  lossy: { type: "boolean", help: "replace undecodable bytes instead of failing" },
  published: { type: "string", value: "DATE", help: "date of the article: 2022-09-15" },
  map: {
    type: "string",
    value: "FIELD=COLUMN,…",
    help: "columns of a CSV or JSON export: text=本文,author=名前,up=いいね",
  },
};

/** Options of every verb that analyses. */
export const ANALYZE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...READ_OPTIONS,
  targets: { type: "string", value: "FILE", help: "phrases, one a line, toward which sentiment is scored" },
  "user-dictionary": {
    type: "string",
    value: "FILE",
    help: "own words: MeCab's CSV, or surface,reading,part of speech",
  },
  lexicon: { type: "string", value: "FILE", help: "own sentiment words: TSV with lemma, strength" },
};

/** Makes the reader's options of the command line's. */
export function readOptions(values: Values, formatOption = "page-format"): ReadOptions {
  const format = stringOf(values, formatOption);
  if (format !== undefined && !formats.some(({ name }) => name === format)) {
    throw usageError("there is no format", format, `known formats: ${formats.map(({ name }) => name).join(", ")}`);
  }
  const encoding = stringOf(values, "encoding");
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw usageError(
      "there is no encoding",
      encoding,
      "known: utf-8, utf-16le, shift_jis, cp932, euc-jp, iso-2022-jp …",
    );
  }
  const published = stringOf(values, "published");
  if (published !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?/.test(published)) {
    throw usageError("--published takes a date like 2022-09-15, not", published);
  }
  const map = listOption(values, "map");
  return {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(published === undefined ? {} : { published }),
    ...(map === undefined ? {} : { columns: columnMap(map) }),
    ...(values.lossy === true ? { lossy: true } : {}),
    ...(values.trace === true ? { trace: true } : {}),
  };
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label.toLowerCase() === "cp932" ? "shift_jis" : label) !== null;
  } catch {
    return false;
  }
}

function columnMap(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw usageError("--map takes FIELD=COLUMN pairs, not", pair);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Expands files, folders and globs; `-` is stdin. Throws for no inputs at all. */
export async function expandInputs(positionals: readonly string[]): Promise<string[]> {
  if (positionals.length === 0) throw usageError("no input given", undefined, "name a saved page, or - for stdin");
  const files: string[] = [];
  for (const input of positionals) files.push(...(input === "-" ? [input] : await walk(input)));
  return files;
}

/** Reads the discussions of one input. */
export async function discussionsOf(path: string, options: ReadOptions, io: Io): Promise<Discussion[]> {
  if (path !== "-") return [...readAll(await readSource(path), { ...options, path })];
  return [...readAll(await readStdin(io), options)];
}

/** Does `work` for each input; tells each failure and goes on. Gives the number of inputs that failed. */
export async function eachInput(
  files: readonly string[],
  io: Io,
  asJson: boolean,
  work: (file: string) => Promise<void>,
): Promise<number> {
  let failed = 0;
  for (const [index, file] of files.entries()) {
    if (files.length > 1) io.progress(`${index + 1}/${files.length} ${file}`);
    try {
      await work(file);
    } catch (error) {
      if (!(error instanceof YoronError)) throw error;
      failed++;
      io.tell(errorLine(error, asJson, file));
    }
  }
  io.progress("");
  return failed;
}

/** Shows an error as one line, for people or, with `--json`, for programs. */
export function errorLine(error: YoronError, asJson: boolean, file?: string): string {
  if (asJson)
    return JSON.stringify({
      ...(file === undefined ? {} : { file }),
      error: { code: error.code, message: error.message },
    });
  const place = file === undefined || error.message.includes(file) ? "" : `${file}: `;
  return `yoron: ${place}${error.message} [${error.code}]`;
}

/** What a verb gets that analyses its inputs. */
export interface Analyzed {
  readonly analyses: readonly Analysis[];
  /** 0 if all inputs were done, else 1. */
  readonly status: number;
}

/** Loads the resources that the options ask for. */
export async function resourcesFor(values: Values): Promise<Resources> {
  const userDictionary = stringOf(values, "user-dictionary");
  const lexicon = await fileOption(values, "lexicon");
  return loadResources({
    ...(userDictionary === undefined ? {} : { userDictionary }),
    ...(lexicon === undefined ? {} : { lexicons: [lexicon] }),
  });
}

async function fileOption(values: Values, name: string): Promise<string | undefined> {
  const path = stringOf(values, name);
  return path === undefined ? undefined : new TextDecoder().decode(await readSource(path));
}

/** Analyses every input; failures are told and the others done. Throws if none is left. */
export async function analyzeInputs(positionals: readonly string[], values: Values, io: Io): Promise<Analyzed> {
  const files = await expandInputs(positionals);
  const options = readOptions(values);
  const targets = (await fileOption(values, "targets"))
    ?.split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const resources = await resourcesFor(values);
  const analyses: Analysis[] = [];
  const failed = await eachInput(files, io, values.json === true, async (file) => {
    for (const discussion of await discussionsOf(file, options, io)) {
      analyses.push(analyze(discussion, resources, targets === undefined ? {} : { targets }));
    }
  });
  return { analyses, status: failed > 0 ? 1 : 0 };
}

/** Tells whether a path is an existing folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
