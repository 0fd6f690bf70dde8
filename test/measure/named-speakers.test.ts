import { describe, expect, test } from "vitest";
import { namedSpeakers } from "../../src/measure/named-speakers.ts";

describe("whose words a reader can tell", () => {
  const isNamed = namedSpeakers();

  test.each([
    "町教委の担当者",
    "汐浜市の会社員女性",
    "男性教諭",
    "保護者",
    "知事",
    "教頭",
    "海外メディア",
    "港湾労組",
    "一部のロシア人政治家やメディア",
    "近隣の団体",
    "県の資料",
    "あの知事",
    "うちの市長",
    ">>12",
    "人権団体",
    "親会社",
    "妻木氏",
    "店長",
  ])("%s is somebody", (speaker) => {
    expect(isNamed({ speaker, entity: null })).toBe(true);
  });

  test.each([
    "妻",
    "うちの妻",
    "親",
    "親たち",
    "あの子",
    "あの子たち",
    "この人",
    "人",
    "娘さん",
    "皆さん",
    "客",
    "お客様",
    "うちの店",
    "隣の席の先輩",
    "近所の人",
    "私",
    "僕ら",
    "どこかの誰か",
  ])("%s is nobody in particular", (speaker) => {
    expect(isNamed({ speaker, entity: null })).toBe(false);
  });

  test("a word that is the name of an entity is a name; none is nobody", () => {
    expect(isNamed({ speaker: "親", entity: "e1" })).toBe(true);
    expect(isNamed({ speaker: null, entity: null })).toBe(false);
  });
});
