import { stat } from "node:fs/promises";
import {
  type Discussion,
  listInputs,
  type PassedOver,
  type ReadOptions,
  readAll,
  readSource,
  visible,
  visibleLines,
  YoronError,
} from "../index.ts";
import { type Io, readStdin } from "./io.ts";
import { named } from "./named.ts";
import { sayPassedOver } from "./passed-over.ts";
import { progressOf } from "./progress.ts";
import { said } from "./said.ts";
import { toldError } from "./told-error.ts";
import { usageError } from "./usage-error.ts";

/**
 * Returns the inputs behind files, folders and globs; `-` is stdin. Tells what of folders was passed over. Throws for
 * no inputs at all.
 */
export async function expandInputs(positionals: readonly string[], io: Io): Promise<string[]> {
  const { noInput, nameInput } = said().usage;
  if (positionals.length === 0) throw usageError(noInput, undefined, nameInput);
  const files: string[] = [];
  const passedOver: PassedOver[] = [];
  for (const input of positionals) {
    if (input === "-") files.push(input);
    else {
      const found = await listInputs(input);
      if (found.files.length === 0) throw noPage(input, found.passedOver);
      files.push(...found.files);
      passedOver.push(...found.passedOver);
    }
  }
  const told = sayPassedOver(passedOver);
  if (told !== null) io.note(told);
  return files;
}

function noPage(folder: string, passedOver: readonly PassedOver[]): YoronError {
  const told = sayPassedOver(passedOver);
  const { noPage: what, namePages, orFileItself } = said().usage;
  return usageError(what, folder, told === null ? namePages : `${told}; ${namePages}${orFileItself}`);
}

/** Returns the discussions of one input. */
export async function discussionsOf(path: string, options: ReadOptions, io: Io): Promise<Discussion[]> {
  if (path !== "-") return [...readAll(await readSource(path), { ...options, path })];
  return [...readAll(await readStdin(io), options)];
}

/** Runs `work` for each input; tells each failure and goes on. Returns the number of inputs that failed. */
export async function eachInput(
  files: readonly string[],
  io: Io,
  asJson: boolean,
  work: (file: string) => Promise<void>,
): Promise<number> {
  let failed = 0;
  const progress = progressOf(files.length);
  for (const [index, file] of files.entries()) {
    if (files.length > 1) io.progress(progress(index, named(file, 60)));
    try {
      await work(file);
    } catch (error) {
      if (!(error instanceof YoronError)) throw error;
      failed++;
      io.tell(errorLine(error, asJson, file));
    }
  }
  io.progress("");
  tellFailed(failed, files.length, asJson, io);
  return failed;
}

/** Failures from which their number is told, since the first have scrolled away. */
const MANY = 10;

/** Writes how many inputs failed, where they are too many to count. */
export function tellFailed(failed: number, all: number, asJson: boolean, io: Io): void {
  if (failed >= MANY && !asJson) io.tell(`yoron: ${said().notes.failed(failed, all)}`);
}

/** Returns an error as one line, for people or, with `--json`, for programs. */
export function errorLine(error: YoronError, asJson: boolean, file?: string): string {
  const message = toldError(error);
  if (asJson) return JSON.stringify({ ...(file === undefined ? {} : { file }), error: { code: error.code, message } });
  const [first = "", ...more] = message.split("\n");
  const lines = [first, ...more.map((line) => (error.code === "bad-query" ? `  ${line}` : line))].join("\n");
  if (file === undefined) return `yoron: ${lines} [${error.code}]`;
  const shown = visibleLines(file);
  const isNamed = [shown, visible(JSON.stringify(file))].some((name) => message.includes(name));
  const place = isNamed ? "" : `${named(file)}: `;
  return `yoron: ${place}${lines.replaceAll(shown, named(file))} [${error.code}]`;
}

/** Whether a path is an existing file. */
export function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Whether a path is an existing folder. */
export function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
