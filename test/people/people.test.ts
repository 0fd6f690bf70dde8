import { describe, expect, it } from "vitest";
import { loadDefaultNames, personOf } from "../../src/measure/people.ts";
import type { Comment, Discussion } from "../../src/model/discussion.ts";
import { namesInText } from "../../src/people/names-in-text.ts";
import { loadPseudonymWords, pseudonymsOf } from "../../src/people/pseudonym.ts";
import { replaceIn } from "../../src/people/replace-in.ts";
import { withPseudonyms } from "../../src/people/with-pseudonyms.ts";
import { withoutAuthors } from "../../src/people/without-authors.ts";

const KEY = "0123456789abcdef0123456789abcdef";
const words = loadPseudonymWords();

type Draft = Partial<Comment> & Pick<Comment, "author" | "text">;

function discussionOf(comments: readonly Draft[], more: Partial<Discussion> = {}): Discussion {
  return {
    schema: "yoron/discussion@1",
    id: "0123456789ab",
    source: { path: "/home/maruko/page.html", format: "x", encoding: null, sha256: "0".repeat(64), notes: [] },
    article: {
      ...{ title: "橋の話", category: null, author: null, url: null, published: null, text: "橋を直す。" },
      ...{ links: [], ruby: [], notes: [] },
    },
    comments: comments.map((comment, order) => ({
      ...{ id: `c${order + 1}`, sourceId: null, order, replyTo: null, depth: 0, posted: null, reactions: {} },
      ...{ attributes: {}, links: [], ruby: [], notes: [] },
      ...comment,
    })),
    furniture: [{ kind: "latest", text: "最新コメント：丘の上の郵便局" }],
    ...more,
  };
}

