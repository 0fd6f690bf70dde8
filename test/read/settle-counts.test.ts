import { describe, expect, it } from "vitest";
import type { Note, Reactions } from "../../src/model/discussion.ts";
import { parseCount } from "../../src/read/count.ts";
import { readPage } from "../../src/read/read.ts";
import { settleCounts } from "../../src/read/settle-counts.ts";

describe("no count of votes is below zero", () => {
  const rows: readonly [claim: string, printed: Reactions[], settled: Reactions[], notes: number][] = [
    ["counts stay as they are", [{ up: 3, down: 0 }, { up: null }], [{ up: 3, down: 0 }, { up: null }], 0],
    [
      "likes below zero are likes less dislikes, on the whole page",
      [{ up: 3 }, { up: -5 }, { up: null }],
      [{ score: 3 }, { score: -5 }, { score: null }],
      1,
    ],
    ["-1234 too", [{ up: -1234 }], [{ score: -1234 }], 1],
    ["a lone -1 says unknown", [{ up: -1 }, { up: 12 }], [{ up: null }, { up: 12 }], 1],
    ["a score may be below zero", [{ up: 2, score: -7 }], [{ up: 2, score: -7 }], 0],
    ["beside a score, likes below zero are unknown", [{ up: -5, score: -7 }], [{ up: null, score: -7 }], 1],
    ["dislikes printed with a minus are counted", [{ up: 4, down: -2 }], [{ up: 4, down: 2 }], 1],
    ["others are unknown", [{ up: 1, views: -3 }], [{ up: 1, views: null }], 1],
  ];
  for (const [claim, printed, settled, told] of rows)
    it(claim, () => {
      const notes: Note[][] = printed.map(() => []);
      expect(settleCounts(printed, notes)).toEqual(settled);
      expect(notes.flat().map(({ code }) => code)).toEqual(Array(told).fill("negative-count"));
    });

  it("a minus sign of any width is one", () => {
    expect(["-5", "−5", "－5", "+5"].map(parseCount)).toEqual([-5, -5, -5, 5]);
  });
});

describe("Yoron's own JSON is checked value by value", () => {
  const comment = {
    id: "c1",
    sourceId: null,
    order: 0,
    replyTo: null,
    depth: 0,
    author: null,
    posted: null,
    reactions: { up: 3 },
    text: "賛成だ",
    links: [],
    notes: [],
  };
  const page = (change: object) =>
    JSON.stringify({
      schema: "yoron/discussion@1",
      id: "4f21a820f53a",
      source: { path: null, format: "html", encoding: "utf-8", sha256: "00" },
      article: {
        title: "港の話",
        category: null,
        author: null,
        url: null,
        published: null,
        text: "",
        links: [],
        notes: [],
      },
      comments: [{ ...comment, ...change }],
      furniture: [],
    });
  const rows: readonly [change: object, said: string | null][] = [
    [{}, null],
    [{ posted: { value: "2024-03-10", precision: "day" } }, null],
    [{ posted: { value: "2024-03-10T09:01:02+09:00", precision: "second" } }, null],
    [{ posted: { value: "2024-03", precision: "month" } }, null],
    [{ reactions: { score: -3 } }, null],
    [{ posted: { value: "null-01-01", precision: "day" } }, "posted"],
    [{ posted: { value: "2024-13-40", precision: "day" } }, "posted"],
    [{ posted: { value: "2024-03-10", precision: "soon" } }, "posted"],
    [{ id: "c&notit;1" }, "id"],
    [{ id: "c0" }, "id"],
    [{ reactions: { up: -5 } }, "reactions"],
  ];
  for (const [change, said] of rows)
    it(`${JSON.stringify(change)}: ${said === null ? "read" : "an error"}`, () => {
      if (said === null) expect(readPage(page(change)).comments).toHaveLength(1);
      else expect(() => readPage(page(change))).toThrow(new RegExp(said));
    });
});
