import { expect, test } from "vitest";
import { ruleFor } from "../../../src/annotate/claims/judge-kind.ts";
import { eachOf } from "./helper.ts";

const ruledBy = (text: string) => eachOf(text, (piece) => ruleFor(piece)?.name ?? null);

test.each([
  [
    "a quoted line holds all of its sentences",
    "＞駅は遠い。バスも来ない。\nそれは言いすぎだと思う",
    ["quoted line", "quoted line", "opinion by its ending"],
  ],
  ["behind marks of an export", '"＞駅は遠い', ["quoted line"]],
  ["a number that is spoken to quotes nothing", ">>12 それは違うと思う", ["opinion by its ending"]],
  ["nor does one with さん", "＞12さん それは違うと思う", ["opinion by its ending"]],
  ["a line that begins with a figure is quoted", "＞90年代の車は軽い", ["quoted line"]],
  ["brackets hold several sentences", "“駅は遠い。バスも来ない。”", ["words in brackets"]],
  ["brackets that hold a part quote a part", "「駅は遠い」は言いすぎだと思う", ["opinion by its ending"]],
  ["brackets that are never closed", "「駅は遠いと思う", ["opinion by its ending"]],
  [
    "one that is not closed hides none that is",
    "「駅は遠いと思う。「バスも来ない。」",
    ["opinion by its ending", "words in brackets"],
  ],
  ["brackets in brackets", "「駅は『遠い』と言う人がいる。」", ["words in brackets"]],
  ["a link whose sign stands in its place", "引用元：\ufffc\ufffc\ufffc\ufffc", ["address"]],
  ["a link alone", "\ufffc\ufffc\ufffc\ufffc", ["address"]],
  ["what is asked for beside a link", "詳しくはここを見てくれ: \ufffc\ufffc\ufffc", ["wish or advice by its ending"]],
  ["letters over and over behind words", "ほんとにかっこいい888888888888", [null]],
  ["what was wished once is no wish", "こういう映像が見たかった", [null]],
  ["a state is not forbidden", "黄色も似合うな", [null]],
  ["laughter is no urging", "おなじ音でわろた", [null]],
])("%s", (_, text, rules) => {
  expect(ruledBy(text)).toEqual(rules);
});
