import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { YoronError } from "../../../src/model/error.ts";
import { readAll, readPage } from "../../../src/read/read.ts";
import { byteLinks } from "../../../src/read/shapes/byte-links.ts";
import { conversationOf } from "../../../src/read/shapes/conversation.ts";
import { readComments } from "../../../src/read/shapes/read-comments.ts";
import { textAt, valueAt } from "../../../src/read/shapes/where.ts";
import { wordsOf } from "../../../src/read/shapes/words.ts";

describe("where a value lies", () => {
  const object = { a: { b: "値", empty: " ", none: null }, c: 3, list: [{ b: 1 }], "im:x": { label: "5" } };
  it.each([
    ["a.b", "値"],
    [["a.empty", "a.none", "c"], "3"],
    ["im:x.label", "5"],
    ["a.b.c", null],
    ["list.b", null],
    ["constructor.name", null],
    [[], null],
  ])("%j", (where, text) => expect(textAt(object, where)).toBe(text));

  it("keeps false and zero, which are values", () => {
    expect(valueAt({ a: false, b: 0 }, ["a", "b"])).toBe(false);
    expect(valueAt({ b: 0 }, ["a", "b"])).toBe(0);
  });
});

describe("words", () => {
  it("stand below what is shown before them, and their links move along", () => {
    const post = { cw: "結末にふれます", text: '<p>続きは<a href="https://a.example/">ここ</a></p>' };
    const { text, links } = wordsOf(post, { words: "text", before: "cw", written: "html" });
    expect(text).toBe("結末にふれます\n\n続きはここ");
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual(["ここ"]);
    const read = { cw: "注意", text: "<p><ruby>灯<rt>ひ</rt></ruby>を見た</p>" };
    const found = wordsOf(read, { words: "text", before: "cw", written: "html" });
    expect(found.ruby.map(({ start, end, reading }) => [found.text.slice(start, end), reading])).toEqual([
      ["灯", "ひ"],
    ]);
    expect(wordsOf({ cw: "写真だけ" }, { words: "text", before: "cw" }).text).toBe("写真だけ");
  });

  it("of a mention keep no address of a profile", () => {
    const html = '<p><a href="https://a.example/@hito" class="mention">@<span>hito</span></a> 同感です</p>';
    expect(wordsOf({ html }, { words: "html", written: "html" })).toEqual({
      text: "@hito 同感です",
      links: [],
      ruby: [],
    });
  });

  it("have an emoji that was drawn as a picture, but no other picture", () => {
    const html = '<p>了解<img class="emoji only" alt=":bow:" src="x"><img class="photo" alt="海、夕方" src="y"></p>';
    expect(wordsOf({ html }, { words: "html", written: "html" }).text).toBe("了解:bow:");
  });

  it.each([
    ["abc https://a.example です", 4, 21, "https://a.example"],
    ["𠮷野家🌸 案内", 15, 21, "案内"],
  ])("%s: places in bytes become places in the text", (text, byteStart, byteEnd, anchor) => {
    const features = [{ $type: "app.bsky.richtext.facet#link", uri: "https://a.example/" }];
    const [link] = byteLinks(text, [{ index: { byteStart, byteEnd }, features }]);
    expect(text.slice(link!.start, link!.end)).toBe(anchor);
  });

  it("inside a character begins no link", () => {
    const facet = { index: { byteStart: 1, byteEnd: 3 }, features: [{ uri: "https://a.example/" }] };
    expect(byteLinks("あ", [facet])).toEqual([]);
  });
});

describe("the article of a conversation", () => {
  const post = (id: string, parent: string | null) => ({ id, parent, object: { id } });
  const rows = [
    ["is what all lead up to", [post("a", null), post("b", "a"), post("c", "b")], null, "a", "a", 2],
    ["is what the source puts at the top", [post("a", null), post("b", "x")], "a", "a", "a", 1],
    ["is none in a list of posts", [post("a", null), post("b", null)], null, null, null, 2],
    ["is missing where all answer one that is not there", [post("a", "x"), post("b", "x")], null, null, "x", 2],
    ["is none for one post", [post("a", null)], null, null, null, 1],
    ["is none where posts answer each other in a circle", [post("a", "b"), post("b", "a")], null, null, null, 2],
    [
      "counts a post once that stands there twice",
      [post("a", null), post("b", "a"), post("b", "a")],
      null,
      "a",
      "a",
      1,
    ],
    ["keeps posts without an id", [post("a", null), post("", "a"), post("", "a")], null, "a", "a", 2],
  ] as const;
  it.each(rows)("%s", (_, posts, first, article, root, comments) => {
    const thread = conversationOf(posts, { first });
    expect([thread.article?.id ?? null, thread.root, thread.comments.length]).toEqual([article, root, comments]);
  });
});

