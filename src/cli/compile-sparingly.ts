import { setFlagsFromString } from "node:v8";

/** How late functions are optimised, in bytes of what was run of each; and how much of what they call is laid out in them. */
const FLAGS = [
  "--interrupt-budget=300000",
  "--max-inlined-bytecode-size=100",
  "--max-inlined-bytecode-size-cumulative=150",
];

/**
 * Sets how the engine optimises functions: later than by itself, and each with little of what it calls inside it, for what
 * runs through many small rules.
 *
 * By default V8 compiles most rules after some hundred lines, each into all that call it, and again when later lines show what
 * it could not know yet: of the processor's time for ten thousand lines a third went into that.
 */
export function compileSparingly(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
