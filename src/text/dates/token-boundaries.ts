import type { Tokens } from "../../model/tokens.ts";

/** Makes a test of whether an offset lies between two tokens (or beside white space). */
export function tokenBoundaries(tokens: Tokens): (offset: number) => boolean {
  const inside = new Uint8Array(tokens.text.length + 1);
  for (let i = 0; i < tokens.length; i++) inside.fill(1, tokens.start(i) + 1, tokens.end(i));
  return (offset) => inside[offset] !== 1;
}
