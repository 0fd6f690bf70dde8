import type { Discussion } from "../../model/discussion.ts";
import { YoronError } from "../../model/error.ts";
import type { ReadOptions } from "../../read/format.ts";
import { readAll } from "../../read/read.ts";
import { changed, type HashedSource, hashedSource } from "./hashed-source.ts";
import { type Slice, slicesOf } from "./slices.ts";

/** A discussion of a slice, its ids those of the whole source. */
export interface SlicedDiscussion {
  readonly discussion: Discussion;
  /** Whether it may go on in the next slice: of a source of comments alone all slices are one thread. */
  readonly goesOn: boolean;
}

/**
 * Returns the discussions of a source that is read slice by slice. Comments are numbered by their records, from the beginning of the
 * source; one that answers a comment of an earlier slice has a note that says so. Throws `unreadable` where what was read, to the
 * last byte, is not what has the hash: then nothing that was given before is of it.
 */
export async function* readSlices(
  path: string,
  sha256: string,
  read: ReadOptions,
  scratch: string,
  sizes?: Parameters<typeof slicesOf>[2],
): AsyncGenerator<SlicedDiscussion, void, undefined> {
  const source = hashedSource(path);
  try {
    yield* slicedDiscussions(source, sha256, read, scratch, sizes);
    if ((await source.sha256()) !== sha256) throw changed(path);
  } catch (error) {
    throw await causeOf(error, source, sha256);
  } finally {
    source.close();
  }
}

/** Errors that say of themselves that a file could not be read, or written. */
const PLAIN: ReadonlySet<string> = new Set(["unreadable", "unwritable"]);

/** What is found wrong in a source that changed meanwhile is nothing that whoever reads it could look for. */
async function causeOf(error: unknown, source: HashedSource, sha256: string): Promise<unknown> {
  if (!(error instanceof YoronError) || PLAIN.has(error.code)) return error;
  return (await source.sha256()) === sha256 ? error : changed(source.path);
}

async function* slicedDiscussions(
  source: HashedSource,
  sha256: string,
  read: ReadOptions,
  scratch: string,
  sizes?: Parameters<typeof slicesOf>[2],
): AsyncGenerator<SlicedDiscussion, void, undefined> {
  const { path } = source;
  const own = sha256.slice(0, 12);
  // What is packed is unpacked already.
  const named = path.replace(/\.gz$/i, "");
  let encoding = read.encoding;
  for await (const slice of slicesOf(source, scratch, sizes)) {
    const options = { ...read, path: named, ...(encoding === undefined ? {} : { encoding }) };
    let waiting: Discussion | null = null;
    let number = 0;
    for (const discussion of readAll(slice.bytes, options)) {
      encoding ??= discussion.source.encoding ?? undefined;
      if (waiting !== null)
        yield { discussion: among(waiting, slice, { own, sha256, path, number: ++number }), goesOn: false };
      waiting = discussion;
    }
    if (waiting === null) continue;
    const goesOn = number === 0;
    const at = goesOn ? 0 : ++number;
    yield { discussion: among(waiting, slice, { own, sha256, path, number: at }), goesOn };
  }
}

/** Returns a discussion as one of the whole source; `number` 0: the one thread of all slices. */
function among(
  discussion: Discussion,
  { before }: Slice,
  {
    own,
    sha256,
    path,
    number,
  }: { readonly own: string; readonly sha256: string; readonly path: string; readonly number: number },
): Discussion {
  const { source } = discussion;
  // What was read before keeps the source that it names.
  if (!discussion.id.startsWith(source.sha256.slice(0, 12)) || source.path !== path.replace(/\.gz$/i, ""))
    return discussion;
  const shifted = (id: string) => `c${Number(id.slice(1)) + before}`;
  return {
    ...discussion,
    id: number === 0 ? own : `${own}-${before + number}`,
    source: { ...source, sha256, path },
    comments:
      number > 0
        ? discussion.comments
        : discussion.comments.map((comment) => ({
            ...comment,
            id: shifted(comment.id),
            order: comment.order + before,
            replyTo: comment.replyTo === null ? null : shifted(comment.replyTo),
          })),
  };
}
