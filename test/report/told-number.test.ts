import { describe, expect, test } from "vitest";
import { bothEnds } from "../../src/charts/rows.ts";
import { toldNumber } from "../../src/report/browser/told-number.ts";

describe("a number as a table of the report tells it", () => {
  test.each([
    [0.6471, ".1%", "64.7%"],
    [1, ".0%", "100%"],
    [0.0357, ".0%", "4%"],
    [-0.35, "+.2f", "−0.35"],
    [0.2, "+.2f", "+0.20"],
    [-0.001, "+.2f", "+0.00"],
    [20400, "", "20,400"],
    [1234567.5, ",.1f", "1,234,567.5"],
    [-3, "", "−3"],
    [0, "", "0"],
    [12.51, ".1f", "12.5"],
    [0.019, "", "0.019"],
  ])("%d by the format %j: %s", (value, format, told) => {
    expect(toldNumber(value, format)).toBe(told);
  });
});

describe("both ends of a title", () => {
  test.each([
    ["町のパン屋", 10, "町のパン屋"],
    ["町のパン屋、水曜を定休日に（3）", 10, "町のパン屋、…（3）"],
    ["町のパン屋、水曜を定休日に（13）", 10, "町のパン屋、…13）"],
    ["👨‍👩‍👧の会、十年目の総会（3）", 9, "👨‍👩‍👧の会、十年…3）"],
  ])("%s in %i characters", (title, most, told) => {
    expect(bothEnds(title, most)).toBe(told);
  });
});