describe("comments", () => {
  it("that are none are counted, and their answers stay", () => {
    const objects = [{ id: 1, system: true, text: "閉じました", kids: [{ id: 2, text: "なぜ？" }] }];
    const found = readComments(objects, {
      id: "id",
      words: "text",
      replies: "kids",
      left: ({ system, text }) => (system === true ? { code: "system", what: "messages", text: String(text) } : null),
    });
    expect(found.comments.map(({ text, parent }) => [text, parent])).toEqual([["なぜ？", null]]);
    expect(found.notes).toEqual([{ code: "system", message: "1 messages are left out" }]);
    expect(found.furniture).toEqual([{ kind: "system", text: "閉じました" }]);
  });

  it("show a vote only where the source does", () => {
    const shape = { id: "id", words: "text", votes: { up: "likes", down: "dislikes" } };
    const { comments } = readComments([{ text: "あ" }, { text: "い", likes: 0, dislikes: 2 }], shape);
    expect(comments.map(({ reactions }) => reactions)).toEqual([{ up: null }, { up: 0, down: 2 }]);
  });
});

const PREFIX =
  /^(?:discourse|mastodon|misskey|bluesky|lemmy|stack-exchange|remark42|isso|qiita|zenn|niconico|app-reviews)-/;
const FIXTURES = readdirSync("test/pages").filter((name) => PREFIX.test(name));

describe("a page of a service", () => {
  it("of which any one value is something else is read or refused, never a crash", () => {
    const junk = [null, 0, -1, "", "言葉", true, [], {}, [null], { a: [] }, [[{}]], 1e300];
    for (const name of FIXTURES) {
      const file = `test/pages/${name}/page.json`;
      if (!readdirSync(`test/pages/${name}`).includes("page.json")) continue;
      const source = readFileSync(file, "utf8");
      const places: number[] = [];
      JSON.parse(source, (_key, value) => {
        places.push(places.length);
        return value;
      });
      fc.assert(
        fc.property(fc.nat({ max: places.length - 1 }), fc.constantFrom(...junk), (place, value) => {
          let at = 0;
          const changed = JSON.parse(source, (_key, own) => (at++ === place ? value : own));
          try {
            for (const { comments } of readAll(JSON.stringify(changed))) expect(comments).toBeInstanceOf(Array);
          } catch (error) {
            expect(error).toBeInstanceOf(YoronError);
          }
        }),
        { seed: 11, numRuns: 60 },
      );
    }
  });

  it("never says who wrote from where", () => {
    for (const name of FIXTURES) {
      const file = readdirSync(`test/pages/${name}`).find((one) => one.startsWith("page."))!;
      const found = JSON.stringify([...readAll(readFileSync(`test/pages/${name}/${file}`), { path: file })]);
      expect(found).not.toMatch(/himitsu|203\.0\.113|avatar|did:plc|@mail\.|\/u\/|users\/9/);
    }
  });

  const DEEP = 50_000;
  const nest = (open: string, inner: string, close: string) => `${open.repeat(DEEP)}${inner}${close.repeat(DEEP)}`;
  const bluesky = (key: string) =>
    `"post":{"uri":"at://d/app.bsky.feed.post/${key}","author":{"handle":"a"},"record":{"text":"深い"}}`;
  const rows = [
    [
      "isso",
      `{"hidden_replies":0,"total_replies":1,"replies":${nest('[{"text":"x","mode":1,"hash":"","parent":null,"created":1,"replies":', "[]", "}]")}}`,
    ],
    [
      "remark42",
      `{"comments":${nest('[{"comment":{"id":"a","pid":"","locator":{},"user":{},"text":"x"},"replies":', "[]", "}]")}}`,
    ],
    ["bluesky", `{"thread":${nest(`{${bluesky("k")},"replies":[`, "", "]}")}}`],
    ["bluesky", `{"thread":${nest(`{${bluesky("k")},"parent":`, "null", "}")}}`],
  ] as const;
  it.each(rows)("%s: 50,000 levels are read", (format, source) => {
    const [page] = [...readAll(source)];
    expect(page!.source.format).toBe(format);
  });

  it("tells of objects that are something else", () => {
    const source = JSON.parse(readFileSync("test/pages/stack-exchange-answers/page.json", "utf8"));
    source.items.push({ tag: "別のもの" });
    const { article } = readPage(JSON.stringify(source));
    expect(article.notes).toContainEqual({ code: "not-understood", message: "1 objects of another kind" });
  });
});
