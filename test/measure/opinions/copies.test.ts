import { describe, expect, test } from "vitest";
import { editDistance, gapsBetween } from "../../../src/measure/opinions/copies/edits.ts";
import { findCopies } from "../../../src/measure/opinions/copies/find-copies.ts";
import { lettersOf } from "../../../src/measure/opinions/copies/letters.ts";
import { copyBursts } from "../../../src/measure/opinions/copy-bursts.ts";
import { copySentence } from "../../../src/measure/opinions/copy-sentence.ts";
import { copyTable } from "../../../src/measure/opinions/copy-table.ts";
import { seededRandom } from "../../../src/measure/random.ts";
import { commentTable } from "../../../src/tables/comments.ts";
import { analysisOf } from "../../report/sample-analysis.ts";

/** Texts, and what groups they make: places with the kinds of their copies. */
const GROUPS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "the same letters, with other marks and widths",
    ["駅前の桜を切らないでください。", "駅前の桜を切らないでください！！", "【拡散】べつの話です、どうぞよろしく"],
    ["0 exact, 1 exact"],
  ],
  [
    "a word more, another ending",
    [
      "夜間の花火は赤ちゃんのいる家には本当につらいので、川原でも禁止にしてください。",
      "ごみを拾ってから文句を言おう。",
      "夜間の花火は赤ちゃんのいる家には本当につらいので、川原でも公園でも禁止にして下さい！",
    ],
    ["0 exact, 2 near"],
  ],
  [
    "one form, filled in by each",
    [
      "東町の佐々木です。市民プールの存続を求めます。わが家は4人で年に20回通っています。",
      "西浜の吉田です。市民プールの存続を求めます。わが家は2人で年に35回通っています。",
      "南の高橋です。市民プールの存続を求めます。わが家は6人で年に8回通っています。",
    ],
    ["0 template, 1 template, 2 template"],
  ],
  ["short words that many say of themselves", ["賛成です", "賛成です", "賛成です。", "草", "草"], []],
  [
    "the same subject in words of one's own",
    [
      "給食を無償にするなら、まず調理員さんを増やしてほしい。",
      "給食がただになるのはうれしいが、味が落ちないか心配だ。",
    ],
    [],
  ],
  ["no text, and no letters", ["", "。。。", "👏👏👏👏👏👏👏👏👏👏", "👏👏👏👏👏👏👏👏👏👏"], []],
];

describe("copies", () => {
  test.each(GROUPS)("%s", (_, texts, expected) => {
    const found = findCopies(texts).map((group) => group.map(({ text, kind }) => `${text} ${kind}`).join(", "));
    expect(found).toEqual(expected);
  });

  test("the similarity is 1 less the share of letters that differ", () => {
    const [group] = findCopies(["あしたの市議会を傍聴しよう", "あしたの市議会を傍聴しますか"], { least: 0.7 });
    expect(group?.[1]?.similarity).toBeCloseTo(1 - 3 / 14, 5);
  });

  test("planted copies with up to a fifth of their characters changed are found, and little else", () => {
    const random = seededRandom(5);
    const letters = [
      ..."春夏秋冬東西南北山川海空雨風雪花鳥月星木林森田畑道橋駅町村市県国人子父母兄姉友のはがをにもでとへやかしてたいれる",
    ];
    const pick = () => letters[Math.floor(random() * letters.length)]!;
    const texts = Array.from({ length: 3000 }, () =>
      Array.from({ length: 20 + Math.floor(random() * 60) }, pick).join(""),
    );
    const planted = Array.from({ length: 150 }, (_, i) => {
      const copy = [...texts[i * 17]!];
      const changes = Math.floor((copy.length * random()) / 5);
      for (let k = 0; k < changes; k++) copy[Math.floor(random() * copy.length)] = pick();
      return copy.join("");
    });
    const groups = findCopies([...texts, ...planted]);
    const groupOf = new Map(groups.flatMap((group, g) => group.map(({ text }) => [text, g] as const)));
    const found = planted.filter((_, i) => groupOf.has(i * 17) && groupOf.get(3000 + i) === groupOf.get(i * 17)).length;
    expect(found / planted.length).toBeGreaterThanOrEqual(0.99);
    expect(found / groups.reduce((sum, group) => sum + group.length - 1, 0)).toBeGreaterThanOrEqual(0.98);
  });

  test.each([
    ["かきくけこ", "かきくけこ", 0],
    ["", "かき", 2],
    ["かきくけこ", "かくけこさ", 2],
    ["さしすせそ", "たちつてと", 5],
  ])("%j is %j after %i edits", (a, b, edits) => {
    expect(editDistance(a, b, 9)).toBe(edits);
    expect(editDistance(a, b, edits)).toBe(edits);
    if (edits > 0) expect(editDistance(a, b, edits - 1)).toBe(edits);
  });

  test("gaps are where two texts differ", () => {
    const [a, b] = ["東町の佐藤です、三人家族です", "西町の鈴木です、五人家族です"];
    expect(
      gapsBetween(a, b).map(({ start, end, otherStart, otherEnd }) => [
        a.slice(start, end),
        b.slice(otherStart, otherEnd),
      ]),
    ).toEqual([
      ["東", "西"],
      ["佐藤", "鈴木"],
      ["三", "五"],
    ]);
  });

  test("letters are what is left of width, case, marks and spaces", () => {
    expect(lettersOf("【拡散】 ＮＯと、言おう！\u{200b}😀")).toBe("拡散noと言おう");
  });
});

