import { beforeAll, describe, expect, it } from "vitest";
import { loadResources, type Resources } from "../../src/index.ts";
import { layerFaults } from "../../workshop/fuzz/layer-faults.ts";
import { randomText, sampleSentences } from "../../workshop/fuzz/random-text.ts";
import { patience } from "../patience.ts";

const RUNS = 600;
const SEED = 20261130;

/** Texts that once went wrong, shrunk: marks that nobody sees on either side of a blank. */
const ONCE_WRONG: readonly string[] = [
  "\u200b \u2022",
  " \ufe0fの",
  "\u202e タ",
  "\u200e ：",
  " \ufeffな",
  "駅 \u200b \ufe0f前",
  "駅\u200b \u200b",
  "\u200b",
  "ﾃﾞ\u200b \u200bｰﾀ",
];

describe("no text makes a layer break its promises", () => {
  let resources: Resources;
  beforeAll(async () => {
    resources = await loadResources();
  });

  it.each(ONCE_WRONG)("%j", (text) => expect(layerFaults(text, resources)).toEqual([]));

  it(
    `${RUNS} texts of cut sentences and odd signs`,
    () => {
      const sentences = sampleSentences();
      expect(sentences.length).toBeGreaterThan(100);
      for (let run = 0; run < RUNS; run++) {
        const text = randomText(sentences, SEED + run);
        expect(layerFaults(text, resources), JSON.stringify(text)).toEqual([]);
      }
    },
    patience(60_000),
  );
});
