import { expect, it } from "vitest";
import { WordTree } from "../../src/words/word-tree.ts";

const words = [
  ["記者", 1],
  ["新聞記者", 2],
  ["新聞", 3],
  ["😀者", 4],
  ["記者", 5],
] as const;

it.each([
  ["forward", "新聞記者が", 0, 5, "新聞記者", 2],
  ["forward", "新聞記者が", 0, 3, "新聞", 3],
  ["forward", "新聞記者が", 2, 5, "記者", 5],
  ["forward", "が記者", 0, 3, null, null],
  ["backward", "の新聞記者が", 5, 0, "新聞記者", 2],
  ["backward", "の新聞記者が", 5, 2, "記者", 5],
  ["backward", "の新聞記者が", 6, 0, null, null],
  ["backward", "の😀者", 4, 0, "😀者", 4],
] as const)("%s through %s from %d to %d reads %s", (direction, text, from, to, word, value) => {
  const found = new WordTree<number>(words, direction).longest(text, from, to);
  expect(found).toEqual(word === null ? null : { word, value });
});
