import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCorpus } from "../../src/corpus/build/build-corpus.ts";
import { type Corpus, openCorpus } from "../../src/corpus/open-corpus.ts";
import { corpusOpinions } from "../../src/corpus/opinions/corpus-opinions.ts";
import { drawRest, drawSample } from "../../src/corpus/opinions/draw-sample.ts";
import { seededRandom } from "../../src/measure/random.ts";
import { loadResources, type Resources } from "../../src/resources.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-corpus-opinions-"));
afterAll(() => rmSync(root, { recursive: true }));

/** What is said in so many of ten comments, in words that vary. */
const SAID = [
  {
    of: 5,
    about: ["バスの本数", "路線バスの便", "朝のバス"],
    wish: ["を増やしてほしい", "が少なすぎて困る", "をもっと走らせるべきだ"],
  },
  {
    of: 3,
    about: ["水道料金", "水道の値上げ", "水道代"],
    wish: ["には反対だ", "は家計に響くのでやめてほしい", "は高すぎると思う"],
  },
  {
    of: 2,
    about: ["図書館の閉館時間", "図書館の夜間開館", "市立図書館"],
    wish: ["を夜9時まで延ばしてほしい", "は夜まで開けるべきだ", "をもっと遅くまで開けて"],
  },
] as const;
const WHEN = [
  "通勤のとき",
  "子どもがいるので",
  "年を取ると",
  "毎週",
  "冬になると",
  "仕事の帰りに",
  "休みの日は",
  "正直に言って",
];
const COMMENTS = 900;

let corpus: Corpus;
let resources: Resources;
const count = [0, 0, 0];
beforeAll(async () => {
  const random = seededRandom(3);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
  const rows = Array.from({ length: COMMENTS }, (_, i) => {
    const place = random() * 10 < 5 ? 0 : random() * 5 < 3 ? 1 : 2;
    count[place]!++;
    const { about, wish } = SAID[place]!;
    return `人${i},${pick(WHEN)}${pick(about)}${pick(wish)}。`;
  });
  mkdirSync(join(root, "pages"));
  for (const page of [0, 1, 2])
    writeFileSync(
      join(root, `pages/p${page}.csv`),
      `author,text\n${rows.slice(page * 300, page * 300 + 300).join("\n")}\n`,
    );
  await buildCorpus(
    [0, 1, 2].map((page) => join(root, `pages/p${page}.csv`)),
    join(root, "corpus"),
    { layers: ["dates"] },
  );
  corpus = await openCorpus(join(root, "corpus"));
  resources = await loadResources();
}, 120_000);
afterAll(() => corpus.close());

const shareOf = (
  about: RegExp,
  rows: readonly { readonly examples: readonly { readonly text: string }[]; readonly share: number }[],
) =>
  rows
    .filter(({ examples }) => examples.every(({ text }) => about.test(text)))
    .reduce((sum, { share }) => sum + share, 0);

describe("the opinions of a corpus", () => {
  test("have the shares of all comments, whoever was drawn", async () => {
    const all = [...(await corpusOpinions(corpus, { sample: 150, resources }))];
    const leaves = all.filter(({ id }) => id.startsWith("o") && id !== "other");
    for (const [place, about] of [/バス/u, /水道/u, /図書館/u].entries())
      expect(Math.abs(shareOf(about, leaves) - count[place]! / COMMENTS), String(about)).toBeLessThan(0.1);
    for (const { share, shareLow, shareHigh, sampled, assigned, trust } of all) {
      expect([sampled, assigned]).toEqual([150, COMMENTS - 150]);
      expect(shareLow).toBeLessThanOrEqual(share);
      expect(shareHigh).toBeGreaterThanOrEqual(share);
      expect(shareHigh).toBeGreaterThan(shareLow);
      expect(trust).toBeGreaterThanOrEqual(0);
    }
  });

  test("are told more exactly than by the sample alone, where assignment agrees with the groups", async () => {
    const [assigned, alone] = [
      [...(await corpusOpinions(corpus, { sample: 150, resources }))],
      [...(await corpusOpinions(corpus, { sample: 150, assign: 0, resources }))],
    ];
    expect(alone.map(({ id }) => id)).toEqual(assigned.map(({ id }) => id));
    for (const [i, { id, agreement, shareLow, shareHigh }] of assigned.entries()) {
      const { shareLow: low, shareHigh: high, trust, assignedShare, share, sampleShare } = alone[i]!;
      expect([trust, assignedShare, share]).toEqual([0, null, sampleShare]);
      // The two shares differ, and with them a little how wide an interval is.
      if (agreement !== null && agreement > 0.7) expect(shareHigh - shareLow, id).toBeLessThan((high - low) * 1.05);
    }
    const width = (rows: typeof assigned) =>
      rows.reduce((sum, { shareLow, shareHigh }) => sum + shareHigh - shareLow, 0);
    expect(width(assigned)).toBeLessThan(width(alone));
  });

  test("some of the rest assigned lie between none and all", async () => {
    const [row] = [...(await corpusOpinions(corpus, { sample: 150, assign: 100, resources }))];
    expect([row!.sampled, row!.assigned]).toEqual([150, 100]);
  });

  test("of a corpus that was drawn whole are counted", async () => {
    for (const { share, shareLow, shareHigh, sampleShare, assigned } of await corpusOpinions(corpus, { resources }))
      expect([shareLow, shareHigh, sampleShare, assigned]).toEqual([share, share, share, 0]);
  });

  test("are the same bytes in every run, and their examples stand where they say", async () => {
    const asked = { sample: 150, seed: 5, resources };
    const [one, two] = [await corpusOpinions(corpus, asked), await corpusOpinions(corpus, asked)];
    expect([...one]).toEqual([...two]);
    const texts = new Map(
      [...(await corpus.query("SELECT discussion || '/' || id AS place, text FROM comments"))].map(
        ({ place, text }) => [place, String(text)],
      ),
    );
    for (const { examples } of one)
      for (const { discussion, unit, start, end, text } of examples)
        expect(texts.get(`${discussion}/${unit}`)!.slice(start, end)).toBe(text);
  });

  test.each<[object, RegExp]>([
    [{ sample: 0 }, /sample is a whole number from 1, not 0/u],
    [{ assign: -1 }, /assign is a whole number from 0, or Infinity, not -1/u],
    [{ samples: 3 }, /samples/u],
  ])("%o is no way to ask", async (options, message) => {
    await expect(corpusOpinions(corpus, { ...options, resources })).rejects.toThrow(message);
  });
});

test("sample and rest are all comments, none twice", async () => {
  const sample = await drawSample(corpus, 150, 1);
  const texts = [...sample.drawn.map(({ text }) => text)];
  let first = 0;
  for await (const some of drawRest(corpus, sample, Number.POSITIVE_INFINITY)) texts.push(...some);
  for await (const some of drawRest(corpus, sample, 33)) first += some.length;
  const all = (await corpus.query("SELECT text FROM comments")).column("text").map(String);
  expect(texts.sort()).toEqual(all.sort());
  expect(first).toBe(33);
});
