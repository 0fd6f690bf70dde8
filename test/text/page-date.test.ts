import { describe, expect, it } from "vitest";
import { epochDate, parsePageDate } from "../../src/text/page-date.ts";

describe("dates as pages print them", () => {
  it.each([
    ["2022年 9月 15日", "2022-09-15", "day"],
    ["2022年9月15日", "2022-09-15", "day"],
    ["２０２２年９月１５日", "2022-09-15", "day"],
    ["2022/09/15", "2022-09-15", "day"],
    ["2022.9.5", "2022-09-05", "day"],
    ["2022年9月15日(木)", "2022-09-15", "day"],
    ["令和4年9月15日", "2022-09-15", "day"],
    ["平成元年1月8日", "1989-01-08", "day"],
    ["昭和64年1月7日", "1989-01-07", "day"],
    ["2022-09-15 12:34", "2022-09-15T12:34", "minute"],
    ["2022年9月15日 12:34 PM", "2022-09-15T12:34", "minute"],
    ["2022年9月15日 12:05 AM", "2022-09-15T00:05", "minute"],
    ["2022年9月15日 午後3:05", "2022-09-15T15:05", "minute"],
    ["2022年9月15日（木）午前0時5分", "2022-09-15T00:05", "minute"],
    ["2022年9月15日 3時", "2022-09-15T03", "hour"],
    ["2022/09/15(木) 12:34:56.78", "2022-09-15T12:34:56", "second"],
    ["2022-09-15T12:34:56+09:00", "2022-09-15T12:34:56+09:00", "second"],
    ["2022-09-15T12:34:56.123Z", "2022-09-15T12:34:56Z", "second"],
    ["Thu, 15 Sep 2022 12:34:56 +0900", "2022-09-15T12:34:56+09:00", "second"],
    ["September 15, 2022 at 12:34 pm", "2022-09-15T12:34", "minute"],
    ["2024年2月29日", "2024-02-29", "day"],
    ["2022年9月", "2022-09", "month"],
  ])("%s", (text, value, precision) => expect(parsePageDate(text)).toEqual({ value, precision }));

  it.each([
    "2022年13月1日",
    "2022年2月30日",
    "2023-02-29",
    "1900/02/29",
    "2022-09-15 25:61",
  ])("no calendar has %s", (text) => expect(parsePageDate(text)).toBe("invalid"));

  it.each([
    "",
    "3日前",
    "12:34",
    "2022",
    "25",
    "9月15日",
    "2022年9月15日のこと",
    "https://example.jp/2022/09/15",
    "2022/09-15",
  ])("%s is no date", (text) => expect(parsePageDate(text)).toBeNull());

  it("seconds since 1970 are in UTC", () => {
    expect(epochDate(1704067200.9)).toEqual({ value: "2024-01-01T00:00:00Z", precision: "second" });
    expect(epochDate(Number.NaN)).toBeNull();
    expect(epochDate(1e300)).toBeNull();
  });
});
