import { beforeAll, describe, expect, it } from "vitest";
import { findIndirect } from "../../../../src/annotate/quotations/reported/find-indirect.ts";
import { type Bench, bench } from "../quotations-of.ts";

let made: Bench;
beforeAll(async () => {
  made = await bench();
});

describe("a subject that a clause within the words takes for its own tells nothing", () => {
  it.each<[string, (string | null)[]]>([
    // The clause is another's: the words have no speaker, or are the writer's own thought.
    ["妻が市民権を取ったんだけど、これで一息つけると思っていた。", []],
    ["前にはメンバーがいないから私だけ前列だと思ってる。", []],
    ["今は企業が引っ越しの責任を負わなくなったから事業が縮んだと説明していたよ。", [null]],
    ["普通の人は窓口に連絡しないと思うけど、私はした。", []],
    // One who speaks stands outside of such a clause.
    ["大臣は雨が強いから会議は延期すると述べた。", ["大臣"]],
    ["知事が雨が降れば中止すると述べた。", ["知事"]],
    ["首相が来週から訪米すると述べた。", ["首相"]],
    ["町長が値上げは避けられないと説明した。", ["町長"]],
    ["妻は来月には帰れると思っていた。", ["妻"]],
  ])("%s", (text, speakers) => {
    const frame = made.frameOf(text);
    const found = findIndirect(frame, 0, frame.length, made.resources);
    expect(
      found.map(({ speaker }) => (speaker === null ? null : text.slice(speaker.phrase.start, speaker.phrase.end))),
    ).toEqual(speakers);
  });
});
