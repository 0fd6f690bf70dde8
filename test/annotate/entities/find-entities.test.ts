import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findEntities, loadEntityResources } from "../../../src/annotate/entities/find-entities.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { labelled, resources, units } from "./helper.ts";

describe("a name has its label", () => {
  test.each([
    [
      "トカエフ大統領と会談した習近平主席は帰国した。",
      ["トカエフ/PERSON", "大統領/TITLE_AFFIX", "習近平/PERSON", "主席/TITLE_AFFIX"],
    ],
    ["中露の演習に日米が反発した。", ["中/GPE", "露/GPE", "日/GPE", "米/GPE"]],
    ["米軍はJ-20とXQ-58Aを比べた。", ["米軍/ORG", "J-20/PRODUCT", "XQ-58A/PRODUCT"]],
    ["052DL型駆逐艦が進水した。", ["052DL型駆逐艦/PRODUCT"]],
    ["F-35Aは1機80億円だ。", ["F-35A/PRODUCT", "1機/QUANTITY", "80億円/MONEY"]],
    ["利上げは0.25%だった。", ["0.25%/PERCENT"]],
    ["第3回の会議で2位になった。", ["第3回/ORDINAL", "2位/ORDINAL"]],
    ["集団安全保障条約機構(CSTO)に加盟する。", ["集団安全保障条約機構/ORG", "CSTO/ORG"]],
    ["スレイメノフ報道官は否定した。", ["スレイメノフ/PERSON", "報道官/TITLE_AFFIX"]],
    ["大沼准教授が説明した。", ["大沼/PERSON", "准教授/TITLE_AFFIX"]],
    ["林副大臣は述べた。", ["林/PERSON", "副大臣/TITLE_AFFIX"]],
    ["林副社長は否定した。", ["林/PERSON", "副社長/TITLE_AFFIX"]],
    ["秋元社長が話す。", ["秋元/PERSON", "社長/TITLE_AFFIX"]],
    ["ロシア語の記事を読んだ。", ["ロシア語/LANGUAGE"]],
    ["昨日18時に届いた。", ["昨日/DATE", "18時/TIME"]],
    ["午後3時に着く。", ["午後3時/TIME"]],
    ["アルゼンチン人の友人と。", ["アルゼンチン人/NORP"]],
    ["640x480ピクセルだ。", ["480ピクセル/QUANTITY"]],
    ["米が高くて買えない。", []],
    ["どっちもどっち。", []],
  ])("%s", (text, expected) => {
    const found = labelled(text);
    for (const name of expected) expect(found).toContain(name);
    if (expected.length === 0) expect(found.filter((name) => !name.startsWith("米/"))).toEqual([]);
  });
});

describe("mentions of one thing share an entity", () => {
  test.each([
    ["習近平主席は述べた。習主席はこれに先立ち、", ["習近平", "習"], "習近平"],
    ["カザフスタンは中立だ。カザフの立場は明確だ。", ["カザフスタン", "カザフ"], "カザフスタン"],
    ["集団安全保障条約機構(CSTO)は動いた。CSTO加盟国は", ["集団安全保障条約機構", "CSTO"], "集団安全保障条約機構"],
    ["米国とロシアが対立した。米露の対話は止まった。", ["米国", "米"], "米国"],
    ["プーチン大統領が演説した。プーチンは", ["プーチン"], "ウラジーミル・プーチン"],
    ["ＮＡＴＯは声明を出した。NATOは", ["ＮＡＴＯ", "NATO"], "北大西洋条約機構"],
  ])("%s", (text, forms, name) => {
    const { entities, mentions } = findEntities(units(text), resources);
    const ids = new Set(mentions.filter((mention) => forms.includes(mention.text)).map((mention) => mention.entity));
    expect(ids.size).toBe(1);
    expect(entities.find(({ id }) => ids.has(id))?.name).toBe(name);
  });

  test("across units, with the role from the title", () => {
    const { entities, mentions } = findEntities(
      units("ベン・ホッジス元司令官は述べた。", "ホッジスは楽観的すぎる"),
      resources,
    );
    const person = entities.find(({ label }) => label === "PERSON")!;
    expect(person).toMatchObject({ name: "ベン・ホッジス", role: "元司令官" });
    expect(mentions.filter(({ entity }) => entity === person.id).map(({ unit }) => unit)).toEqual(["article", "c1"]);
  });

  test("countries and international organisations keep their stable ids", () => {
    const { entities } = findEntities(units("カザフスタンとNATO、大阪府の話"), resources);
    expect(entities.map(({ id }) => id)).toEqual(expect.arrayContaining(["KZ", "NATO", "JP-27"]));
  });

  test("a bare title or pronoun is linked only after its person, and with little confidence", () => {
    const { mentions } = findEntities(units("トカエフ大統領が来日した。大統領は笑顔だった。彼は歩いた。"), resources);
    const later = mentions.filter(({ by }) => by === "bare-title" || by === "pronoun");
    expect(later.map(({ text }) => text)).toEqual(["大統領", "彼"]);
    for (const mention of later) expect(mention.confidence).toBeLessThanOrEqual(0.5);
    expect(findEntities(units("大統領は笑顔だった。"), resources).mentions).toEqual([]);
  });
});

test("an own gazetteer wins over everything", () => {
  const own = loadEntityResources(dataReader(), ["name\tlabel\tid\taliases\n日本海テレポ\tORG\tX-1\tテレポ\n"]);
  const { entities, mentions } = findEntities(units("日本海テレポの話。テレポは遅い。"), own);
  expect(mentions.map(({ text, entity }) => [text, entity])).toEqual([
    ["日本海テレポ", "X-1"],
    ["テレポ", "X-1"],
  ]);
  expect(entities).toEqual([{ id: "X-1", name: "日本海テレポ", label: "ORG", role: null, shown: true }]);
});

test("an own gazetteer with an unknown label is an error that lists the labels", () => {
  expect(() => loadEntityResources(dataReader(), ["name\tlabel\tid\taliases\nあ\tTEAM\t\t\n"])).toThrow(/PERSON, NORP/);
});

test("whatever the text, mentions point into it, in order, without overlap, and come out the same again", () => {
  const piece = fc.constantFrom(
    "習近平",
    "主席",
    "は",
    "、",
    "。",
    "米",
    "中露",
    "F-35A",
    "2022年",
    "9月",
    "(",
    ")",
    "CSTO",
    "😀",
    "彼",
    "さん",
    "3万",
    "円",
    " ",
    "\n",
    "\ud83d",
    "第",
    "・",
    "トカエフ",
    "大阪府",
    "と",
    "元",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 14 }), (pieces) => {
      const text = pieces.join("");
      const result = findEntities(units(text), resources);
      let end = 0;
      for (const mention of result.mentions) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.text).toBe(text.slice(mention.start, mention.end));
        expect(mention.text).not.toBe("");
        expect(mention.confidence).toBeGreaterThanOrEqual(0);
        expect(mention.confidence).toBeLessThanOrEqual(1);
        expect(result.entities.some(({ id }) => id === mention.entity)).toBe(true);
        end = mention.end;
      }
      expect(findEntities(units(text), resources)).toEqual(result);
    }),
    { numRuns: 120 },
  );
});
