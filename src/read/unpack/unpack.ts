import type { Discussion } from "../../model/discussion.ts";
import { deepFreeze } from "../../model/freeze.ts";
import { decode, sha256 } from "../decode.ts";
import type { Decoded, ReadOptions } from "../format.ts";
import { isGzip, unpackGzip } from "./gzip.ts";
import { isMessage, unpackMessage } from "./mhtml.ts";
import type { Unpacked } from "./unpacked.ts";
import { isWebArchive, unpackWebArchive } from "./web-archive.ts";

/** A source decoded, and what makes a discussion of it one of the file as it was given. */
export interface Opened {
  readonly decoded: Decoded;
  asGiven(discussion: Discussion): Discussion;
}

/**
 * Returns a source, decoded. What is packed (gzip; MHTML or a web archive, in gzip or not) is unpacked first; path and
 * sha256 stay the file's.
 */
export function open(input: string | Uint8Array, options: ReadOptions = {}): Opened {
  const unpacked = unpack(input, options);
  if (unpacked === null) return { decoded: decode(input, options), asGiven: (discussion) => discussion };
  const inner = decode(unpacked.inner, unpacked.options, unpacked.encoding);
  const decoded = { ...inner, sha256: sha256(bytesOf(input)), notes: [...unpacked.notes, ...inner.notes] };
  return { decoded, asGiven: (discussion) => asGiven(discussion, decoded, unpacked, options.path ?? null) };
}

/** A string is bytes again only where it may be packed: most sources are not, and some are long. */
const PACKED = /^(?:[!-9;-~]{1,100}:|\uFEFF?\s{0,20}<\?xml\b[\s\S]{0,1000}<plist\b)/;

function unpack(input: string | Uint8Array, options: ReadOptions): Unpacked | null {
  if (typeof input === "string" && !PACKED.test(input.slice(0, 2000))) return null;
  const bytes = bytesOf(input);
  if (!isGzip(bytes)) return unpackPage(bytes, options);
  const outer = unpackGzip(bytes, options);
  const inner = unpackPage(outer.inner, outer.options);
  return inner === null ? outer : { ...inner, notes: [...outer.notes, ...inner.notes] };
}

/** A page that was saved as one file. */
function unpackPage(bytes: Uint8Array, options: ReadOptions): Unpacked | null {
  if (isWebArchive(bytes)) return unpackWebArchive(bytes, options);
  return isMessage(bytes) ? unpackMessage(bytes, options) : null;
}

function bytesOf(input: string | Uint8Array): Uint8Array {
  return typeof input === "string" ? Buffer.from(input, "utf8") : input;
}

/** A Discussion that was itself in the container keeps the source that it names. */
function asGiven(discussion: Discussion, decoded: Decoded, { url }: Unpacked, path: string | null): Discussion {
  const { source, article } = discussion;
  if (source.sha256 !== decoded.sha256) return discussion;
  return deepFreeze({
    ...discussion,
    source: { ...source, path },
    article: article.url === null && url !== null ? { ...article, url } : article,
  });
}
