import { beforeAll, describe, expect, it } from "vitest";
import { CARRIER_RULES } from "../../../src/annotate/citations/carriers.ts";
import { type CitationResources, loadCitationResources } from "../../../src/annotate/citations/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";

let maker: Awaited<ReturnType<typeof unitMaker>>;
let resources: CitationResources;
beforeAll(async () => {
  maker = await unitMaker();
  resources = loadCitationResources(dataReader());
});

function standsIn(text: string): boolean {
  const { tokens, sentences } = maker.unitOf(text);
  return sentences.some((sentence) => resources.signs.standIn(tokens, sentence));
}

describe("a sentence in which an outlet may carry information has a sign of it", () => {
  it.each(CARRIER_RULES.map(({ name, example }) => [name, example]))("%s: %s", (_, example) =>
    expect(standsIn(example)).toBe(true));

  it("every phrase is one", () => {
    const phrases = [...resources.before, ...resources.after.map(({ pattern }) => pattern)];
    expect(phrases.filter((phrase) => !standsIn(`港新聞${phrase}港`))).toEqual([]);
  });

  it.each(["港新聞が届いた。", "朝日新聞は高い。", "テレビを買った"])("%s has none", (text) =>
    expect(standsIn(text)).toBe(false));
});
