import { setFlagsFromString } from "node:v8";

/**
 * Sets how late the engine optimises functions: later than by itself, for what runs through many small rules.
 *
 * By default V8 compiles most rules after some hundred lines, and again when later lines show what it could not know yet: of
 * the processor's time for ten thousand lines a third went into that. The budget is counted in bytes of what was run.
 */
export function compileSparingly(): void {
  setFlagsFromString("--interrupt-budget=300000");
}
