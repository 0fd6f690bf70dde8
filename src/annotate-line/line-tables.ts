import type { Layer } from "../analyze.ts";
import type { Analysis } from "../model/analysis.ts";
import { ARTICLE } from "../model/discussion.ts";
import { citationTable } from "../tables/citations.ts";
import { claimTable } from "../tables/claims.ts";
import { considerationTable } from "../tables/considerations.ts";
import { dateTable } from "../tables/dates.ts";
import { mentionTable } from "../tables/mentions.ts";
import type { Projection } from "../tables/projection.ts";
import { quotationTable } from "../tables/quotations.ts";
import type { Row } from "../tables/row-type.ts";
import type { TableSchema } from "../tables/schema.ts";
import { sentenceTable } from "../tables/sentences.ts";
import { sentimentTable } from "../tables/sentiment.ts";
import { sideTable } from "../tables/sides.ts";
import { tokenTable } from "../tables/tokens.ts";
import type { LineRequest } from "./line-request.ts";

/** A table of which one text alone has rows, and what it needs computed. */
interface LineTable {
  readonly project: Projection;
  readonly needs: readonly Layer[];
}

const of = (project: unknown, ...needs: Layer[]): LineTable => ({
  // A projection of known columns is one of columns.
  project: project as Projection,
  needs,
});

/** The tables that the line protocol gives rows of: those that need no thread around the text. */
const LINE_TABLES: Readonly<Record<string, LineTable>> = {
  tokens: of(tokenTable),
  sentences: of(sentenceTable, "sentiment"),
  mentions: of(mentionTable, "entities"),
  citations: of(citationTable, "citations"),
  quotations: of(quotationTable, "quotations"),
  sentiment: of(sentimentTable, "sentiment"),
  dates: of(dateTable, "dates"),
  sides: of(sideTable, "sides"),
  claims: of(claimTable, "claims", "sentiment", "sides"),
  considerations: of(considerationTable, "considerations"),
};

/** Names of the tables of which a line can ask the rows. */
export const lineTableNames: readonly string[] = Object.freeze(Object.keys(LINE_TABLES));

/** The columns of these tables. */
export const lineTableSchemas: readonly TableSchema[] = Object.freeze(
  Object.values(LINE_TABLES).map(({ project }) => project.schema),
);

/** Returns what tables of these names need computed. */
export function neededForTables(names: readonly string[]): readonly Layer[] {
  return [...new Set(names.flatMap((name) => LINE_TABLES[name]?.needs ?? []))];
}

/** Columns that name the unit; ids that begin with its name; ids of entities, some of which hold in the unit alone. */
const UNIT_COLUMNS: readonly string[] = ["unit", "speakerUnit"];
const ID_COLUMNS: Readonly<Record<string, string>> = { claims: "id", considerations: "claim" };
const ENTITY_COLUMNS: Readonly<Record<string, string>> = {
  mentions: "entity",
  quotations: "entity",
  sentiment: "target",
};
const OF_THE_UNIT = /^e\d+$/;

/** Returns the rows of tables of a line, by their names, under the discussion and the unit that the line says it is. */
export function tellTables(
  names: readonly string[],
  { id, analysis, request }: { readonly id: unknown; readonly analysis: Analysis; readonly request: LineRequest },
): Readonly<Record<string, readonly Row[]>> {
  const place = { ...request, discussion: request.discussion ?? "lines", unit: request.unit ?? nameOf(id) };
  return Object.fromEntries(
    names.map((name) => [
      name,
      LINE_TABLES[name]!.project(analysis)
        .toRows()
        .map((row) => placed(name, row, place)),
    ]),
  );
}

/** Returns an id as the name of a unit. */
function nameOf(id: unknown): string {
  if (typeof id === "string") return id;
  return typeof id === "object" ? JSON.stringify(id) : String(id);
}

type Place = LineRequest & { readonly discussion: string; readonly unit: string };

function placed(table: string, row: Row, { discussion, unit, text, targets }: Place): Row {
  const told: Record<string, Row[string]> = { ...row, discussion };
  for (const column of UNIT_COLUMNS) if (typeof row[column] === "string") told[column] = unit;
  const claim = ID_COLUMNS[table];
  if (claim !== undefined) told[claim] = `${unit}${String(row[claim]).slice(ARTICLE.length)}`;
  const entity = ENTITY_COLUMNS[table];
  const known = entity === undefined ? null : row[entity];
  if (entity !== undefined && typeof known === "string" && OF_THE_UNIT.test(known) && !targets.includes(known))
    told[entity] = `${unit}.${known}`;
  // The words of the comment, which a line is: the analysis has it as an article.
  if (table === "sides") told.text = text;
  return told;
}
