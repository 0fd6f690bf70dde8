import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadSentimentResources } from "../../../src/annotate/sentiment/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { score, unitOf, whole } from "./helper.ts";

describe("labels of comments as people write them", () => {
  test.each([
    ["部屋が狭くて臭い。最悪！！", "negative"],
    ["スタッフの皆さんがとても親切で、また泊まりたいです。", "positive"],
    ["チェックインは15時からです。", "neutral"],
    ["税金の無駄遣いだろ", "negative"],
    ["推しのライブ当たった！", "positive"],
    ["金返せ", "negative"],
    ["フロントは二階にあります。", "neutral"],
    ["営業利益は12億円（前年同期比20.1％増）となりました", "positive"],
    ["原材料価格の高騰により、大幅な減益となりました", "negative"],
    ["海外事業は増収となったものの、国内事業は赤字に転落しました", "mixed"],
  ])("%s is %s", (text, label) => expect(whole(text).label).toBe(label));
});

describe("toward whom", () => {
  test.each([
    [
      "ロシアは約束を破ってばかりだが、ウクライナは粘り強く戦っている。",
      { ロシア: "negative", ウクライナ: "positive" },
    ],
    ["味は最高なのに店員が感じ悪い。", { 味: "positive", 店員: "negative" }],
    ["電車よりバスのほうが快適だった。", { バス: "positive" }],
    ["売上高は増加しましたが、営業利益は減少しました。", { 売上高: "positive", 営業利益: "negative" }],
  ])("%s", (text, expected) => {
    const rows = score(text, { targets: Object.keys(expected) }).filter(({ scope }) => scope === "target");
    expect(Object.fromEntries(rows.map(({ target, label }) => [target, label]))).toEqual(expected);
  });

  test("every occurrence of a phrase has its row, with the phrase's span", () => {
    const text = "市長は逃げた。市長は説明しろ。";
    const rows = score(text, { targets: ["市長"] }).filter(({ scope }) => scope === "target");
    expect(rows.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [7, 9],
    ]);
  });

  test("nobody has feelings toward a date", () => {
    const mention = {
      unit: "c1",
      start: 0,
      end: 3,
      text: "14日",
      label: "DATE" as const,
      entity: "e1",
      by: "t",
      confidence: 1,
    };
    expect(score("14日は最悪だった", { mentions: [mention] }).filter(({ scope }) => scope === "target")).toEqual([]);
  });

  test("a mention's row carries the id of its entity", () => {
    const mention = {
      unit: "c1",
      start: 0,
      end: 2,
      text: "中国",
      label: "GPE" as const,
      entity: "CN",
      by: "t",
      confidence: 1,
    };
    const rows = score("中国はずるい", { mentions: [mention] }).filter(({ scope }) => scope === "target");
    expect(rows).toMatchObject([{ target: "CN", label: "negative" }]);
  });
});

describe("no evidence is not the same as neutral", () => {
  test("a plain fact has none", () => {
    expect(whole("今日は月曜日です。")).toMatchObject({ label: "neutral", score: 0, evidence: [] });
  });

  test.each(["", "。", "123", "\n"])("so has %j", (text) => {
    expect(whole(text)).toMatchObject({ label: "neutral", score: 0, evidence: [] });
  });
});

describe("own words", () => {
  const own = loadSentimentResources(dataReader(), ["lemma\tstrength\nゆるい\t0.9\n翼竜麺\t-0.8\n"]);

  test("win over the lexicon and are named as own", () => {
    expect(whole("ゆるい町だ", {}, own).evidence[0]).toMatchObject({ text: "ゆるい", why: "ゆるい (own) +0.9" });
    expect(whole("翼竜麺を食べた", {}, own).label).toBe("negative");
  });

  test("an error names the word that is out of range", () => {
    expect(() => loadSentimentResources(dataReader(), ["lemma\tstrength\n謎\t5\n"])).toThrow(/line 2/);
  });

  test("an error names the line that is too short", () => {
    expect(() => loadSentimentResources(dataReader(), ["lemma\tstrength\nよい\t0.5\n謎\n"])).toThrow(/line 3/);
  });
});

const texts = fc.array(
  fc.constantFrom(
    "最高",
    "ひどい",
    "が",
    "ない",
    "、",
    "。",
    "ロシア",
    "増え",
    "た",
    "けど",
    "😀",
    "(^^)",
    "「",
    "」",
    "売上",
    "\n",
    "か？",
    "ｗｗ",
    "しか",
  ),
  { maxLength: 25 },
);

describe("promises", () => {
  test("scores and confidences keep their range, spans lie in the text, no evidence means 0", () => {
    fc.assert(
      fc.property(texts, (words) => {
        const text = words.join("");
        for (const row of score(text, { targets: ["ロシア", "売上"] })) {
          expect(Math.abs(row.score)).toBeLessThanOrEqual(1);
          expect(row.confidence).toBeGreaterThanOrEqual(0);
          expect(row.confidence).toBeLessThanOrEqual(1);
          if (row.evidence.length === 0) expect([row.label, row.score]).toEqual(["neutral", 0]);
          for (const { start, end, text: words, score, why } of row.evidence) {
            expect(text.slice(start, end)).toBe(words);
            expect(end).toBeGreaterThan(start);
            expect(start >= row.start || row.scope === "target").toBe(true);
            expect(Math.abs(score)).toBeLessThanOrEqual(1);
            expect(why).not.toBe("");
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("label, score, confidence and evidence do not contradict each other", () => {
    fc.assert(
      fc.property(texts, (words) => {
        for (const row of score(words.join(""), { targets: ["ロシア", "売上"] })) {
          const { label, score, confidence, evidence } = row;
          if (label === "positive") expect(score).toBeGreaterThan(0);
          if (label === "negative") expect(score).toBeLessThan(0);
          if (label === "neutral" || label === "mixed") expect(Math.abs(score)).toBeLessThanOrEqual(0.5);
          expect(Math.abs(score)).toBeLessThanOrEqual(confidence);
          const sides = new Set(evidence.map((piece) => Math.sign(piece.score)));
          if (label === "positive") expect(sides).toContain(1);
          if (label === "negative") expect(sides).toContain(-1);
          if (label === "mixed") expect(evidence).not.toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("evidence of the model is whole words, each at most once", () => {
    fc.assert(
      fc.property(texts, (words) => {
        const text = words.join("");
        const { tokens } = unitOf(text);
        const starts = new Set(Array.from(tokens, ({ start }) => start));
        const ends = new Set(Array.from(tokens, ({ end }) => end));
        const pieces = whole(text).evidence.filter(({ why }) => why.startsWith("model: words"));
        for (const { start, end } of pieces) {
          expect(starts).toContain(start);
          expect(ends).toContain(end);
        }
        for (let i = 1; i < pieces.length; i++) expect(pieces[i]!.start).toBeGreaterThanOrEqual(pieces[i - 1]!.end);
      }),
      { numRuns: 150 },
    );
  });

  test("the same text gives the same rows", () => {
    fc.assert(
      fc.property(texts, (words) => {
        expect(score(words.join(""))).toEqual(score(words.join("")));
      }),
      { numRuns: 40 },
    );
  });
});
