import { describe, expect, it } from "vitest";
import { dateOrderOf, epochDate, isAmbiguous, parsePageDate, resolvePageDate } from "../../src/text/page-date.ts";

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
    ["25/04/01(火)09:05:31", "2025-04-01T09:05:31", "second"],
    ["02/05/03 12:34", "2002-05-03T12:34", "minute"],
    ["99/12/31(金) 23:59", "1999-12-31T23:59", "minute"],
    ["2025/04/01 9:05:31 午前 GMT+9", "2025-04-01T09:05:31+09:00", "second"],
    ["2025/04/01 10:51:02 午後 GMT+9", "2025-04-01T22:51:02+09:00", "second"],
    ["2025/04/01 9:05:31", "2025-04-01T09:05:31", "second"],
    ["2025-04-01 09:05:31 UTC", "2025-04-01T09:05:31Z", "second"],
    ["2025-04-01 09:05:31 +0900", "2025-04-01T09:05:31+09:00", "second"],
    ["2025-04-01T09:05:31+9", "2025-04-01T09:05:31+09:00", "second"],
    ["4/1/2025 9:05:31", "2025-04-01T09:05:31", "second"],
    ["4/13/2025, 9:05 AM", "2025-04-13T09:05", "minute"],
    ["13/4/2025 21:05", "2025-04-13T21:05", "minute"],
    ["01.04.2025 21:05", "2025-04-01T21:05", "minute"],
    ["04/01/2025 10:06:31 PM", "2025-04-01T22:06:31", "second"],
    ["Tue Apr 01 00:05:31 +0000 2025", "2025-04-01T00:05:31+00:00", "second"],
    ["01 Apr 2025 00:05:31 GMT", "2025-04-01T00:05:31Z", "second"],
    ["1st April 2025", "2025-04-01", "day"],
    ["2025.04.01 09:05", "2025-04-01T09:05", "minute"],
    ["2025年4月1日（火）午後10時6分", "2025-04-01T22:06", "minute"],
    ["2025年4月1日 火曜日 22時6分31秒", "2025-04-01T22:06:31", "second"],
    ["2025年4月1日 5時00分", "2025-04-01T05:00", "minute"],
    ["2025/4/1(Tue) 9:05", "2025-04-01T09:05", "minute"],
    ["2025年4月1日 火 9:05", "2025-04-01T09:05", "minute"],
    ["2025/04/01 Tue 09:05", "2025-04-01T09:05", "minute"],
    ["2025年4月1日[火] 9:05", "2025-04-01T09:05", "minute"],
    ["2025年4月1日、9:05", "2025-04-01T09:05", "minute"],
    ["2025/04/01 - 09:05", "2025-04-01T09:05", "minute"],
    ["午前9:05 · 2025年4月1日", "2025-04-01T09:05", "minute"],
    ["9:05 PM · Apr 1, 2025", "2025-04-01T21:05", "minute"],
    ["Tue Apr 01 2025 09:05:31 GMT+0900 (日本標準時)", "2025-04-01T09:05:31+09:00", "second"],
    ["Tue Apr 01 09:05:31 EST 2025", "2025-04-01T09:05:31-05:00", "second"],
    ["2025-04-01 09:05:31 PDT", "2025-04-01T09:05:31-07:00", "second"],
    ["4/1/25, 9:05 AM", "2025-04-01T09:05", "minute"],
    ["04/13/25 9:05", "2025-04-13T09:05", "minute"],
  ])("%s", (text, value, precision) => expect(parsePageDate(text)).toEqual({ value, precision }));

  it.each([
    "2022年13月1日",
    "2022年2月30日",
    "2023-02-29",
    "1900/02/29",
    "2022-09-15 25:61",
    "13/13/2025",
    "25/02/30(日)09:05:31",
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
    "25/04/01",
    "4/5",
    "10:30",
    "評価は4/5です",
    "1/2/3",
  ])("%s is no date", (text) => expect(parsePageDate(text)).toBeNull());

  it("seconds since 1970 are in UTC", () => {
    expect(epochDate(1704067200.9)).toEqual({ value: "2024-01-01T00:00:00Z", precision: "second" });
    expect(epochDate(Number.NaN)).toBeNull();
    expect(epochDate(1e300)).toBeNull();
  });
});

