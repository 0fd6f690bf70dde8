import { describe, expect, it } from "vitest";
import type { Note } from "../../src/model/discussion.ts";
import { readDate } from "../../src/read/dates.ts";

describe("what an export gives as a date", () => {
  it.each([
    [1743465931, "2025-04-01T00:05:31Z"],
    ["1743465931", "2025-04-01T00:05:31Z"],
    [1743465931123, "2025-04-01T00:05:31Z"],
    ["1743465931123456", "2025-04-01T00:05:31Z"],
    ["1743465931.000200", "2025-04-01T00:05:31Z"],
    ["1743465931000200000", "2025-04-01T00:05:31Z"],
    ["20250401090531", "2025-04-01T09:05:31"],
    ["202504010905", "2025-04-01T09:05"],
    ["20250401", "2025-04-01"],
    ["25/04/01", "2025-04-01"],
    ["4/13/25", "2025-04-13"],
    ["2025/04/01 9:05:31 午前 GMT+9", "2025-04-01T09:05:31+09:00"],
  ])("%s", (value, date) => {
    const notes: Note[] = [];
    expect(readDate(value, notes)?.value).toBe(date);
    expect(notes).toEqual([]);
  });

  it.each([
    ["6時間前", {}, null, "relative-date"],
    ["6時間前", { saved: "2025-04-01T12:00" }, "2025-04-01T06", null],
    ["4/1/2025", {}, "2025-04-01", "ambiguous-date"],
    ["4/1/2025", { order: "dmy" }, "2025-01-04", null],
    ["4/1/25", {}, "2025-04-01", "ambiguous-date"],
    ["04/01/25", {}, "2004-01-25", "ambiguous-date"],
    ["04/01/25", { order: "mdy" }, "2025-04-01", null],
    ["20251301", {}, null, "invalid-date"],
    ["きのうの夜", {}, null, "invalid-date"],
    ["2025-02-30", {}, null, "invalid-date"],
    ["", {}, null, null],
    [null, {}, null, null],
  ] as const)("%s with %j is %s, with the note %s", (value, options, date, code) => {
    const notes: Note[] = [];
    expect(readDate(value, notes, options)?.value ?? null).toBe(date);
    expect(notes.map((note) => note.code)).toEqual(code === null ? [] : [code]);
  });
});
