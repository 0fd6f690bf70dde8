import type { Note } from "../../model/discussion.ts";
import { YoronError } from "../../model/error.ts";
import type { ReadOptions } from "../format.ts";
import type { Unpacked } from "./unpacked.ts";
import { binaryResource, textResource, type WebResource } from "./web-resource.ts";

const MAGIC = "bplist00";
const MAIN = "WebMainResource";
/** An XML property list says within so many bytes that it is one, and a web archive begins with its page. */
const WINDOW = 2000;

/** Whether bytes are a web archive of Safari, whole or not: a property list that holds a page. */
export function isWebArchive(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, WINDOW)).toString("latin1");
  if (head.startsWith(MAGIC)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(MAIN);
  return /^(?:\xef\xbb\xbf)?\s{0,20}<\?xml\b/.test(head) && /<plist\b/.test(head) && /<key>Web(?:Main|Sub)/.test(head);
}

/** Returns the page in a web archive; throws an error for one that is broken or holds something else. */
export function unpackWebArchive(bytes: Uint8Array, options: ReadOptions): Unpacked {
  const name = options.path ?? "the input";
  const page = resourceIn(bytes, name);
  if (page === null || page.data.length === 0) {
    throw new YoronError({
      code: "not-an-article",
      what: `${name} is a web archive of Safari that holds no page`,
      next: "save the page again, as web archive or as page source (HTML)",
    });
  }
  if (page.type !== null && !/^text\/|xhtml/i.test(page.type)) {
    throw new YoronError({
      code: "not-an-article",
      what: `${name} is a web archive of Safari that holds no page, but`,
      value: page.type,
      next: "save the page that it belongs to",
    });
  }
  const notes: Note[] = [{ code: "unpacked", message: "from a web archive of Safari" }];
  if (page.frames > 0) {
    notes.push({ code: "frames", message: `${page.frames} frames or other pages inside are not read` });
  }
  return {
    inner: page.data,
    options,
    encoding: page.encoding || null,
    url: page.url !== null && /^https?:\/\/[^\s@]+$/i.test(page.url) ? page.url : null,
    notes,
  };
}

function resourceIn(bytes: Uint8Array, name: string): WebResource | null {
  if (Buffer.from(bytes.subarray(0, MAGIC.length)).toString("latin1") !== MAGIC)
    return textResource(Buffer.from(bytes).toString("utf8"));
  try {
    return binaryResource(bytes);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new YoronError({
      code: "malformed",
      what: `${name} is a web archive of Safari that is cut off or broken:`,
      value: cause.message,
      next: "load or copy it again",
      cause,
    });
  }
}
