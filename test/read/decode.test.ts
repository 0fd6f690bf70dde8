import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { YoronError } from "../../src/model/error.ts";
import { decode } from "../../src/read/decode.ts";
import type { ReadOptions } from "../../src/read/format.ts";

/** The Japanese of each row, in bytes made by hand or by another program. */
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const ascii = (text: string): Uint8Array => Buffer.from(text, "latin1");
const joined = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof YoronError) return error.code;
    throw error;
  }
  return "no error";
};

const CP932_ONLY = bytes("8740 878a 8160 fbfc ed95"); // ①㈱～髙﨑
const SJIS = bytes("82b1 82ea 82cd 93fa 967b 8cea 82cc 95b6 8fcd 82c5 82b7"); // これは日本語の文章です
const EUC = bytes("a4b3 a4ec a4cf c6fc cbdc b8ec a4ce cab8 becf a4c7 a4b9");
const JIS = bytes("1b2442 2433 246c 244f 467c 4b5c 386c 244e 4a38 3e4f 2447 2439 1b2842");
const TEXT = "これは日本語の文章です";
const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const meta = (charset: string): Uint8Array => ascii(`<meta charset="${charset}">`);

describe("the encoding is found by mark, declaration and evidence", () => {
  const rows: readonly (readonly [string, Uint8Array, string, string, readonly string[]])[] = [
    ["UTF-8", utf8(TEXT), "utf-8", TEXT, []],
    ["UTF-8 with a mark", joined(bytes("efbbbf"), utf8(TEXT)), "utf-8", TEXT, []],
    ["UTF-16LE with a mark", joined(bytes("fffe"), Buffer.from(TEXT, "utf16le")), "utf-16le", TEXT, []],
    ["UTF-16BE with a mark", bytes("feff 3053 308c 306f"), "utf-16be", "これは", []],
    ["CP932", SJIS, "shift_jis", TEXT, []],
    ["characters that only CP932 has", joined(SJIS, CP932_ONLY), "shift_jis", `${TEXT}①㈱～髙﨑`, []],
    ["EUC-JP", EUC, "euc-jp", TEXT, []],
    ["ISO-2022-JP", JIS, "iso-2022-jp", TEXT, []],
    ["Shift_JIS as declared", joined(meta("Shift_JIS"), SJIS), "shift_jis", `<meta charset="Shift_JIS">${TEXT}`, []],
    [
      "declared x-sjis with CP932 characters",
      joined(meta("x-sjis"), CP932_ONLY),
      "shift_jis",
      '<meta charset="x-sjis">①㈱～髙﨑',
      [],
    ],
    [
      "UTF-8 declared as Shift_JIS",
      joined(meta("Shift_JIS"), utf8(TEXT)),
      "utf-8",
      `<meta charset="Shift_JIS">${TEXT}`,
      ["encoding-overruled"],
    ],
    [
      "UTF-8 declared as EUC-JP",
      joined(meta("euc-jp"), utf8(TEXT)),
      "utf-8",
      `<meta charset="euc-jp">${TEXT}`,
      ["encoding-overruled"],
    ],
    [
      "Shift_JIS declared as UTF-8",
      joined(meta("utf-8"), SJIS),
      "shift_jis",
      `<meta charset="utf-8">${TEXT}`,
      ["encoding-overruled"],
    ],
    [
      "EUC-JP declared as UTF-8",
      joined(meta("utf-8"), EUC),
      "euc-jp",
      `<meta charset="utf-8">${TEXT}`,
      ["encoding-overruled"],
    ],
    [
      "EUC-JP declared as Shift_JIS",
      joined(meta("shift_jis"), EUC),
      "euc-jp",
      `<meta charset="shift_jis">${TEXT}`,
      ["encoding-overruled"],
    ],
    [
      "ISO-2022-JP declared as UTF-8",
      joined(meta("utf-8"), JIS),
      "iso-2022-jp",
      `<meta charset="utf-8">${TEXT}`,
      ["encoding-overruled"],
    ],
    [
      "XML's declaration",
      joined(ascii('<?xml version="1.0" encoding="EUC-JP"?>'), EUC),
      "euc-jp",
      `<?xml version="1.0" encoding="EUC-JP"?>${TEXT}`,
      [],
    ],
    [
      "the older meta",
      joined(ascii('<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">'), EUC),
      "euc-jp",
      `<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">${TEXT}`,
      [],
    ],
    [
      "a declaration nobody knows",
      joined(meta("klingon"), utf8(TEXT)),
      "utf-8",
      `<meta charset="klingon">${TEXT}`,
      ["unknown-encoding"],
    ],
    [
      "a byte that UTF-8 as declared does not have, and two others do",
      joined(meta("utf-8"), bytes("90 41")),
      "euc-jp",
      '<meta charset="utf-8">\u0090A',
      ["encoding-overruled"],
    ],
    ["half-width katakana in CP932", bytes("b1b2b3 82cd 82a2 82c5 82b7 82cb 82a6"), "shift_jis", "ｱｲｳはいですねえ", []],
  ];

  it.each(rows)("%s", (_, input, encoding, text, notes) => {
    const decoded = decode(input);
    expect([decoded.encoding, decoded.text, decoded.notes.map((note) => note.code)]).toEqual([encoding, text, notes]);
  });

  it("takes a string as it is", () => {
    expect(decode("本文").encoding).toBeNull();
    expect(decode("\uFEFF本文").text).toBe("本文");
    expect(decode("本文").sha256).toBe(decode(utf8("本文")).sha256);
  });
});

