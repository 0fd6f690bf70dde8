import { describe, expect, test } from "vitest";
import { cutTitle } from "../../../src/annotate/entities/cut-titles.ts";
import { isLatinName, splitRow } from "../../../src/annotate/entities/name-shapes.ts";
import type { EntityLabel } from "../../../src/model/layers.ts";
import { labelled, resources } from "./helper.ts";

const name = (surface: string, label: EntityLabel, start = 0) => ({
  ...{ start, end: start + surface.length, label, by: "entity-model" as const, confidence: 0.9 },
});

describe("a title is no part of the name before it", () => {
  test.each([
    ["椿先輩", "PERSON", "が来た", "椿/PERSON"],
    ["小林健会頭", "PERSON", "は言う", "小林健/PERSON"],
    ["シュナイダーCEO", "PERSON", "は言う", "シュナイダー/PERSON"],
    ["シュナイダーCEO", "ORG", "は言う", "シュナイダー/PERSON"],
    ["早乙女校長先生", "PERSON", "の話", "早乙女/PERSON"],
    ["早乙女校長", "PERSON", "先生の話", "早乙女/PERSON"],
    ["三部社長", "ORG", "は言う", "三部/PERSON"],
    ["林官房", "PERSON", "長官は言う", "林/PERSON"],
    ["武見厚", "PERSON", "労相は言う", "武見/PERSON"],
    ["伊藤匠叡", "PERSON", "王が勝つ", "伊藤匠/PERSON"],
    ["ホンダ社長", "ORG", "は言う", "ホンダ/ORG"],
    ["青葉精機会長", "ORG", "は言う", "青葉精機/ORG"],
    ["イングランド代表", "ORG", "が勝つ", "イングランド代表/ORG"],
    ["連邦上院", "ORG", "議員になる", "連邦上院/ORG"],
    ["UGM", "ORG", "が倒す", "UGM/ORG"],
    ["おかみさん", "PERSON", "が笑う", "おかみさん/PERSON"],
    ["ケロロ軍曹", "WORK_OF_ART", "を見る", "ケロロ軍曹/WORK_OF_ART"],
  ] as const)("%s (%s)%s → %s", (surface, label, after, expected) => {
    const text = surface + after;
    const cut = cutTitle(name(surface, label), text, resources, () => true);
    expect(`${text.slice(cut.start, cut.end)}/${cut.label}`).toBe(expected);
  });
});

describe("a row of a table is no name", () => {
  test.each([
    ["大宮 9:02 仙台 10", "GPE", ["大宮", "仙台"]],
    ["神戸 2 広島 3 町田", "ORG", ["神戸", "広島", "町田"]],
    ["東京 大阪", "GPE", ["東京", "大阪"]],
    ["〒100-0001 東京都千代田区", "GPE", []],
    ["100-0001", "PRODUCT", []],
    ["山田　太郎", "PERSON", ["山田　太郎"]],
    ["青葉 セントラル ジャパン", "ORG", ["青葉 セントラル ジャパン"]],
    ["2010 FIFAワールドカップ", "EVENT", ["2010 FIFAワールドカップ"]],
    ["アイフォン 15", "PRODUCT", ["アイフォン 15"]],
    ["Bank of Japan", "ORG", ["Bank of Japan"]],
  ] as const)("%s", (surface, label, expected) => {
    const parts = splitRow(name(surface, label, 1), `、${surface}。`);
    expect(parts.map(({ start, end }) => surface.slice(start - 1, end - 1))).toEqual(expected);
  });
});

describe("a piece of an English sentence is no name", () => {
  test.each([
    ["China’s sway in Russia", false],
    ["Photo by L. Armand", false],
    ["the rise of China", false],
    ["Made in", true],
    ["Bank of Japan", true],
    ["University of Tokyo", true],
    ["Department of Homeland Security", true],
    ["Lord of the Rings", true],
    ["New York Times", true],
    ["Tom & Jerry", true],
  ])("%s: %s", (surface, expected) => {
    expect(isLatinName({ start: 0, end: surface.length }, surface, resources.gazetteer)).toBe(expected);
  });

  test("in brackets it may be a title", () => {
    const text = "「the rise of China」を読む";
    expect(isLatinName({ start: 1, end: 18 }, text, resources.gazetteer)).toBe(true);
  });
});

describe("versions, licences, flats and halves count nothing", () => {
  test.each([
    ["この画像はCC BY 4.0で公開されている。", /QUANTITY/],
    ["2LDKに住んでいる。", /QUANTITY/],
    ["v2.1を入れてiOS 17.4にした。", /QUANTITY/],
    ["Node 20.11.1で動く。", /QUANTITY/],
    ["〒100-0001に送る。", /QUANTITY/],
    ["世論を二分する話だ。二分法はよくない。", /TIME/],
    ["票を三分割する。", /TIME/],
    ["量的に十分でない。", /TIME/],
  ])("%s", (text, wrong) => {
    expect(labelled(text).filter((mention) => wrong.test(mention))).toEqual([]);
  });

  test.each([
    ["2Lのペットボトルを買う。", "2L/QUANTITY"],
    ["打率は平均3.5点だ。", "3.5点/QUANTITY"],
    ["駅まで三分だ。", "三分/TIME"],
    ["十分ほど待った。", "十分/TIME"],
    ["まだ十分しか経たない。", "十分/TIME"],
    ["3LDK 70平米のマンション。", "70平米/QUANTITY"],
    ["自民党と共産党が対立した。", "自民党/ORG"],
    ["米は制裁を決めた。", "米/GPE"],
  ])("but %s", (text, expected) => {
    expect(labelled(text)).toContain(expected);
  });
});

describe("one kanji is a country after a verb of travel, or where the text says so", () => {
  test.each([
    ["大統領が訪中した。", ["中/GPE"]],
    ["首相は訪韓して渡米した。", ["韓/GPE", "米/GPE"]],
    ["対露制裁を強める。", ["露/GPE"]],
    ["駐米大使に会う。", ["米/GPE"]],
    ["露ウの対立は続く。", ["露/GPE", "ウ/GPE"]],
    ["北がまたミサイル撃った。", ["北/GPE"]],
    ["外相が来日した。", []],
    ["反対中の人もいる。", []],
    ["駅の北はミサイル基地だ。", []],
    ["北が寒い。", []],
  ])("%s", (text, expected) => {
    expect(labelled(text).filter((mention) => mention.endsWith("/GPE"))).toEqual(expected);
  });
});

describe("what only looks like a number or a name", () => {
  test.each([
    ["三部社長は記者会見で語った。", ["三部/PERSON", "社長/TITLE_AFFIX"]],
    ["三部だけ刷った。", ["三部/QUANTITY"]],
    ["彼に一つ差し出した。", ["一つ/QUANTITY"]],
    ["二点差だ。", ["二点差/QUANTITY"]],
    ["ワァーッという声がした。", []],
    ["「米友は四方を見廻した。」", []],
    ["図書館アンケート2024,,30代", ["30代/QUANTITY"]],
    ["1,200円と12,500人。", ["1,200円/MONEY", "12,500人/QUANTITY"]],
    ["2024年6月11日 11:45 AM", ["2024年6月11日/DATE", "11:45 AM/TIME"]],
    ["1. この記事は長い。", []],
    ["出典:Kremlin.ru/CC BY 4.0", ["Kremlin.ru/ORG"]],
  ])("%s", (text, expected) => {
    expect(labelled(text)).toEqual(expected);
  });
});
