import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Analysis, analyze, loadResources, readPage } from "../src/index.ts";

const PAGE = new URL("../../shared/pages/kazakhstan-2022-09-15.txt", import.meta.url);
const present = existsSync(PAGE);
if (!present) console.warn(`the real page ${PAGE.pathname} is absent: its tests are skipped`);

describe.skipIf(!present)("the layers of the real page (what is read stands in read/real-page.test.ts)", () => {
  let analysis: Analysis;
  beforeAll(async () => {
    analysis = analyze(readPage(readFileSync(PAGE)), await loadResources());
  });
  const comments = () => analysis.discussion.comments;
  const article = () => analysis.discussion.article;

  it("cites four sources, four image credits and the eye-catch's, and two related articles", () => {
    const cited = analysis.citations.filter(({ unit }) => unit === "article");
    const ofRole = (role: string) => cited.filter((citation) => citation.role === role);
    expect(ofRole("source").map(({ language }) => language)).toEqual(["en", "en", "en", "ru"]);
    expect(ofRole("image-credit")).toHaveLength(5);
    expect(ofRole("image-credit")[0]).toMatchObject({ holder: "Kremlin.ru", licence: "CC BY 4.0" });
    expect(ofRole("related")).toHaveLength(2);
    expect(ofRole("inline").map(({ outlet }) => outlet)).toEqual(expect.arrayContaining(["NBC News", "EURACTIV"]));
  });

  it("attributes the speeches", () => {
    const speeches = analysis.quotations.filter(({ unit, kind }) => unit === "article" && kind === "speech");
    const of = (words: string) => speeches.find(({ text }) => text.includes(words));
    const speakerOf = (words: string) => of(words)?.speaker?.text;
    expect(speakerOf("カザフスタンに対する如何なる勢力の干渉も断固として反対する")).toBe("習近平主席");
    expect(speakerOf("ロシアは特別軍事作戦と呼び")).toBe("スレイメノフ報道官");
    expect(of("ロシアは特別軍事作戦と呼び")?.outlet).toBe("EURACTIV");
    expect(speakerOf("ロシアとの経済関係は")).toBe("トカエフ大統領");
    expect(speakerOf("という理屈はナンセンスだ")).toBe("トカエフ大統領");
    expect(speakerOf("国際情勢がどのように変化しても")).toBe("習近平主席");
    expect(speakerOf("ウクライナで惨敗を喫したロシアは")).toBe("ベン・ホッジス元司令官");
    expect(of("ウクライナで惨敗を喫したロシアは")?.outlet).toMatch(/Telegraph|テレグラフ/);
    expect(
      speeches.filter(({ text, indirect }) => text === "中央アジアにおける中国のプレゼンス強化" && !indirect),
    ).toEqual([]);
  });

  it("aligns quoted words to the article, to the character", () => {
    const of = (author: string) => {
      const units = comments()
        .filter((comment) => comment.author === author)
        .map(({ id }) => id);
      return analysis.references.filter(({ unit }) => units.includes(unit));
    };
    for (const [author, words] of [
      ["折口", "次はカザフスタンの番だ"],
      ["K(大文字)", "世界中の国はロシアの敗戦や政変ではなくロシア連邦自体の崩壊に備えるべき"],
      ["kitty", "ロシアは特別軍事作戦と呼び戦争と表現することを禁止する法律を導入した"],
    ] as const) {
      const [reference] = of(author);
      expect(reference?.target).toBe("article");
      expect(article().text.slice(reference?.targetStart ?? 0, reference?.targetEnd ?? 0)).toBe(words);
    }
  });

  it("joins the names of a person and keeps the role", () => {
    const entity = (name: string) => analysis.entities.find((found) => found.name === name);
    const mentionsOf = (name: string) =>
      analysis.mentions.filter((mention) => mention.entity === entity(name)?.id).map(({ text }) => text);
    expect(entity("習近平")).toMatchObject({ label: "PERSON", role: "主席" });
    expect(mentionsOf("習近平").length).toBeGreaterThan(4);
    expect(entity("カザフスタン")).toMatchObject({ id: "KZ", label: "GPE" });
    expect(mentionsOf("カザフスタン")).toContain("カザフ");
  });
});
