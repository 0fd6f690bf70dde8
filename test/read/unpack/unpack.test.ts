import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { YoronError } from "../../../src/model/error.ts";
import { isLoss } from "../../../src/model/losses.ts";
import { readAll, readPage } from "../../../src/read/read.ts";
import { parseParameters } from "../../../src/read/unpack/mime-headers.ts";
import { decodeTransfer } from "../../../src/read/unpack/transfer-encoding.ts";
import { open } from "../../../src/read/unpack/unpack.ts";
import { patience } from "../../patience.ts";

const DAT = readFileSync("test/pages/5ch-dat-anchors/page.dat");
const LINES = `${JSON.stringify({ id: 1, body: "港の市が楽しみです" })}\n${JSON.stringify({ id: 2, body: "雨でもやりますか" })}\n`;
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof YoronError) return error.code;
    throw error;
  }
  return "no error";
};
/** Bytes of これは日本語の文章です in EUC-JP and Shift_JIS, made by another program. */
const EUC = Buffer.from("a4b3a4eca4cfc6fccbdcb8eca4cecab8becfa4c7a4b9", "hex");
const SJIS = Buffer.from("82b182ea82cd93fa967b8cea82cc95b68fcd82c582b7", "hex");

describe("gzip", () => {
  it("of a dat in EUC-JP is the dat; path and sha256 are those of the file", () => {
    const dat = Buffer.concat([
      Buffer.from("<><>2024/05/01 10:00:00.00 ID:a<> ", "latin1"),
      EUC,
      Buffer.from(" <>", "latin1"),
      EUC,
      Buffer.from("\n<><>2024/05/01 10:05:00.00 ID:b<> &gt;&gt;1 ", "latin1"),
      EUC,
      Buffer.from(" <>\n", "latin1"),
    ]);
    const bytes = gzipSync(dat);
    const page = readPage(bytes, { path: "logs/1714525200.dat.gz" });
    expect(page.source).toMatchObject({
      path: "logs/1714525200.dat.gz",
      format: "5ch-dat",
      encoding: "euc-jp",
      notes: [{ code: "unpacked", message: "from gzip: 1714525200.dat" }],
    });
    expect(page.source.sha256).toBe(open(bytes).decoded.sha256);
    expect(page.id).toBe(page.source.sha256.slice(0, 12));
    expect(page.article.title).toBe("これは日本語の文章です");
    expect(page.comments.map(({ replyTo }) => replyTo)).toEqual([null, "c1"]);
  });

  it("of JSON Lines is known by the name inside", () => {
    const one = gzipSync(LINES.split("\n", 1)[0]!);
    expect(readPage(one, { path: "a.jsonl.gz" }).source.format).toBe("jsonl");
    const page = readPage(gzipSync(LINES), { path: "意見.jsonl.GZ" });
    expect([page.source.format, page.article.title, page.comments.length]).toEqual(["jsonl", "意見", 2]);
  });

  it("of several members, as logs are appended, is all of them", () => {
    const [first, second] = LINES.trim().split("\n");
    const bytes = Buffer.concat([gzipSync(`${first}\n`), gzipSync(`${second}\n`)]);
    expect(readPage(bytes).comments).toHaveLength(2);
  });

  it("reads the same as what is in it, but for the source", () => {
    const { source: _, id: __, ...plain } = readPage(DAT);
    const { source: ___, id: ____, ...packed } = readPage(gzipSync(DAT));
    expect(packed).toEqual(plain);
  });

  it("keeps the source of a Discussion that was packed", () => {
    const page = readPage(DAT, { path: "a.dat" });
    expect(readPage(gzipSync(JSON.stringify(page)), { path: "a.json.gz" })).toEqual(page);
  });

  const whole = gzipSync(DAT);
  const rows: readonly (readonly [string, Uint8Array, string, RegExp])[] = [
    ["in gzip", gzipSync(whole), "binary-input", /a\.gz is gzip in gzip; unpack it once/],
    ["cut off", whole.subarray(0, whole.length - 20), "malformed", /a\.gz is cut off inside its gzip data/],
    ["cut off in its header", whole.subarray(0, 5), "malformed", /a\.gz is cut off/],
    [
      "broken",
      Buffer.concat([whole.subarray(0, whole.length - 8), Buffer.alloc(8, 7)]),
      "malformed",
      /a\.gz is broken gzip/,
    ],
    ["of nothing", gzipSync(""), "empty-input", /is empty/],
    ["of a picture", gzipSync(Buffer.from("89504e470d0a1a0a", "hex")), "binary-input", /a PNG image/],
    ["that is a bomb", gzipSync(Buffer.alloc(101 * 2 ** 20)), "binary-input", /unpacks to more than 100 MB/],
  ];
  it.each(rows)("%s is an error that says so", (_, bytes, expected, message) => {
    expect(code(() => readPage(bytes, { path: "a.gz" }))).toBe(expected);
    expect(() => readPage(bytes, { path: "a.gz" })).toThrow(message);
  });
});

