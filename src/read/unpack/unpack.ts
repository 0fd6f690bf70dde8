import type { Discussion } from "../../model/discussion.ts";
import { deepFreeze } from "../../model/freeze.ts";
import { decode, sha256 } from "../decode.ts";
import type { Decoded, ReadOptions } from "../format.ts";
import { isGzip, unpackGzip } from "./gzip.ts";
import { isMessage, unpackMessage } from "./mhtml.ts";
import type { Unpacked } from "./unpacked.ts";

/** A source decoded, and what makes a discussion of it one of the file as it was given. */
export interface Opened {
  readonly decoded: Decoded;
  asGiven(discussion: Discussion): Discussion;
}

/** Decodes a source. What is packed (gzip, MHTML, the one in the other) is unpacked first; path and sha256 stay the file's. */
export function open(input: string | Uint8Array, options: ReadOptions = {}): Opened {
  const unpacked = unpack(input, options);
  if (unpacked === null) return { decoded: decode(input, options), asGiven: (discussion) => discussion };
  const inner = decode(unpacked.inner, unpacked.options, unpacked.encoding);
  const decoded = { ...inner, sha256: sha256(bytesOf(input)), notes: [...unpacked.notes, ...inner.notes] };
  return { decoded, asGiven: (discussion) => asGiven(discussion, decoded, unpacked, options.path ?? null) };
}

/** A string is bytes again only where it may be a message: most sources are none, and some are long. */
const HEADER = /^[!-9;-~]{1,100}:/;

function unpack(input: string | Uint8Array, options: ReadOptions): Unpacked | null {
  if (typeof input === "string" && !HEADER.test(input.slice(0, 200))) return null;
  const bytes = bytesOf(input);
  if (!isGzip(bytes)) return isMessage(bytes) ? unpackMessage(bytes, options) : null;
  const outer = unpackGzip(bytes, options);
  if (!isMessage(outer.inner)) return outer;
  const inner = unpackMessage(outer.inner, outer.options);
  return { ...inner, notes: [...outer.notes, ...inner.notes] };
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
