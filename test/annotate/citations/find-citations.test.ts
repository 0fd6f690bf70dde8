import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { parseCredit } from "../../../src/annotate/citations/credit.ts";
import { findCitations } from "../../../src/annotate/citations/find-citations.ts";
import { languageOf } from "../../../src/annotate/citations/language.ts";
import { type CitationResources, loadCitationResources } from "../../../src/annotate/citations/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { readPage } from "../../../src/read/read.ts";
import { parseTsv } from "../../../src/text/tsv.ts";
import { score } from "../../../workshop/accuracy/citations.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";

let maker: Awaited<ReturnType<typeof unitMaker>>;
let resources: CitationResources;
beforeAll(async () => {
  maker = await unitMaker();
  resources = loadCitationResources(dataReader());
});

const cite = (text: string) => findCitations(maker.discussionOf(text, []), [maker.unitOf(text)], resources);
const table = <Column extends string>(file: string, columns: readonly Column[]) =>
  parseTsv(readFileSync(new URL(file, import.meta.url), "utf8"), columns, file);

const TITLES = table("../../gold/titles-language.tsv", ["language", "title"]);
const SENTENCES = table("inline.tsv", ["text", "outlets"]);

describe("labelled lines", () => {
  it.each([
    ["参考:Harbour town votes to keep its last ferry", "source", "Harbour town votes to keep its last ferry", "en"],
    ["参考：Экспорт пшеницы вырос на треть", "source", "Экспорт пшеницы вырос на треть", "ru"],
    ["関連記事:港町の橋、三年ぶりに通行再開", "related", "港町の橋、三年ぶりに通行再開", "ja"],
    ["※ソース: 国产客机首次飞越西部高原", "source", "国产客机首次飞越西部高原", "zh"],
  ])("%s", (line, role, title, language) => {
    expect(cite(`本文です。\n\n${line}\n\n続きです。`).map((row) => [row.role, row.title, row.language])).toEqual([
      [role, title, language],
    ]);
  });

  it.each([
    ["（写真：港湾通信社）", "image-credit", "港湾通信社"],
    ["写真＝灯台社/アフロ", "image-credit", "灯台社/アフロ"],
    ["※サムネイル画像の出典：Harbour Office/CC0", "image-credit", "Harbour Office/CC0"],
    ["【参考】https://example.org/news/123", "source", "https://example.org/news/123"],
    ["【関連】燃料不足の真相", "related", "燃料不足の真相"],
    ["こちらもどうぞ：漁師が語る海の変化", "related", "漁師が語る海の変化"],
    ["Image credit: Harbour Office, CC BY 4.0", "image-credit", "Harbour Office, CC BY 4.0"],
  ])("%s", (line, role, words) => {
    expect(cite(`本文です。\n\n${line}`).map((row) => [row.role, row.text])).toEqual([[role, words]]);
  });

  it.each(["注：金額は当時のレート", "時間：午後3時", "※トップ画像はイメージです"])("%s names no source", (line) => {
    expect(cite(`本文です。\n\n${line}`)).toEqual([]);
  });

  it("takes 出典 with a licence for an image credit, and without one where the text names its sources otherwise", () => {
    expect(
      cite("本文。\n\n出典:Harbour Office/CC BY 4.0").map(({ role, holder, licence }) => [role, holder, licence]),
    ).toEqual([["image-credit", "Harbour Office", "CC BY 4.0"]]);
    expect(cite("本文。\n\n参考:Oil prices slip again\n\n出典:港湾局").map(({ role }) => role)).toEqual([
      "source",
      "image-credit",
    ]);
    expect(cite("本文。\n\n出典:港湾局の統計年報").map(({ role }) => role)).toEqual(["source"]);
  });

  it("gives the span of what follows the label", () => {
    const text = "本文。\n\n参考: Oil prices slip again \n";
    const [row] = cite(text);
    expect(text.slice(row!.start, row!.end)).toBe("Oil prices slip again");
  });
});

describe("image credits", () => {
  it.each<[string, string | null, string | null]>([
    ["Kremlin.ru/CC BY 4.0", "Kremlin.ru", "CC BY 4.0"],
    ["photo by U.S. Navy / Public Domain", "U.S. Navy", "Public Domain"],
    ["Jan Novák (CC BY-SA 3.0)", "Jan Novák", "CC BY-SA 3.0"],
    ["防衛省", "防衛省", null],
    ["CC0", null, "CC0"],
    ["写真:港湾局/CC-BY-SA-2.0", "港湾局", "CC BY-SA 2.0"],
  ])("%s", (text, holder, licence) => {
    expect(parseCredit(text, resources.licences)).toEqual({ holder, licence });
  });
});