describe("names in a text", () => {
  it.each<[string, string, string, string]>([
    ["a long name stands anywhere", "丘の上の郵便局", "丘の上の郵便局が言うとおり", "★が言うとおり"],
    ["a short one is a word elsewhere", "みかん", "冬はみかんがおいしい", "冬はみかんがおいしい"],
    ["with a title of politeness", "みかん", "みかんさんに賛成。みかんは冬", "★さんに賛成。みかんは冬"],
    ["behind @, of any width", "みかん", "＠みかん それは違う", "＠★ それは違う"],
    ["at the head of a line", "みかん", "はい。\n>みかん\nそうですね", "はい。\n>★\nそうですね"],
    ["before a colon there", "山田", "山田：その橋は古い", "★：その橋は古い"],
    ["a town of that name is none", "山田", "山田町の橋は古い", "山田町の橋は古い"],
    ["whatever case and width", "Kawabata_88", "kawabata_88とＫａｗａｂａｔａ＿８８", "★と★"],
    ["a Latin name is no part of a word", "anna", "annals and Anna", "annals and ★"],
    ["nor a name in katakana", "スミレコ", "スミレコーヒーとスミレコ", "スミレコーヒーと★"],
    ["a handle in a name", "川端 (@kawabata_88)", "@kawabata_88 に一票", "@★ に一票"],
    ["the longer of two", "みかん農家", "みかん農家さん", "★さん"],
  ])("%s", (_, name, text, expected) => {
    const find = namesInText(
      new Map([
        [name, "★"],
        ["みかん・乙", "☆"],
      ]),
    );
    expect(replaceIn(text, find(text)).text).toBe(expected);
  });

  it("moves ranges with the words, and drops those of a name", () => {
    const { text, move } = replaceIn("@みかん 橋は古い", [{ start: 1, end: 4, by: "青い梟17" }]);
    const moved = move({ start: 5, end: 6 })!;
    expect(text.slice(moved.start, moved.end)).toBe("橋");
    expect(move({ start: 0, end: 4 })).toBeNull();
    expect(move({ start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  });
});

describe("pseudonyms", () => {
  it("are the same for the same key on any page and in any order, and others for another key", () => {
    const one = pseudonymsOf(["みかん", "川端"], KEY, words);
    const two = pseudonymsOf(["川端", "郵便局", "みかん"], KEY, words);
    expect(two.get("みかん")).toBe(one.get("みかん"));
    expect(one.get("みかん")).toMatch(/^\p{L}+\d\d$/u);
    expect(pseudonymsOf(["みかん"], `${KEY}!`, words).get("みかん")).not.toBe(one.get("みかん"));
  });

  it("never make one person of two, though the lists are short", () => {
    const few = { first: ["青い"], second: ["梟"] };
    const people = Array.from({ length: 200 }, (_, i) => `人${i}`);
    const made = pseudonymsOf(people, KEY, few);
    expect(new Set(made.values()).size).toBeGreaterThanOrEqual(198);
    expect(new Set(pseudonymsOf(people, KEY, words).values()).size).toBe(200);
  });

  it("count the same people under any width and case, and leave default names to nobody", () => {
    const { comments } = withPseudonyms(
      discussionOf([
        { author: "Maruko", text: "古い橋だ" },
        { author: "ＭＡＲＵＫＯ", text: "直してほしい" },
        { author: "名無しさん＠12 ID:AbCd", text: "そうだね" },
        { author: null, text: "うん" },
      ]),
      { key: KEY },
    );
    const authors = comments.map(({ author }) => author);
    expect(authors[0]).toBe(authors[1]);
    expect(authors.slice(2)).toEqual(["名無しさん", null]);
  });

  it("by default are made by the content: another page, other names", () => {
    const [one, two] = ["古い橋だ", "新しい橋だ"].map((text) =>
      withPseudonyms(discussionOf([{ author: "川端", text }])),
    );
    expect(one!.comments[0]!.author).not.toBe(two!.comments[0]!.author);
    expect(one!.source.notes.map(({ code }) => code)).toEqual(["pseudonyms-by-content"]);
  });

  it.each([["short"], [""]])("a key of %j is an error", (key) => {
    expect(() => withPseudonyms(discussionOf([]), { key })).toThrow(/at least 16 bytes, not/);
  });
});

const REAL = ["丘の上の郵便局", "Maruko_55", "山田", "maruko"];
const talk = discussionOf(
  [
    {
      author: "丘の上の郵便局",
      sourceId: "maruko_55-post-991823",
      text: "橋は直すべき。詳しくは https://example.com/u/Maruko_55 に",
      links: [{ start: 12, end: 43, url: "https://example.com/u/Maruko_55" }],
    },
    {
      author: "Maruko_55",
      sourceId: "comment-12",
      text: "@丘の上の郵便局 賛成です。橋の写真はここ",
      links: [
        { start: 0, end: 8, url: "https://example.com/profile/123" },
        { start: 19, end: 21, url: "https://example.com/bridge" },
      ],
      ruby: [{ start: 14, end: 15, reading: "はし" }],
      attributes: { to: "@maruko_55" },
    },
    {
      author: "山田",
      text: "丘の上の郵便局さんと山田町の話",
      notes: [
        { code: "missing-parent", message: "answers at://maruko_55/1, which is not in the source; taken as top-level" },
      ],
    },
  ],
  {
    article: {
      ...discussionOf([]).article,
      title: "Maruko_55さんの橋",
      author: "Maruko_55",
      url: "https://example.com/maruko_55/bridge",
    },
  },
);

describe.each([
  ["pseudonyms", withPseudonyms(talk, { key: KEY })],
  ["names left out", withoutAuthors(talk)],
])("with %s", (_, shared) => {
  it("no real name is left in any place, but for a town that is called so", () => {
    const whole = JSON.stringify(shared).replaceAll("山田町", "");
    for (const name of REAL) expect(whole.toLowerCase()).not.toContain(name.toLowerCase());
  });

  it("ranges are of the words that stand there now", () => {
    const [, second] = shared.comments;
    expect(second!.links.map(({ start, end }) => second!.text.slice(start, end))).toEqual(["ここ".slice(0, 2)]);
    expect(second!.ruby.map(({ start, end }) => second!.text.slice(start, end))).toEqual(["橋"]);
  });

  it("a place on the page stays, an id by which the comment is found does not", () => {
    expect(shared.comments.map(({ sourceId }) => sourceId)).toEqual([null, "comment-12", null]);
  });
});

it("a reply names the one whom it answers by the name under the comment", () => {
  const { comments } = withPseudonyms(talk, { key: KEY });
  expect(comments[1]!.text.startsWith(`@${comments[0]!.author} 賛成`)).toBe(true);
});

describe("default names are nobody's", () => {
  const defaults = loadDefaultNames();
  it.each([
    ...[
      "名無しさん",
      "名無し募集中。。。",
      "風吹けば名無し",
      "匿名",
      "Anonymous",
      "名無しさん＠お腹いっぱい。",
      "匿名さん12",
    ],
    ...["退会したユーザー", "としあき", "[deleted]"],
  ])("%s", (name) => expect(personOf(name, defaults)).toBeNull());
  it.each(["名無しさん ◆Ab12Cd", "匿名の猫好き", "川端"])("%s is somebody", (name) => {
    expect(personOf(name, defaults)).not.toBeNull();
  });
});
