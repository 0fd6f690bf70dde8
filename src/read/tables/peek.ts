import { textColumn } from "../columns.ts";
import type { Sample } from "../format.ts";
import { SEPARATOR_LINE, separatedRows } from "../separated-rows.ts";
import { columnNames, headerRow } from "./header.ts";
import { secondHeader } from "./second-header.ts";
import type { TableRow } from "./source-table.ts";

/** How much of a source is looked at to find out what it is. */
const WINDOW = 100_000;
const ROWS = 40;

/** The beginning of a source, cut into rows at one separator. */
export interface Peek {
  readonly separator: string;
  /** Names of the columns; none where there are no rows. */
  readonly names: readonly string[];
  readonly rows: number;
  /** Whether the header is the first row. */
  readonly first: boolean;
  /** The number of cells that most rows have, and their share of all rows. */
  readonly width: number;
  readonly share: number;
}

/** Every format that looks at a source asks for it; it is cut once. */
const peeked = new WeakMap<object, Map<string, Peek>>();

/** Returns the first rows of a source, read as they will be: quoted cells may hold separators and line breaks. */
export function peekRows(sample: Sample, separator: string): Peek {
  let known = peeked.get(sample);
  if (known === undefined) {
    known = new Map();
    peeked.set(sample, known);
  }
  const found = known.get(separator) ?? peek(sample, separator);
  known.set(separator, found);
  return found;
}

function peek({ text, path, options }: Sample, separator: string): Peek {
  const rows: TableRow[] = [];
  try {
    for (const row of separatedRows({ text: text.slice(0, WINDOW), path }, separator)) {
      rows.push(row);
      if (rows.length === ROWS) break;
    }
  } catch {
    // A quoted cell that does not end: in the window, or at all, which reading tells.
  }
  // The window can end within a row.
  if (text.length > WINDOW && rows.length > 1 && rows.length < ROWS) rows.pop();
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  const at = headerRow(rows, options.columns);
  const header = rows[at]?.cells ?? [];
  const names = columnNames(secondHeader(header, rows.slice(at + 1)).names);
  return {
    separator,
    names,
    rows: rows.length,
    first: at === 0,
    width,
    share: rows.length === 0 ? 0 : count / rows.length,
  };
}

/** Returns the separator between the cells: as the source says itself, else the one that makes rows of one width. */
export function separatorOf(sample: Sample): string {
  const told = SEPARATOR_LINE.exec(sample.text)?.[1];
  if (told !== undefined) return told;
  let best = ",";
  let most = 0;
  for (const separator of [",", ";", "\t"]) {
    const { width, share, names, first } = peekRows(sample, separator);
    // A header with usual names says it surest, then one without titles above it; rows can be ragged.
    const header = (textColumn(names) === null ? 0 : 2) + (first ? 1 : 0) + Math.min(names.length, 20) / 10;
    const own = width > 1 || names.length > 1 ? share + header : 0;
    if (own > most) [best, most] = [separator, own];
  }
  return best;
}
