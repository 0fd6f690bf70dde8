import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { findReferences } from "../../../src/annotate/references/find-references.ts";
import type { Reference } from "../../../src/model/layers.ts";
import { readPage } from "../../../src/read/read.ts";
import { score } from "../../../workshop/accuracy/references.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";
import { patience } from "../../patience.ts";

let maker: Awaited<ReturnType<typeof unitMaker>>;
beforeAll(async () => {
  maker = await unitMaker();
});

interface Written {
  readonly text: string;
  readonly replyTo: string | null;
}

function references(
  article: string,
  comments: readonly (string | Written)[],
  sourceIds: readonly string[] = [],
): readonly Reference[] {
  const written = comments.map((comment) => (typeof comment === "string" ? { text: comment, replyTo: null } : comment));
  const discussion = maker.discussionOf(article, written);
  const numbered = {
    ...discussion,
    comments: discussion.comments.map((comment, i) => ({ ...comment, sourceId: sourceIds[i] ?? null })),
  };
  return findReferences(numbered, [
    maker.unitOf(article),
    ...numbered.comments.map(({ id, text }) => maker.unitOf(text, id)),
  ]);
}

const ARTICLE =
  "市は新しい図書館を2027年に開くと発表した。建設費は48億円で、当初の見積もりの1.5倍になった。市長は「本と人が出会う場所にしたい」と述べている。";

describe("words of the article in a comment", () => {
  it.each<[string, string, string, Reference["change"]]>([
    [">建設費は48億円で\n高い", "建設費は48億円で", "建設費は48億円で", "partial"],
    ["＞　建設費は４８億円で", "建設費は４８億円で", "建設費は48億円で", "width"],
    [
      ">市は新しい図書館を2027年に開くと発表した。",
      "市は新しい図書館を2027年に開くと発表した。",
      "市は新しい図書館を2027年に開くと発表した。",
      "exact",
    ],
    ["引用：建設費は48億円で\n高い", "建設費は48億円で", "建設費は48億円で", "partial"],
    ["「本と人が出会う場所にしたい」ねえ", "本と人が出会う場所にしたい", "本と人が出会う場所にしたい", "partial"],
    [">「本と人が出会う場所にしたい」\nいいね", "本と人が出会う場所にしたい", "本と人が出会う場所にしたい", "partial"],
    [
      ">当初の見積もりの1.5倍になりました",
      "当初の見積もりの1.5倍になりました",
      "当初の見積もりの1.5倍になった",
      "ending",
    ],
    [
      ">市は新しい図書館を…開くと発表した",
      "市は新しい図書館を…開くと発表した",
      "市は新しい図書館を2027年に開くと発表した",
      "elided",
    ],
    [
      ">市は新しい大図書館を2027年に開くと発表",
      "市は新しい大図書館を2027年に開くと発表",
      "市は新しい図書館を2027年に開くと発表",
      "reworded",
    ],
  ])("%j", (comment, words, original, change) => {
    const found = references(ARTICLE, [comment]);
    expect(
      found.map((row) => [row.text, ARTICLE.slice(row.targetStart!, row.targetEnd!), row.change, row.target]),
    ).toEqual([[words, original, change, "article"]]);
  });

  it.each([
    [">建設費は58億円で\nだっけ?", "another number is another claim"],
    [">図書館なんて要らない", "words that share only a noun"],
    ["「図書館」は大事", "a single word"],
    ["図書館は2027年に開くんだね", "no marks"],
    [">>大きな音がした", "an anchor without number"],
  ])("%j is none: %s", (comment) => {
    expect(references(ARTICLE, [comment])).toEqual([]);
  });
});

describe("words of other comments", () => {
  const FIRST = "駅前の再開発は住民の声を聞かずに進められたと思う。";

  it("point to the parent rather than to another comment with the same words", () => {
    const found = references("記事。", [
      FIRST,
      FIRST,
      { text: ">住民の声を聞かずに進められた\nそれは違う", replyTo: "c2" },
    ]);
    expect(found.map(({ unit, target }) => [unit, target])).toEqual([["c3", "c2"]]);
  });

  it("point to the comment that an anchor names", () => {
    const found = references("記事。", [FIRST, FIRST, ">>2\n>住民の声を聞かずに進められた"]);
    expect(found.map(({ target, change }) => [target, change])).toEqual([
      ["c2", "anchor"],
      ["c2", "partial"],
    ]);
  });

  it("never point to a later comment or to the comment itself", () => {
    expect(references("記事。", [">住民の声を聞かずに進められた", FIRST])).toEqual([]);
  });
});