describe("dates that count from when the page was saved", () => {
  const saved = "2025-04-01T12:30";
  it.each([
    ["6時間前", saved, "2025-04-01T06", "hour"],
    ["3分前", saved, "2025-04-01T12:27", "minute"],
    ["10秒前", saved, "2025-04-01T12:30", "minute"],
    ["たった今", saved, "2025-04-01T12:30", "minute"],
    ["2 日前", saved, "2025-03-30", "day"],
    ["２日前（編集済み）", saved, "2025-03-30", "day"],
    ["1週間前", saved, "2025-03-25", "week"],
    ["3 か月前", saved, "2025-01", "month"],
    ["4ヶ月前", saved, "2024-12", "month"],
    ["2 年前", saved, "2023", "year"],
    ["昨日 10:06", saved, "2025-03-31T10:06", "minute"],
    ["今日", saved, "2025-04-01", "day"],
    ["an hour ago", saved, "2025-04-01T11", "hour"],
    ["2 years ago (edited)", saved, "2023", "year"],
    ["5 mins ago", saved, "2025-04-01T12:25", "minute"],
    ["4/1(火) 11:32", "2025-04-01T12:00", "2025-04-01T11:32", "minute"],
    ["4/1(火) 11:32", "2026-01-05", "2025-04-01T11:32", "minute"],
    ["12月31日 23:59", "2025-01-02", "2024-12-31T23:59", "minute"],
    ["2月29日", "2025-04-01", "2024-02-29", "day"],
    ["6時間前", "2025-04-01", "2025-04-01", "day"],
    ["3時間前", "2025-04-01T02:00+09:00", "2025-03-31T23", "hour"],
    ["一週間前", saved, "2025-03-25", "week"],
    ["約2時間前", saved, "2025-04-01T10", "hour"],
    ["about 2 hours ago", saved, "2025-04-01T10", "hour"],
    ["1時間半前", saved, "2025-04-01T11", "hour"],
    ["1年半前", saved, "2023", "year"],
    ["昨日の10:06", saved, "2025-03-31T10:06", "minute"],
    ["きょう 10:00", saved, "2025-04-01T10:00", "minute"],
    ["Mar 31, 9:05 AM", saved, "2025-03-31T09:05", "minute"],
    ["1 Apr", saved, "2025-04-01", "day"],
    ["Apr 2", saved, "2024-04-02", "day"],
    ["6時間前", "2025/04/01 12:30", "2025-04-01T06", "hour"],
    ["4/2(水) 8:10", "2025-04-01T23:30:00Z", "2025-04-02T08:10", "minute"],
    ["4/2 8:10", "2025-04-01T23:30", "2024-04-02T08:10", "minute"],
    ["2025年4月1日 10:06", undefined, "2025-04-01T10:06", "minute"],
  ])("%s, saved %s", (text, at, value, precision) => {
    expect(resolvePageDate(text, { saved: at })).toEqual({ value, precision });
  });

  it.each([
    "6時間前",
    "2 日前",
    "昨日 10:06",
    "4/1(火) 11:32",
    "4月1日",
    "3 weeks ago",
  ])("%s counts from a day that nobody named", (text) => {
    expect(resolvePageDate(text)).toBe("relative");
  });

  it.each([
    "4/5",
    "3/10",
    "2つ前",
    "前",
    "10年前の話",
    "ago",
    "5 apples ago",
    "名前",
    "1/2 12",
    "今日は晴れ",
  ])("%s is no date", (text) => {
    expect(resolvePageDate(text, { saved: "2025-04-01" })).toBeNull();
  });

  it.each(["きのう", "2025年", "2025-04", "2025-02-30"])("saved on %s is an error that says what it wants", (at) => {
    expect(() => resolvePageDate("6時間前", { saved: at })).toThrow(/saved is not a date: .*2025-04-01T12:30/);
  });

  it.each(["13/1(火) 11:32", "2月30日", "4/1(金) 25:61"])("no calendar has %s", (text) => {
    expect(resolvePageDate(text, { saved: "2025-04-01" })).toBe("invalid");
  });
});

describe("dates with the year last", () => {
  it.each([
    [["4/1/2025", "4/13/2025"], "mdy"],
    [["1/4/2025", "13/4/2025"], "dmy"],
    [["4/1/2025"], null],
    [["13/4/2025", "4/13/2025"], null],
    [[], null],
  ] as const)("%j are written %s", (texts, order) => expect(dateOrderOf(texts)).toBe(order));

  it("are read in the order that is given where their numbers do not tell", () => {
    expect(parsePageDate("4/1/2025", { order: "dmy" })).toEqual({ value: "2025-01-04", precision: "day" });
    expect(parsePageDate("4/13/2025", { order: "dmy" })).toEqual({ value: "2025-04-13", precision: "day" });
  });

  it.each([
    ["4/1/2025", true],
    ["4/4/2025", false],
    ["4/13/2025", false],
    ["2025/4/1", false],
    ["4/1/25", true],
    ["04/01/25", true],
    ["25/04/01", false],
    ["02/05/03 12:34", false],
  ])("%s is ambiguous: %s", (text, told) => expect(isAmbiguous(text)).toBe(told));
});

it("a day alone with a year of two digits is a date only where dates are looked for", () => {
  expect(parsePageDate("25/04/01")).toBeNull();
  expect(parsePageDate("25/04/01", { short: true })).toEqual({ value: "2025-04-01", precision: "day" });
  expect(parsePageDate("4/1/25", { short: true })).toEqual({ value: "2025-04-01", precision: "day" });
  expect(parsePageDate("01/04/25", { short: true, order: "dmy" })).toEqual({ value: "2025-04-01", precision: "day" });
  expect(dateOrderOf(["4/1/25", "4/13/25"])).toBe("mdy");
});

it("a long text is refused at once", () => {
  expect(parsePageDate("2025/04/01 ".repeat(10_000))).toBeNull();
  expect(resolvePageDate(`${" ".repeat(50_000)}6時間前`, { saved: "2025-04-01T12:00" })).toEqual({
    value: "2025-04-01T06",
    precision: "hour",
  });
});
