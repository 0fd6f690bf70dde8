import { describe, expect, test } from "vitest";
import { type CodeOptions, codeTable } from "../../../src/measure/codes/code-table.ts";
import { parseCodes } from "../../../src/measure/codes/parse-codes.ts";
import { analysisOf } from "./analysis-of.ts";

/** Returns the words that a rule rests on in a comment, those of each sentence that holds it; nothing where none does. */
function grounds(rule: string, comment: string, options: CodeOptions = {}): readonly (readonly string[])[] {
  const table = codeTable(analysisOf([comment]), { codes: parseCodes(`*規則\n${rule}`), ...options });
  return [...table]
    .filter(({ unit }) => unit !== "article")
    .map(({ spans }) => {
      for (const { start, end, text } of spans) expect(comment.slice(start, end)).toBe(text);
      return spans.map(({ text }) => text);
    });
}

describe("a rule holds for a comment, and rests on its words", () => {
  test.each<[string, string, readonly string[] | null]>([
    ["困る", "給食費が上がると困ります。", ["困り"]],
    ["困った", "これは困ったなあ。", ["困った"]],
    ["高い", "高くて払えない。高すぎる。", ["高く", "高"]],
    ["市民プール", "市民プールは残してほしい。", ["市民プール"]],
    ["給食費を払う", "給食費を払っていない家もある。", ["給食費を払っ"]],
    ["市民", "市民プールは残してほしい。", ["市民"]],
    ["プー", "市民プールは残してほしい。", null],
    ["'プー'", "市民プールは残してほしい。", ["プー"]],
    ["'仕方がない'", "値上げは仕方がないと思う。", ["仕方がない"]],
    ["wifi", "教室のＷｉＦｉが遅い。", ["ＷｉＦｉ"]],
    ["ｗｉｆｉ", "教室のWiFiが遅い。", ["WiFi"]],
    ["'プール'", "ﾌﾟｰﾙを閉めるな。", ["ﾌﾟｰﾙ"]],
    ["髙橋", "高橋市長の話は長い。", ["高橋"]],
    ["給食 and 高い", "給食は高い。", ["給食", "高い"]],
    ["給食 and 高い", "給食はおいしい。", null],
    ["給食 and not 高い", "給食はおいしい。", ["給食"]],
    ["給食 and not 高い", "給食は高い。", null],
    ["給食 or 弁当", "弁当でいい。", ["弁当"]],
    ["(給食 or 弁当) and !残す", "弁当は残さない。", null],
    ["not 給食", "弁当でいい。", []],
    ["near(給食-高い)[3]", "給食は少し高い。", ["給食", "高い"]],
    ["near(高い-給食)[3]", "給食は少し高い。", ["給食", "高い"]],
    ["near(給食-高い)[2]", "給食は少し高い。", null],
    ["seq(給食-高い)[3]", "給食は少し高い。", ["給食", "高い"]],
    ["seq(高い-給食)[3]", "給食は少し高い。", null],
    ["seq(市-給食-値上げ)[4]", "市は来年から給食を値上げする。", ["市", "給食", "値上げ"]],
    ["seq(市-給食-値上げ)[3]", "市は来年から給食を値上げする。", null],
    ["near(給食-給食)[5]", "給食は給食だ。", ["給食", "給食"]],
    ["near(給食-給食)[5]", "給食はおいしい。", null],
    // Each at most so many words behind the one before, whichever comes first.
    ["near(値上げ-市-給食)[4]", "市は来年から給食を値上げする。", ["市", "給食", "値上げ"]],
    ["near(値上げ-市-給食)[3]", "市は来年から給食を値上げする。", null],
    ["near(市-給食-高い)[4]", "市の給食、給食はとても高い。", ["市", "給食", "高い"]],
    ["near(市-給食-高い)[3]", "市の給食、給食はとても高い。", null],
    ["給食+の+値上げ", "給食の値上げは困る。", ["給食", "の", "値上げ"]],
    ["給食+値上げ", "給食の値上げは困る。", null],
    ["near(市民プール-残す)[2]", "市民プールを残す。", ["市民プール", "残す"]],
  ])("%s: %s", (rule, comment, words) => {
    expect(grounds(rule, comment)).toEqual(words === null ? [] : [words]);
  });
});

test("within one sentence a rule looks at no other", () => {
  const comment = "給食は大事だ。でも値段が高い。給食が高いのは困る。";
  expect(grounds("給食 and 高い", comment)).toEqual([["給食", "高い", "給食", "高い"]]);
  expect(grounds("給食 and 高い", comment, { codeUnit: "sentence" })).toEqual([["給食", "高い"]]);
  const codes = parseCodes("*費用\n給食 and 高い");
  const [row] = codeTable(analysisOf([comment]), { codes, codeUnit: "sentence" });
  expect(row).toMatchObject({
    unit: "c1",
    code: "費用",
    sentence: 2,
    text: "給食",
    start: comment.lastIndexOf("給食"),
  });
});

test("a code may rest on others; one that rests on no word points to the whole comment", () => {
  const codes = parseCodes(
    "*負担\n高い or 値上げ\n*助成\n助成 or 補助\n*負担だけ\n*負担 and not *助成\n*ほか\nnot (*負担 or *助成)",
  );
  const table = codeTable(analysisOf(["値上げなら助成を。", "高いよ。", "水筒を忘れた。"]), { codes });
  expect([...table].filter(({ unit }) => unit !== "article").map(({ unit, code, text }) => [unit, code, text])).toEqual(
    [
      ["c1", "負担", "値上げ"],
      ["c1", "助成", "助成"],
      ["c2", "負担", "高い"],
      ["c2", "負担だけ", "高い"],
      ["c3", "ほか", "水筒を忘れた。"],
    ],
  );
});

test("without rules there are no rows, and an unknown unit is an error", () => {
  const analysis = analysisOf(["給食"]);
  expect(codeTable(analysis).length).toBe(0);
  expect(() => codeTable(analysis, { codeUnit: "line" } as never)).toThrow(/there is no unit of codes "line"/);
});

test("a hundred times as long a text takes no more than some hundred times as long", () => {
  const codes = parseCodes("*近い\nnear(給食-値上げ)[999] or seq(給食-困る-値上げ)[999] or near(給食-給食-値上げ)[5]");
  const text = "給食の値上げは困る。";
  const timeOf = (times: number) => {
    const analysis = analysisOf([text.repeat(times)]);
    const from = performance.now();
    expect(codeTable(analysis, { codes }).length).toBeGreaterThan(0);
    return performance.now() - from;
  };
  timeOf(50);
  expect(timeOf(5000) / Math.max(1, timeOf(50))).toBeLessThan(1500);
});
