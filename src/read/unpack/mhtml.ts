import type { Note } from "../../model/discussion.ts";
import { YoronError } from "../../model/error.ts";
import { isDate, parsePageDate } from "../../text/page-date.ts";
import type { ReadOptions } from "../format.ts";
import { type Headers, parseParameters, readHead } from "./mime-headers.ts";
import { type Part, partsOf } from "./mime-parts.ts";
import { decodeTransfer } from "./transfer-encoding.ts";
import type { Unpacked } from "./unpacked.ts";

const HTML: ReadonlySet<string> = new Set(["text/html", "application/xhtml+xml"]);

/** Whether bytes begin with the header of a page saved as one file (MHTML) or of an e-mail. */
export function isMessage(bytes: Uint8Array): boolean {
  const head = readHead(bytes, 0, bytes.length);
  if (head === null) return false;
  const { value } = parseParameters(head.headers.get("content-type") ?? "");
  if (value === "multipart/related") return true;
  return head.headers.has("mime-version") && /^(?:multipart|text|application)\//.test(value);
}

/** Returns the page in a message: the part that it names as its start, else the first that is HTML. */
export function unpackMessage(bytes: Uint8Array, options: ReadOptions): Unpacked {
  const { headers } = readHead(bytes, 0, bytes.length)!;
  const name = options.path ?? "the input";
  const type = parseParameters(headers.get("content-type") ?? "");
  const kind = type.value === "multipart/related" || type.value === "text/html" ? "MHTML" : "an e-mail";
  const parts = partsOf(bytes);
  const pages = parts.filter((part) => HTML.has(part.type.value));
  const start = type.parameters.get("start");
  const page = pages.find((part) => start !== undefined && part.headers.get("content-id") === start) ?? pages[0];
  if (page === undefined) {
    throw new YoronError({
      code: "not-an-article",
      what: `${name} is ${kind} that holds no page; its parts are`,
      value: parts.slice(0, 5).map((part) => part.type.value),
      next: "save the page itself as HTML, or its text as a text file",
    });
  }
  const saved = savedOn(headers);
  const notes: Note[] = [
    {
      code: "unpacked",
      message: `from ${kind}${saved === null ? "" : ` ${kind === "MHTML" ? "saved" : "of"} ${saved.slice(0, 10)}`}`,
    },
  ];
  if (parts.some(({ cut }) => cut)) notes.push(cutOff(page));
  if (pages.length > 1) {
    notes.push({ code: "frames", message: `${pages.length - 1} frames or other pages inside are not read` });
  }
  const inner = decodeTransfer(bytes.subarray(page.start, page.end), transferOf(page.headers));
  return {
    inner: page.cut ? withoutCutCharacter(inner) : inner,
    options: saved === null || options.saved !== undefined ? options : { ...options, saved },
    encoding: page.type.parameters.get("charset") || null,
    url: addressOf(headers, page),
    notes,
  };
}

function transferOf(headers: Headers): string {
  return headers.get("content-transfer-encoding") ?? "";
}

function cutOff(page: Part): Note {
  const message = page.cut
    ? "the file ends inside the page: what follows is missing"
    : "the file ends after the page, inside another part";
  return { code: "cut-off", message };
}

/** Returns the bytes without the beginning of a UTF-8 character that the end of the file cut through. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
    if (byte < 0x80) break;
  }
  return bytes;
}

const JAPAN = 9 * 3_600_000;

/**
 * Returns the date of saving as a local time, since a page's 「6時間前」 is one. Chrome gives it in UTC, and what it stands
 * beside is a Japanese page: it is turned into the time of Japan. Another offset is kept.
 */
function savedOn(headers: Headers): string | null {
  const written = (headers.get("date") ?? "").replace(/\s*\([^()]{0,40}\)\s*$/, "").replace(/[+-]0000$/, "GMT");
  const date = parsePageDate(written);
  if (!isDate(date)) return null;
  const time = date.value.endsWith("Z") ? Date.parse(date.value) : Number.NaN;
  return Number.isNaN(time) ? date.value : `${new Date(time + JAPAN).toISOString().slice(0, 19)}+09:00`;
}

/** The address of the page, where the message names one of the web. */
function addressOf(headers: Headers, page: Part): string | null {
  const named = [headers.get("snapshot-content-location"), page.headers.get("content-location")];
  return named.find((one) => one !== undefined && /^https?:\/\/[^\s@]+$/i.test(one)) ?? null;
}
