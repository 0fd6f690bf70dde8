import { describe, expect, test } from "vitest";
import { entitySentimentChart } from "../../src/charts/entities.ts";
import { entitySentiment } from "../../src/measure/entity-sentiment.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { Sentiment } from "../../src/model/layers.ts";
import { analysisOf, type SampleParts } from "../report/sample-analysis.ts";

const thread = (parts: Partial<SampleParts>, comments: readonly string[]): Analysis =>
  analysisOf({
    title: "港の風車",
    text: "北浜市の田辺市長は風車を建てると述べた。北浜市は説明会を開く。",
    ...parts,
    comments: comments.map((text) => ({ author: null, up: null, text, score: 0 })),
  });
const named = (name: string, label: "PERSON" | "GPE" | "NORP", scores: readonly number[] = []) => ({
  id: name,
  name,
  label,
  names: [name],
  scores,
});
function measured(analysis: Analysis) {
  const table = (name: string) => tableNamed(name).project([analysis]);
  const [citations, quotations] = [table("citations"), table("quotations")];
  const [entities, mentions] = [table("entities"), table("mentions")];
  return entitySentiment(entities, mentions, table("sentiment"), table("sentences"), { citations, quotations });
}
const toward = (base: Analysis, place: Partial<Sentiment>, words: string): Sentiment => {
  const unit = base.units.find(({ id }) => id === place.unit)!;
  const start = unit.text.indexOf(words);
  const span = { unit: unit.id, start, end: start + words.length, text: words };
  const evidence = [{ ...span, score: -0.8, why: "by hand", emotion: null }];
  return { ...base.sentiments[0]!, ...span, scope: "target", score: -0.8, evidence, ...place };
};

describe("who is spoken of", () => {
  test("comments count; the article stands beside", () => {
    const row = measured(thread({ entities: [named("北浜市", "GPE")] }, ["北浜市は遅い。", "港はいい。"])).row(0);
    expect(row).toMatchObject({ mentions: 1, articleMentions: 2, example: "北浜市は遅い。" });
    expect(row.unitKeys).toEqual(["0123456789ab/c1"]);
  });

  test.each(["source", "image-credit", "related"] as const)("a name in a %s is not spoken of", (role) => {
    const parts = { entities: [named("北浜市", "GPE")], citations: [{ words: "北浜市の風車", role }] };
    expect(measured(thread(parts, ["参考:北浜市の風車", "北浜市に賛成。"])).row(0).mentions).toBe(1);
  });

  test("an outlet named in the text is spoken of", () => {
    const parts = { entities: [named("北浜市", "GPE")], citations: [{ words: "北浜市", role: "inline" as const }] };
    expect(measured(thread(parts, ["北浜市によれば遅れる。"])).row(0).mentions).toBe(1);
  });

  test("what somebody says is no feeling toward them; what is said of them is", () => {
    const text = "田辺は「風車は最悪の失敗だった」と言う。田辺はひどい。";
    const parts = {
      entities: [named("田辺", "PERSON")],
      quotations: [{ words: "風車は最悪の失敗だった", speaker: "田辺", verb: "言う", outlet: null }],
    };
    const base = thread(parts, [text]);
    const quotations = base.quotations.map((one) => ({ ...one, entity: "田辺" }));
    const own = toward(base, { unit: "c1", target: "田辺" }, "最悪の失敗");
    const of = toward(base, { unit: "c1", target: "田辺" }, "ひどい");
    const count = (analysis: Analysis) => measured(analysis).row(0).scores;
    expect(count({ ...base, quotations, sentiments: [...base.sentiments, own] })).toBe(0);
    expect(count({ ...base, quotations, sentiments: [...base.sentiments, own, of] })).toBe(1);
    // Of somebody else the same words are a feeling.
    expect(count({ ...base, sentiments: [...base.sentiments, own] })).toBe(1);
  });

  test("what the article feels is left out", () => {
    const base = thread({ entities: [named("北浜市", "GPE")] }, ["北浜市へ行く。"]);
    const there = toward(base, { unit: "article", target: "北浜市" }, "述べた");
    expect(measured({ ...base, sentiments: [...base.sentiments, there] }).row(0)).toMatchObject({
      scores: 0,
      sentiment: null,
    });
  });
});

describe("the chart of who is spoken of", () => {
  const comments = Array.from({ length: 6 }, (_, i) => `北浜市と南浜市の話${i}。大統領も反米も出た。`);
  const chart = (one: readonly number[], two: readonly number[], lang: "ja" | "en" = "ja") =>
    entitySentimentChart(
      measured(
        thread(
          {
            text: "市長は説明会を開く。",
            entities: [
              named("北浜市", "GPE", one),
              named("南浜市", "GPE", two),
              named("大統領", "PERSON"),
              named("反米", "NORP"),
            ],
          },
          comments,
        ),
      ),
      { lang },
    );
  const dark = [-0.8, -0.7, -0.9, -0.6, -0.8, -0.7];

  test("an office alone and an attitude are nobody", () => {
    expect(chart([], []).rows.map(({ label }) => label)).toEqual(["北浜市", "南浜市"]);
  });

  test.each([
    ["six of one mind", dark, "暗い語調"],
    ["six that differ", [-0.8, 0.7, -0.9, 0.6, 0.8, -0.7], "どちらとも言えない"],
    ["four of one mind", dark.slice(0, 4), "どちらとも言えない"],
    ["none", [], "どちらとも言えない"],
  ])("%s", (_, scores, tone) => {
    expect(chart([], scores).rows[1]!.tone).toBe(tone);
  });

  test("the title tells a tone only where it is sure", () => {
    expect(chart(dark, []).title).toBe("コメントでもっとも多く語られたのは北浜市（6回）。暗い語調で語られるのは北浜市");
    expect(chart(dark.slice(0, 4), []).title).toBe("コメントでもっとも多く語られたのは北浜市（6回）");
    expect(chart(dark, [], "en").title).toBe("The most spoken of has 6 mentions in the comments; 1 sounds negative");
  });
});
