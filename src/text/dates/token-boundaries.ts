import { keptWith } from "../../model/kept-with.ts";
import type { Tokens } from "../../model/tokens.ts";

/** Returns a test of whether an offset lies between two tokens (or beside white space), made once for a text. */
export const tokenBoundaries = keptWith((tokens: Tokens): ((offset: number) => boolean) => {
  const inside = new Uint8Array(tokens.text.length + 1);
  for (let i = 0; i < tokens.length; i++) {
    const end = tokens.end(i);
    for (let at = tokens.start(i) + 1; at < end; at++) inside[at] = 1;
  }
  return (offset) => inside[offset] !== 1;
});
