import { beforeAll, describe, expect, it } from "vitest";
import { canSpeak, higherRank, RANKS } from "../../../../src/annotate/quotations/frame/rank.ts";
import { nounPhraseBefore } from "../../../../src/annotate/quotations/phrases/noun-phrase.ts";
import { subjectsIn } from "../../../../src/annotate/quotations/phrases/subjects.ts";
import { loadQuotationResources, type QuotationResources } from "../../../../src/annotate/quotations/resources.ts";
import { dataReader } from "../../../../src/model/data-folder.ts";
import { unitMaker } from "../../../../workshop/accuracy/unit-of.ts";

let unitOf: Awaited<ReturnType<typeof unitMaker>>["unitOf"];
let resources: QuotationResources;
beforeAll(async () => {
  ({ unitOf } = await unitMaker());
  resources = loadQuotationResources(dataReader());
});

describe("ranks of noun phrases", () => {
  it.each(RANKS)("$example is $rank: $means", ({ rank, example }) => {
    const frame = resources.layouts.frame(unitOf(example).tokens, null, []);
    const [subject] = subjectsIn(frame, -1, frame.length, resources);
    expect((subject?.phrase ?? nounPhraseBefore(frame, frame.length - 1, resources))?.rank).toBe(rank);
  });

  it("are ordered as they stand in the table", () => {
    expect(canSpeak({ rank: "group" }, "group")).toBe(true);
    expect(canSpeak({ rank: "person" }, "group")).toBe(true);
    expect(canSpeak({ rank: "noun" }, "group")).toBe(false);
    expect(higherRank("place", "people")).toBe("people");
  });
});
