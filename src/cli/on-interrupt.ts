import { removeScratch } from "../index.ts";
import { atSignal, undoAll } from "./at-signal.ts";
import type { Io } from "./io.ts";
import { said } from "./said.ts";
import type { Verb } from "./verb.ts";

/** What a shell expects of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Signals that ask a program to end. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Writes at Ctrl-C, and where the process is told to end, one line that says how to go on, and ends the process; half a file
 * is taken away.
 */
export function onInterrupt({ goesOn = false }: Verb, io: Io): void {
  const end = (signal: NodeJS.Signals) => {
    for (const one of SIGNALS) process.off(one, end);
    undoAll();
    io.progress("");
    const { interrupted, interruptedGoesOn } = said().notes;
    io.tell(`yoron: ${goesOn ? interruptedGoesOn : interrupted}`);
    if (signal === "SIGINT") process.exit(INTERRUPTED);
    // Who sent it sees that the process ended by it.
    process.kill(process.pid, signal);
  };
  atSignal(removeScratch);
  for (const signal of SIGNALS) process.on(signal, end);
}
