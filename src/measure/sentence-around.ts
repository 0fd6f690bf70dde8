import type { Table } from "../tables/table.ts";

/** Columns beside the token's own place without which its sentence cannot be put together. */
const NEEDED = ["discussion", "unit", "start", "end", "text", "sentence"] as const;
/** Tokens to either side: each of the many words of a sentence without end would go through the whole of it. */
const REACH = 400;

/**
 * Returns what writes out the sentence around a row of a table of tokens, or null where the table has no surfaces.
 *
 * Rows of a sentence stand together, in the order of the text. What stood between two tokens is white space; it is
 * written as one blank. Of a sentence without end 400 tokens to either side are written.
 *
 * @example
 * sentenceAround(tokenTable(analysis))(0); // "パンがまた値上がりした。"
 */
export function sentenceAround(tokens: Table): (row: number) => string | null {
  if (!NEEDED.every((name) => tokens.has(name))) return () => null;
  const [discussions, units, sentences] = [
    tokens.column("discussion"),
    tokens.column("unit"),
    tokens.column("sentence"),
  ];
  const [starts, ends, texts] = [tokens.column("start"), tokens.column("end"), tokens.column("text")];
  const together = (a: number, b: number) =>
    units[a] === units[b] && sentences[a] === sentences[b] && discussions[a] === discussions[b];
  return (row) => {
    let first = row;
    while (first > Math.max(0, row - REACH) && together(first - 1, row)) first--;
    let sentence = "";
    for (let i = first; i < Math.min(tokens.length, row + REACH) && together(i, row); i++) {
      sentence += i > first && starts[i] !== ends[i - 1] ? ` ${texts[i]}` : texts[i];
    }
    return sentence;
  };
}
