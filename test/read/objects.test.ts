import { describe, expect, it } from "vitest";
import type { Discussion } from "../../src/model/discussion.ts";
import { YoronError } from "../../src/model/error.ts";
import { isPersonField, personName } from "../../src/read/objects/person.ts";
import { votesOf } from "../../src/read/objects/votes.ts";
import { readAll, readPage } from "../../src/read/read.ts";
import { slackText } from "../../src/read/slack-text.ts";

const json = (value: unknown): string => JSON.stringify(value);
const notesOf = ({ article }: Discussion): string[] => article.notes.map(({ code, message }) => `${code}: ${message}`);

describe("the name of a person", () => {
  it.each([
    ["a text", "みかん", "みかん"],
    ["the name that readers see", { username: "mikan", display_name: "みかん", id: 3 }, "みかん"],
    ["a login where there is no other", { login: "mikan", id: 3 }, "mikan"],
    ["the first of several", [{ name: "甲" }, { name: "乙" }], "甲"],
    ["a number alone", { id: 3 }, null],
    ["an address of mail", { name: "himitsu@example.jp" }, null],
    ["an address of the web", "https://sns.example/@mikan", null],
    ["nothing", null, null],
  ])("%s", (_, value, name) => expect(personName(value)).toBe(name));
});

it.each([
  ["author_id", true],
  ["authorChannelUrl", true],
  ["author_thumbnail", true],
  ["user_id", true],
  ["avatar_url", true],
  ["profile_image_url_https", true],
  ["ip", true],
  ["author", false],
  ["author_name", false],
  ["id", false],
  ["video_id", false],
  ["地区", false],
])("%s tells of a person what nobody sees: %s", (name, is) => expect(isPersonField(name)).toBe(is));

describe("reactions", () => {
  it.each([
    ["counts by name", { like: 3, dislike: 1, なるほど: 2 }, { up: 3, down: 1, なるほど: 2 }],
    ["two names for likes", { "👍": 2, like: 3 }, { "👍": 2, up: 3 }],
    ["one emoji with a tone of skin", [{ name: "👍🏽", count: 4 }], { up: 4 }],
    ["objects with a count", { "+1": { count: 5 }, heart: { total: 2 } }, { up: 5, heart: 2 }],
    ["people by name of reaction", { like: ["甲", "乙"] }, { up: 2 }],
    ["an object for each reaction", [{ type: "like" }, { type: "like" }, { type: "sad" }], { up: 2, sad: 1 }],
    [
      "names of X",
      { like_count: 1, retweet_count: 2, quote_count: 3, reply_count: 4 },
      { up: 1, reposts: 2, quotes: 3 },
    ],
    ["a total beside", { total_count: 3, "+1": 3, "-1": 0 }, { up: 3, down: 0 }],
    ["worded counts", { likes: "1.2万" }, { up: 12000 }],
    ["no counts", { url: "https://api.example/1" }, null],
  ])("%s", (_, value, votes) => expect(votesOf(value)).toEqual(votes));
});

