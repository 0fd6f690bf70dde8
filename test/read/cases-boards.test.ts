import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Discussion } from "../../src/model/discussion.ts";
import { readAll } from "../../src/read/read.ts";

const CASES = "../shared/cases/pages";
const absent = existsSync(CASES) ? "" : " (skipped: ../shared/cases is not here)";

const codes = (notes: Discussion["article"]["notes"]) => notes.map(({ code }) => code);
const thread = ({ comments }: Discussion) =>
  comments.map(({ sourceId, replyTo, author, posted, text }) => [
    sourceId,
    replyTo,
    author,
    posted?.value ?? null,
    text,
  ]);

const rows: readonly (readonly [string, string, (page: Discussion) => void])[] = [
  [
    "5ch saved from the browser",
    "b-5ch-readcgi.html",
    (page) => {
      expect(page.article.title).toBe("夜間開館について語るスレ");
      expect(thread(page)).toEqual([
        ["1", null, "名無しさん (ﾜｯﾁｮｲ 1234-AbCd)", "2025-04-01T09:05:31", "夜も開けてほしい\n仕事帰りに寄れる"],
        ["2", "c1", "名無しさん", "2025-04-01T09:06:02", ">>1\n賛成"],
      ]);
    },
  ],
  [
    "ふたば☆ちゃんねる",
    "b-futaba.html",
    (page) => {
      expect(thread(page)).toEqual([
        ["1300000001", null, "としあき", "2025-04-01T09:05:31", "夜も開けて"],
        ["1300000002", "c1", "としあき", "2025-04-01T09:06:02", ">夜も開けて\n賛成"],
      ]);
      expect(page.comments.map(({ reactions }) => reactions)).toEqual([{ up: 2 }, { up: 0 }]);
    },
  ],
  [
    "comments of Yahoo!ニュース",
    "b-yahoo-comments.html",
    (page) => {
      expect(page.article).toMatchObject({ title: "図書館の夜間開館、試行始まる", author: "みかん新聞" });
      expect(page.comments.map(({ author, replyTo }) => [author, replyTo])).toEqual([
        ["もも山桃子", null],
        ["mik*****", null],
        ["rin********", "c2"],
      ]);
      expect(page.comments.map(({ reactions }) => reactions)).toEqual([
        { up: null, 参考になった: 2411 },
        { up: 6321, なるほど: 181, うーん: 328 },
        { up: 313, なるほど: 6, うーん: 21 },
      ]);
      expect(page.comments[0]!.attributes).toMatchObject({ 区分: "解説" });
      for (const { notes, posted } of page.comments) {
        expect(posted).toBeNull();
        expect(codes(notes)).toEqual(["relative-date"]);
      }
    },
  ],
  [
    "したらば raw mode",
    "shitaraba.dat",
    (page) => {
      expect(page.article.title).toBe("図書館スレ");
      expect(thread(page)).toEqual([
        ["1", null, "みかん", "2025-04-01T09:05:31", "夜も開けて\nほしい"],
        ["2", "c1", "りんご", "2025-04-01T09:06:31", ">>1\n賛成"],
      ]);
    },
  ],
  [
    "a dat with years of two digits",
    "dat-two-digit-year.dat",
    ({ comments }) => expect(comments[0]).toMatchObject({ posted: { value: "2002-05-03T12:34" }, notes: [] }),
  ],
  [
    "LINE トーク履歴",
    "line-talk.txt",
    (page) => {
      expect(thread(page)).toEqual([
        [null, null, "みかん", "2025-04-01T08:15", "夜も開けてほしい"],
        [null, null, "りんご", "2025-04-01T08:16", "費用は\nどのくらい？"],
        [null, null, "みかん", "2025-04-01T08:20", ""],
      ]);
      expect(page.furniture.at(-1)!.text).toContain("ぶどうが退出しました。");
    },
  ],
  [
    "a Movable Type export",
    "mt-export.txt",
    (page) => {
      expect(page.article).toMatchObject({
        title: "図書館の夜",
        published: { value: "2025-04-01T09:05:31" },
        text: "きのう図書館で夜間開館の話を聞いた。",
      });
      expect(codes(page.article.notes)).toEqual(["unpublished-entries"]);
      expect(thread(page)).toEqual([
        [null, null, "りんご", "2025-04-01T22:06:31", "夜も開けてほしいです。\n仕事帰りに寄れますから。"],
      ]);
      expect(JSON.stringify(page)).not.toMatch(/203\.0|example\.com/);
    },
  ],
  [
    "a WordPress page that a browser copied",
    "page-text-yori.txt",
    (page) => {
      expect(thread(page)).toEqual([
        [null, null, "りんご", "2025-04-01T10:06", "夜も開けてほしいです。"],
        [null, null, "ぶどう", "2025-04-01T11:06", "賛成です。"],
      ]);
      expect(page.article.text).not.toContain("コメントを残す");
    },
  ],
];

describe(`pages that people have are read as they should be${absent}`, () => {
  for (const [what, file, check] of rows) {
    it.skipIf(absent !== "")(what, () => {
      const found = [...readAll(readFileSync(`${CASES}/${file}`), { path: file })];
      expect(found).toHaveLength(1);
      check(found[0]!);
    });
  }
});
