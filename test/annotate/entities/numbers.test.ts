import { describe, expect, test } from "vitest";
import { labelled } from "./helper.ts";

describe("figures, ordinals and times of day are one span each", () => {
  test.each([
    ["修理には2、3年かかる。", ["2、3年/DATE"]],
    ["行列は5、6人だった。", ["5、6人/QUANTITY"]],
    ["二、三人で食べに行く。", ["二、三人/QUANTITY"]],
    ["七、八割が反対した。", ["七、八割/PERCENT"]],
    ["1、2、3と数える。", ["1/QUANTITY", "2/QUANTITY", "3/QUANTITY"]],
    ["可能性は1/3くらいだ。", ["1/3/QUANTITY"]],
    ["約2/3の議席を得た。", ["2/3/QUANTITY"]],
    ["準優勝だった。", []],
    ["大会で優勝した。", ["優勝/ORDINAL"]],
    ["一番地に住む。", ["一番地/QUANTITY"]],
    ["今夜11時に始まる。", ["今夜/DATE", "11時/TIME"]],
    ["15日の夜11時半に着いた。", ["15日/DATE", "夜11時半/TIME"]],
    ["3:00PMに会おう。", ["3:00PM/TIME"]],
    ["夜中の2時に目が覚めた。", ["夜中の2時/TIME"]],
  ])("%s", (text, names) => {
    expect(labelled(text)).toEqual(names);
  });

  test("一番街 holds no ordinal", () => {
    expect(labelled("一番街の歩道は狭い。").filter((name) => name.endsWith("/ORDINAL"))).toEqual([]);
  });
});

test("numerals without a unit are read in linear time", () => {
  const time = (count: number): number => {
    const text = "一億二千".repeat(count);
    const start = process.cpuUsage();
    labelled(text);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  time(500);
  const least = (count: number): number => Math.min(time(count), time(count), time(count));
  // Eight times the text would be 64 times the time in a quadratic reader.
  expect(least(12_000) / least(1_500)).toBeLessThan(24);
});
