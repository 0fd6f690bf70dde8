import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { YoronError } from "../index.ts";

/** The outside world as a verb sees it; tests pass their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Prints data and waits until the reader has taken it. */
  print(text: string | Uint8Array): Promise<void>;
  /** Whether a person looks at what is printed: stdout is a terminal. */
  readonly interactive: boolean;
  /** Whether the user asked for quiet: no progress, no notes. */
  readonly quiet: boolean;
  /** Writes a failure or warning to stderr. */
  tell(line: string): void;
  /** Writes to stderr what the user may want to know, unless they asked for quiet. */
  note(line: string): void;
  /** Writes how far the work is, on a terminal only; an empty line clears it. */
  progress(line: string): void;
}

/** Returns the {@link Io} of this process. */
export function processIo({ quiet }: { quiet: boolean }): Io {
  const onTerminal = process.stderr.isTTY === true && !quiet;
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write("\r\u001b[K");
    shown = false;
  };
  return {
    stdin: process.stdin,
    interactive: process.stdout.isTTY === true,
    quiet,
    print: (text) =>
      new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    tell(line) {
      clear();
      process.stderr.write(`${line}\n`);
    },
    note(line) {
      if (quiet) return;
      clear();
      process.stderr.write(`yoron: note: ${line}\n`);
    },
    progress(line) {
      if (!onTerminal) return;
      clear();
      if (line === "") return;
      process.stderr.write(line);
      shown = true;
    },
  };
}

/** What is written: at once, or part by part as it is made. */
export type Content = string | Uint8Array | AsyncIterable<string | Uint8Array>;

/** Prints what is printed part by part. */
export async function printParts(io: Io, parts: AsyncIterable<string | Uint8Array>): Promise<void> {
  for await (const part of parts) await io.print(part);
}

/** Writes a file whole or not at all: to a neighbour first, which then takes its name. */
export async function writeWhole(path: string, content: Content): Promise<void> {
  const neighbour = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(neighbour, content);
    await rename(neighbour, path);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => {});
    // What is made while it is written can fail of itself.
    if (cause instanceof YoronError) throw cause;
    throw new YoronError({
      code: "unwritable",
      what: "cannot write the file",
      value: path,
      next: cause instanceof Error ? cause.message : "check the folder and its rights",
      cause,
    });
  }
}

/** Returns all of stdin. */
export async function readStdin(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
