import { readFile as readBytes } from "node:fs/promises";
import type { Discussion } from "../model/discussion.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import { cannotRead } from "./cannot-read.ts";
import { isAddress } from "./decode.ts";
import type { Decoded, Format, ReadOptions } from "./format.ts";
import { formats as allFormats } from "./formats.ts";
import { prepare } from "./tables/prepared.ts";
import { checkTableOptions } from "./tables/table-options.ts";
import { unknownFormat } from "./unknown-format.ts";
import { type Opened, open } from "./unpack/unpack.ts";

const OPTIONS: readonly (keyof ReadOptions)[] = [
  "format",
  "formats",
  "path",
  "encoding",
  "lossy",
  "trace",
  "columns",
  "published",
  "saved",
  "sheet",
];

/**
 * Returns every discussion of a source, one at a time: a page has one, an export may have thousands.
 *
 * Throws {@link YoronError}: `empty-input`, `binary-input`, `undecodable`, `not-an-article`, `malformed`,
 * `unknown-format`, `wrong-format` (it says what was found instead), `not-a-file` for an address.
 *
 * @example
 * for (const { article, comments } of readAll(bytes)) titles.push(`${article.title}: ${comments.length}`);
 */
export function readAll(input: string | Uint8Array, options: ReadOptions = {}): Generator<Discussion, void, undefined> {
  return discussionsOf({ input }, options);
}

/** What is to be read, until it is decoded: nothing holds bytes while a long text is read. */
interface Given {
  input?: string | Uint8Array;
}

function* discussionsOf(given: Given, options: ReadOptions): Generator<Discussion, void, undefined> {
  checkOptions(options, OPTIONS, "readAll");
  const known = options.formats ?? allFormats;
  if (options.format !== undefined) formatNamed(options.format, known);
  const { decoded, asGiven } = opened(given, options);
  const format = chooseFormat(decoded, known);
  checkTableOptions(decoded, format, allFormats);
  let count = 0;
  for (const read of format.read(decoded)) {
    const discussion = asGiven(read);
    count++;
    const own = decoded.sha256.slice(0, 12);
    yield count === 1 || discussion.id !== own ? discussion : Object.freeze({ ...discussion, id: `${own}-${count}` });
  }
}

function opened(given: Given, options: ReadOptions): Opened {
  const { input = "" } = given;
  delete given.input;
  return open(input, options);
}

/**
 * Returns the one discussion of a page; an error names the count if the source holds several.
 *
 * @example
 * const page = readPage("題\n\n本文です。\n\nコメント\n\n    • みかん\n    • 2023年4月1日\n\n    賛成です。\n\n    3\n");
 * page.comments[0].reactions.up; // 3
 */
export function readPage(input: string | Uint8Array, options: ReadOptions = {}): Discussion {
  let only: Discussion | undefined;
  let count = 0;
  for (const discussion of readAll(input, options)) {
    only ??= discussion;
    count++;
  }
  if (only === undefined) {
    throw new YoronError({ code: "not-an-article", what: `${options.path ?? "the input"} holds no article` });
  }
  if (count > 1) {
    throw new YoronError({
      code: "several-discussions",
      what: `${options.path ?? "the input"} holds several discussions:`,
      value: count,
      next: "read them with readAll",
    });
  }
  return only;
}

/**
 * Returns the one discussion of a file; its path is recorded in `source`.
 *
 * @example
 * const page = await readFile("data/pages/harbour.txt");
 */
export async function readFile(path: string, options: ReadOptions = {}): Promise<Discussion> {
  return readPage(await readSource(path), { path, ...options });
}

/**
 * Returns the bytes of a saved page; an address or an unreadable path is an error that says what to do.
 *
 * @example
 * readPage(await readSource("page.html")).comments.length; // 30
 */
export async function readSource(path: string): Promise<Uint8Array> {
  if (/^https?:\/\//i.test(path)) throw isAddress(path);
  try {
    return await prepare(await readBytes(path), path);
  } catch (cause) {
    throw cause instanceof YoronError ? cause : cannotRead(path, cause);
  }
}

function formatNamed(name: string, known: readonly Format[]): Format {
  const found = known.find((format) => format.name === name);
  if (found !== undefined) return found;
  throw new YoronError({
    code: "unknown-format",
    what: "there is no format",
    value: name,
    next: `known formats: ${known.map((format) => format.name).join(", ")}`,
  });
}

/** Returns the named format if the source can be it, else the one that is surest; the first of equals. */
function chooseFormat(decoded: Decoded, known: readonly Format[]): Format {
  const { format: name } = decoded.options;
  let best: Format | null = null;
  let score = 0;
  for (const format of known) {
    const own = format.detect(decoded);
    if (own > score) [best, score] = [format, own];
  }
  if (name !== undefined) {
    const named = formatNamed(name, known);
    if (named.detect(decoded) > 0) return named;
    throw new YoronError({
      code: "wrong-format",
      what: `${decoded.path ?? "the input"} is not`,
      value: name,
      next: best === null ? "no known format fits it" : `it looks like ${best.name}`,
    });
  }
  if (best !== null) return best;
  throw unknownFormat(decoded, known);
}
