import { open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { YoronError } from "../../model/error.ts";

/** What an item holds: lines of each table one after another, then the analyses, packed. */
export interface ItemHeader {
  readonly rows: Readonly<Record<string, number>>;
  /** Bytes of the longest line of all. */
  readonly longest: number;
  /** Bytes of each section, in their order. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** Name of the section of analyses, which is no table. */
export const ANALYSES = "analyses";

/** Where a section lies. */
export interface Section {
  readonly from: number;
  readonly bytes: number;
}

/** Writes a file whole or not at all. */
export async function writeStaged(file: string, content: string | Uint8Array | readonly Uint8Array[]): Promise<void> {
  const neighbour = `${file}.part`;
  try {
    await writeFile(neighbour, content as string | Uint8Array | Iterable<Uint8Array>);
    await rename(neighbour, file);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => {});
    throw unwritable(file, cause);
  }
}

/** Returns the error of a disk that takes no more. */
export function unwritable(file: string, cause: unknown): YoronError {
  return new YoronError({
    code: "unwritable",
    what: "cannot write the corpus:",
    value: file,
    next: `${(cause as NodeJS.ErrnoException).code ?? "check the folder"}; what is done is kept, and the same command goes on`,
    cause,
  });
}

/** Writes an item: its header as the first line, then its sections. */
export async function writeItem(
  file: string,
  sections: ReadonlyMap<string, Uint8Array>,
  { rows, longest }: Pick<ItemHeader, "rows" | "longest">,
): Promise<ItemHeader> {
  const sizes = Object.fromEntries([...sections].map(([name, bytes]) => [name, bytes.length]));
  const header: ItemHeader = { rows, longest, sizes };
  await writeStaged(file, [Buffer.from(`${JSON.stringify(header)}\n`), ...sections.values()]);
  return header;
}

/** Returns the header of an item and where its sections lie; null where there is none. */
export async function readItem(
  file: string,
): Promise<{ readonly header: ItemHeader; readonly sections: ReadonlyMap<string, Section> } | null> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return null;
  try {
    const start = Buffer.alloc(8_192);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    const end = start.subarray(0, bytesRead).indexOf(10);
    if (end < 0) return null;
    const header = JSON.parse(start.toString("utf8", 0, end)) as ItemHeader;
    const sections = new Map<string, Section>();
    let from = end + 1;
    for (const [name, bytes] of Object.entries(header.sizes)) {
      sections.set(name, { from, bytes });
      from += bytes;
    }
    return { header, sections };
  } finally {
    await handle.close();
  }
}

/** Returns the bytes of a section of a file. */
export async function readSection(file: string, { from, bytes }: Section): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = Buffer.alloc(bytes);
    let at = 0;
    while (at < bytes) {
      const { bytesRead } = await handle.read(buffer, at, bytes - at, from + at);
      if (bytesRead === 0) throw new Error(`${file} ends before its section`);
      at += bytesRead;
    }
    return buffer;
  } finally {
    await handle.close();
  }
}

/** Writes an item anew without the rows of some discussions; each line says first of which it is. */
export async function writeWithout(from: string, to: string, without: readonly string[]): Promise<ItemHeader> {
  const item = await readItem(from);
  if (item === null) throw new Error(`${from} is gone`);
  const starts = without.map((id) => `{"discussion":${JSON.stringify(id)}`);
  const sections = new Map<string, Uint8Array>();
  const rows: Record<string, number> = {};
  for (const [name, section] of item.sections) {
    if (name === ANALYSES) {
      const { keepAnalyses } = await import("./packed-analyses.ts");
      sections.set(
        name,
        keepAnalyses(await readSection(from, section), (id) => !without.includes(id)),
      );
      continue;
    }
    const lines = Buffer.from(await readSection(from, section))
      .toString("utf8")
      .split("\n");
    const kept = lines.filter((line) => line !== "" && !starts.some((start) => line.startsWith(start)));
    sections.set(name, Buffer.from(kept.map((line) => `${line}\n`).join("")));
    rows[name] = kept.length;
  }
  return writeItem(to, sections, { rows, longest: item.header.longest });
}

/** Returns the content of a file as JSON, null where there is none or half of one. */
export async function readJson<T>(file: string): Promise<T | null> {
  try {
    // Written by this program, whole or not at all.
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    return null;
  }
}
