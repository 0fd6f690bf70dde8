import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { YoronError } from "../../../src/model/error.ts";
import { readPage } from "../../../src/read/read.ts";
import { binaryPlist, type PlistValue, textPlist } from "../make/plist.ts";

const PAGE = readFileSync("test/pages/html-drupal/page.html");
const ADDRESS = "https://town.example.jp/milk?p=1";
/** Bytes of これは日本語の文章です in EUC-JP. */
const EUC = Buffer.from("a4b3a4eca4cfc6fccbdcb8eca4cecab8becfa4c7a4b9", "hex");

const archive = (main: Readonly<Record<string, PlistValue>> = {}, rest: Readonly<Record<string, PlistValue>> = {}) => ({
  WebMainResource: {
    WebResourceData: PAGE,
    WebResourceFrameName: "",
    WebResourceMIMEType: "text/html",
    WebResourceTextEncodingName: "UTF-8",
    WebResourceURL: ADDRESS,
    ...main,
  },
  WebSubresources: [
    { WebResourceData: Buffer.from("89504e47", "hex"), WebResourceMIMEType: "image/png", WebResourceURL: "絵.png" },
  ],
  ...rest,
});
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof YoronError) return error.code;
    throw error;
  }
  return "no error";
};

describe("a web archive of Safari", () => {
  const plain = readPage(PAGE);
  it.each<readonly [string, string | Uint8Array]>([
    ["in binary", binaryPlist(archive())],
    ["with its resources first", binaryPlist(Object.fromEntries(Object.entries(archive()).reverse()) as PlistValue)],
    ["as XML", Buffer.from(textPlist(archive()))],
    ["as a string", textPlist(archive())],
    ["in gzip", gzipSync(binaryPlist(archive()))],
  ])("%s is read as the page in it", (_, bytes) => {
    const page = readPage(bytes, { path: "牛乳.webarchive" });
    expect([page.article.title, page.article.text, page.comments]).toEqual([
      plain.article.title,
      plain.article.text,
      plain.comments,
    ]);
    expect(page.article.url).toBe(ADDRESS);
    expect(page.source.path).toBe("牛乳.webarchive");
    expect(page.source.notes.at(-1)).toEqual({ code: "unpacked", message: "from a web archive of Safari" });
  });

  it.each([
    ["in binary", binaryPlist],
    ["as XML", textPlist],
  ] as const)("%s names the encoding of its page, and its frames", (_, make) => {
    const html = Buffer.concat([
      Buffer.from("<html><head><title>x</title></head><body><h1>T</h1><p>"),
      EUC,
      Buffer.from("</p></body></html>"),
    ]);
    const main = { WebResourceData: html, WebResourceTextEncodingName: "EUC-JP" };
    const frame = archive({}, { WebSubframeArchives: [archive()] });
    const page = readPage(make(archive(main, { WebSubframeArchives: [frame, archive()] })));
    expect([page.source.encoding, page.article.text]).toEqual(["euc-jp", "これは日本語の文章です"]);
    expect(page.source.notes.map(({ message }) => message)).toEqual([
      "from a web archive of Safari",
      "2 frames or other pages inside are not read",
    ]);
  });

  it("keeps no address that is none of the web", () => {
    expect(readPage(binaryPlist(archive({ WebResourceURL: "file:///home/a.html" }))).article.url).toBeNull();
  });

  const whole = binaryPlist(archive());
  it.each<readonly [string, Uint8Array, string, RegExp]>([
    ["cut off", whole.subarray(0, whole.length - 40), "malformed", /a\.webarchive is .* cut off or broken/],
    ["of a picture", binaryPlist(archive({ WebResourceMIMEType: "image/png" })), "not-an-article", /"image\/png"/],
    ["of nothing", binaryPlist({ WebMainResource: {} }), "not-an-article", /holds no page/],
    ["of nothing, as XML", Buffer.from(textPlist({ WebMainResource: {} })), "not-an-article", /holds no page/],
    [
      "that is another property list",
      binaryPlist({ 名前: "みかん" }),
      "binary-input",
      /a property list that is no whole web archive/,
    ],
  ])("%s is an error that says so", (_, bytes, expected, message) => {
    expect(code(() => readPage(bytes, { path: "a.webarchive" }))).toBe(expected);
    expect(() => readPage(bytes, { path: "a.webarchive" })).toThrow(message);
  });

  it("with bytes changed is read or refused", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        code(() => readPage(changed));
      }),
      { numRuns: 300, seed: 1 },
    );
    const trailer = whole.length - 32;
    for (let at = trailer; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = 255;
      code(() => readPage(changed));
    }
  });
});
