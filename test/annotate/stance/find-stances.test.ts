import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { findReferences } from "../../../src/annotate/references/find-references.ts";
import { findStances } from "../../../src/annotate/stance/find-stances.ts";
import { loadStanceResources } from "../../../src/annotate/stance/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import type { Stance } from "../../../src/model/layers.ts";
import { parseTsv } from "../../../src/text/tsv.ts";
import { scores } from "../../../workshop/accuracy/stance.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";

let maker: Awaited<ReturnType<typeof unitMaker>>;
const resources = loadStanceResources(dataReader());
beforeAll(async () => {
  maker = await unitMaker();
});

const PARENT = "この政策は失敗だったと思う。";

function stances(comments: readonly { text: string; replyTo: string | null }[]): readonly Stance[] {
  const discussion = maker.discussionOf("記事。", comments);
  const units = [maker.unitOf("記事。"), ...discussion.comments.map(({ id, text }) => maker.unitOf(text, id))];
  return findStances(discussion, units, findReferences(discussion, units), resources);
}

const reply = (text: string): Stance =>
  stances([
    { text: PARENT, replyTo: null },
    { text, replyTo: "c1" },
  ])[0]!;

describe("a reply", () => {
  it.each<[Stance["stance"], string]>([
    ["agree", "同意です。"],
    ["agree", "その通りだと思います。"],
    ["agree", "おっしゃる通り。"],
    ["agree", "それな"],
    ["agree", "確かに、数字を見れば明らか。"],
    ["disagree", "それは違うと思いますよ。"],
    ["disagree", "いや、雇用は増えたでしょ。"],
    ["disagree", "同意できません。"],
    ["disagree", "賛成しかねます。根拠がない。"],
    ["mixed", "その通り。ただし雇用の面では成功したと思う。"],
    ["mixed", "同意ですが、時期を考えれば仕方なかったのでは。"],
    ["none", "来週の会見で説明があるそうです。"],
    ["none", ""],
    ["none", "「来週まで待てばいい。ただし雨の日は休み」"],
  ])("%s: %s", (stance, text) => {
    expect(reply(text).stance).toBe(stance);
  });

  const reversed = "test/annotate/stance/reversed.tsv";
  it.each(parseTsv(readFileSync(reversed, "utf8"), ["reply", "stance"], reversed))("$reply is $stance", ({
    reply: text,
    stance,
  }) => {
    expect(reply(text ?? "").stance).toBe(stance);
  });

  it("shows the words that say so", () => {
    const text = "いや、それは違うと思いますよ。";
    const { evidence } = reply(text);
    expect(evidence.map(({ start, end, text: words }) => [text.slice(start, end), words])).toEqual([
      ["いや", "いや"],
      ["それは違う", "それは違う"],
    ]);
  });

  it("is not judged by the words it quotes", () => {
    expect(reply(">それは違うと思いますよ\nこのくだりは何ページですか").stance).toBe("none");
    expect(reply("「それは違う」と書いてあるページを教えてください").stance).toBe("none");
  });

  it("answers the comment that an anchor names where the page has no tree", () => {
    const found = stances([
      { text: PARENT, replyTo: null },
      { text: "関係ない話。", replyTo: null },
      { text: ">>1 同意です。", replyTo: null },
    ]);
    expect(found.map(({ unit, toward, stance }) => [unit, toward, stance])).toEqual([["c3", "c1", "agree"]]);
  });

  it("has a stance toward its parent only", () => {
    expect(stances([{ text: "同意です。", replyTo: null }])).toEqual([]);
  });
});

it("tells the gold replies apart far better than the commonest label, and hardly ever takes for for against", async () => {
  // The other half is for npm run evaluate -- --held-out.
  const { a } = await scores();
  expect(a.accuracy).toBeGreaterThan(a.majority + 0.3);
  expect(a.swapped).toBeLessThan(0.05);
});

describe("replies that only lean", () => {
  const rows = parseTsv(
    readFileSync(new URL("replies.tsv", import.meta.url), "utf8"),
    ["parent", "reply", "stance"],
    "replies.tsv",
  );
  const judged = () =>
    rows.map(({ parent, reply: text, stance }) => ({
      stance,
      found: stances([
        { text: parent, replyTo: null },
        { text, replyTo: "c1" },
      ])[0]!.stance,
    }));

  it("are told apart in three of four cases", () => {
    const right = judged().filter(({ stance, found }) => stance === found).length;
    expect(right / rows.length).toBeGreaterThanOrEqual(0.78);
  });

  it("are hardly ever taken for their opposite", () => {
    const turned = judged().filter(({ stance, found }) =>
      `${stance} ${found}`.match(/^(agree disagree|disagree agree)$/),
    );
    expect(turned.length).toBeLessThanOrEqual(2);
  });

  it("are read in linear time where a run of marks does not end them", () => {
    expect(reply(`${"w".repeat(60_000)}x`).stance).toBe("none");
  });

  it("are left alone where they only tell or ask something", () => {
    const plain = judged().filter(({ stance }) => stance === "none");
    expect(plain.filter(({ found }) => found !== "none").length).toBeLessThanOrEqual(2);
  });
});
