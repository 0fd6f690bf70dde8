import { describe, expect, test } from "vitest";
import { parseCodes } from "../../../src/measure/codes/parse-codes.ts";

const conditionOf = (rule: string) => parseCodes(`*学校\n学校 or 教室\n*値段\n${rule}`).codes[1]!.condition;
const word = (text: string) => ({ kind: "word", text });

describe("a rule", () => {
  test.each<[string, unknown]>([
    ["値上げ", word("値上げ")],
    ["'値上げ 反対'", { kind: "phrase", text: "値上げ 反対" }],
    ["「仕方がない」", { kind: "phrase", text: "仕方がない" }],
    [
      "値上げ and 反対 or 高い",
      { kind: "or", of: [{ kind: "and", of: [word("値上げ"), word("反対")] }, word("高い")] },
    ],
    [
      "値上げ & ( 反対 | 高い )",
      { kind: "and", of: [word("値上げ"), { kind: "or", of: [word("反対"), word("高い")] }] },
    ],
    ["not 値上げ", { kind: "not", of: word("値上げ") }],
    ["値上げ and !(安い or 据え置き)", conditionOf("値上げ AND NOT ( 安い OR 据え置き )")],
    ["値上げ　＆　（反対　｜　！高い）", conditionOf("値上げ & (反対 | !高い)")],
    ["near(給食-値上げ)", { kind: "near", of: [word("給食"), word("値上げ")], within: 10 }],
    ["ｎｅａｒ（給食－値上げ）［３］", { kind: "near", of: [word("給食"), word("値上げ")], within: 3 }],
    [
      "seq(ユーザー-'Wi-Fi'-遅い)[4]",
      { kind: "seq", of: [word("ユーザー"), { kind: "phrase", text: "Wi-Fi" }, word("遅い")], within: 4 },
    ],
    ["*学校 and 値上げ", { kind: "and", of: [{ kind: "code", place: 0 }, word("値上げ")] }],
    ["＊学校", { kind: "code", place: 0 }],
    ["値上げ and\n*学校", conditionOf("値上げ and *学校")],
    ["(値上げ or\n# 助成も見る\n  高い)", conditionOf("値上げ or 高い")],
    ["値上げ or 高い # どちらも", conditionOf("値上げ or 高い")],
    ["値上げ or #給食費を上げるな", { kind: "or", of: [word("値上げ"), word("#給食費を上げるな")] }],
    ["Yahoo! or don't", { kind: "or", of: [word("Yahoo!"), word("don't")] }],
    ["near", word("near")],
    ["給食+費", { kind: "seq", of: [word("給食"), word("費")], within: 1 }],
    ["C++ or A+", { kind: "or", of: [word("C++"), word("A+")] }],
  ])("%s", (rule, condition) => {
    expect(conditionOf(rule)).toEqual(condition);
  });
});

test("names may have blanks, a byte order mark and any line ends; <*name> names such", () => {
  const { codes } = parseCodes("\ufeff＊学校 給食\r\n給食\r\n\r\n*両方\r\n<*学校 給食> and 水筒\r\n");
  expect(codes.map(({ name, line }) => [name, line])).toEqual([
    ["学校 給食", 1],
    ["両方", 4],
  ]);
  expect(codes[1]!.condition).toEqual({ kind: "and", of: [{ kind: "code", place: 0 }, word("水筒")] });
});

describe("what cannot be read is told with its file, line and words", () => {
  test.each([
    ["nothing", "", /^rules\.txt, line 1: there is no code; the file begins with ""; write a line \*name/],
    ["only comments", "# 給食\n", /line 1: there is no code/],
    ["no name above", "給食 or 値上げ\n", /line 1: a condition stands before the first code: "給食 or 値上げ"/],
    ["an empty name", "*\n給食", /line 1: a code has no name: "\*"/],
    ["a code without a rule", "*給食\n\n*値段\n値上げ", /line 1: a code has no condition: "\*給食"/],
    ["a code without a rule at the end", "*値段\n値上げ\n*給食\n", /line 3: a code has no condition: "\*給食"/],
    ["a name twice", "*給食\n給食\n*給食\n弁当", /line 3: there are two codes of the name "給食"; rename one/],
    [
      "a code that comes later",
      "*全部\n高い or *給食\n*給食\n給食",
      /line 2: there is no code above of the name "給食"/,
    ],
    ["an operator at the end", "*a\n給食 and", /line 2: a condition is missing behind and in "給食 and"/],
    ["an operator at the beginning", "*a\n\nor 給食", /line 3: a condition is missing before or in "or 給食"/],
    ["two operators", "*a\n給食 and or 弁当", /line 2: a condition is missing behind and in "給食 and or 弁当"/],
    ["no operator", "*a\n給食 値上げ", /line 2: and or or is missing before 値上げ in "給食 値上げ"; words that/],
    ["no operator between lines", "*a\n給食\n値上げ", /line 3: and or or is missing before 値上げ in "値上げ"/],
    ["an open bracket", "*a\n(給食 or 弁当", /line 2: a bracket has no end: "\( 給食 or 弁当"/],
    ["a bracket too many", "*a\n給食 or 弁当)", /line 2: a bracket ends that did not begin, in "給食 or 弁当 \)"/],
    ["empty brackets", "*a\n()", /line 2: a condition is missing behind \( in "\( \)"/],
    ["an open quotation", "*a\n'給食 or 弁当", /line 2: a quotation mark has no end: "'給食 or 弁当"; write ' behind/],
    ["an empty quotation", "*a\n給食 or ''", /line 2: there is nothing between the quotation marks/],
    ["one word near nothing", "*a\nnear(給食)", /line 2: near\(\) needs two words or more: "near\(給食\)"/],
    ["a gap in near", "*a\nnear(給食-)", /line 2: near\(\) lacks a word: "near\(給食-\)"; write it as in near\(/],
    ["a comma in near", "*a\nseq(給食 弁当)", /line 2: seq\(\) needs - between words .*"seq\(給食 弁当\)"/],
    ["no count", "*a\nnear(給食-弁当)[b10]", /line 2: near\(\) takes a count of words up to 999, not "b10"/],
    ["too large a count", "*a\nseq(給食-弁当)[1000]", /line 2: seq\(\) takes a count of words up to 999, not "1000"/],
    ["a part of speech of KH Coder", "*a\n困る->動詞", /line 2: nothing in a rule begins with ">"/],
    ["a variable of KH Coder", "*a\n<>性別-->女", /line 2: nothing in a rule begins with "<"/],
    ["brackets without end", `*a\n${"(".repeat(5000)}`, /line 2: brackets stand too deep/],
  ])("%s", (_, rules, message) => {
    expect(() => parseCodes(rules, { path: "rules.txt" })).toThrow(message);
  });
});
