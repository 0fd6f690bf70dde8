import { describe, expect, it, test } from "vitest";
import { isLoss, lossesOf } from "../../src/model/losses.ts";

const note = (code: string, message = `about ${code}`) => ({ code, message });
const comment = (id: string, ...codes: string[]) => ({ id, notes: codes.map((code) => note(code, `why ${code}`)) });
const whole = { source: { notes: [] }, article: { notes: [] }, comments: [] };

describe("a note is a loss", () => {
  test.each([
    ["comments-not-read", true],
    ["body-uncertain", true],
    ["empty-text", true],
    ["not-understood", true],
    ["missing-comments", true],
    ["lossy-decoding", true],
    ["encoding-overruled", false],
    ["ragged-rows", false],
    ["deleted", false],
    ["no-article-text", false],
    ["constructor", false],
    ["", false],
  ])("%s: %s", (code, loss) => {
    expect(isLoss(note(code))).toBe(loss);
  });
});

describe("the losses of a discussion", () => {
  it("are none where all was read, whatever else was noted", () => {
    expect(lossesOf(whole)).toEqual([]);
    expect(
      lossesOf({ ...whole, article: { notes: [note("ragged-rows")] }, comments: [comment("c1", "edited")] }),
    ).toEqual([]);
  });

  it("are those of source and article as they are, in this order, then those of comments", () => {
    const losses = lossesOf({
      source: { notes: [note("encoding-overruled"), note("lossy-decoding")] },
      article: {
        notes: [note("missing-comments"), note("no-article-text"), note("missing-comments", "of another kind")],
      },
      comments: [comment("c1", "empty-text")],
    });
    expect(losses).toEqual([
      note("lossy-decoding"),
      note("missing-comments"),
      note("missing-comments", "of another kind"),
      note("empty-text", "c1: why empty-text"),
    ]);
  });

  test.each([
    ["one comment by its id", [comment("c1"), comment("c2", "empty-text")], ["c2: why empty-text"]],
    [
      "several by their number and the first",
      [
        comment("c1", "deleted"),
        comment("c2", "empty-text"),
        comment("c7", "empty-text", "edited"),
        comment("c9", "empty-text"),
      ],
      ["3 comments (the first is c2): why empty-text"],
    ],
    [
      "each code apart, in the order in which they come",
      [comment("c1", "not-understood"), comment("c2", "empty-text"), comment("c3", "not-understood")],
      ["2 comments (the first is c1): why not-understood", "c2: why empty-text"],
    ],
  ])("name %s", (_, comments, messages) => {
    expect(lossesOf({ ...whole, comments }).map(({ message }) => message)).toEqual(messages);
  });
});
