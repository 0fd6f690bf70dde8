import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collocations, npmi } from "../../src/measure/collocations.ts";
import { contentWords } from "../../src/measure/content-words.ts";
import { cooccurrence } from "../../src/measure/cooccurrence.ts";
import { keyness } from "../../src/measure/keyness.ts";
import { logLikelihood } from "../../src/measure/log-likelihood.ts";
import { withoutSourceLines } from "../../src/measure/source-lines.ts";
import { splitByVotes } from "../../src/measure/split-by-votes.ts";
import { tfIdf } from "../../src/measure/tf-idf.ts";
import { Table } from "../../src/tables/table.ts";
import { commentsOf, tokensOf } from "./comments.ts";

describe("content words", () => {
  const tokens = (rows: readonly (readonly [string, string])[]) => {
    const { schema } = tokensOf({});
    return Table.from(
      schema,
      rows.map(([lemma, pos], i) => ({
        discussion: "d",
        unit: "c1",
        start: i,
        end: i + 1,
        text: lemma,
        sentence: 0,
        lemma,
        pos,
      })),
    );
  };
  test.each([
    ["パン", "名詞,一般,*,*", true],
    ["値上がり", "名詞,サ変接続,*,*", true],
    ["苦しい", "形容詞,自立,*,*", true],
    ["支える", "動詞,自立,*,*", true],
    ["山本", "名詞,固有名詞,人名,姓", true],
    ["する", "動詞,自立,*,*", false],
    ["こと", "名詞,非自立,一般,*", false],
    ["これ", "名詞,代名詞,一般,*", false],
    ["さん", "名詞,接尾,人名,*", false],
    ["3", "名詞,数,*,*", false],
    ["は", "助詞,係助詞,*,*", false],
    ["…", "名詞,サ変接続,*,*", false],
    ["(´", "名詞,サ変接続,*,*", false],
    ["ω", "名詞,サ変接続,*,*", false],
    ["д゚", "名詞,サ変接続,*,*", false],
    ["nato", "名詞,固有名詞,組織,*", true],
    ["国", "名詞,一般,*,*", true],
    ["れる", "動詞,接尾,*,*", false],
  ])("%s (%s): %s", (lemma, pos, counted) => {
    expect(contentWords(tokens([[lemma, pos]])).length).toBe(counted ? 1 : 0);
  });

  test("stop words are data, and can be others", () => {
    expect(contentWords(tokens([["パン", "名詞,一般,*,*"]]), { stopWords: new Set(["パン"]) })).toEqual([]);
  });
});

describe("log-likelihood", () => {
  test("is zero where frequencies are the same, and symmetric", () => {
    expect(logLikelihood(5, 95, 50, 950)).toBeCloseTo(0, 10);
    fc.assert(
      fc.property(fc.nat(99), fc.nat(999), fc.nat(99), fc.nat(999), (a, b, c, d) => {
        expect(logLikelihood(a, b, c, d)).toBeGreaterThanOrEqual(0);
        expect(logLikelihood(a, b, c, d)).toBeCloseTo(logLikelihood(c, d, a, b), 8);
        expect(logLikelihood(a, b, c, d)).not.toBeNaN();
      }),
    );
  });

  // Dunning (1993), table 3: "the swiss", counts of both, second only, first only, neither.
  test("agrees with the table in Dunning's paper", () => {
    expect(logLikelihood(110, 2442, 111, 29114)).toBeCloseTo(270.72, 1);
  });
});

describe("source lines", () => {
  const tokens = tokensOf({
    article: "港 が 止まる 。 参考 Port strike over cranes 。 港 の 話 。",
    c1: "参考 に なる 話 。",
  });
  const citationsOf = (role: string, start: number, end: number, unit = "article") =>
    Table.from(
      {
        name: "citations",
        description: "by hand",
        columns: ["discussion", "unit", "start", "end", "role"].map((name) => ({
          name,
          type: ["start", "end"].includes(name) ? ("integer" as const) : ("string" as const),
          meaning: name,
        })),
      },
      [{ discussion: "d", unit, start, end, role }],
    );
  const left = (citations: Table) => withoutSourceLines(tokens, citations).column("text").join(" ");
  const all = tokens.column("text").join(" ");

  test.each(["source", "image-credit", "related"])("a line with a %s goes whole, its label too", (role) => {
    expect(left(citationsOf(role, 13, 31))).toBe("港 が 止まる 。 港 の 話 。 参考 に なる 話 。");
  });

  test.each([
    ["an outlet in the text", citationsOf("inline", 13, 31)],
    ["a link", citationsOf("link", 13, 31)],
    ["another unit's source", citationsOf("source", 13, 31, "c2")],
  ])("%s stays", (_, citations) => {
    expect(left(citations)).toBe(all);
  });
});

