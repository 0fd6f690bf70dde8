import { expect, test } from "vitest";
import { hashText } from "../../../src/annotate/entities/model/hash.ts";
import { readWordKinds, WORD_KINDS } from "../../../src/annotate/entities/model/word-kinds.ts";
import { pack } from "../../../src/words/packed.ts";
import { resources } from "./helper.ts";

const hash = (word: string): number => hashText(word, 0, word.length);

test("words keep their kinds and families when packed", () => {
  const words = Array.from({ length: 200 }, (_, i) => [hash(`語${i}`), (i % 7) + 1] as const);
  const order = [...words].sort(([a], [b]) => (a & 0xffff) - (b & 0xffff));
  const places = Uint32Array.from(
    { length: 0x10001 },
    (_, low) => words.filter(([word]) => (word & 0xffff) < low).length,
  );
  const table = Uint32Array.from(order, ([word, kind]) => ((word & 0xffff0000) | kind) >>> 0);
  const families = Uint8Array.of(0, 1, 1, 2, 2, 3, 3, 4);
  const kinds = readWordKinds(pack(WORD_KINDS, { places, words: table, families }));
  expect(words.filter(([word, kind]) => kinds.of(word) !== kind)).toEqual([]);
  expect(kinds.familyOf(kinds.of(hash("語3")))).toBe(2);
  expect(kinds.of(hash("知らない語"))).toBe(0);
  expect(kinds.familyOf(0)).toBe(0);
});

test("words that keep the same company are of one kind", () => {
  const { kinds } = resources.model;
  const kindOf = (word: string) => kinds.of(hash(word));
  const familyOf = (word: string) => kinds.familyOf(kindOf(word));
  expect(kindOf("トヨタ")).toBe(kindOf("ホンダ"));
  expect(familyOf("トヨタ")).not.toBe(familyOf("東京"));
  expect(kindOf("西鉄福岡駅")).toBeGreaterThan(0);
});
