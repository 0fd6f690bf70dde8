import { beforeAll, describe, expect, test } from "vitest";
import { opinionMapChart } from "../../../src/charts/opinion-map.ts";
import { renderSvg } from "../../../src/charts/render.ts";
import { claimTable } from "../../../src/measure/opinions/claim-table.ts";
import { opinionPlaces } from "../../../src/measure/opinions/opinion-places.ts";
import { opinionTable } from "../../../src/measure/opinions/opinion-table.ts";
import { opinionTimes } from "../../../src/measure/opinions/opinion-times.ts";
import { readVectors } from "../../../src/measure/opinions/read-vectors.ts";
import type { Analysis } from "../../../src/model/analysis.ts";
import { loadResources } from "../../../src/resources.ts";
import { commentTable } from "../../../src/tables/comments.ts";
import { writeTable } from "../../../src/tables/export/write-table.ts";
import { trainingThread } from "../../../workshop/accuracy/gold-threads.ts";
import { sample } from "../../charts/sample.ts";
import { analysisOf } from "../../report/sample-analysis.ts";

let thread: Analysis;
let other: Analysis;

beforeAll(async () => {
  const resources = await loadResources();
  thread = trainingThread("t6", resources).analysis;
  other = trainingThread("t8", resources).analysis;
});

