import { describe, expect, test } from "vitest";
import { loadDefaultNames, personOf } from "../../src/measure/people.ts";
import { reciprocity, replyEdges, replyPeople } from "../../src/measure/reply-network.ts";
import { threadShape, threads } from "../../src/measure/threads.ts";
import { commentsOf } from "./comments.ts";

describe("who is somebody", () => {
  const names = loadDefaultNames();
  test.each([
    ["みかん", "みかん"],
    ["ＭＩＫＡＮ ", "mikan"],
    ["名無し", null],
    ["名無しさん", null],
    ["名無しさん＠12", null],
    ["名前", null],
    ["匿名希望", null],
    ["通りすがり", null],
    ["Anonymous", null],
    ["  ", null],
    [null, null],
    ["名無しの親父", null],
    ["風吹けば名無し", null],
    ["名無し ◆x9Zk", "名無し◆x9zk"],
    ["無無", "無無"],
    ["けい2020", "けい2020"],
  ])("%j is %j", (author, person) => {
    expect(personOf(author, names)).toBe(person);
  });
});

const thread = commentsOf([
  { author: "みかん", posted: "2023-04-01T10:00", up: 3 },
  { author: "からす", replyTo: "c1", depth: 1, posted: "2023-04-01T10:25", up: 1 },
  { author: "みかん", replyTo: "c2", depth: 2, posted: "2023-04-01T11:00", up: null },
  { author: "みかん", replyTo: "c3", depth: 3, posted: "2023-04-01T11:05", up: null },
  { author: "名無し", replyTo: "c1", depth: 1, posted: "2023-04-01T12:00", up: null },
  { author: "名無し", posted: "2023-04-01T13:00", up: null },
  { author: "名無し", replyTo: "c6", depth: 1, posted: "2023-04-02", up: null },
]);

describe("threads", () => {
  const table = threads(thread);

  test("have size, depth, width, branching, people and time to the first answer", () => {
    expect(table.row(0)).toMatchObject({
      root: "c1",
      size: 5,
      depth: 3,
      width: 2,
      branching: 4 / 3,
      people: 2,
      nobody: 1,
      firstAnswer: 25,
      up: 4,
    });
  });

  test("two under a default name are not one person answering themselves", () => {
    expect(table.row(1)).toMatchObject({ root: "c6", people: 0, nobody: 2, selfReplies: null });
    expect(table.row(0).selfReplies).toBeCloseTo(1 / 3);
  });

  test("votes that nobody shows and times without minutes stay unknown", () => {
    expect(table.row(1)).toMatchObject({ up: null, firstAnswer: null });
  });

  test("are summed up a discussion", () => {
    expect(threadShape(table).row(0)).toMatchObject({
      comments: 7,
      threads: 2,
      answered: 1,
      largest: 5,
      deepest: 3,
      medianSize: 3.5,
    });
  });

  test("a reply whose parent is not on the page begins a thread", () => {
    expect(threads(commentsOf([{ replyTo: "c99", depth: 1 }])).column("size")).toEqual([1]);
  });

  test("no comments make no threads", () => {
    expect(threads(commentsOf([])).length).toBe(0);
    expect(threadShape(threads(commentsOf([]))).length).toBe(0);
  });
});

describe("who answers whom", () => {
  const edges = replyEdges(thread);

  test("edges join people; answers to oneself and by nobody are none", () => {
    expect(edges.toJSON().map(({ from, to, replies, mutual }) => [from, to, replies, mutual])).toEqual([
      ["からす", "みかん", 1, true],
      ["みかん", "からす", 1, true],
    ]);
    expect(reciprocity(edges)).toBe(1);
    expect(edges.row(0).units).toEqual(["d/c2"]);
  });

  test("people have degrees", () => {
    expect(replyPeople(edges).toJSON()).toEqual([
      { discussion: "d", name: "からす", inDegree: 1, outDegree: 1, received: 1, given: 1, reciprocity: 1 },
      { discussion: "d", name: "みかん", inDegree: 1, outDegree: 1, received: 1, given: 1, reciprocity: 1 },
    ]);
  });

  test("nobody answering is no reciprocity, not zero", () => {
    expect(reciprocity(replyEdges(commentsOf([])))).toBeNull();
  });
});
