import { simplify, textColumn } from "../columns.ts";
import type { Format, Sample } from "../format.ts";
import { readSeparated } from "../separated.ts";
import { csvSeparator, headerOf } from "../separated-rows.ts";
import { looksMarkedUp } from "../sniff.ts";

/** Reads an export of 広聴AI (kouchou-ai) or Talk to the City. */
export const kouchouAi: Format = {
  name: "kouchou-ai",
  description: "CSV of 広聴AI or Talk to the City",
  needs: "columns comment-id and comment-body",
  detect: ({ text }) => {
    const names = looksSeparated(text, ",") ? headerOf(text, ",").map(simplify) : [];
    return names.includes("commentid") && names.includes("commentbody") ? 0.95 : 0;
  },
  *read(decoded) {
    yield readSeparated(decoded, "kouchou-ai", ",");
  },
};

/** Reads comma-separated comments; also with semicolons, as Excel writes them in many countries. */
export const csv: Format = {
  name: "csv",
  description: "any CSV with a row a comment; columns guessed from usual names or given",
  needs: "a header row and a column of comments",
  detect: (sample) => score(sample, csvSeparator(sample.text), ".csv"),
  *read(decoded) {
    yield readSeparated(decoded, "csv", csvSeparator(decoded.text));
  },
};

/** Reads tab-separated comments. */
export const tsv: Format = {
  name: "tsv",
  description: "any TSV with a row a comment; columns guessed from usual names or given",
  needs: "a header row and a column of comments",
  detect: (sample) => score(sample, "\t", ".tsv"),
  *read(decoded) {
    yield readSeparated(decoded, "tsv", "\t");
  },
};

function score({ text, path, options }: Sample, separator: string, extension: string): number {
  const names = headerOf(text, separator);
  const named = path?.toLowerCase().endsWith(extension) === true;
  // One column alone has no separator to be known by.
  if (named && names.length === 1 && textColumn(names) !== null) return 0.85;
  if (!looksSeparated(text, separator)) return 0;
  const given = options.columns?.text;
  if (given !== undefined && [given].flat().every((name) => names.includes(name))) return 0.9;
  if (named) return 0.85;
  if (textColumn(names) !== null && names.length > 1) return 0.7;
  return names.length > 2 && names.every((name) => name !== "" && name.length < 30) ? 0.15 : 0;
}

/** A table has the separator in its header, and as often in the next line unless a cell there is quoted. */
function looksSeparated(text: string, separator: string): boolean {
  const [first = "", second = ""] = text
    .slice(0, 20_000)
    .replace(/^sep=.\r?\n/, "")
    .split(/\r\n|\n|\r/, 2);
  if (!first.includes(separator) || looksMarkedUp(first) || first.includes("<>")) return false;
  const count = (line: string): number => line.split(separator).length;
  return second === ""
    ? textColumn(first.split(separator)) !== null
    : second.includes('"') ||
        (count(second) > 1 && (count(first) === count(second) || textColumn(first.split(separator)) !== null));
}
