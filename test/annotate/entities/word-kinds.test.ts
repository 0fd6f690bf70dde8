import { expect, test } from "vitest";
import { hashText } from "../../../src/annotate/entities/model/hash.ts";
import { readWordKinds } from "../../../src/annotate/entities/model/word-kinds.ts";
import { writeWordKinds } from "../../../workshop/entities/write-word-kinds.ts";
import { resources } from "./helper.ts";

const hash = (word: string): number => hashText(word, 0, word.length);

test("words keep their kinds and families when packed", () => {
  const words = Array.from({ length: 1000 }, (_, i) => [hash(`語${i}`), (i % 7) + 1] as const);
  const kinds = readWordKinds(writeWordKinds(words, Uint8Array.of(0, 1, 1, 2, 2, 3, 3, 4)));
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
