import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import type { Discussion, Note } from "../../model/discussion.ts";
import { YoronError } from "../../model/error.ts";
import { isLoss } from "../../model/losses.ts";
import type { ReadOptions } from "../../read/format.ts";
import { readAll, readSource } from "../../read/read.ts";
import type { Resources } from "../../resources.ts";
import type { SourceNote } from "../../tables/export/corpus/manifest.ts";
import { withPrivacy } from "../with-privacy.ts";
import type { BuildSettings } from "./build-settings.ts";
import { changed } from "./hashed-source.ts";
import { type ItemHeader, readJson, writeStaged } from "./item-file.ts";
import { inItems, type Piece, piecesOf } from "./pieces.ts";
import { readSlices } from "./read-slices.ts";
import { checkLength, isSliced } from "./slices.ts";
import { writePieces } from "./write-pieces.ts";

/** A source to be read. */
export interface SourceTask {
  readonly path: string;
  readonly sha256: string;
  /** Where what comes of it is kept, without the end of the name. */
  readonly staged: string;
  /** Whether it is read first and analysed later, since both at once would take too much memory. */
  readonly big: boolean;
}

/** What was read of a source. */
export interface SourceRead {
  readonly format: string;
  readonly discussions: number;
  readonly comments: number;
  readonly notes: readonly SourceNote[];
  readonly foreign: readonly string[];
  /** How many items it makes; the headers of those that are analysed already. */
  readonly items: number;
  readonly headers: readonly ItemHeader[];
}

/** Returns where an item of a source is kept, analysed or to be analysed. */
export const itemFile = (staged: string, item: number): string => `${staged}-${item}.item`;
export const todoFile = (staged: string, item: number): string => `${staged}-${item}.todo`;
const sourceFile = (staged: string): string => `${staged}.source`;

/**
 * Returns what was read of a source, analysed unless it is big; what an earlier run did is taken as it is. A big source is read without
 * `resources` wherever that goes: both together take much memory.
 */
export async function readSourceTask(
  task: SourceTask,
  resources: () => Promise<Resources>,
  settings: BuildSettings,
): Promise<SourceRead> {
  const { path, sha256, staged, big } = task;
  const known = await readJson<SourceRead>(sourceFile(staged));
  if (known !== null) return known;
  const tally = tallyOf(sha256);
  const headers: ItemHeader[] = [];
  let items = 0;
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  checkLength(path, size);
  const inSlices = big && isSliced(path, size, settings.sliced);
  const pieces = inSlices ? slicedPieces(task, settings, tally) : wholePieces(task, resources, settings, tally);
  // What is made of a source is made while it is read: of thousands of threads a few are there at a time.
  for await (const list of inItems(pieces)) {
    if (big) await writeStaged(todoFile(staged, items), JSON.stringify(list));
    else headers.push(await writePieces(itemFile(staged, items), list, await resources(), settings));
    items++;
  }
  if (inSlices) await tellWhole(todoFile(staged, 0), tally.told().comments);
  const read: SourceRead = { ...tally.told(), items, headers };
  await writeStaged(sourceFile(staged), JSON.stringify(read));
  return read;
}

async function* wholePieces(
  { path, sha256 }: SourceTask,
  resources: () => Promise<Resources>,
  { read, privacy }: BuildSettings,
  tally: Tally,
): AsyncGenerator<Piece, void, undefined> {
  const isPrivate = Object.keys(privacy).length > 0;
  for (const source of await readUnchanged(path, sha256, read)) {
    const discussion = isPrivate ? await withPrivacy(source, privacy, await resources()) : source;
    // One piece at a time: all together are the discussion once more.
    for (const piece of piecesOf(discussion)) {
      if (piece.piece === 1) tally.add(discussion, piece.of);
      yield piece;
    }
  }
}

/** Returns the discussions of a file; nothing holds its bytes while they are read. */
async function readUnchanged(path: string, sha256: string, options: ReadOptions): Promise<Iterable<Discussion>> {
  const bytes = await readSource(path);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw changed(path);
  return readAll(bytes, { ...options, path });
}

