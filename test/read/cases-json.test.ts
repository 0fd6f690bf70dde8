import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Discussion } from "../../src/model/discussion.ts";
import { readPage } from "../../src/read/read.ts";

const CASES = "../shared/cases/pages";
const absent = existsSync(CASES) ? "" : " (skipped: ../shared/cases is not here)";

const rows: readonly (readonly [string, string, (page: Discussion) => void])[] = [
  [
    "channel addresses and parent root of yt-dlp",
    "json-channel-address.json",
    (page) => {
      expect(page.comments).toHaveLength(1);
      expect(page.comments[0]).toMatchObject({ author: "@mikan", replyTo: null, notes: [], reactions: { up: 3 } });
      expect(JSON.stringify(page)).not.toMatch(/UC0000|youtube\.com\/@|a\.jpg/);
    },
  ],
  [
    "replies nested in replies",
    "json-nested-replies.json",
    ({ comments }) =>
      expect(comments.map(({ id, replyTo, depth, author }) => [id, replyTo, depth, author])).toEqual([
        ["c1", null, 0, "みかん"],
        ["c2", "c1", 1, "りんご"],
        ["c3", "c2", 2, "ぶどう"],
      ]),
  ],
  [
    "a list under another name than comments",
    "json-title-no-list.json",
    // A topic of a forum: its first post is the article.
    ({ article, comments }) => {
      expect([article.text, ...comments.map(({ text }) => text)]).toEqual(["夜も開けてほしい", "賛成です"]);
    },
  ],
  [
    "a long post of X, and its escapes",
    "x-note-tweet.json",
    ({ article, comments }) => {
      expect(article.text).toBe("夜間開館について書く。費用は年に百万円ほどで、見合うと思う。");
      expect(comments.map(({ text }) => text)).toEqual(["Q&A を読んだ。3 > 2 だから賛成"]);
    },
  ],
  [
    "threads of YouTube, one a line",
    "youtube-threads.jsonl",
    ({ source, comments }) => {
      expect(source.format).toBe("youtube");
      expect(comments.map(({ replyTo }) => replyTo)).toEqual([null, "c1", null]);
    },
  ],
];

describe(`JSON that was read wrongly once${absent}`, () => {
  it.skipIf(absent !== "").each(rows)("%s", (_, file, check) => {
    check(readPage(readFileSync(`${CASES}/${file}`), { path: file }));
  });

  it.skipIf(absent !== "")("threads of YouTube in a bare array are read as those one a line", () => {
    const lines = readFileSync(`${CASES}/youtube-threads.jsonl`, "utf8").trim().split("\n");
    const array = readPage(`[${lines.join(",")}]`);
    expect(array.source.format).toBe("youtube");
    expect(array.comments).toEqual(readPage(lines.join("\n")).comments);
  });
});
