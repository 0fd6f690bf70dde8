import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWordVectors, type WordVectors } from "../../src/words/word-vectors.ts";

const vectors = readWordVectors(readFileSync("data/models/word-vectors.bin"));

function vectorOf(word: string, of: WordVectors = vectors): Float64Array {
  const sum = new Float64Array(of.dimensions);
  of.add(of.find(word), 1, sum);
  return sum;
}
const cosine = (a: string, b: string) => vectorOf(a).reduce((sum, value, d) => sum + value * vectorOf(b)[d]!, 0);

describe("word vectors", () => {
  it.each([
    ["値上げ", "増税", "子犬"],
    ["バス", "電車", "味噌汁"],
    ["教師", "生徒", "原発"],
    ["ゴミ", "掃除", "選挙"],
    ["病院", "医師", "漁港"],
    ["おいしい", "美味", "厳しい"],
    ["保育園", "幼稚園", "防衛省"],
  ])("%s is nearer to %s than to %s", (word, near, far) => {
    expect(cosine(word, near)).toBeGreaterThan(cosine(word, far) + 0.1);
  });

  it.each(["バス", "値上げ", "お年寄り", "図書館", "頑張る"])("%s points one way only, with length 1", (word) => {
    expect(cosine(word, word)).toBeCloseTo(1, 1);
  });

  it.each(["", "ゃゃゃゃゃっぽん", "qzxjv", "😀"])("%j is unknown", (word) => {
    expect(vectors.find(word)).toBe(-1);
  });

  it("finds a stretch of a text as it finds the word itself", () => {
    expect(vectors.find("市のバスが来ない", 2, 4)).toBe(vectors.find("バス"));
  });

  it("knows that a common word is common", () => {
    const share = (word: string) => vectors.frequency(vectors.find(word));
    expect(share("人")).toBeGreaterThan(20 * share("図書館"));
    expect(share("図書館")).toBeGreaterThan(share("瓦葺き"));
    expect(share("人")).toBeLessThan(0.05);
  });
});