const BODY = (charset = "utf-8") =>
  `<html><head><meta charset="${charset}"><title>x</title></head><body><h1 class="entry-title">T</h1><div class="entry-content"><p>これは日本語の文章です</p></div></body></html>`;
const asQuoted = (bytes: Uint8Array, width = 76): string => {
  let line = "";
  const lines: string[] = [];
  for (const byte of bytes) {
    const one =
      byte === 0x3d || byte > 0x7e || byte < 0x20
        ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
        : String.fromCharCode(byte);
    if (line.length + one.length >= width) {
      lines.push(`${line}=`);
      line = "";
    }
    line += one;
  }
  return [...lines, line].join("\r\n");
};
interface Message {
  readonly head?: string;
  readonly type?: string;
  readonly parts: readonly (readonly [head: string, body: string | Uint8Array])[];
  readonly end?: string;
}
const message = ({ head = "", type = 'multipart/related; boundary="b=_1"', parts, end = "--b=_1--\r\n" }: Message) =>
  Buffer.concat([
    Buffer.from(
      `From: <Saved by Blink>\r\n${head}MIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\nnobody reads this\r\n`,
    ),
    ...parts.flatMap(([own, body]) => [
      Buffer.from(`--b=_1\r\n${own}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from("\r\n"),
    ]),
    Buffer.from(end),
  ]);
const HTML8 = "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit";
const QUOTED = "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable";
const PICTURE = ["Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "iVBORw0KGgo="] as const;
const shiftJis = Buffer.concat(
  BODY("Shift_JIS")
    .split("これは日本語の文章です")
    .flatMap((piece, index) => (index === 0 ? [Buffer.from(piece)] : [SJIS, Buffer.from(piece)])),
);
const SENTENCE = "これは日本語の文章です";

describe("MHTML", () => {
  const rows: readonly (readonly [string, Uint8Array, string, string])[] = [
    ["8bit", message({ parts: [[HTML8, BODY()]] }), "utf-8", ""],
    [
      "base64",
      message({
        parts: [[HTML8.replace("8bit", "base64"), Buffer.from(BODY()).toString("base64").replace(/.{76}/g, "$&\r\n")]],
      }),
      "utf-8",
      "",
    ],
    ["a picture first", message({ parts: [PICTURE, [HTML8, BODY()]] }), "utf-8", ""],
    [
      "Shift_JIS that the part names",
      message({ parts: [[QUOTED.replace("text/html", 'text/html; charset="Shift_JIS"'), asQuoted(shiftJis)]] }),
      "shift_jis",
      "",
    ],
    ["Shift_JIS that the page names", message({ parts: [[QUOTED, asQuoted(shiftJis)]] }), "shift_jis", ""],
    [
      "a part that names an encoding which it is not",
      message({ parts: [[HTML8.replace("text/html", "text/html; charset=Shift_JIS"), BODY()]] }),
      "utf-8",
      "encoding-overruled",
    ],
    [
      "lines that end with LF alone",
      Buffer.from(
        message({ parts: [[QUOTED, asQuoted(Buffer.from(BODY()))], PICTURE] })
          .toString("latin1")
          .replaceAll("\r\n", "\n"),
        "latin1",
      ),
      "utf-8",
      "",
    ],
    [
      "one part without boundaries, as of a page without pictures",
      Buffer.concat([
        Buffer.from(`From: x\r\nMIME-Version: 1.0\r\n${QUOTED}\r\n\r\n`),
        Buffer.from(asQuoted(Buffer.from(BODY()))),
      ]),
      "utf-8",
      "",
    ],
    [
      "the part that start names",
      message({
        type: 'multipart/related; start="<second>"; boundary="b=_1"',
        parts: [
          [`${HTML8}\r\nContent-ID: <first>`, "<p>枠</p>"],
          [`${HTML8}\r\nContent-ID: <second>`, BODY()],
        ],
      }),
      "utf-8",
      "frames",
    ],
    [
      "parts in a part, as mail has them",
      message({
        type: 'multipart/mixed; boundary="b=_1"',
        parts: [
          [
            'Content-Type: multipart/alternative; boundary="inner"',
            `--inner\r\nContent-Type: text/plain\r\n\r\nplain\r\n--inner\r\n${HTML8}\r\n\r\n${BODY()}\r\n--inner--`,
          ],
        ],
      }),
      "utf-8",
      "",
    ],
  ];
  it.each(rows)("%s", (_, bytes, encoding, note) => {
    const page = readPage(bytes);
    expect([page.source.format, page.source.encoding, page.article.text]).toEqual(["html", encoding, SENTENCE]);
    expect(page.source.notes.slice(1).map((one) => one.code)).toEqual(note === "" ? [] : [note]);
  });

  it("a soft break inside a character joins its bytes again, wherever it falls", () => {
    for (let width = 5; width < 40; width++) {
      const bytes = message({ parts: [[QUOTED, asQuoted(Buffer.from(BODY()), width)]] });
      expect(readPage(bytes).article.text).toBe(SENTENCE);
    }
  });

  it("gives the day of saving in the time of Japan, and the address, where nothing else says them", () => {
    const bytes = message({
      head: "Snapshot-Content-Location: https://example.jp/kiji/1\r\nDate: Tue, 1 Apr 2025 20:30:00 -0000\r\n",
      parts: [[HTML8, BODY()]],
    });
    expect(open(bytes).decoded.options.saved).toBe("2025-04-02T05:30:00+09:00");
    expect(open(bytes, { saved: "2025-05-01" }).decoded.options.saved).toBe("2025-05-01");
    const page = readPage(bytes, { path: "a.mhtml" });
    expect(page.source.notes).toEqual([{ code: "unpacked", message: "from MHTML saved 2025-04-02" }]);
    expect([page.article.url, page.source.path]).toEqual(["https://example.jp/kiji/1", "a.mhtml"]);
    const own = BODY().replace("<title>", '<link rel="canonical" href="https://example.jp/own"><title>');
    const head = "Snapshot-Content-Location: https://example.jp/kiji/1\r\nDate: Tue, 1 Apr 2025 20:30:00 +0100\r\n";
    expect(readPage(message({ head, parts: [[HTML8, own]] })).article.url).toBe("https://example.jp/own");
    expect(open(message({ head, parts: [[HTML8, own]] })).decoded.options.saved).toBe("2025-04-01T20:30:00+01:00");
  });

  it("that is cut off says where, and never ends in half a character", () => {
    const bytes = message({ parts: [[HTML8, BODY()], PICTURE] });
    const inPicture = readPage(bytes.subarray(0, bytes.length - 15));
    expect(inPicture.source.notes.filter(isLoss)).toEqual([
      { code: "cut-off", message: "the file ends after the page, inside another part" },
    ]);
    const from = bytes.indexOf("これ");
    for (let end = from + 18; end < from + 24; end++) {
      const page = readPage(bytes.subarray(0, end));
      expect(page.source.notes.filter(isLoss).map(({ message }) => message)).toEqual([
        "the file ends inside the page: what follows is missing",
      ]);
      expect(SENTENCE.startsWith(page.article.text)).toBe(true);
      expect(page.article.text.length).toBeGreaterThan(4);
    }
  });

  it("is read from a string and from gzip too", () => {
    const bytes = message({ parts: [[QUOTED, asQuoted(Buffer.from(BODY()))]] });
    expect(readPage(bytes.toString("utf8")).article.text).toBe(SENTENCE);
    const page = readPage(gzipSync(bytes), { path: "a.mhtml.gz" });
    expect(page.source.notes.map((one) => one.message)).toEqual(["from gzip: a.mhtml", "from MHTML"]);
    expect(page.source.path).toBe("a.mhtml.gz");
  });

  it("without a page is an error that names its parts", () => {
    expect(() => readPage(message({ parts: [PICTURE] }), { path: "a.mht" })).toThrow(
      /a\.mht is MHTML that holds no page; its parts are \["image\/png"\]; save the page itself/,
    );
    const mail = "From: a\r\nSubject: b\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nこんにちは";
    expect(() => readPage(mail, { path: "a.eml" })).toThrow(/a\.eml is an e-mail that holds no page/);
  });

  it("is told from a text that begins with fields", () => {
    const text =
      "Title: 市の話\nDate: 2024年4月1日\n\n本文です。これは長い文です。\n\nコメント\n\n    • あ\n    • 2024年5月2日\n\n    い\n";
    expect(readPage(text).source).toMatchObject({ format: "page-text", notes: [] });
  });

  it("made at random is read or refused, never a crash", () => {
    const bytes = message({ parts: [[QUOTED, asQuoted(Buffer.from(BODY()))], PICTURE] });
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = byte;
        code(() => [...readAll(changed.subarray(0, at + 60))]);
        code(() => [...readAll(changed)]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("with parts in parts without end, or boundaries everywhere, takes linear time", () => {
    const nested = Array.from(
      { length: 3000 },
      (_, i) => `--b${i - 1}\r\nContent-Type: multipart/mixed; boundary=b${i}\r\n\r\n`,
    );
    const deep = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b-1\r\n\r\n${nested.join("")}`;
    expect(code(() => readPage(Buffer.from(deep)))).toBe("not-an-article");
    const many = message({ parts: [[HTML8, `--b=_1x\r\n`.repeat(100_000)]] });
    const start = performance.now();
    code(() => readPage(many));
    expect(performance.now() - start).toBeLessThan(patience(5000));
  });

  const shared = "../shared/cases/pages/chrome.mhtml";
  it.skipIf(!existsSync(shared))("a case of Chrome, if the shared cases are there", () => {
    const page = readPage(readFileSync(shared), { path: "chrome.mhtml" });
    expect([page.source.format, page.article.title, page.comments.map(({ author }) => author)]).toEqual([
      "wordpress-core",
      "図書館の夜",
      ["みかん"],
    ]);
  });
});

describe("parts of a message", () => {
  it.each([
    ["quoted-printable", "a=3Db=\r\nc", "a=bc"],
    ["quoted-printable", "a= \t\nb", "ab"],
    ["Quoted-Printable", "50=% =zz =4", "50=% =zz =4"],
    ["quoted-printable", "end=", "end"],
    ["base64", "5pys\r\n5paH", "本文"],
    ["7bit", "a=3D", "a=3D"],
    ["x-own", "a=3D", "a=3D"],
  ])("%s: %j", (encoding, input, text) => {
    expect(Buffer.from(decodeTransfer(Buffer.from(input), encoding)).toString("utf8")).toBe(text);
  });

  it.each([
    ['Text/HTML; charset="utf-8"', "text/html", { charset: "utf-8" }],
    ["multipart/related; boundary=a_b; type=x", "multipart/related", { boundary: "a_b", type: "x" }],
    [
      'multipart/related;\ttype="text/html";boundary="a; b=c"',
      "multipart/related",
      { type: "text/html", boundary: "a; b=c" },
    ],
    ["text/html", "text/html", {}],
  ])("%s", (header, value, parameters) => {
    const parsed = parseParameters(header);
    expect([parsed.value, Object.fromEntries(parsed.parameters)]).toEqual([value, parameters]);
  });
});
