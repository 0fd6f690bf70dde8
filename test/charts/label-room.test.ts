import { expect, test } from "vitest";
import { labelRooms } from "../../src/charts/label-room.ts";
import { replyNetworkChart } from "../../src/charts/reply-network.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { analysisOf } from "../report/sample-analysis.ts";

const at = (name: string, x: number, y: number) => ({ name, x, y });

test.each([
  ["far apart: on every screen", [at("折口", 0.2, 0.5), at("kgpj", 0.8, 0.5)], [0, 0]],
  ["one over the other: the first alone", [at("折口", 0.5, 0.5), at("kgpj", 0.51, 0.5)], [0, 1000]],
  [
    "beside each other on a page, not on a phone",
    [at("ブルーピーコック", 0.4, 0.5), at("ミリオタの猫", 0.6, 0.5)],
    [0, 200],
  ],
  ["one below the other", [at("ブルーピーコック", 0.5, 0.5), at("ミリオタの猫", 0.5, 0.56)], [0, 0]],
  [
    "what is not written takes no room",
    [at("あああああ", 0.5, 0.5), at("いいいいい", 0.5, 0.52), at("ううううう", 0.5, 0.545)],
    [0, 1000, 0],
  ],
  [
    "over circles of unlike sizes: as high as they are written",
    [
      { ...at("ピッチャー返し", 0.5, 0.5), rise: 18 },
      { ...at("来春採用", 0.55, 0.5), rise: 0 },
      { ...at("折口", 0.55, 0.46), rise: 0 },
    ],
    [0, 0, 1000],
  ],
  [
    "at the edge: moved into the picture, where it lies on the next",
    [at("ブルーピーコック", 0, 0.5), at("折口", 0.14, 0.5)],
    [0, 1000],
  ],
  [
    "with room on a phone alone, where what it lies on has none: nowhere",
    [at("ブルーピーコック", 0.3, 0.5), at("ミリオタの猫", 0.5, 0.5), at("折口", 0.55, 0.5)],
    [0, 200, 1000],
  ],
])("%s", (_, names, rooms) => {
  expect(labelRooms(names, { height: 400, size: 12 })).toEqual(rooms);
});

test("of more people than are drawn, those stand there who answer each other, and none alone", () => {
  // A busy circle of pairs, each on a page of its own, as many pages have them.
  const many = Array.from({ length: 30 }, (_, page) =>
    analysisOf({
      id: `00000000${1000 + page}`,
      title: "停留所",
      text: "町の話。",
      comments: [
        { author: `問${page}`, up: 1, score: 0, text: "直りますか。" },
        { author: `答${page}`, up: 1, score: 0, text: "直ります。", replyTo: 0 },
        ...Array.from({ length: 3 }, (_, i) => ({
          author: `客${page}-${i}`,
          up: 1,
          score: 0,
          text: "そうですか。",
          replyTo: 1,
        })),
      ],
    }),
  );
  const { rows } = replyNetworkChart(commentTable(many), { top: 20 });
  const nodes = rows.filter(({ kind }) => kind === "node");
  const links = rows.filter(({ kind }) => kind === "link");
  expect(nodes.length).toBeGreaterThan(10);
  expect(nodes.length).toBeLessThanOrEqual(20);
  for (const { x, y } of nodes) {
    expect(links.some((link) => (link.x === x && link.y === y) || (link.x2 === x && link.y2 === y))).toBe(true);
  }
});
