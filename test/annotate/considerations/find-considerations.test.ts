import { describe, expect, test } from "vitest";
import { loadConsiderationList } from "../../../src/annotate/considerations/consideration-list.ts";
import { annotateLine } from "../../../src/annotate-line/annotate-line.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import type { Claim, Consideration } from "../../../src/model/layers.ts";
import { loadResources } from "../../../src/resources.ts";
import { CONSIDERATION_ROWS } from "./consideration-rows.ts";
import { MISSED } from "./missed.ts";

const resources = await loadResources();
const list = loadConsiderationList(dataReader());

const answer = (text: string) =>
  annotateLine(JSON.stringify({ text }), resources, ["claims", "considerations"]) as {
    claims: readonly Claim[];
    considerations: readonly Consideration[];
  };
const foundIn = (text: string) => answer(text).considerations.map(({ consideration }) => consideration);

describe("what a sentence argues from, without its key words", () => {
  test.each(CONSIDERATION_ROWS.filter(([, text]) => !MISSED.has(text)))("%s: %s", (consideration, text) => {
    expect(foundIn(text)).toContain(consideration);
  });
  test.fails.each(
    CONSIDERATION_ROWS.filter(([, text]) => MISSED.has(text)),
  )("not yet %s: %s", (consideration, text) => {
    expect(foundIn(text)).toContain(consideration);
  });
});

test("the rows say two things of each consideration, and use none of its key words", () => {
  for (const { id, ja, words } of list) {
    const own = CONSIDERATION_ROWS.filter(([consideration]) => consideration === id);
    expect(own, id).toHaveLength(2);
    for (const [, text] of own) for (const word of [ja, ...words]) expect(text, id).not.toContain(word);
  }
});

test("each consideration of the list has names, three examples and key words", () => {
  expect(list).toHaveLength(56);
  for (const { id, ja, en, words, examples } of list) {
    expect([id, ja, en, ...words, ...examples]).not.toContain("");
    expect(examples).toHaveLength(3);
  }
});

test("greetings and cries argue from nothing", () => {
  for (const text of ["おめでとう！", "wwwww", "お疲れ様でした", "うおおおおおおお"]) expect(foundIn(text)).toEqual([]);
});

test("a consideration has the span of its claim and a confidence", () => {
  const { claims, considerations } = answer(
    "維持費は年に三億円もかかるんですから、まず使う人の数を数えるべきです。車いすの人が一人で乗れない。",
  );
  expect(considerations.length).toBeGreaterThan(0);
  for (const { claim, start, end, text, confidence } of considerations) {
    expect(claims.find(({ id }) => id === claim)).toMatchObject({ start, end, text });
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThan(1);
  }
});
