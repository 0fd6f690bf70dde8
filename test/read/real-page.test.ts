import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";

const PAGE = "../shared/pages/kazakhstan-2022-09-15.txt";

describe("the real page", () => {
  if (!existsSync(PAGE)) {
    it.skip(`is not read: ${PAGE} is absent`, () => {});
    return;
  }
  const bytes = readFileSync(PAGE);
  const page = readPage(bytes, { path: PAGE, trace: true });
  const { article, comments, furniture, trace } = page;
  const children = (id: string) => comments.filter((comment) => comment.replyTo === id);

  it("gives title, category and the inferred date", () => {
    expect(article.title).toBe("中国はカザフスタンへのロシア干渉を拒否、中央アジアの力関係に変化の兆し");
    expect(article.category).toBe("中国関連");
    expect(article.published).toEqual({ value: "2022-09-15", precision: "day", from: "earliest-comment" });
  });

  it("gives 34 comments with their depths, names and votes", () => {
    expect(comments).toHaveLength(34);
    expect(comments.filter(({ depth }) => depth === 0)).toHaveLength(17);
    expect(Math.max(...comments.map(({ depth }) => depth))).toBe(4);
    expect(comments.filter(({ author }) => author === null)).toHaveLength(2);
    const votes = comments.map(({ reactions }) => reactions.up);
    expect(votes.filter((up) => up === null)).toHaveLength(6);
    expect(votes.filter((up) => typeof up === "number")).toHaveLength(28);
    expect(votes.reduce<number>((sum, up) => sum + (up ?? 0), 0)).toBe(427);
    expect(comments.find(({ reactions }) => reactions.up === 63)?.author).toBe("7743");
  });

  it("knows who answers whom", () => {
    const orikuchi = comments.find(({ author }) => author === "折口")!;
    expect(children(orikuchi.id).map(({ author }) => author)).toEqual(["ポン"]);
    const soren = comments.find(({ author }) => author === "それん")!;
    const nameless = children(soren.id).find(({ author }) => author === null)!;
    const chain = [nameless];
    while (children(chain.at(-1)!.id).length > 0) chain.push(children(chain.at(-1)!.id)[0]!);
    expect(chain.map(({ author, depth }) => [depth, author])).toEqual([
      [1, null],
      [2, "ブルーピーコック"],
      [3, "ああああ"],
      [4, "ブルーピーコック"],
    ]);
  });

  it("keeps the labelled lines in the article and everything else out of it", () => {
    const labels = (label: RegExp) => article.text.split("\n").filter((line) => label.test(line));
    expect(labels(/^参考:/)).toHaveLength(4);
    expect(labels(/^出典:/)).toHaveLength(4);
    expect(labels(/^関連記事:/)).toHaveLength(2);
    expect(labels(/^※アイキャッチ画像の出典:/)).toHaveLength(1);
    expect(article.text).toContain("2度目の準備不足は絶対に許されない」と述べている。");
    expect(article.text).not.toMatch(/前のページ|次のページ|トラックバック|PAGE TOP|キネティックキル/);
    for (const { text } of comments) expect(article.text).not.toContain(text.split("\n")[0]);
    for (const { text } of comments) expect(text).not.toMatch(/トラックバック|PAGE TOP|量産中の052DL/);
  });

  it("takes related posts, trackback notice and latest posts for furniture", () => {
    const kinds = furniture.map(({ kind }) => kind);
    expect(kinds).toEqual(["navigation", "related", "comments-heading", "trackbacks", "latest", "footer"]);
    expect(furniture[1]!.text.match(/^\d\. 中国関連$/gm)).toHaveLength(6);
    expect(furniture[1]!.text).toContain("キネティックキルに取り組む中国");
    expect(furniture[3]!.text).toContain("この記事へのトラックバックはありません");
    expect(furniture[4]!.text).toContain("オーストリア空軍、お荷物状態だった");
    expect(furniture[4]!.text.match(/^\d\. /gm)).toHaveLength(5);
  });

  it("accounts for every line that is not blank exactly once", () => {
    const text = new TextDecoder().decode(bytes);
    const lines: [number, number][] = [];
    let at = 0;
    for (const line of text.split("\n")) {
      if (line.trim() !== "") lines.push([at + line.length - line.trimStart().length, at + line.trimEnd().length]);
      at += line.length + 1;
    }
    expect(lines).toHaveLength(245);
    expect(trace!.map(({ start, end }) => [start, end])).toEqual(lines);
  });
});