const form = "水道の民営化に反対します。命の水を守りましょう。";
const thread = analysisOf({
  title: "水道",
  text: "市は水道の運営を任せる。",
  comments: [
    { author: "あき", up: 1, text: "料金が上がらないならいいと思う。", score: 0, posted: "2023-04-01T08:00" },
    { author: "はる", up: 1, text: form, score: 0, posted: "2023-04-01T10:05" },
    { author: "なつ", up: 1, text: form, score: 0, posted: "2023-04-01T10:01" },
    { author: "名無し", up: 1, text: `${form}！`, score: 0, posted: "2023-04-01T10:20" },
    { author: "ふゆ", up: 1, text: form, score: 0, posted: "2023-04-01T18:00" },
  ],
});

describe("the table of copies", () => {
  const copies = copyTable(thread);

  test("calls the first by date the original", () => {
    expect(copies.toRows().map(({ unit, kind, original }) => [unit, kind, original])).toEqual([
      ["c3", "exact", "c3"],
      ["c2", "exact", "c3"],
      ["c4", "exact", "c3"],
      ["c5", "exact", "c3"],
    ]);
  });

  test("tells when they came in a burst", () => {
    const [burst] = copyBursts(copies, commentTable(thread)).toRows();
    expect(burst).toMatchObject({ group: "k1", copies: 3, comments: 3, names: 2 });
    expect([burst?.from, burst?.to]).toEqual(["2023-04-01T10:01", "2023-04-01T10:20"]);
    expect(copyBursts(copies, commentTable(thread), { fewest: 4 }).length).toBe(0);
  });

  test("says how many texts and names there are", () => {
    expect(copySentence(copies, commentTable(thread))).toBe("コメント5件、文面2通り、名前4人（ほかに無記名1件）");
    expect(copySentence(copies, commentTable(thread), { lang: "en" })).toBe(
      "5 comments, 2 texts, 4 names (and 1 without a name)",
    );
  });

  test("finds them across discussions, and names the other one", () => {
    const again = analysisOf({
      id: "ffffffffffff",
      title: "水",
      text: "水。",
      comments: [{ author: "そら", up: 0, text: form, score: 0, posted: "2023-05-01T10:00" }],
    });
    const rows = copyTable([again, thread]).toRows();
    expect(rows.at(-1)).toMatchObject({ discussion: "ffffffffffff", unit: "c1", original: "0123456789ab/c3" });
  });
});
