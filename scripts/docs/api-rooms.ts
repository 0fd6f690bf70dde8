import { entries, type PublicName, publicNames } from "./public-names.ts";

/** A room of the code with its public names: one page of the reference. */
export interface ApiRoom {
  /** File name of its page, without the ending. */
  readonly page: string;
  readonly title: string;
  readonly about: string;
  readonly names: readonly (PublicName & { readonly entry: string })[];
}

/** The pages in the order of the way of the data: which files stand on each. */
const ROOMS: readonly (readonly [page: string, title: string, about: string, files: RegExp])[] = [
  ["read", "Reading pages", "Bytes to a Discussion: saved pages, exports, tables.", /^src\/read\//],
  ["tokenize", "Tokenizing", "Text to tokens and sentences.", /^src\/tokenize\//],
  [
    "analyze",
    "Analysing",
    "A Discussion to an Analysis with all its layers; many pages; one line at a time; an archive for clusters.",
    /^src\/(?:analyze|annotate|resources|corpus|pack)/,
  ],
  [
    "tables",
    "Tables",
    "Analyses to tables with typed rows, and what can be done with a table.",
    /^src\/tables\/(?!export\/(?:danfo|data-frame|duckdb))/,
  ],
  ["sql-and-frames", "SQL and data frames", "`yoron/duckdb` and `yoron/danfo`.", /^src\/tables\/export\//],
  ["measure", "Measures", "Tables to tables and figures: votes, threads, words, people.", /^src\/measure\//],
  ["charts", "Charts", "Tables to charts, and charts to pictures.", /^src\/charts\//],
  [
    "report",
    "Report and notebooks",
    "Analyses and charts to one page; what shows itself.",
    /^src\/(?:report|notebook)\//,
  ],
  ["model", "The data model", "What a Discussion, its layers, spans, notes and errors are.", /^src\//],
];

/** Returns the public names of all entry points by the room in which they are written; every name has one. */
export function apiRooms(): readonly ApiRoom[] {
  const all = Object.keys(entries).flatMap((entry) => publicNames(entry).map((name) => ({ entry, ...name })));
  const left = new Set(all);
  return ROOMS.map(([page, title, about, files]) => {
    const names = [...left].filter(({ file }) => files.test(file));
    for (const name of names) left.delete(name);
    return { page, title, about, names };
  }).filter(({ names }) => names.length > 0);
}
