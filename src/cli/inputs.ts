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
import { inCliWords } from "./in-cli-words.ts";
import { type Io, readStdin } from "./io.ts";
import { named } from "./named.ts";
import { sayPassedOver } from "./passed-over.ts";
import { usageError } from "./usage-error.ts";

/**
 * Returns the inputs behind files, folders and globs; `-` is stdin. Tells what of folders was passed over. Throws for
 * no inputs at all.
 */
export async function expandInputs(positionals: readonly string[], io: Io): Promise<string[]> {
  if (positionals.length === 0) throw usageError("no input given", undefined, "name a saved page, or - for stdin");
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
  const said = sayPassedOver(passedOver);
  if (said !== null) io.note(said);
  return files;
}

function noPage(folder: string, passedOver: readonly PassedOver[]): YoronError {
  const said = sayPassedOver(passedOver);
  const next = "name one with saved pages or exports";
  return usageError("the folder holds no page", folder, said === null ? next : `${said}; ${next}, or a file itself`);
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
  for (const [index, file] of files.entries()) {
    if (files.length > 1) io.progress(`${index + 1}/${files.length} ${named(file, 60)}`);
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

/** Returns an error as one line, for people or, with `--json`, for programs. */
export function errorLine(error: YoronError, asJson: boolean, file?: string): string {
  if (asJson)
    return JSON.stringify({
      ...(file === undefined ? {} : { file }),
      error: { code: error.code, message: inCliWords(error) },
    });
  const [first = "", ...more] = inCliWords(error).split("\n");
  const lines = [first, ...more.map((line) => (error.code === "bad-query" ? `  ${line}` : line))].join("\n");
  if (file === undefined) return `yoron: ${lines} [${error.code}]`;
  const shown = visibleLines(file);
  const isNamed = [shown, visible(JSON.stringify(file))].some((name) => error.message.includes(name));
  const place = isNamed ? "" : `${named(file)}: `;
  return `yoron: ${place}${lines.replaceAll(shown, named(file))} [${error.code}]`;
}

/** Whether a path is an existing folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
