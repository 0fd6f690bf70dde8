import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openTokenizer, type UserEntry } from "../../src/tokenize/load-tokenizer.ts";

const folder = mkdtempSync(join(tmpdir(), "user-dictionary-"));
afterAll(() => rmSync(folder, { recursive: true }));

function tokenizerOf(csv: string) {
  const path = join(folder, "words.csv");
  writeFileSync(path, csv);
  return openTokenizer({ userDictionary: path });
}

const words = (tokenizer: ReturnType<typeof openTokenizer>, text: string): string =>
  Array.from(tokenizer.tokenize(text), ({ surface }) => surface).join("|");

const short = `# surface,reading,part of speech
XQ-58Aヴァルキリー,,固有名詞
習近平,シュウキンペイ,人名
052DL型駆逐艦,ゼロゴーニーディーエルガタクチクカン,名詞
𠮷野家,よしのや,組織
きゅんです,キュンデス,感動詞
"A,B同盟",エービードウメイ,名詞,固有名詞,組織
`;

describe("the short form", () => {
  const tokenizer = tokenizerOf(short);

  it.each([
    ["XQ-58Aヴァルキリー", "XQ-58Aヴァルキリー"],
    ["習近平", "習近平"],
    ["052DL型駆逐艦", "052DL型駆逐艦"],
    ["𠮷野家", "𠮷野家"],
    ["A,B同盟", "A,B同盟"],
    ["米軍のXQ-58Aヴァルキリーが飛行した", "米|軍|の|XQ-58Aヴァルキリー|が|飛行|し|た"],
    ["「習近平」と習近平氏、習近平国家主席", "「|習近平|」|と|習近平|氏|、|習近平|国家|主席"],
    ["中国の052DL型駆逐艦を確認", "中国|の|052DL型駆逐艦|を|確認"],
    // Words of the dictionary stay what they are.
    ["習う近所は平ら", "習う|近所|は|平ら"],
  ])("%s is cut as %s", (text, expected) => {
    expect(words(tokenizer, text)).toBe(expected);
  });

  it.each([
    ["習近平", "名詞,固有名詞,人名,一般,*,*,習近平,シュウキンペイ,シュウキンペイ"],
    [
      "052DL型駆逐艦",
      "名詞,一般,*,*,*,*,052DL型駆逐艦,ゼロゴーニーディーエルガタクチクカン,ゼロゴーニーディーエルガタクチクカン",
    ],
    ["𠮷野家", "名詞,固有名詞,組織,*,*,*,𠮷野家,ヨシノヤ,ヨシノヤ"],
    ["XQ-58Aヴァルキリー", "名詞,固有名詞,一般,*,*,*,XQ-58Aヴァルキリー,*,*"],
    ["きゅんです", "感動詞,*,*,*,*,*,きゅんです,キュンデス,キュンデス"],
  ])("%s has its features", (text, feature) => {
    const tokens = tokenizer.tokenize(text);
    expect(tokens.feature(0)).toBe(feature);
    expect(tokens.unknown(0)).toBe(false);
  });
});

describe("MeCab's form", () => {
  it("takes ids and cost as they are", () => {
    const tokenizer = tokenizerOf("ぽよ,1285,1285,-5000,名詞,一般,*,*,*,*,ぽよ,ポヨ,ポヨ\n");
    expect(tokenizer.tokenize("ぽよだ").feature(0)).toBe("名詞,一般,*,*,*,*,ぽよ,ポヨ,ポヨ");
  });

  it("finds out empty ids and costs, for inflected words too", () => {
    const tokenizer = tokenizerOf(
      "ディスる,,,,動詞,自立,*,*,五段・ラ行,基本形,ディスる,ディスル,ディスル\nバズっ,-1,-1,,動詞,自立,*,*,五段・ラ行,連用タ接続,バズる,バズッ,バズッ\n",
    );
    expect(words(tokenizer, "人をディスるな")).toBe("人|を|ディスる|な");
    expect(tokenizer.tokenize("昨日バズった").lemma(1)).toBe("バズる");
  });

  it("loses to a cheaper path when its cost is high", () => {
    expect(words(tokenizerOf("東京都,1293,1293,30000,名詞,固有名詞,地域,一般,*,*,東京都,*,*\n"), "東京都")).toBe(
      "東京|都",
    );
  });
});

it("entries in memory work as rows of a file", () => {
  const userDictionary: UserEntry[] = [
    { surface: "推し活", reading: "オシカツ", pos: "名詞-サ変接続" },
    { surface: "尊死" },
  ];
  const tokenizer = openTokenizer({ userDictionary });
  expect(tokenizer.tokenize("推し活する").at(0).pos).toBe("名詞,サ変接続,*,*");
  expect(tokenizer.tokenize("尊死").at(0).pos).toBe("名詞,固有名詞,一般,*");
});

describe("malformed rows are told with their lines", () => {
  it.each([
    ["習近平,シュウキンペイ\n", /line 1: the part of speech is missing/],
    ["\n,ア,名詞\n", /line 2: the surface is empty/],
    ["犬,dog,名詞\n", /line 1: the reading is not kana: dog/],
    ["犬,イヌ,動物\n", /line 1: the part of speech 動物 needs connection ids or one of: .*固有名詞/],
    ['"犬,イヌ,名詞\n', /line 1: a quoted cell is not closed/],
    ["犬,1285,1285,40000,名詞\n", /line 1: cost 40000 is out of range/],
    ["犬,5000,1285,1,名詞\n", /line 1: there is no connection id 5000/],
    ["犬,イヌ,名詞\n猫,ネコ\n鳥,トリ,名詞\n魚,サカナ\n", /line 2: .*; line 4: /],
    ["走る,ハシル,動詞\n", /line 1: the part of speech 動詞 needs/],
    [" 犬,イヌ,名詞\n", /line 1: the surface begins with white space/],
  ])("%j", (csv, message) => {
    expect(() => tokenizerOf(csv)).toThrow(message);
  });

  it("a file that is not there or not UTF-8", () => {
    expect(() => openTokenizer({ userDictionary: "no/such.csv" })).toThrow(
      /cannot read the user dictionary "no\/such.csv"/,
    );
    const path = join(folder, "euc.csv");
    writeFileSync(path, Uint8Array.of(0xc6, 0xfc, 0xcb, 0xdc, 0x2c, 0x2c, 0x0a));
    expect(() => openTokenizer({ userDictionary: path })).toThrow(/not UTF-8/);
  });
});

describe("tokenizers of one thread", () => {
  const text = "052DL型駆逐艦と𠮷野家ときゅんです";

  it("know their own words only, whichever was made or used last", () => {
    const plain = openTokenizer();
    const ships = openTokenizer({ userDictionary: [{ surface: "052DL型駆逐艦", pos: "名詞" }] });
    const shops = openTokenizer({ userDictionary: [{ surface: "𠮷野家", pos: "組織" }] });
    const alone = words(plain, text);
    expect(alone).not.toContain("052DL型駆逐艦");
    for (let turn = 0; turn < 3; turn++) {
      expect(words(ships, text)).toMatch(/^052DL型駆逐艦\|と\|𠮷\|/u);
      expect(words(shops, text)).toContain("|𠮷野家|");
      expect(words(shops, text)).not.toContain("052DL型駆逐艦");
      expect(words(plain, text)).toBe(alone);
    }
  });

  it("share one copy of a dictionary's file", () => {
    expect(openTokenizer().dictionary.buffer).toBe(openTokenizer().dictionary.buffer);
  });
});
