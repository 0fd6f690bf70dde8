import { describe, expect, test } from "vitest";
import { chartNamed } from "../../src/charts/charts.ts";
import { firstWords } from "../../src/charts/rows.ts";
import { wrap } from "../../src/charts/wrap.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { analysisOf, type SampleComment } from "../report/sample-analysis.ts";
import { sample } from "./sample.ts";

const draw = (name: string, analyses: readonly Analysis[], options: object = {}) =>
  chartNamed(name).build((table) => tableNamed(table).project(analyses), options);
const thread = (rows: readonly Partial<SampleComment>[], id = "0123456789ab") =>
  analysisOf({
    id,
    title: "港の風車",
    text: "市は風車を建てる。",
    comments: rows.map((row) => ({ author: null, up: null, text: "港の風車の話を聞いた。", score: 0, ...row })),
  });
const many = (n: number, row: (i: number) => Partial<SampleComment>) =>
  thread(Array.from({ length: n }, (_, i) => row(i)));

describe("a drawn chart's title says what is seen", () => {
  test.each([
    [
      "votes",
      many(3, (i) => ({ up: [20400, 12, 3][i]! })),
      "もっとも票の多いコメントは20,400票（真ん中のコメントは12票）",
    ],
    ["lorenz", many(28, (i) => ({ up: i < 6 ? 22 : 6 })), "票の半分は28件中6件に集まった"],
    [
      "activity",
      many(4, (i) => ({ posted: i < 3 ? "2023-04-02" : "2023-04-05" })),
      "書き込みがもっとも多かったのは2023-04-02（3件、全体の75%）",
    ],
    ["activity", many(4, (i) => ({ posted: `2023-04-0${i + 1}` })), "コメントは2023-04-01から2023-04-04まで書かれた"],
    ["sentiment-votes", many(60, (i) => ({ up: i, score: i / 30 - 1 })), "明るいコメントほど票が多い"],
    [
      "sentiment-votes",
      many(60, (i) => ({ up: (i * 37) % 61, score: i / 30 - 1 })),
      "語調と票に、はっきりした関係は見えない",
    ],
    ["sentiment-votes", many(6, (i) => ({ up: i, score: i / 3 - 1 })), "語調と票に、はっきりした関係は見えない"],
  ] as const)("%s: %#", (name, analysis, title) => {
    expect(draw(name, [analysis]).title).toBe(title);
  });

  test("its name stays for lists, and a title that is given goes before", () => {
    expect(chartNamed("lorenz").title).toBe("票の偏り（ローレンツ曲線）");
    expect(draw("lorenz", [sample], { title: "票のかたより" }).title).toBe("票のかたより");
  });

  test("agreement is counted where replies were read", () => {
    const stances = [2, 3].map((n, i) => ({
      ...{ unit: `c${n}`, toward: "c1", stance: i === 0 ? ("agree" as const) : ("disagree" as const) },
      ...{ evidence: [], confidence: 0.9, by: "hand" },
    }));
    const base = thread([
      { author: "あ" },
      { author: "い", replyTo: 0 },
      { author: "う", replyTo: 0 },
      { author: "え", replyTo: 0 },
    ]);
    const analysis = { ...base, stances };
    expect(draw("thread", [analysis]).title).toBe("返信3件のうち同意1件、異論1件（もっとも深い返信は1段）");
    expect(
      draw("thread", [analysis])
        .rows.map(({ stance }) => stance)
        .slice(1),
    ).toEqual(["同意", "異論", "どちらでもない"]);
    expect(draw("replies", [analysis]).title).toBe("4人のあいだの返信3件のうち、同意1件、異論1件");
  });
});

describe("votes against that a page does not show", () => {
  test("are told apart from none", () => {
    const [shown, hidden] = [thread([{ up: 9, down: 0 }]), thread([{ up: 8 }], "ffffffffffff")];
    const { rows, spec } = draw("votes", [shown, hidden]);
    expect(rows.map(({ against, down }) => [against, down])).toEqual([
      [0, -0],
      [null, null],
    ]);
    expect(JSON.stringify(spec)).toContain("反対票の表示なし");
    expect(JSON.stringify(draw("votes", [hidden]).spec)).not.toContain("反対票の表示なし");
  });
});

describe("labels", () => {
  test.each([
    ["か\u3099き\u3099く\u3099", 2, "か\u3099き\u3099…"],
    ["👨‍👩‍👧👍🏽家族", 2, "👨‍👩‍👧👍🏽…"],
    ["北浜市の風車", 3, "北浜市…"],
  ])("%j is cut between signs", (text, most, cut) => {
    expect(firstWords(text, most)).toBe(cut);
  });

  test("a comment's first words can be told apart", () => {
    const label = String(draw("votes", [sample]).rows[0]!.label);
    expect(label).toBe(
      "1. みかん「水曜が休みになるのは残念だけど、パンの味はいつも最高です。 店長の山本さんにはゆっくり休んでほしい。」",
    );
  });

  test("both halves of a day are told apart", () => {
    const { rows } = draw("activity", [thread([{}, { replyTo: 0 }])]);
    expect(rows.map(({ at }) => at)).toEqual(["2023-04-01 新しいコメント", "2023-04-01 返信"]);
  });
});

describe("long subtitles", () => {
  test.each([
    ["短い。", 10, "短い。"],
    ["棒はコメントの数、点は語調の平均", 10, ["棒はコメントの数、", "点は語調の平均"]],
    ["棒はコメントの数と平均", 6, ["棒はコメント", "の数と平均"]],
    ["Bars count comments of all", 8, ["Bars count ", "comments of all"]],
  ])("%j in lines of %d ems", (text, ems, lines) => {
    expect(wrap(text, ems)).toEqual(lines);
    expect([wrap(text, ems)].flat().join("")).toBe(text);
  });
});
