import { rmSync } from "node:fs";
import type { Io } from "./io.ts";
import { said } from "./said.ts";
import type { Verb } from "./verb.ts";
import { unfinished } from "./write-whole.ts";

/** What a shell expects of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Writes at Ctrl-C one line that says how to go on, and ends the process; half a file is taken away. */
export function onInterrupt({ goesOn = false }: Verb, io: Io): void {
  process.once("SIGINT", () => {
    for (const path of unfinished) rmSync(path, { force: true });
    io.progress("");
    const { interrupted, interruptedGoesOn } = said().notes;
    io.tell(`yoron: ${goesOn ? interruptedGoesOn : interrupted}`);
    process.exit(INTERRUPTED);
  });
}
