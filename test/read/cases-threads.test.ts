import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";

const CASES = "../shared/cases/pages";
const here = existsSync(CASES);
const WORDS = "夜も開けてほしいです。";

/** What each page must come out as: name, minute, words, parent, votes. */
const rows: readonly (readonly [string, readonly unknown[]])[] = [
  ["wp-author-name", [["みかん", "2025-04-01T10:06", WORDS, null, { up: null }]]],
  [
    "wp-classic",
    [
      ["みかん", "2025-04-01T10:06", `${WORDS}\n\n仕事帰りに寄れますから。`, null, { up: null }],
      ["りんご", "2025-04-01T11:20", "賛成です。", null, { up: null }],
    ],
  ],
  [
    "wp-comment-text",
    [
      ["みかん", "2025-04-01T10:06", `${WORDS}\n\n仕事帰りに寄れますから。`, null, { up: null }],
      ["りんご", "2025-04-01T11:20", "賛成です。", "c1", { up: null }],
    ],
  ],
  ["b-wpdiscuz", [["みかん", "2025-04-01T10:06", "夜も開けてほしい。", null, { score: 3 }]]],
  [
    "b-blogger-comments",
    [
      ["みかん", "2025-04-01T10:06", "夜も開けてほしい。\n仕事帰りに寄れる。", null, { up: null }],
      ["りんご", "2025-04-01T11:20", "賛成。", "c1", { up: null }],
    ],
  ],
];

describe(`comments of single pages${here ? "" : `: not run, ${CASES} is absent`}`, () => {
  for (const [name, expected] of rows) {
    it.skipIf(!here)(name, () => {
      const { article, comments } = readPage(readFileSync(`${CASES}/${name}.html`));
      const found = comments.map(({ author, posted, text, replyTo, reactions }) => [
        author,
        posted?.value,
        text,
        replyTo,
        reactions,
      ]);
      expect(found).toEqual(expected);
      expect(article.text).toBe("きのう図書館で夜間開館の話を聞いた。静かな夜だった。");
      expect(article.notes).toEqual([]);
    });
  }
});
