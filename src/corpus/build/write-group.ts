import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CorpusLayer } from "../../tables/corpus-tables.ts";
import { corpusTablesOf } from "../../tables/corpus-tables.ts";
import { hashOf, type PartInfo } from "../../tables/export/corpus/manifest.ts";
import type { Segment } from "../../tables/export/corpus/part-writer.ts";
import { ANALYSES, readItem, readSection, type Section, unwritable } from "./item-file.ts";

/** Where an item's rows are: in its own file, or in parts of the corpus as it stands. */
export type ItemPlace =
  | { readonly file: string }
  | {
      /** Paths of the old parts by table, and where in them the item's rows begin. */
      readonly parts: Readonly<Record<string, { readonly path: string; readonly from: number; readonly rows: number }>>;
      readonly analyses: { readonly path: string; readonly section: Section };
    };

/** A group to be written. */
export interface GroupTask {
  readonly of: string;
  readonly places: readonly ItemPlace[];
  /** Folder of what is not finished; its `out` gets the parts. */
  readonly work: string;
  readonly layers: readonly CorpusLayer[];
}

/** Writes the parts of a group, a table each, and returns them by table; a table without rows has none. */
export async function writeGroup({ of, places, work, layers }: GroupTask): Promise<Record<string, PartInfo>> {
  const { openPartWriter } = await import("../../tables/export/corpus/part-writer.ts");
  const scratch = join(work, `group-${of}`);
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  const writer = await openPartWriter(scratch);
  const parts: Record<string, PartInfo> = {};
  try {
    const opened = await Promise.all(places.map((place) => ("file" in place ? readItem(place.file) : null)));
    for (const { schema } of corpusTablesOf(layers)) {
      const { name } = schema;
      const segments: Segment[] = [];
      let rows = 0;
      let lines: LinesFile | null = null;
      for (const [at, place] of places.entries()) {
        if ("file" in place) {
          const item = opened[at];
          if (item === null || item === undefined) throw unwritable(place.file, new Error("it is gone"));
          const count = item.header.rows[name] ?? 0;
          if (count === 0) continue;
          if (lines === null) {
            const path = join(scratch, `${name}-${at}.jsonl`);
            lines = await openLines(path);
            segments.push({ lines: path, longest: longestOf(opened) });
          }
          await lines.add(await readSection(place.file, item.sections.get(name)!));
          rows += count;
          continue;
        }
        const old = place.parts[name];
        if (old === undefined || old.rows === 0) continue;
        await lines?.end();
        lines = null;
        rows += old.rows;
        const last = segments.at(-1);
        if (last !== undefined && "part" in last && last.part === old.path && last.from + last.rows === old.from)
          segments[segments.length - 1] = { ...last, rows: last.rows + old.rows };
        else segments.push({ part: old.path, from: old.from, rows: old.rows });
      }
      await lines?.end();
      if (rows === 0) continue;
      const file = join(scratch, `${name}.parquet`);
      await writer.write(schema, segments, file);
      for (const segment of segments) if ("lines" in segment) await rm(segment.lines, { force: true });
      parts[name] = await named(file, name, "parquet", rows, work);
    }
    parts[ANALYSES] = await writeAnalyses(places, opened, scratch, work);
    return parts;
  } finally {
    writer.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

const longestOf = (items: readonly Awaited<ReturnType<typeof readItem>>[]): number =>
  items.reduce((most, item) => Math.max(most, item?.header.longest ?? 0), 0);

/** The analyses follow one another as they are packed. */
async function writeAnalyses(
  places: readonly ItemPlace[],
  opened: readonly Awaited<ReturnType<typeof readItem>>[],
  scratch: string,
  work: string,
): Promise<PartInfo> {
  const file = join(scratch, `${ANALYSES}.jsonl.gz`);
  const written = await openLines(file);
  for (const [at, place] of places.entries()) {
    const section = "file" in place ? opened[at]?.sections.get(ANALYSES) : place.analyses.section;
    const from = "file" in place ? place.file : place.analyses.path;
    if (section !== undefined && section.bytes > 0) await written.add(await readSection(from, section));
  }
  await written.end();
  return named(file, ANALYSES, "jsonl.gz", places.length, work);
}

/** Moves a part to the name of what is in it, and puts it where the finished ones wait. */
async function named(file: string, table: string, end: string, rows: number, work: string): Promise<PartInfo> {
  const sha256 = await hashOf(file);
  const name = `${table}/part-${sha256.slice(0, 16)}.${end}`;
  const { size } = await stat(file);
  await mkdir(join(work, "out", table), { recursive: true });
  await rename(file, join(work, "out", name));
  return { file: name, rows, bytes: size, sha256 };
}

interface LinesFile {
  add(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** A file that is written piece by piece. */
async function openLines(path: string): Promise<LinesFile> {
  const handle = await open(path, "w").catch((cause) => {
    throw unwritable(path, cause);
  });
  return {
    async add(bytes) {
      try {
        await handle.writeFile(bytes);
      } catch (cause) {
        await handle.close();
        throw unwritable(path, cause);
      }
    },
    end: () => handle.close(),
  };
}
