import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Analysis } from "../../../model/analysis.ts";
import { YoronError } from "../../../model/error.ts";
import { piecesOf, type TablePieces } from "../../pieces.ts";
import { schemas } from "../../schemas.ts";
import { Table } from "../../table.ts";
import { tables } from "../../tables.ts";
import { readTable } from "../read-table.ts";
import { createEmptyTable, createTable, identifier, literal } from "./create-table.ts";

/** What a database is made of: analyses, tables (also such as are made piece by piece), or a folder of tables that `yoron analyze` wrote. */
export type DatabaseSource =
  | Analysis
  | readonly Analysis[]
  | Table
  | readonly Table[]
  | readonly TablePieces[]
  | string;

/** Fills a database and gives the names of its tables. */
export async function fill(connection: DuckDBConnection, source: DatabaseSource): Promise<string[]> {
  if (typeof source === "string") return fillFromFolder(connection, source);
  const things = (Array.isArray(source) ? source : [source]) as readonly (Analysis | Table | TablePieces)[];
  const given = things.flatMap((thing) =>
    thing instanceof Table ? [piecesOf(thing)] : isPieces(thing) ? [thing] : [],
  );
  const analyses = things.filter((thing): thing is Analysis => !(thing instanceof Table) && !isPieces(thing));
  const isOfAnalyses = analyses.length > 0 || given.length === 0;
  const loaded = isOfAnalyses ? tables.map(({ project }) => project.pieces(analyses)) : given;
  for (const table of loaded) await createTable(connection, table);
  return loaded.map(({ schema }) => schema.name);
}

const isPieces = (thing: object): thing is TablePieces => "pieces" in thing;

/** Best first: a typed format before one that is text. */
const FORMATS = ["parquet", "arrow", "jsonl", "json", "csv", "tsv"] as const;

async function fillFromFolder(connection: DuckDBConnection, folder: string): Promise<string[]> {
  const inner = join(folder, "tables");
  const root = (await isFolder(inner)) ? inner : folder;
  if (!(await isFolder(root))) {
    throw new YoronError({
      code: "unreadable",
      what: "cannot open the folder",
      value: folder,
      next: "name a folder that `yoron analyze -o` wrote",
    });
  }
  const entries = (await readdir(root)).sort();
  const loaded: string[] = [];
  for (const schema of schemas) {
    const { name } = schema;
    // A table is one file, or a folder of parts.
    const parts = entries.includes(name) ? (await readdir(join(root, name), { recursive: true })).sort() : [];
    const mine = [...entries.filter((file) => file.startsWith(`${name}.`)), ...parts.map((part) => join(name, part))];
    const format = FORMATS.find((extension) => mine.some((file) => file.endsWith(`.${extension}`)));
    if (format === undefined) continue;
    const paths = mine.filter((file) => file.endsWith(`.${format}`)).map((file) => join(root, file));
    if (format === "parquet") {
      await createEmptyTable(connection, schema);
      await connection.run(
        `INSERT INTO ${identifier(name)} BY NAME SELECT * FROM read_parquet([${paths.map(literal).join(", ")}], hive_partitioning = false)`,
      );
    } else {
      const parts = await Promise.all(paths.map(async (path) => readTable(await readFile(path), format, schema)));
      const rows = parts.flatMap((part) => [...part]);
      await createTable(connection, piecesOf(Table.from(schema, rows)));
    }
    loaded.push(name);
  }
  if (loaded.length > 0) return loaded;
  throw new YoronError({
    code: "unreadable",
    what: "there are no tables in the folder",
    value: folder,
    next: `it should hold comments.csv, entities.parquet or the like, in one of ${FORMATS.join(", ")}`,
  });
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
