import { beforeAll, describe, expect, it } from "vitest";
import type { Judged } from "../../../src/annotate/stance/call-stance.ts";
import { findStances } from "../../../src/annotate/stance/find-stances.ts";
import { loadStanceResources, STANCE_MODEL_FILE } from "../../../src/annotate/stance/resources.ts";
import { SIGNALS } from "../../../src/annotate/stance/signal-names.ts";
import { signalValues } from "../../../src/annotate/stance/signal-values.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import type { Stance } from "../../../src/model/layers.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";

let maker: Awaited<ReturnType<typeof unitMaker>>;
const resources = loadStanceResources(dataReader());
beforeAll(async () => {
  maker = await unitMaker();
});

function stanceOf(parent: string, reply: string): Stance {
  const discussion = maker.discussionOf("記事。", [
    { text: parent, replyTo: null },
    { text: reply, replyTo: "c1" },
  ]);
  const units = [maker.unitOf("記事。"), maker.unitOf(parent, "c1"), maker.unitOf(reply, "c2")];
  return findStances(discussion, units, [], resources)[0]!;
}

const FAILED = "この政策は失敗だったと思う。";
const PARKING = "商店街をつぶして駐車場にするなんて、どうかしている。";
const MILK = "給食の牛乳は選べるようにしてほしい。";

describe("a reply without a cue", () => {
  it.each<[Stance["stance"], string, string]>([
    ["disagree", FAILED, "数字を見ずに言っているだけでしょう？"],
    ["disagree", FAILED, "じゃああなたならどうしたんですか？"],
    ["mixed", FAILED, "仕事は増えた。給料は減った。"],
    ["disagree", PARKING, "週末は子どもの声がして、昔より人が集まっていますよ。"],
    ["agree", PARKING, "あそこの八百屋さん、もう買い物に行くところがないと泣いていました。"],
    ["disagree", MILK, "カルシウムは他のどこで取るつもり？"],
    ["mixed", MILK, "選べるのはいい。ただ、数を数える調理員さんの手間も考えないと。"],
  ])("is told by its whole wording: %s, %s %s", (stance, parent, text) => {
    const found = stanceOf(parent, text);
    expect([found.stance, found.by]).toEqual([stance, "model"]);
    expect(found.evidence).toEqual([{ unit: "c2", start: 0, end: text.length, text, why: "the whole wording" }]);
  });

  it.each([
    [PARKING, "駐車場は何台分ですか？"],
    [FAILED, "報告書は何ページありますか？"],
    [FAILED, "お昼は何を食べましたか？"],
    [FAILED, "wwwwwwwwwwwwwwww"],
    [FAILED, "…"],
  ])("takes no side where it only asks or says nothing: %s %s", (parent, text) => {
    const { stance, by, evidence } = stanceOf(parent, text);
    expect([stance, by, evidence]).toEqual(["none", "no cue", []]);
  });

  it.each<[Judged["by"], string]>([
    ["doubt", "隣の県では人が戻ってきましたよ。"],
    ["doubt", "続けていれば違ったかもしれません。"],
    ["unsure", "税金を返してほしいくらいです。"],
  ])("is not called where the side is open (%s), and is less sure of it: %s", (by, text) => {
    const found = stanceOf(FAILED, text);
    expect([found.stance, found.by, found.evidence]).toEqual(["none", by, []]);
    expect(found.confidence).toBeLessThan(0.4);
  });
});

describe("a reply with a sure cue", () => {
  it.each<[Stance["stance"], string, string]>([
    ["disagree", FAILED, "同意できません。"],
    ["disagree", FAILED, "賛成しかねます。根拠がない。"],
    ["agree", PARKING, "おっしゃる通り。"],
    ["agree", MILK, "大賛成です。うちの子はお腹をこわします。"],
  ])("keeps what it says, whatever the wording is like: %s, %s %s", (stance, parent, text) => {
    const found = stanceOf(parent, text);
    expect([found.stance, found.by]).toEqual([stance, "cues"]);
    expect(found.evidence[0]!.why).not.toBe("the whole wording");
  });
});

it("reads a reply by rules alone where the comment it answers is not there", () => {
  const discussion = maker.discussionOf("記事。", [
    { text: FAILED, replyTo: null },
    { text: "同意です。", replyTo: "c1" },
  ]);
  const [found] = findStances(discussion, [maker.unitOf("同意です。", "c2")], [], resources);
  expect([found?.stance, found?.by]).toEqual(["agree", "cues"]);
});

it("has a value for each signal", () => {
  const nobody = {
    words: new Set<number>(),
    known: 0,
    direction: new Float32Array(4),
    tendencies: new Float64Array(4),
  };
  const speaker = { text: "", reading: nobody };
  const ruled = { stance: "none", confidence: 0.5 } as const;
  expect(signalValues({ parent: speaker, reply: speaker, parentIsReply: false, ruled })).toHaveLength(SIGNALS.length);
});

it.each([
  ["of another version", (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, i) => (i === 8 ? 99 : byte))],
  ["cut off", (bytes: Uint8Array) => bytes.slice(0, 100)],
])("says what to do about a model %s", (_, change) => {
  const read = dataReader();
  const changed = {
    ...read,
    text: read.text.bind(read),
    bytes: (path: string) => (path === STANCE_MODEL_FILE ? change(read.bytes(path)) : read.bytes(path)),
  };
  expect(() => loadStanceResources(changed)).toThrow("npx tsx workshop/train-stance.ts");
});