describe("keyness", () => {
  const comments = tokensOf({ c1: "パン 行列 行列 。", c2: "行列 店員 。", c3: "行列 パン 。" });
  const article = tokensOf({ article: "パン 小麦 小麦 小麦 値上がり 。" });
  const rows = keyness(comments, article, { fewest: 1 }).toJSON();
  const word = (name: string) => rows.find((row) => row.word === name)!;

  test("puts words of the comments above zero, words of the article below", () => {
    expect(word("行列")).toMatchObject({ count: 4, otherCount: 0, range: 3 });
    expect(word("行列").logRatio).toBeGreaterThan(1);
    expect(word("小麦").logRatio).toBeLessThan(-1);
    expect(word("小麦").otherPerThousand).toBeCloseTo(600);
    expect(rows[0]!.logLikelihood).toBe(Math.max(...rows.map(({ logLikelihood }) => Number(logLikelihood))));
  });

  test("dispersion tells a word of one comment from a word of all", () => {
    expect(word("店員").dispersion).toBeGreaterThan(Number(word("行列").dispersion));
  });

  test("spans lead to the word itself", () => {
    expect(word("行列").spans).toEqual(["d/c1:3-5", "d/c1:6-8", "d/c2:0-2", "d/c3:0-2"]);
    expect(word("パン").unitKeys).toEqual(["d/c1", "d/c3", "d/article"]);
  });

  test("turned round, effects change their sign and nothing else", () => {
    const turned = keyness(article, comments, { fewest: 1 }).toJSON();
    for (const row of rows) {
      const other = turned.find(({ word }) => word === row.word)!;
      expect(other.logRatio).toBeCloseTo(-Number(row.logRatio), 10);
      expect(other.logLikelihood).toBeCloseTo(Number(row.logLikelihood), 10);
    }
  });

  test("an empty side or none at all gives no NaN", () => {
    for (const table of [keyness(comments, tokensOf({}), { fewest: 1 }), keyness(tokensOf({}), tokensOf({}))]) {
      for (const row of table) for (const cell of Object.values(row)) expect(cell).not.toBeNaN();
    }
  });

  test("high- and low-voted comments are parted by quartiles; unknown votes are in neither", () => {
    const votes = commentsOf([{ up: 20 }, { up: 0 }, { up: null }, { up: 10 }, { up: 9 }]);
    const { high, low } = splitByVotes(
      tokensOf({ c1: "高い", c2: "低い", c3: "不明", c4: "中間", article: "記事" }),
      votes,
    );
    expect([...high].map(({ unit }) => unit)).toEqual(["c1"]);
    expect([...low].map(({ unit }) => unit)).toEqual(["c2"]);
  });
});

describe("tf-idf", () => {
  test("ranks what sets a comment apart first, with natural's figures", () => {
    const table = tfIdf(tokensOf({ c1: "パン 行列 行列", c2: "パン 小麦", c3: "パン 店員" }), { top: 1 });
    expect(table.column("word")).toEqual(["行列", "小麦", "店員"]);
    expect(table.row(0)).toMatchObject({ unit: "c1", tf: 2, rank: 1 });
    expect(table.row(0).tfidf).toBeCloseTo(2 * (1 + Math.log(3 / 2)), 10);
  });

  test.each(["constructor", "__proto__", "__key", "toString"])("the word %s is a word like any other", (word) => {
    const table = tfIdf(tokensOf({ c1: `${word} ${word} パン`, c2: "パン" }));
    expect(table.row(0)).toMatchObject({ word: word.toLowerCase(), tf: 2 });
  });
});

describe("words that go together", () => {
  const tokens = tokensOf({
    c1: "小麦 値上がり 。 小麦 値上がり 。",
    c2: "小麦 値上がり 店員 。",
    c3: "店員 行列 。 行列 店員 。",
    c4: "行列 店員 。 パン 。",
  });

  test("neighbours in a sentence are collocations, with spans over both", () => {
    const [first] = collocations(tokens).toJSON();
    expect(first).toMatchObject({
      first: "小麦",
      second: "値上がり",
      count: 3,
      spans: ["d/c1:0-7", "d/c1:10-17", "d/c2:0-7"],
    });
    expect(first!.npmi).toBeGreaterThan(0.5);
  });

  test.each([
    [2, 2, 2, 4, 1],
    [0, 3, 3, 9, -1],
    [1, 2, 2, 4, 0],
  ])("NPMI of %i with %i and %i in %i is %i", (both, first, second, total, expected) => {
    expect(npmi(both, first, second, total)).toBeCloseTo(expected, 12);
  });

  test("the network has communities and the same layout every time", () => {
    const { nodes, links } = cooccurrence(tokens);
    const community = new Map([...nodes].map(({ word, community }) => [word, community]));
    expect(community.get("小麦")).toBe(community.get("値上がり"));
    expect(community.get("行列")).toBe(community.get("店員"));
    expect(community.get("小麦")).not.toBe(community.get("行列"));
    expect(links.length).toBe(2);
    expect(cooccurrence(tokens).nodes.toJSON()).toEqual(nodes.toJSON());
    for (const { x, y } of nodes) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(1);
    }
  });

  test("no words make no network", () => {
    const { nodes, links } = cooccurrence(tokensOf({}));
    expect([nodes.length, links.length]).toEqual([0, 0]);
  });
});
