import { visible, visibleLines } from "../index.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";

/** The outside world as a verb sees it; tests pass their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Prints data and waits until the reader has taken it: as it is, but on a terminal so that nothing in it acts there. */
  print(text: string | Uint8Array): Promise<void>;
  /** Whether a person looks at what is printed: stdout is a terminal. */
  readonly interactive: boolean;
  /** Whether the user asked for quiet: no progress, no notes. */
  readonly quiet: boolean;
  /** Writes a failure or warning to stderr. */
  tell(line: string): void;
  /** Writes to stderr what the user may want to know, unless they asked for quiet. */
  note(line: string): void;
  /** Writes to stderr what was done, unless the user asked for quiet. */
  done(line: string): void;
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
    print: (data) => {
      const shown = process.stdout.isTTY === true ? forTerminal(data) : data;
      return new Promise((resolve, reject) => {
        process.stdout.write(shown, (error) => (error ? reject(error) : resolve()));
      });
    },
    tell(line) {
      clear();
      process.stderr.write(`${visibleLines(line)}\n`);
    },
    note(line) {
      if (quiet) return;
      clear();
      process.stderr.write(`yoron: ${said().notes.note}: ${visible(line)}\n`);
    },
    done(line) {
      if (quiet) return;
      clear();
      process.stderr.write(`${visible(line)}\n`);
    },
    progress(line) {
      if (!onTerminal) return;
      clear();
      if (line === "") return;
      // A terminal that nobody gave a size has 0 columns.
      process.stderr.write(fitting(visible(line), (process.stderr.columns || 80) - 1));
      shown = true;
    },
  };
}

/** Prints what is printed part by part. */
export async function printParts(io: Io, parts: AsyncIterable<string | Uint8Array>): Promise<void> {
  for await (const part of parts) await io.print(part);
}

/** A line that broke at the edge could not be cleared; wide characters take two places. */
function fitting(line: string, places: number): string {
  let [end, taken] = [0, 0];
  for (const character of line) {
    taken += character > "\u2e7f" ? 2 : 1;
    if (taken > places) break;
    end += character.length;
  }
  return line.slice(0, end);
}

/** Returns data as a terminal may have it; throws for bytes that are no text. */
function forTerminal(data: string | Uint8Array): string {
  if (typeof data === "string") return visibleLines(data);
  throw usageError(said().usage.noTextForTerminal, undefined, said().usage.writeItOut);
}

/** Returns all of stdin. */
export async function readStdin(io: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
