import type { Table } from "../tables/table.ts";
import { tokenTable } from "../tables/tokens.ts";

/** Columns beside the token's own place without which its sentence cannot be put together. */
const NEEDED = ["discussion", "unit", "start", "end", "text", "sentence"] as const;

/**
 * Returns what writes out the sentence around a row of a table of tokens, or null where the table has no surfaces.
 *
 * Rows of a sentence stand together, in the order of the text. What stood between two tokens is white space; it is
 * written as one blank.
 *
 * @example
 * sentenceAround(tokenTable(analysis))(0); // "パンがまた値上がりした。"
 */
export function sentenceAround(tokens: Table): (row: number) => string | null {
  const { columns } = tokenTable.schema;
  const has = NEEDED.every((name) => columns.some((column) => column.name === name) && tokens.has(name));
  if (!has) return () => null;
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
    while (first > 0 && together(first - 1, row)) first--;
    let sentence = "";
    for (let i = first; i < tokens.length && together(i, row); i++) {
      sentence += i > first && starts[i] !== ends[i - 1] ? ` ${texts[i]}` : texts[i];
    }
    return sentence;
  };
}
