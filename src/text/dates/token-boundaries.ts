import type { Tokens } from "../../model/tokens.ts";

/** Makes a test of whether an offset lies between two tokens (or beside white space). */
export function tokenBoundaries(tokens: Tokens): (offset: number) => boolean {
  return (offset) => {
    const index = tokens.indexAt(offset);
    return index >= tokens.length || tokens.start(index) >= offset;
  };
}
