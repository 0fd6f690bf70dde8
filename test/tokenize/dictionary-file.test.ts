import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { YoronError } from "../../src/model/error.ts";
import { dictionaryPath } from "../../src/tokenize/dictionary/locate.ts";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";

const whole = readFileSync(dictionaryPath());

function failure(dictionary: string | Uint8Array): string {
  try {
    openTokenizer({ dictionary });
  } catch (error) {
    if (error instanceof YoronError) return `${error.code}: ${error.message}`;
  }
  return "no error";
}

function changed(offset: number, value: number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  bytes[offset]! ^= value;
  return bytes;
}

describe("a damaged or foreign dictionary gives an error, never wrong tokens", () => {
  it.each([
    ["no file", "no/such/file.dict", /missing-resource: cannot open the dictionary "no\/such\/file.dict"; reinstall/],
    ["empty", new Uint8Array(0), /bad-dictionary: too short/],
    ["another format", Uint8Array.from(readFileSync("package.json")), /bad-dictionary: not a compiled dictionary/],
    ["another version", changed(8, 0x40), /bad-dictionary: dictionary of format \d+, this program reads format \d+/],
    ["cut short", whole.subarray(0, whole.length - 4096), /bad-dictionary: dictionary of \d+ bytes instead of \d+/],
    ["a bit flipped near the front", changed(5000, 1), /bad-dictionary: damaged dictionary \(checksum\)/],
    ["a bit flipped in the middle", changed(whole.length >> 1, 0x80), /bad-dictionary: damaged dictionary/],
    ["a bit flipped at the end", changed(whole.length - 1, 1), /bad-dictionary: damaged dictionary/],
    ["a section moved", changed(28, 0x40), /bad-dictionary/],
  ])("%s", (_, dictionary, message) => {
    expect(failure(dictionary)).toMatch(message);
  });

  it("the bytes, and memory that is shared, work as the file does", () => {
    const own = openTokenizer({ dictionary: Uint8Array.from(whole) });
    const shared = openTokenizer({ dictionary: own.dictionary.buffer });
    expect(shared.dictionary.buffer).toBe(own.dictionary.buffer);
    expect(shared.tokenize("猫だ").feature(0)).toBe("名詞,一般,*,*,*,*,猫,ネコ,ネコ");
  });
});
