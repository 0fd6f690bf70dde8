import { expect, test } from "vitest";
import { editDistance } from "../../../src/measure/opinions/copies/edits.ts";
import { LetterCounts } from "../../../src/measure/opinions/copies/letter-counts.ts";

const TEXTS = [
  "町の図書館の開館時間を延ばしてほしい",
  "町の図書館の閉館時間を延ばしてほしくない",
  "駐車場が狭すぎます",
  "駐車場が狭すぎるので、土曜日は帰ります",
  "すぎますが狭駐車場",
  "",
  "あ".repeat(400),
];

test.each(
  TEXTS.flatMap((one, a) => TEXTS.map((other, b) => [one.slice(0, 12), other.slice(0, 12), a, b] as const)),
)("fewest edits between %j and %j are no more than it takes", (_one, _other, a, b) => {
  const fewest = new LetterCounts(TEXTS).fewestEdits(a, b);
  expect(fewest).toBeLessThanOrEqual(editDistance(TEXTS[a]!, TEXTS[b]!, 1000));
  if (a === b) expect(fewest).toBe(0);
});

test("letters that one text lacks are counted", () => {
  expect(new LetterCounts(["図書館", "駐車場"]).fewestEdits(0, 1)).toBeGreaterThan(1);
});