describe("lists of comments in any JSON", () => {
  it("the list with the most words is read, the others are named", () => {
    const page = readPage(
      json({
        title: "題",
        a: { posts: [{ text: "短い" }] },
        b: [{ thread: { items: [{ text: "こちらの方がずっと長い意見です。" }, { text: "そうですね。" }] } }],
      }),
    );
    expect(page.comments).toHaveLength(2);
    expect(notesOf(page).slice(0, 2)).toEqual([
      "comments-from: comments are read from b[].thread.items",
      "not-understood: arrays that may hold comments too and were not read: a.posts (1)",
    ]);
  });

  it.each([
    ["pages of one answer are one thread", [{ items: [{ text: "一" }] }, { items: [{ text: "二" }] }], [2]],
    [
      "articles with a title have a thread each",
      [
        { title: "甲", comments: [{ text: "一" }] },
        { title: "乙", comments: [] },
      ],
      [1, 0],
    ],
    ["an empty list is a thread without comments", { title: "題", comments: [] }, [0]],
    [
      "a map by id in a field of replies",
      { comments: [{ id: "1", text: "親", replies: { a: { text: "子" }, b: { text: "孫" } } }] },
      [3],
    ],
    ["a reply that is a text", { comments: [{ text: "親", 返信: ["それは違います"] }] }, [2]],
    ["numbers of replies are not replies", { comments: [{ text: "親", replies: [12, 13] }] }, [1]],
    [
      "reactions are no comments",
      { title: "題", nodes: [{ body: "青", reactionGroups: [{ content: "THUMBS_UP_AND_MORE" }] }] },
      [1],
    ],
    [
      "comments by their ids",
      { comments: { "-Na1": { body: "一" }, "-Na2": { body: "二", replies: { "-Na3": { body: "三" } } } } },
      [3],
    ],
    [
      "a thread in an object of its own",
      { data: { thread: { title: "題", text: "記事の本文は長い。", items: [{ text: "意見" }] } } },
      [1],
    ],
    ["records in a wrapper", { data: { edges: [{ node: { body: "一" } }, { node: { body: "二" } }] } }, [2]],
  ])("%s", (_, value, counts) => {
    expect([...readAll(json(value))].map(({ comments }) => comments.length)).toEqual(counts);
  });

  it("fields that are asked for are read, each as a discussion of its own", () => {
    const rows = [
      { よい点: "駅に近い", 困る点: "夜は暗い", 区: "北" },
      { よい点: "静か", 困る点: "", 区: "南" },
    ];
    const read = (text: string | string[]) => [...readAll(json({ title: "住み心地", rows }), { columns: { text } })];
    expect(read("困る点")[0]!.comments.map(({ text, attributes }) => [text, attributes])).toEqual([
      ["夜は暗い", { よい点: "駅に近い", 区: "北" }],
    ]);
    expect(read(["よい点", "困る点"]).map(({ article, comments }) => [article.title, comments.length])).toEqual([
      ["住み心地: よい点", 2],
      ["住み心地: 困る点", 1],
    ]);
    expect(() => read("無い欄")).toThrow(/no column "無い欄"; it has: よい点, 困る点, 区/);
  });

  it("a comment without words that others answer keeps its place", () => {
    const { comments } = readPage(
      json({
        comments: [
          { id: 1, text: null, replies: [{ id: 2, text: "残念" }] },
          { id: 3, text: "" },
        ],
      }),
    );
    expect(comments.map(({ text, replyTo, notes }) => [text, replyTo, notes.map(({ code }) => code)])).toEqual([
      ["", null, ["deleted"]],
      ["残念", "c1", []],
    ]);
  });

  it.each([
    [
      "a title and arrays that hold no comments",
      { title: "題", tags: ["町"], counts: [1, 2] },
      /it has arrays \["tags","counts"\]/,
    ],
    ["a title and nothing else", { title: "題", body: "本文です。" }, /its fields are \["title","body"\]/],
    ["numbers", [[1], [2]], /only "2 values"/],
  ])("%s: an error, never a discussion without comments", (_, value, message) => {
    expect(() => readPage(json(value))).toThrow(YoronError);
    expect(() => readPage(json(value))).toThrow(message);
  });

  it("fields that may hold words, votes or an author and were not understood are told, with how often", () => {
    const comment = {
      text: "意見",
      author: { id: 5 },
      extra: { deep: { note: "別の 言葉です" } },
      files: [{ caption: "写真の説明" }],
    };
    const page = readPage(json({ comments: [comment, { ...comment, author: "乙" }] }));
    expect(notesOf(page)[0]).toBe(
      "not-understood: fields that were not understood: author (1), extra.deep (2), files (2)",
    );
  });

  it("votes of an unknown layout are told, counts of replies among votes are attributes", () => {
    const page = readPage(
      json({
        comments: [
          { text: "意見", votes: { up: { n: 3 } } },
          { text: "別", stats: { replies: 4 } },
        ],
      }),
    );
    expect(notesOf(page)[0]).toBe("not-understood: fields that were not understood: votes (1)");
    expect(page.comments[1]!.attributes).toEqual({ "stats.replies": "4" });
  });

  it("nothing that tells who a person is enters", () => {
    const person = {
      id: 98765,
      name: "みかん",
      email: "himitsu@example.jp",
      url: "https://sns.example/@m",
      avatar: "https://img.example/m.png",
    };
    const page = readPage(
      json({
        comments: [
          {
            text: "意見",
            user: person,
            user_id: 98765,
            author_url: person.url,
            ip: "203.0.113.5",
            author_thumbnail: person.avatar,
            meta: { email: person.email, user_id: 98765 },
          },
        ],
      }),
    );
    expect(page.comments[0]!.author).toBe("みかん");
    expect(JSON.stringify(page)).not.toMatch(/98765|himitsu|sns\.example|img\.example|203\.0\.113/);
  });

  it("a text with an odd tag is text, a field with tags in many texts is HTML", () => {
    const texts = ["<p>一つ目</p>", "<p>二つ目 &amp; 三つ目</p>"].map((content) => ({ content }));
    expect(readPage(json(texts)).comments.map(({ text }) => text)).toEqual(["一つ目", "二つ目 & 三つ目"]);
    const plain = ["太字は <b> と書きます", "なるほど", "へえ", "知りませんでした", "ありがとう"].map((content) => ({
      content,
    }));
    expect(readPage(json(plain)).comments[0]!.text).toBe("太字は <b> と書きます");
  });
});

describe("JSON as programs write it", () => {
  it.each([
    [
      "NaN and Infinity of Python",
      '[{"text":"NaN と \\"Infinity\\" の話","score":NaN,"likes":-Infinity}]',
      'NaN と "Infinity" の話',
    ],
    ["an id of 19 digits beside NaN", '[{"text":"数","id":1780000000000000001,"x":NaN}]', "数"],
    ["JSON Lines with NaN", '{"text":"一","x":NaN}\n{"text":"二","x":1}', "一"],
  ])("%s", (_, source, text) => expect(readPage(source).comments[0]!.text).toBe(text));

  it("an id of 19 digits stays exact", () => {
    const [comment] = readPage('[{"text":"数","id":1780000000000000001,"x":NaN}]').comments;
    expect(comment).toMatchObject({ sourceId: "1780000000000000001", attributes: {} });
  });
});

describe("a message of Slack", () => {
  const people = new Map([["U1", "みどり"]]);
  it.each([
    ["<@U1> さん", "@みどり さん"],
    ["<@U2|aoi> さん", "@aoi さん"],
    ["<@U3> さん", "@… さん"],
    ["<#C1|general> と <!channel> と <!subteam^S1|@kakari>", "#general と @channel と @kakari"],
    ["A&amp;B &lt;3 &gt;&gt;1", "A&B <3 >>1"],
    ["閉じない <@U1", "閉じない <@U1"],
  ])("%s", (source, text) => expect(slackText(source, people).text).toBe(text));

  it("links keep the place of their words", () => {
    const { text, links } = slackText("見て <https://a.example/?x=1&amp;y=2|資料> と <https://b.example>", people);
    expect(links.map(({ start, end, url }) => [text.slice(start, end), url])).toEqual([
      ["資料", "https://a.example/?x=1&y=2"],
      ["https://b.example", "https://b.example"],
    ]);
  });
});
