import { type Stats, statSync } from "node:fs";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import type { Values } from "./verb.ts";

/** Throws where the file that would be written is one that is read: nothing else keeps what is in it. */
export function checkOutput(values: Values, inputs: readonly string[]): void {
  const output = typeof values.output === "string" ? values.output : undefined;
  const target = output === undefined ? null : fileAt(output);
  if (output === undefined || target === null) return;
  const given = Object.entries(values).flatMap(([name, value]) => (name === "output" ? [] : [value].flat()));
  const read = [...inputs, ...given].filter((value) => typeof value === "string");
  const { overInput, elsewhere } = said().usage;
  for (const path of read) {
    const found = fileAt(path);
    if (found !== null && found.ino === target.ino && found.dev === target.dev)
      throw usageError(overInput, output, elsewhere);
  }
}

function fileAt(path: string): Stats | null {
  try {
    const found = statSync(path);
    return found.isFile() ? found : null;
  } catch {
    // A name that is no path, or of nothing yet.
    return null;
  }
}