describe("opinions of a thread", () => {
  test("are the same bytes in every run, and others with another seed's order", async () => {
    const again = { ...thread };
    const csv = (analysis: Analysis) => writeTable(opinionTable(analysis), "csv");
    expect(await csv(again)).toBe(await csv(thread));
  });

  test("have each claim that speaks in one of them, or in the rest, first", () => {
    const claims = claimTable(thread);
    const ids = new Set(opinionTable(thread).column("id"));
    const of = new Map<string, number>();
    for (const { opinion, alsoOpinion, unit } of claims) {
      for (const id of [opinion, alsoOpinion]) {
        if (id === null) continue;
        expect(ids.has(id), id).toBe(true);
        of.set(id, (of.get(id) ?? 0) + 1);
      }
      expect(alsoOpinion === null || (opinion !== null && alsoOpinion !== opinion), unit).toBe(true);
    }
    for (const { id, claims: count } of opinionTable(thread))
      if (!id.startsWith("g")) expect(count, id).toBe(of.get(id));
  });

  test("count comments, names and texts that do not exceed one another, in an interval that holds the share", () => {
    const total = thread.discussion.comments.length;
    for (const row of opinionTable(thread)) {
      expect(row.people + row.nameless, row.id).toBeLessThanOrEqual(row.comments);
      expect(row.texts).toBeLessThanOrEqual(row.comments);
      expect(row.comments).toBeLessThanOrEqual(row.claims);
      expect(row.share).toBeCloseTo(row.comments / total, 3);
      expect(row.shareLow).toBeLessThanOrEqual(row.share);
      expect(row.shareHigh).toBeGreaterThanOrEqual(row.share);
      expect(row.designEffect).toBeGreaterThanOrEqual(1);
      if (row.stability !== null) expect(row.stability).toBeLessThanOrEqual(1);
    }
  });

  test("are called by words of one of their comments, no two alike", () => {
    const rows = opinionTable(thread)
      .filter(({ id }) => id !== "other")
      .toRows();
    const texts = thread.units.map(({ text }) => text).join("\n");
    for (const { label } of rows) for (const part of label.split("・")) expect(texts).toContain(part);
    expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
  });

  test("show three sentences, verbatim, of different people", () => {
    const texts = new Map(thread.units.map(({ id, text }) => [id, text]));
    const authors = new Map(thread.discussion.comments.map(({ id, author }) => [id, author]));
    for (const { examples, people, id } of opinionTable(thread)) {
      for (const { unit, start, end, text } of examples) expect(texts.get(unit)?.slice(start, end)).toBe(text);
      if (people >= 3) expect(new Set(examples.map(({ unit }) => authors.get(unit))).size, id).toBe(3);
      expect(new Set(examples.map(({ unit, start }) => `${unit}/${start}`)).size, id).toBe(examples.length);
    }
  });

  test("give a copy the opinion of its original", () => {
    const claims = claimTable(thread).toRows();
    const opinionsOf = (unit: string) => claims.filter((row) => row.unit === unit).map(({ opinion }) => opinion);
    expect(opinionsOf("c28")).toEqual(opinionsOf("c27"));
  });

  test("have parents that hold at least two of them", () => {
    const rows = opinionTable(thread).toRows();
    for (const { id } of rows.filter(({ id }) => id.startsWith("g")))
      expect(rows.filter(({ parent }) => parent === id).length, id).toBeGreaterThan(1);
  });

  test("lie on a map without one circle over another", () => {
    const places = opinionPlaces(opinionTable(thread), claimTable(thread)).toRows();
    const circles = [...new Map(places.map((row) => [row.opinion, row])).values()];
    for (const [i, a] of circles.entries())
      for (const b of circles.slice(0, i))
        expect(Math.hypot(a.centerX - b.centerX, a.centerY - b.centerY)).toBeGreaterThan(a.radius + b.radius);
  });

  test("have labels on the map that do not lie over one another, as drawn", async () => {
    const both = [thread, other];
    const svg = await renderSvg(opinionMapChart(opinionPlaces(opinionTable(both), claimTable(both))));
    const drawn = [...svg.matchAll(/<text[^>]*mark"[^>]*translate\(([\d.-]+),([\d.-]+)\)[^>]*>([^<]+)/gu)];
    const boxes = drawn.map(([, x, y, text]) => ({
      x: Number(x),
      y: Number(y),
      half: (11 * [...text!].length) / 2,
      text,
    }));
    expect(boxes.length).toBeGreaterThan(10);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(0, i))
        expect(Math.abs(a.x - b.x) >= a.half + b.half || Math.abs(a.y - b.y) >= 11, `${a.text} ${b.text}`).toBe(true);
  });

  test("have shares over time that are of the comments of that time", () => {
    const times = opinionTimes(opinionTable(thread), claimTable(thread), commentTable(thread), { step: "day" });
    const first = times.row(0);
    expect(
      times
        .filter(({ id }) => id === first.id)
        .column("all")
        .reduce((a, b) => a + b, 0),
    ).toBe(thread.discussion.comments.length);
    for (const { comments, all, share, low, high } of times) {
      expect(share).toBeCloseTo(comments / all, 6);
      expect(low <= share && share <= high).toBe(true);
    }
  });
});

test("opinions of several discussions are the same whatever their order, with shares of each", async () => {
  const csv = async (list: readonly Analysis[]) => writeTable(opinionTable(list), "csv");
  expect(await csv([other, thread])).toBe(await csv([thread, other]));
  const rows = opinionTable([thread, other]).toRows();
  expect(new Set(rows.map(({ discussion }) => discussion)).size).toBe(2);
  for (const { comments, share, discussion } of rows) {
    const all = [thread, other].find((one) => one.discussion.id === discussion)!.discussion.comments.length;
    expect(share).toBeCloseTo(comments / all, 3);
  }
});

describe("few claims", () => {
  test("are ranked as points, without stability", () => {
    const rows = opinionTable(sample).toRows();
    expect(rows.length).toBeGreaterThan(2);
    for (const { stability, parent } of rows) expect([stability, parent]).toEqual([null, null]);
  });

  test.each([
    ["no comment", [], 0],
    ["a single one", ["バスの本数を増やしてほしい。"], 1],
    ["one text, again and again", Array.from({ length: 8 }, () => "バスの本数を増やしてほしい。"), 1],
  ])("%s", (_, texts, opinions) => {
    const analysis = analysisOf({
      title: "バス",
      text: "バスが減る。",
      comments: texts.map((text, i) => ({ author: `人${i}`, up: null, text, score: 0 })),
    });
    const table = opinionTable(analysis);
    expect(table.length).toBe(opinions);
    if (opinions > 0) expect(table.row(0)).toMatchObject({ id: "o1", comments: texts.length, texts: 1, votes: null });
    expect(claimTable(analysis).length).toBe(texts.length);
  });
});

test("where one name writes often, the share is wider by the design effect", () => {
  const texts = Array.from({ length: 12 }, (_, i) => `バスの本数を増やしてほしい${"。！？…"[i % 4]}`);
  const others = Array.from({ length: 12 }, (_, i) => `${i + 3}番町の公園にはごみ箱が足りない。`);
  const by = (author: (i: number) => string) => {
    const comments = [...texts, ...others].map((text, i) => ({ author: author(i), up: null, text, score: 0 }));
    const table = opinionTable(analysisOf({ title: "町", text: "町のこと。", comments }));
    return table.toRows().find(({ label }) => label.includes("バス"))!;
  };
  const each = by((i) => `人${i}`);
  const often = by((i) => (i < 12 ? "太郎" : `人${i}`));
  expect([each.comments, often.comments]).toEqual([12, 12]);
  expect([each.people, often.people]).toEqual([12, 1]);
  expect(each.designEffect).toBe(1);
  expect(often.designEffect).toBeGreaterThan(2);
  expect(often.shareHigh - often.shareLow).toBeGreaterThan(each.shareHigh - each.shareLow);
});

describe("vectors of one's own", () => {
  const ids = sample.claims.map(({ id }) => id);
  const vectors = (of: (i: number) => readonly number[]) => new Map(ids.map((id, i) => [id, of(i)]));

  test("take the place of those of words, by claim or by comment, or from a function", () => {
    const given = opinionTable(sample, { vectors: vectors((i) => [i % 2, 1 - (i % 2), 0.1]) });
    expect(given.length).toBeGreaterThan(0);
    const byComment = new Map(sample.discussion.comments.map(({ id }, i) => [id, [1, i]]));
    expect(opinionTable(sample, { vectors: byComment }).length).toBeGreaterThan(0);
    const embed = (texts: readonly string[]) => texts.map((text) => [text.length, 1]);
    expect(opinionTable(sample, { embed }).length).toBeGreaterThan(0);
  });

  test.each([
    ["of differing lengths", () => vectors((i) => (i === 2 ? [1] : [1, 0])), /one length/],
    ["with NaN", () => vectors((i) => [1, i === 3 ? Number.NaN : 0]), /finite number.*NaN/],
    [
      "with an id of nothing",
      () => new Map([...vectors(() => [1, 0]), ["c99.1", [1, 0]]]),
      /no claim and no comment: "c99.1"/,
    ],
    ["that are not all there", () => new Map([[ids[0]!, [1, 0]]]), /claims have no vector/],
    ["that are empty", () => vectors(() => []), /one length/],
  ])("%s are an error", (_, made, message) => {
    expect(() => opinionTable(sample, { vectors: made() })).toThrow(message);
  });

  test("a function must give one a text", () => {
    expect(() => opinionTable(sample, { embed: () => [[1]] })).toThrow(/a vector for each of/);
  });

  test.each([
    ['{"id": "c1.1", "vector": [1, 2]}\n\n{"id": "c2", "vector": [3, 4]}\n', null],
    ['{"id": "c1.1", "vector": [1, NaN]}', /line 1 of the vectors is not JSON/],
    ['{"id": "c1.1", "vec": [1]}', /row 1 of the vectors has no "id" with a "vector"/],
    ['{"id": "c1", "vector": [1]}\n{"id": "c1", "vector": [1]}', /two vectors of one id/],
    ["", /holds no vectors/],
  ])("a file %j is read or refused", async (content, message) => {
    if (message === null) expect((await readVectors(content)).get("c2")).toEqual([3, 4]);
    else await expect(readVectors(content)).rejects.toThrow(message);
  });
});

test("an unknown option is an error", () => {
  expect(() => opinionTable(sample, { seeds: 2 } as never)).toThrow(/seeds/);
});
