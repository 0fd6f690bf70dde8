import { textColumn } from "../columns.ts";
import type { Format, Sample } from "../format.ts";
import { readSeparated } from "../separated.ts";
import { looksMarkedUp } from "../sniff.ts";
import { type Peek, peekRows, separatorOf } from "../tables/peek.ts";
import { simplify } from "../tables/usual-names.ts";

/** The format of an export of 広聴AI (kouchou-ai) or Talk to the City, and what they make of one: a row an argument. */
export const kouchouAi: Format = {
  name: "kouchou-ai",
  description: "CSV of 広聴AI, Talk to the City or Polis, of comments or of their arguments",
  needs: "columns comment-id and comment-body, or arg-id, comment-id and argument",
  columns: true,
  detect: (sample) => {
    if (looksMarkedUp(sample.text)) return 0;
    const names = peekRows(sample, ",").names.map(simplify);
    if (!names.includes("commentid")) return 0;
    return names.includes("commentbody") || isArguments(names) ? 0.95 : 0;
  },
  *read(decoded) {
    const { columns } = decoded.options;
    const names = peekRows(decoded, ",").names;
    const own = isArguments(names.map(simplify)) && columns === undefined;
    // Without the comments themselves the arguments are what there is to read.
    const mapped = own ? { id: named(names, "argid"), text: named(names, "argument") } : columns;
    const options = mapped === undefined ? decoded.options : { ...decoded.options, columns: mapped };
    yield* readSeparated({ ...decoded, options }, "kouchou-ai", ",");
  },
};

/** The format of comma-separated comments; also with semicolons or tabs, as Excel writes them in many countries. */
export const csv: Format = {
  name: "csv",
  description: "any CSV with a row a comment; columns guessed from usual names or content, or given",
  needs: "a header row and a column of comments",
  columns: true,
  detect: (sample) => {
    const separator = separatorOf(sample);
    return separator === "\t" && !isNamed(sample, ".csv") ? 0 : score(sample, separator, ".csv");
  },
  *read(decoded) {
    yield* readSeparated(decoded, "csv", separatorOf(decoded));
  },
};

/** The format of tab-separated comments. */
export const tsv: Format = {
  name: "tsv",
  description: "any TSV with a row a comment; columns guessed from usual names or content, or given",
  needs: "a header row and a column of comments",
  columns: true,
  detect: (sample) => (isNamed(sample, ".csv") ? 0 : score(sample, "\t", ".tsv")),
  *read(decoded) {
    yield* readSeparated(decoded, "tsv", "\t");
  },
};

function isArguments(names: readonly string[]): boolean {
  return names.includes("argid") && names.includes("argument") && !names.includes("commentbody");
}

function named(names: readonly string[], simple: string): string {
  return names.find((name) => simplify(name) === simple) ?? simple;
}

function isNamed({ path }: Sample, extension: string): boolean {
  return path?.toLowerCase().endsWith(extension) === true;
}

/** Share of rows of one width from which lines are a table, and how many of them. */
const REGULAR = 0.9;
const SEVERAL = 3;

function score(sample: Sample, separator: string, extension: string): number {
  const { text, options } = sample;
  if (looksMarkedUp(text) || /^[^\n]*<>/.test(text.slice(0, 1000))) return 0;
  const peek = peekRows(sample, separator);
  const { names } = peek;
  const given = [options.columns?.text ?? []].flat();
  if (given.length > 0 && names.length > 1 && given.every((name) => names.includes(name))) return 0.9;
  if (isNamed(sample, extension)) return 0.85;
  if (names.length < 2) return 0;
  if (options.columns !== undefined && isRegular(peek)) return 0.75;
  if (textColumn(names) !== null && (peek.width > 1 || peek.rows === 1)) return 0.7;
  if (isRegular(peek)) return 0.5;
  const lines = peek.rows > 1 && peek.width > 2 && peek.share > 0.5;
  return lines && names.length > 2 && names.every((name) => name.length < 30) ? 0.15 : 0;
}

/** Rows of one width, and columns that nearly all have names. */
function isRegular({ names, rows, width, share }: Peek): boolean {
  const nameless = names.filter((name) => /^column \d+$/.test(name)).length;
  return rows >= SEVERAL && width > 1 && share >= REGULAR && names.length === width && nameless * 2 <= width;
}
