import type { Note } from "../../model/discussion.ts";
import type { TableRow } from "./source-table.ts";

/** How many rows a note of the whole table names. */
const MOST_NAMED = 10;

/**
 * What fits rows to their header and remembers those that did not: what a too long one has beyond it goes to the words
 * where they are the last column, else into its note.
 */
export class RaggedRows {
  readonly #width: number;
  readonly #separator: string | null;
  readonly #wordsLast: boolean;
  readonly #ragged: number[] = [];
  readonly #odd: number[] = [];

  constructor(width: number, separator: string | null, wordsLast: boolean) {
    this.#width = width;
    this.#separator = separator;
    this.#wordsLast = wordsLast;
  }

  fit({ cells: found, number, oddQuotes = false }: TableRow): { cells: readonly string[]; notes: readonly Note[] } {
    const notes: Note[] = [];
    let cells = found;
    if (this.#separator !== null && found.length !== this.#width) {
      const over = found.slice(this.#width);
      const joined = over.length > 0 && this.#wordsLast;
      if (joined) cells = [...found.slice(0, this.#width - 1), found.slice(this.#width - 1).join(this.#separator)];
      this.#ragged.push(number);
      const rest =
        over.length === 0 ? "" : joined ? "; the last are read as its words" : `; beyond it: ${quoted(over)}`;
      const message = `row ${number} has ${found.length} cells, the header ${this.#width}${rest}`;
      notes.push({ code: "ragged-row", message });
    }
    if (oddQuotes) {
      this.#odd.push(number);
      notes.push({ code: "odd-quotes", message: `row ${number} has a quote that is not doubled; it is read as text` });
    }
    return { cells, notes };
  }

  /** Returns the notes of the whole table. */
  notes(): Note[] {
    const notes: Note[] = [];
    if (this.#ragged.length > 0) {
      const message = `${listed(this.#ragged)} not as many cells as the header: is a separator or line break in an unquoted cell?`;
      notes.push({ code: "ragged-rows", message });
    }
    if (this.#odd.length > 0) {
      notes.push({ code: "odd-quotes", message: `${listed(this.#odd)} quotes that are not doubled` });
    }
    return notes;
  }
}

function listed(rows: readonly number[]): string {
  const more = rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : "";
  return `${rows.length === 1 ? "row" : "rows"} ${rows.slice(0, MOST_NAMED).join(", ")}${more} ${rows.length === 1 ? "has" : "have"}`;
}

function quoted(cells: readonly string[]): string {
  return JSON.stringify(cells).slice(1, -1).slice(0, 200);
}
