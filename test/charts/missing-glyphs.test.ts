import { describe, expect, test } from "vitest";
import { missingGlyphs } from "../../src/charts/missing-glyphs.ts";
import { renderPng, renderSvg } from "../../src/charts/render.ts";
import { voteChart } from "../../src/charts/votes.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { analysisOf } from "../report/sample-analysis.ts";

const svgOf = (text: string) => `<svg><g aria-label="말"><text fill="#000">${text}</text></g></svg>`;

describe("characters that a PNG leaves blank", () => {
  test.each([
    ["日本語とEnglish、ｶﾅ、①㈱、髙﨑、…", []],
    ["Привет, Ελλάδα, é ½ ß", []],
    ["😀🥖 👨‍👩‍👧 が\u3099\u200b", []],
    ["说了 话", [{ script: "Chinese or rare kanji", characters: "说话" }]],
    ["한국 한", [{ script: "Korean", characters: "한국" }]],
    [
      "عربية と 日本語 と ไทย",
      [
        { script: "Arabic", characters: "عربية" },
        { script: "Thai", characters: "ไทย" },
      ],
    ],
  ])("%s", async (text, missing) => {
    expect(await missingGlyphs(svgOf(text))).toEqual(missing);
  });

  test("of a real chart they are those of its labels", async () => {
    const analysis = analysisOf({
      title: "題",
      text: "本文。",
      comments: [{ author: "김", up: 3, text: "賛成です", score: 0 }],
    });
    const svg = await renderSvg(voteChart(commentTable(analysis)));
    expect(await missingGlyphs(svg)).toEqual([{ script: "Korean", characters: "김" }]);
  });

  test("a font file that is not there is an error, as is an unknown option", async () => {
    const chart = voteChart(commentTable(analysisOf({ title: "題", text: "本文。", comments: [] })));
    await expect(renderPng(chart, { fonts: ["nowhere.otf"] })).rejects.toThrow(/no font file "nowhere\.otf"/u);
    await expect(missingGlyphs(svgOf("说"), { fonts: ["nowhere.otf"] })).rejects.toThrow(/no font file/u);
    await expect(missingGlyphs("", { font: [] } as object)).rejects.toThrow(/takes: fonts, systemFonts/u);
  });
});
