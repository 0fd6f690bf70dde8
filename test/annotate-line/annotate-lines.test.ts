import { expect, test } from "vitest";
import { annotateLines } from "../../src/annotate-line/annotate-lines.ts";
import { annotateLine, errorAnswer, loadResources, printAnswer } from "../../src/index.ts";

const resources = await loadResources();

test.each([
  ["plain words", { id: 1, text: "彼女は公共投資に賛成だ。でも予算が足りない！", targets: ["公共投資"] }],
  ["a side", { id: "x", text: "港の拡張には反対です。", propositions: ["港を広げること"] }],
  ["quotes and backslashes among the words", { id: 2, text: '彼は"すごい"と言い、C:\\temp を見た。' }],
  ["control characters", { id: 3, text: "一行目\n二行目\tと\u0001印" }],
  ["emoji, and half of one", { id: 4, text: "最高😂だ\ud83d。" }],
  ["folded words, whose tokens are seen through a view", { id: 5, text: "ﾃﾞｰﾀと髙橋さん https://example.org/a も見て" }],
  ["no words", { id: null, text: "" }],
  ["no text", { id: 6 }],
  ["a day that no calendar has", { id: 7, text: "明日行く。", published: "2024-02-30" }],
])("what is printed is the answer as JSON: %s", (_, request) => {
  const line = JSON.stringify(request);
  const answer = annotateLine(line, resources);
  const { text, failed } = annotateLines([line], resources);
  expect(text).toBe(`${printAnswer(answer)}\n`);
  expect(failed).toBe("error" in answer);
});

test("an id beyond 2^53 is printed as it was given", () => {
  expect(annotateLines(['{"id":1742000000000000003,"text":"雨だ。"}'], resources, []).text).toBe(
    '{"id":1742000000000000003}\n',
  );
});

test("what is an answer already keeps its place", () => {
  const { text, failed } = annotateLines(
    ['{"id":1,"text":"雨だ。"}', errorAnswer(null, new Error("no text")), '{"id":2,"text":"雪だ。"}'],
    resources,
    ["sentences"],
  );
  expect(text.split("\n").map((line) => line && Object.keys(JSON.parse(line)).join())).toEqual([
    "id,sentences",
    "id,error",
    "id,sentences",
    "",
  ]);
  expect(failed).toBe(true);
});

test("a line's side is that of the comment that it is", () => {
  const line = JSON.stringify({ id: 1, text: "増税には断固反対だ。", propositions: ["増税すること"] });
  expect(annotateLine(line, resources, ["sides"]).sides).toMatchObject([
    { proposition: "増税すること", side: "against" },
  ]);
});

test("lines together are answered as each alone, those that fail among them", () => {
  const texts = ["港の佐藤知事は「橋は要る」と語った。", "反対です！", "", "朝日新聞によると、三日に開通する。"];
  const lines = texts.flatMap((text, id) => [JSON.stringify({ id, text, targets: ["橋"] }), `{"id":${id},"text":`]);
  const alone = lines.map((line) => annotateLines([line], resources).text);
  expect(annotateLines(lines, resources).text).toBe(alone.join(""));
});