async function* slicedPieces(
  { path, sha256, staged }: SourceTask,
  { read, privacy, sliced }: BuildSettings,
  tally: Tally,
): AsyncGenerator<Piece, void, undefined> {
  if (Object.keys(privacy).length > 0)
    throw new YoronError({
      code: "bad-value",
      what: "names are not replaced in a file that is read in slices:",
      value: path,
      next: "part it, or leave the names as they are",
    });
  const sizes = sliced === undefined ? {} : { bytes: sliced, rows: Math.max(1, sliced >> 8) };
  let before = 0;
  for await (const { discussion, goesOn } of readSlices(path, sha256, read, `${staged}.slice`, sizes)) {
    const pieces = [...piecesOf(discussion, goesOn ? { before } : {})];
    if (goesOn) before += pieces.length;
    tally.add(discussion, goesOn ? 0 : pieces.length);
    yield* pieces;
  }
  tally.note("in-slices", "it was read in slices: threads and replies lead to what is in the same slice");
}

/** Sets in the first piece of a source, which is of a thread that went on, how many comments there are in all. */
async function tellWhole(file: string, comments: number): Promise<void> {
  const pieces = await readJson<readonly Piece[]>(file);
  if (pieces?.[0]?.piece !== 1 || pieces[0].of !== 0) return;
  await writeStaged(file, JSON.stringify([{ ...pieces[0], comments }, ...pieces.slice(1)]));
}

/** Writes the rows of an item that was read before. */
export async function analyzeTodo(
  staged: string,
  item: number,
  resources: Resources,
  settings: BuildSettings,
): Promise<ItemHeader> {
  const pieces = await readJson<readonly Piece[]>(todoFile(staged, item));
  if (pieces === null) throw new Error(`${todoFile(staged, item)} is gone`);
  return writePieces(itemFile(staged, item), pieces, resources, settings);
}

interface Tally {
  /** Adds a discussion; of one that goes on over slices (0 pieces) the first part counts. */
  add(discussion: Discussion, pieces: number): void;
  note(code: string, message: string): void;
  told(): Omit<SourceRead, "items" | "headers">;
}

/** Returns what gathers that which is told of a source. */
function tallyOf(sha256: string): Tally {
  const notes = new Map<string, { message: string; discussions: number }>();
  const foreign: string[] = [];
  const own = sha256.slice(0, 12);
  let [format, discussions, comments, goesOn] = ["", 0, 0, false];
  return {
    add(discussion, pieces) {
      format ||= discussion.source.format;
      if (pieces > 0 || !goesOn) discussions++;
      goesOn ||= pieces === 0;
      comments += discussion.comments.length;
      if (discussion.id !== own && !discussion.id.startsWith(`${own}-`)) foreign.push(discussion.id);
      for (const { code, message } of notesOf(discussion, pieces)) {
        const note = notes.get(code);
        if (note === undefined) notes.set(code, { message, discussions: 1 });
        else note.discussions++;
      }
    },
    note: (code, message) => void notes.set(code, { message, discussions }),
    told: () => ({
      format,
      discussions,
      comments,
      notes: [...notes].map(([code, note]) => ({ code, ...note })).sort((a, b) => (a.code < b.code ? -1 : 1)),
      foreign: foreign.sort(),
    }),
  };
}

/** Returns what is noted of a discussion, each code once: of its source and article all, of comments what was lost. */
function notesOf({ source, article, comments }: Discussion, pieces: number): readonly Note[] {
  const notes = new Map<string, string>();
  for (const { code, message } of [...source.notes, ...article.notes]) if (!notes.has(code)) notes.set(code, message);
  const counted = new Map<string, { count: number; first: string }>();
  for (const comment of comments) {
    for (const note of comment.notes) {
      if (!isLoss(note) && note.code !== "missing-parent") continue;
      const known = counted.get(note.code);
      if (known === undefined) counted.set(note.code, { count: 1, first: `${comment.id}: ${note.message}` });
      else known.count++;
    }
  }
  for (const [code, { count, first }] of counted)
    if (!notes.has(code)) notes.set(code, count === 1 ? first : `${count} comments, as ${first}`);
  if (comments.length === 0 && !notes.has("no-comments")) notes.set("without-comments", "there are no comments in it");
  if (pieces > 1)
    notes.set(
      "in-pieces",
      `${comments.length} comments were analysed in ${pieces} pieces: names and references lead to what is in the same piece`,
    );
  return [...notes].map(([code, message]) => ({ code, message }));
}