describe("what cannot be decoded", () => {
  const cut = utf8(TEXT).subarray(0, 10); // in the middle of the fourth character

  it("is an error that names the byte", () => {
    expect(() => decode(cut)).toThrow(/not valid utf-8 at byte 9: "e6"/);
    expect(() => decode(joined(utf8("本文"), bytes("ff ff")), { path: "a.txt" })).toThrow(
      /a\.txt is not valid utf-8 at byte 6/,
    );
    expect(() => decode(joined(meta("shift_jis"), bytes("82b1 82")))).toThrow(/not valid shift_jis at byte 28/);
  });

  it("is a noted loss under lossy", () => {
    const decoded = decode(cut, { lossy: true });
    expect(decoded.text).toBe("これは\uFFFD");
    expect(decoded.notes).toEqual([
      { code: "lossy-decoding", message: "1 undecodable places, the first at byte 9, were replaced by U+FFFD" },
    ]);
  });

  it("holds for a page cut at any byte: whole characters, or the decoder's error", () => {
    const page = readFileSync("data/pages/harbour.txt");
    fc.assert(
      fc.property(fc.nat({ max: page.length }), (at) => {
        const whole = at === page.length || (page[at]! & 0xc0) !== 0x80;
        expect(code(() => decode(page.subarray(0, at)))).toBe(
          at === 0 ? "empty-input" : whole ? "no error" : "undecodable",
        );
        if (at > 0) expect(decode(page.subarray(0, at), { lossy: true }).notes).toHaveLength(whole ? 0 : 1);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe("what is no text", () => {
  const rows: readonly (readonly [string, string | Uint8Array, string])[] = [
    ["no bytes", new Uint8Array(0), "empty-input"],
    ["no characters", "", "empty-input"],
    ["nothing but space", " \n\u3000\n", "empty-input"],
    ["a mark alone", bytes("efbbbf"), "empty-input"],
    ["a PNG", bytes("89504e470d0a1a0a"), "binary-input"],
    ["a PDF", ascii("%PDF-1.7"), "binary-input"],
    ["NUL bytes", bytes("616200630064"), "binary-input"],
    ["an address", "https://example.jp/page", "not-a-file"],
  ];
  it.each(rows)("%s", (_, input, expected) => expect(code(() => decode(input))).toBe(expected));
});

it("a given encoding is used, an unknown one refused", () => {
  const options: ReadOptions = { encoding: "cp932" };
  expect(decode(SJIS, options).text).toBe(TEXT);
  expect(code(() => decode(SJIS, { encoding: "utf-8" }))).toBe("undecodable");
  expect(code(() => decode(SJIS, { encoding: "klingon" }))).toBe("bad-value");
});
