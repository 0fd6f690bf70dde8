import { describe, expect, it, test } from "vitest";
import type { Note } from "../../src/model/discussion.ts";
import { lossesOf } from "../../src/model/losses.ts";
import { makeDiscussion } from "../../src/read/discussion.ts";
import { emptyText } from "../../src/read/empty-texts.ts";
import type { Format } from "../../src/read/format.ts";
import { readPage } from "../../src/read/read.ts";

const EMPTY = [{ code: "empty-text", message: "no words were found in it" }];

describe("a comment without words", () => {
  test.each<[string, string, readonly string[], boolean]>([
    ["is noted", "", [], true],
    ["of blanks and line breaks only is noted", " \n\u3000\t ", [], true],
    ["that was deleted explains itself", "", ["deleted"], false],
    ["that holds a picture explains itself", "", ["media"], false],
    ["of a broken line explains itself", "", ["broken-line"], false],
    ["with another note is noted", "", ["edited", "invalid-date"], true],
    ["is none if it has one character", "。", [], false],
    ["is none if it has a figure", "3", [], false],
    ["is none if it has an emoji", "👍", [], false],
  ])("%s", (_, text, codes, noted) => {
    const notes = codes.map((code): Note => ({ code, message: "" }));
    expect(emptyText({ text, notes })).toEqual(noted ? EMPTY : []);
  });
});

/** A comment a line; a dash is one without words, a cross a deleted one. */
const lines: Format = {
  name: "lines-of-a-test",
  description: "a comment a line",
  needs: "text",
  detect: () => 1,
  *read(decoded) {
    const comments = decoded.text.split("\n").map((line) => ({
      author: null,
      posted: null,
      reactions: {},
      text: /^[-×]$/u.test(line) ? "" : line,
      notes: line === "×" ? [{ code: "deleted", message: "deleted" }] : [],
    }));
    yield makeDiscussion(decoded, "lines-of-a-test", { article: { title: "題", text: "本文" }, comments });
  },
};
const read = (text: string) => readPage(text, { formats: [lines] });

describe("a thread", () => {
  test.each([
    ["with words throughout", 10, 0, 0, false],
    ["with one comment without words", 10, 1, 0, false],
    ["with two, though they are all", 0, 2, 0, false],
    ["with three of fifteen, a fifth", 12, 3, 0, true],
    ["with three of sixteen, less than a fifth", 13, 3, 0, false],
    ["without a word", 0, 5, 0, true],
    ["of which half was deleted", 5, 0, 5, false],
    ["of which what is deleted does not count as empty", 4, 2, 6, false],
  ])("%s", (_, words, empty, deleted, notRead) => {
    const text = [
      ...Array.from({ length: words }, (_, i) => `意見${i}`),
      ...Array.from({ length: empty }, () => "-"),
      ...Array.from({ length: deleted }, () => "×"),
    ].join("\n");
    const { article, comments } = read(text);
    expect(comments.filter(({ notes }) => notes.some(({ code }) => code === "empty-text"))).toHaveLength(empty);
    expect(article.notes).toEqual(
      notRead
        ? [
            {
              code: "comments-not-read",
              message: `no words were found in ${empty} of ${words + empty + deleted} comments`,
            },
          ]
        : [],
    );
  });

  it("keeps comments without words, which count, and tells of them as losses", () => {
    const discussion = read("賛成です\n-\n反対です\n-\n-");
    expect(discussion.comments.map(({ text }) => text)).toEqual(["賛成です", "", "反対です", "", ""]);
    expect(lossesOf(discussion)).toEqual([
      { code: "comments-not-read", message: "no words were found in 3 of 5 comments" },
      { code: "empty-text", message: "3 comments (the first is c2): no words were found in it" },
    ]);
  });
});
