import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";

const item = (n: number, date: string) =>
  `<div class="comment" id="comment-${n}"><p><b>みかん</b> ${date}</p><p>橋の名前を募ってはどうか。</p></div>`;
const page = (...dates: string[]) =>
  `<!DOCTYPE html><html><head><title>橋の名前</title></head><body><h1 class="entry-title">橋の名前</h1><div class="entry-content"><p>新しい橋が来春かかる。</p></div><div id="comments">${dates.map((date, index) => item(index + 1, date)).join("")}</div></body></html>`;

describe("the date in the head of a comment, whatever joins day and time", () => {
  it.each([
    ["2025年4月1日 10:06", "2025-04-01T10:06"],
    ["2025年4月1日 10:06 AM", "2025-04-01T10:06"],
    ["2025年4月1日 午後3:05", "2025-04-01T15:05"],
    ["2025年4月1日（火） 10:06", "2025-04-01T10:06"],
    ["2025年4月1日 火曜日 10:06", "2025-04-01T10:06"],
    ["2025年4月1日 @ 10:06", "2025-04-01T10:06"],
    ["2025年4月1日 at 10:06", "2025-04-01T10:06"],
    ["2025年4月1日 | 10:06", "2025-04-01T10:06"],
    ["on 2025/04/01 at 10:06", "2025-04-01T10:06"],
    ["(2025/04/01 10:06)", "2025-04-01T10:06"],
    ["２０２５／０４／０１　１０：０６", "2025-04-01T10:06"],
    ["2025.4.1(火) 22:06:12", "2025-04-01T22:06:12"],
    ["10:06 AM on April 1, 2025", "2025-04-01T10:06"],
    ["April 1st, 2025 at 3:05 pm", "2025-04-01T15:05"],
    ["25/12/2024 at 10:06", "2024-12-25T10:06"],
    ["令和7年4月1日 10時6分", "2025-04-01T10:06"],
    ["2025年4月1日", "2025-04-01"],
  ])("%s", (shown, value) => {
    const [comment] = readPage(page(shown)).comments;
    expect(comment).toMatchObject({ author: "みかん", text: "橋の名前を募ってはどうか。", notes: [] });
    expect(comment!.posted!.value).toBe(value);
  });
});

it("a date that counts from the saving is read where that is told, else noted", () => {
  const [late] = readPage(page("3時間前"), { saved: "2025-04-01T12:00" }).comments;
  expect(late!.posted).toEqual({ value: "2025-04-01T09", precision: "hour" });
  const [unknown] = readPage(page("3時間前")).comments;
  expect(unknown).toMatchObject({ posted: null, text: "橋の名前を募ってはどうか。" });
  expect(unknown!.notes.map(({ code }) => code)).toEqual(["relative-date"]);
});

it("dates of one thread are written in one order", () => {
  const { comments } = readPage(page("4/5/2025 10:06", "25/5/2025 10:06"));
  expect(comments.map(({ posted }) => posted!.value)).toEqual(["2025-05-04T10:06", "2025-05-25T10:06"]);
  const [alone] = readPage(page("4/5/2025 10:06")).comments;
  expect(alone!.notes.map(({ code }) => code)).toEqual(["ambiguous-date"]);
});

it("a date that no calendar has is null with a note", () => {
  const [comment] = readPage(page("2025年13月41日 10:06")).comments;
  expect(comment!.posted).toBeNull();
  expect(comment!.notes.map(({ code }) => code)).toEqual(["invalid-date"]);
});