describe("anchors", () => {
  const four = ["一", "二", "三", "四"];
  it.each<[string, string[]]>([
    [">>2", ["c2"]],
    ["＞＞２ それは違う", ["c2"]],
    [">>1-3", ["c1", "c2", "c3"]],
    [">>1,4", ["c1", "c4"]],
    ["≫3", ["c3"]],
    [">>99", []],
    [">>5", []],
  ])("%s", (comment, targets) => {
    const found = references("記事。", [...four, comment]);
    expect(found.map(({ target, change, targetStart }) => [target, change, targetStart])).toEqual(
      targets.map((target) => [target, "anchor", null]),
    );
  });

  it("go by the page's running numbers where it has them", () => {
    expect(references("記事。", ["一", "二", ">>4"], ["2", "4", "5"]).map(({ target }) => target)).toEqual(["c2"]);
  });

  it("go by order where the page's ids are those of a database", () => {
    expect(
      references("記事。", ["一", "二", ">>2"], ["comment-4711", "comment-4712", "comment-4720"]).map(
        ({ target }) => target,
      ),
    ).toEqual(["c2"]);
  });
});

describe("promises", () => {
  it("aligns any piece of the article to itself, whatever its width and spacing", () => {
    fc.assert(
      fc.property(
        fc.nat(ARTICLE.length - 12),
        fc.integer({ min: 10, max: 30 }),
        fc.boolean(),
        (start, length, wide) => {
          const piece = ARTICLE.slice(start, start + length).replace(/^[。、「」]+|[。、「」]+$/g, "");
          if (piece.length < 9 || /[「」。]/.test(piece)) return;
          const written = wide
            ? piece.replace(/[0-9.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
            : piece;
          const [row] = references(ARTICLE, [`>${written}`]);
          expect(row?.targetStart).toBe(ARTICLE.indexOf(piece));
          expect(ARTICLE.slice(row!.targetStart!, row!.targetEnd!).startsWith(piece)).toBe(true);
          expect(row!.similarity).toBeGreaterThan(0.5);
          expect(row!.similarity).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 150, seed: 7 },
    );
  });

  it("keeps spans inside both texts for any marks", () => {
    const piece = fc.constantFrom(
      ">",
      "＞",
      ">>",
      "1",
      "12",
      "-",
      "「",
      "」",
      "図書館を2027年に開く",
      "建設費は48億円",
      "…",
      "\n",
      " ",
      "😂",
      "(中略)",
      "〜",
      "と発表した",
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        for (const row of references(ARTICLE, [text])) {
          expect(row.text).toBe(text.slice(row.start, row.end));
          if (row.targetStart !== null) {
            expect(row.targetStart).toBeGreaterThanOrEqual(0);
            expect(row.targetEnd!).toBeGreaterThan(row.targetStart);
            expect(row.targetEnd!).toBeLessThanOrEqual(ARTICLE.length);
          }
        }
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  it(
    "finds 5,000 quotes of one sentence in a repetitive article",
    () => {
      const comments = Array.from({ length: 5000 }, (_, i) => `>建設費は48億円で\n${i}番目の感想`);
      expect(references(ARTICLE.repeat(30), comments)).toHaveLength(5000);
    },
    patience(30_000),
  );
});

it("aligns the gold set to the character and leaves its decoys alone", async () => {
  const { exact, kind, extra, baseline } = await score();
  expect(exact).toBeGreaterThanOrEqual(0.95);
  expect(kind).toBeGreaterThanOrEqual(0.95);
  expect(extra).toBe(0);
  expect(baseline).toBeLessThan(0.8);
});

const PAGE = new URL("../../../../shared/pages/kazakhstan-2022-09-15.txt", import.meta.url);
if (!existsSync(PAGE)) console.warn(`the real page ${PAGE.pathname} is absent: its references are not tested`);

describe.skipIf(!existsSync(PAGE))("references of the real page", () => {
  it("point into the article to the character", () => {
    const discussion = readPage(readFileSync(PAGE));
    const { article, comments } = discussion;
    const units = [maker.unitOf(article.text), ...comments.map(({ id, text }) => maker.unitOf(text, id))];
    const found = findReferences(discussion, units).map((row) => [
      comments.find(({ id }) => id === row.unit)?.author,
      row.text,
      row.target,
      row.targetStart === null ? null : article.text.slice(row.targetStart, row.targetEnd ?? 0),
    ]);
    const words = [
      ["折口", "次はカザフスタンの番だ"],
      ["K(大文字)", "世界中の国はロシアの敗戦や政変ではなくロシア連邦自体の崩壊に備えるべき"],
      ["kitty", "ロシアは特別軍事作戦と呼び戦争と表現することを禁止する法律を導入した"],
    ];
    expect(found).toEqual(words.map(([author, text]) => [author, text, "article", text]));
  });
});
