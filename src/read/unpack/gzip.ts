import { gunzipSync } from "node:zlib";
import { YoronError } from "../../model/error.ts";
import type { ReadOptions } from "../format.ts";
import type { Unpacked } from "./unpacked.ts";

/** No text of this length can be held in one string, and a page has far less. */
const MOST = 2 ** 30;
/** Up to here any ratio goes: repeated lines pack well. */
const HARMLESS = 100 * 2 ** 20;
/** Text packs to a tenth or so, logs to a fiftieth; beyond this it is a bomb. */
const MOST_TIMES = 300;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Returns what is packed in gzip; throws an error for a file that is cut off, broken, a bomb, or gzip again. */
export function unpackGzip(bytes: Uint8Array, options: ReadOptions): Unpacked {
  const name = options.path ?? "the input";
  const most = Math.min(MOST, Math.max(HARMLESS, bytes.length * MOST_TIMES));
  const inner = gunzip(bytes, name, most);
  if (isGzip(inner)) {
    throw new YoronError({
      code: "binary-input",
      what: `${name} is gzip in gzip`,
      next: "unpack it once (gunzip) and give that",
    });
  }
  const path = options.path?.replace(/\.gz$/i, "");
  const message = path === undefined ? "from gzip" : `from gzip: ${path.replace(/^.*[\\/]/, "")}`;
  return {
    inner,
    options: path === undefined ? options : { ...options, path },
    encoding: null,
    url: null,
    notes: [{ code: "unpacked", message }],
  };
}

function gunzip(bytes: Uint8Array, name: string, most: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ERR_BUFFER_TOO_LARGE") {
      throw new YoronError({
        code: "binary-input",
        what: `${name} unpacks to more than ${Math.floor(most / 2 ** 20)} MB, from a file of`,
        value: bytes.length,
        next: "unpack it yourself if that is right, and give its parts",
        cause,
      });
    }
    throw brokenGzip(name, cause);
  }
}

/** Returns the error of gzip that cannot be unpacked. */
export function brokenGzip(name: string, cause: unknown): YoronError {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new YoronError({
    code: "malformed",
    what: `${name} is ${code === "Z_BUF_ERROR" ? "cut off inside its gzip data" : "broken gzip"}:`,
    value: message,
    next: "load or copy it again",
    cause,
  });
}