describe("the language of a title", () => {
  it.each(TITLES)("$language: $title", ({ language, title }) => {
    expect(languageOf(title)).toBe(language);
  });

  it.each<[string | null, string]>([
    ["en", "Oil slips"],
    ["ru", "Курс рубля упал"],
    ["uk", "Війна в Україні"],
    ["zh", "中国经济放缓"],
    ["zh", "習近平將訪問哈薩克"],
    ["ko", "대통령 담화"],
    ["fr", "La France vote"],
    ["de", "Die Lage bleibt ernst"],
    ["ja", "首相会見"],
    ["ja", "露軍撤退"],
    ["es", "España vota hoy"],
    ["it", "Roma si ferma"],
    ["kk", "Қазақстан және Ресей"],
    ["ar", "قمة عربية"],
    ["fa", "نرخ گندم پایین آمد"],
    ["tr", "Türkiye seçime gidiyor"],
    ["pl", "Polska wysyła czołgi"],
    ["bg", "Правителството обяви нови мерки"],
    [null, "2022-09-15"],
    [null, "Kremlin.ru"],
  ])("%s: %s, though short", (language, title) => {
    expect(languageOf(title)).toBe(language);
  });
});

describe("outlets in running text", () => {
  it.each(SENTENCES)("$text", ({ text, outlets }) => {
    const found = cite(text).filter(({ role }) => role === "inline");
    expect(found.map((row) => row.text).join("|") || "-").toBe(outlets);
  });

  it.each([
    ["夜間に返却ポストが溢れているのを何度も見ました。", []],
    ["衛星通信によると、という書き出しだ。", []],
    ["生放送で見た。", []],
    ["バンコクポストで読んだ。", ["バンコクポスト"]],
    ["信濃毎日新聞デジタルによると黒字だ。", ["信濃毎日新聞デジタル"]],
    ["タス通信は撤退を報じた。", ["タス通信"]],
  ])("are no things that end in an outlet's word: %s", (text, outlets) => {
    expect(cite(text).map(({ outlet }) => outlet)).toEqual(outlets);
  });

  it("are named without a country's kanji and without 紙", () => {
    expect(cite("米NBC Newsは撤退を報じた。")[0]?.outlet).toBe("NBC News");
    expect(cite("司令官はTelegraph紙に寄稿した。")[0]?.outlet).toBe("Telegraph");
    expect(cite("NYTの記事によると撤退だ。")[0]?.outlet).toBe("ニューヨーク・タイムズ");
  });
});

describe("links", () => {
  it("are citations with their URL, bare ones too", () => {
    const text = "詳しくは https://www.reuters.com/world/x を。ttps://example.org/a も";
    expect(cite(text).map(({ role, url, outlet }) => [role, url, outlet])).toEqual([
      ["link", "https://www.reuters.com/world/x", "ロイター"],
      ["link", "https://example.org/a", null],
    ]);
  });
});

it("keeps spans inside the text and apart from each other", () => {
  const piece = fc.constantFrom(
    "参考:",
    "出典:",
    "CNN",
    "の取材に",
    "は",
    "報じた",
    "。",
    "\n",
    "https://a.example/x",
    "CC BY 4.0",
    "/",
    "(",
    ")",
    "関連記事：",
    "NHK",
    "😂",
    "によると",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join("");
      let last = 0;
      for (const row of cite(text)) {
        expect(row.text).toBe(text.slice(row.start, row.end));
        expect(row.start).toBeGreaterThanOrEqual(last);
        expect(row.end).toBeGreaterThan(row.start);
        last = row.end;
      }
    }),
    { numRuns: 200, seed: 3 },
  );
});

it("reads a run of nouns without end in linear time", () => {
  expect(cite("一".repeat(50_000))).toEqual([]);
});

it("tells carriers of information from outlets merely spoken of, better than the gazetteer alone", async () => {
  const { precision, recall, baselinePrecision, baselineRecall } = await score();
  expect(precision).toBeGreaterThan(baselinePrecision);
  expect(recall).toBeGreaterThan(baselineRecall);
});

const PAGE = new URL("../../../../shared/pages/kazakhstan-2022-09-15.txt", import.meta.url);
if (!existsSync(PAGE)) console.warn(`the real page ${PAGE.pathname} is absent: its citations are not tested`);

describe.skipIf(!existsSync(PAGE))("citations of the real page", () => {
  it("are four sources, five image credits, two related articles and the outlets in the text", () => {
    const discussion = readPage(readFileSync(PAGE));
    const found = findCitations(discussion, [maker.unitOf(discussion.article.text)], resources);
    const of = (role: string) => found.filter((row) => row.role === role);
    expect(of("source").map(({ language }) => language)).toEqual(["en", "en", "en", "ru"]);
    expect(of("image-credit").map(({ licence }) => licence)).toEqual(["CC BY 4.0", null, null, "CC BY 4.0", null]);
    expect(of("related")).toHaveLength(2);
    expect(of("inline").map(({ outlet }) => outlet)).toEqual(
      expect.arrayContaining(["NBC News", "EURACTIV", "露国営メディア", "Telegraph"]),
    );
  });
});
