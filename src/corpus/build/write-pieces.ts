import { analyze, predictNames } from "../../analyze.ts";
import { deepFreeze } from "../../model/freeze.ts";
import type { Resources } from "../../resources.ts";
import { type CorpusTable, corpusTablesOf } from "../../tables/corpus-tables.ts";
import { type ChangeCell, jsonRows } from "../../tables/export/corpus/json-rows.ts";
import { toPart } from "../part.ts";
import type { BuildSettings } from "./build-settings.ts";
import { ANALYSES, type ItemHeader, writeItem } from "./item-file.ts";
import { ownRows } from "./own-rows.ts";
import { type KeptAnalysis, packAnalyses } from "./packed-analyses.ts";
import type { Piece } from "./pieces.ts";

/** Writes the rows of pieces, of all tables, to one file, having analysed them. */
export async function writePieces(
  file: string,
  pieces: readonly Piece[],
  resources: Resources,
  { analyze: options, layers }: BuildSettings,
): Promise<ItemHeader> {
  const tables = corpusTablesOf(layers);
  const lines = new Map<string, string[]>(tables.map(({ schema }) => [schema.name, []]));
  const rows: Record<string, number> = Object.fromEntries(tables.map(({ schema }) => [schema.name, 0]));
  const kept: KeptAnalysis[] = [];
  let longest = 0;
  for (const piece of pieces) {
    const discussion = deepFreeze(piece.discussion);
    const names = await predictNames(discussion, resources);
    const whole = analyze(discussion, resources, names === null ? options : { ...options, names });
    const own = ownRows(whole, piece);
    kept.push({ piece: piece.piece, of: piece.of, part: toPart(own) });
    for (const table of tables) {
      // The article's own row stands once, with the first piece.
      if (table.schema.name === "discussions" && piece.piece > 1) continue;
      const made = jsonRows(table.project.pieces(own), changeOf(table, piece, own.discussion.comments));
      lines.get(table.schema.name)!.push(made.lines);
      rows[table.schema.name]! += made.rows;
      longest = Math.max(longest, made.longest);
    }
  }
  const sections = new Map<string, Uint8Array>(
    [...lines].map(([name, parts]) => [name, Buffer.from(parts.join(""), "utf8")]),
  );
  sections.set(ANALYSES, packAnalyses(kept));
  return writeItem(file, sections, { rows, longest });
}

/** What a piece does not know of the whole thread. */
function changeOf(
  { schema }: CorpusTable,
  { replies, comments }: Piece,
  own: readonly { readonly id: string }[],
): ChangeCell | null {
  if (replies === null) return null;
  if (schema.name === "discussions") return (column, cell) => (column === "comments" ? comments : cell);
  if (schema.name !== "comments") return null;
  return (column, cell, row) => (column === "replies" ? (replies[own[row]!.id] ?? 0) : cell);
}
