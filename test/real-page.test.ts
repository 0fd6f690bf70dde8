import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Analysis, analyze, loadResources, readPage } from "../src/index.ts";

const PAGE = new URL("../../shared/pages/kazakhstan-2022-09-15.txt", import.meta.url);
const present = existsSync(PAGE);
if (!present) console.warn(`the real page ${PAGE.pathname} is absent: its tests are skipped`);

describe.skipIf(!present)("the real page", () => {
  let analysis: Analysis;
  beforeAll(async () => {
    analysis = analyze(readPage(readFileSync(PAGE), { trace: true }), await loadResources());
  });
  const comments = () => analysis.discussion.comments;
  const byId = (id: string | null) => comments().find((comment) => comment.id === id);
  const article = () => analysis.discussion.article;

  it("has its title, category and a date inferred from the earliest comment", () => {
    expect(article().title).toBe("中国はカザフスタンへのロシア干渉を拒否、中央アジアの力関係に変化の兆し");
    expect(article().category).toBe("中国関連");
    expect(article().published).toMatchObject({ value: "2022-09-15", precision: "day", from: "earliest-comment" });
  });

  it("has 34 comments in a thread of depth 4", () => {
    expect(comments()).toHaveLength(34);
    expect(comments().filter(({ depth }) => depth === 0)).toHaveLength(17);
    expect(Math.max(...comments().map(({ depth }) => depth))).toBe(4);
    expect(comments().filter(({ author }) => author === null)).toHaveLength(2);
  });

  it("tells votes that are not shown from zero", () => {
    const votes = comments().map(({ reactions }) => reactions.up ?? null);
    const shown = votes.filter((up) => up !== null);
    expect(votes.filter((up) => up === null)).toHaveLength(6);
    expect(shown).toHaveLength(28);
    expect(shown.reduce((sum, up) => sum + up, 0)).toBe(427);
    const highest = comments().find(({ reactions }) => reactions.up === Math.max(...shown));
    expect([highest?.author, highest?.reactions.up]).toEqual(["7743", 63]);
  });

  it("knows who answers whom", () => {
    const pon = comments().find(({ author }) => author === "ポン");
    expect(byId(pon?.replyTo ?? null)?.author).toBe("折口");
    const chain: (string | null)[] = [];
    const soren = comments().find(({ author }) => author === "それん")!;
    let current = comments().find(({ author, replyTo }) => author === null && replyTo === soren.id);
    while (current !== undefined) {
      chain.push(current.author);
      const { id } = current;
      current = comments().find(({ replyTo }) => replyTo === id);
    }
    expect(chain).toEqual([null, "ブルーピーコック", "ああああ", "ブルーピーコック"]);
  });

  it("keeps comments, article and furniture apart", () => {
    const furniture = analysis.discussion.furniture.map(({ text }) => text).join("\n");
    for (const text of [
      "キネティックキルに取り組む中国",
      "この記事へのトラックバックはありません",
      "オーストリア空軍、お荷物状態だった",
    ]) {
      expect(furniture).toContain(text);
    }
    expect(analysis.discussion.furniture.filter(({ kind }) => kind === "related").length).toBeGreaterThan(0);
    for (const { text } of comments()) {
      expect(article().text).not.toContain(text.split("\n")[0]);
      expect(text).not.toContain("PAGE TOP");
    }
    expect(article().text).toContain("2度目の準備不足は絶対に許されない」と述べている。");
    expect(article().text).not.toContain("前のページ");
  });

  it("accounts for every non-blank line exactly once", () => {
    const text = readFileSync(PAGE, "utf8");
    const { trace } = analysis.discussion;
    const lines: { start: number; end: number }[] = [];
    let at = 0;
    for (const line of text.split("\n")) {
      if (line.trim() !== "") lines.push({ start: at + line.search(/\S/), end: at + line.trimEnd().length });
      at += line.length + 1;
    }
    const counts = lines.map(({ start, end }) => trace!.filter((row) => row.start < end && start < row.end).length);
    expect(lines.length).toBe(245);
    expect(counts.filter((count) => count !== 1)).toEqual([]);
    expect(trace).toHaveLength(lines.length);
  });

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
