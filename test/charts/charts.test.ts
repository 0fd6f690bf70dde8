import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { chartNamed, charts } from "../../src/charts/charts.ts";
import { citationChart } from "../../src/charts/citations.ts";
import { renderPng, renderSvg } from "../../src/charts/render.ts";
import { firstWords } from "../../src/charts/rows.ts";
import { textWidth } from "../../src/charts/text-width.ts";
import { threadChart } from "../../src/charts/thread.ts";
import { MOST_MARKS } from "../../src/charts/vega-lite.ts";
import { voteChart } from "../../src/charts/votes.ts";
import { codeTable } from "../../src/measure/codes/code-table.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { Table } from "../../src/tables/table.ts";
import { hostileAnalysis } from "../report/hostile.ts";
import { analysisOf } from "../report/sample-analysis.ts";
import { sample, sampleCodes } from "./sample.ts";

const here = dirname(fileURLToPath(import.meta.url));
const tablesOf = (analyses: readonly Analysis[]) => (name: string) =>
  name === "codes"
    ? (codeTable(analyses, { codes: sampleCodes }) as unknown as Table)
    : tableNamed(name).project(analyses);

const sampleComments = tablesOf([sample])("comments");

/** `UPDATE_SVG=1 npx vitest run test/charts` writes the pictures anew; look at them before committing. */
function expectPicture(name: string, svg: string): void {
  const file = join(here, `${name}.svg`);
  if (process.env.UPDATE_SVG === "1") writeFileSync(file, `${svg}\n`);
  expect(existsSync(file), `${file} is committed`).toBe(true);
  expect(`${svg}\n`).toBe(readFileSync(file, "utf8"));
}

const one: Analysis = { ...sample, ...onlyFirstComment(sample) };

function onlyFirstComment(analysis: Analysis): Partial<Analysis> {
  const comment = analysis.discussion.comments[0]!;
  const inside = <T extends { readonly unit: string }>(rows: readonly T[]) => rows.filter(({ unit }) => unit === "c1");
  return {
    discussion: { ...analysis.discussion, comments: [comment] },
    units: analysis.units.filter(({ id }) => id === "c1"),
    entities: analysis.entities.slice(0, 1),
    mentions: inside(analysis.mentions),
    citations: analysis.citations.slice(0, 1),
    quotations: analysis.quotations.slice(0, 1),
    references: [],
    sentiments: inside(analysis.sentiments),
    claims: inside(analysis.claims),
  };
}

describe.each(charts)("chart $name", ({ name, build }) => {
  test("draws the sample thread as its committed picture", async () => {
    const chart = build(tablesOf([sample]));
    expect(chart.name).toBe(name);
    expect(chart.rows.length).toBeGreaterThan(0);
    expectPicture(name, await renderSvg(chart));
    if (process.env.PNG_FOLDER !== undefined) {
      mkdirSync(process.env.PNG_FOLDER, { recursive: true });
      writeFileSync(join(process.env.PNG_FOLDER, `${name}.png`), await renderPng(chart));
    }
  });

  test("says so when there is nothing", async () => {
    const chart = build(tablesOf([]));
    expect(chart.rows).toEqual([]);
    const svg = await renderSvg(chart);
    expect(svg).toContain("図にするデータがありません");
    expectPicture(`${name}.empty`, svg);
  });

  test("draws a single comment sensibly", async () => {
    const svg = await renderSvg(build(tablesOf([one])));
    expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
    expectPicture(`${name}.one`, svg);
    if (process.env.PNG_FOLDER !== undefined) {
      writeFileSync(join(process.env.PNG_FOLDER, `${name}.one.png`), await renderPng(build(tablesOf([one]))));
    }
  });

  test("leads back: every row names units that exist, every span lies in its unit", () => {
    const units = new Map(sample.units.map(({ id, text }) => [`${sample.discussion.id}/${id}`, text]));
    for (const row of build(tablesOf([sample])).rows) {
      expect(row.units.length).toBeGreaterThan(0);
      for (const unit of row.units) expect(units.has(unit), unit).toBe(true);
      for (const span of row.spans ?? []) {
        const { unit, start, end } = /^(?<unit>.+):(?<start>\d+)-(?<end>\d+)$/u.exec(span)!.groups!;
        expect(Number(end), span).toBeLessThanOrEqual(units.get(unit!)!.length);
        expect(Number(start), span).toBeLessThan(Number(end));
      }
    }
  });

  test("speaks English when asked", async () => {
    const { title, spec } = build(tablesOf([sample]), { lang: "en" });
    expect(title).toMatch(/^[\x20-\x7e’–“”]+$/u);
    expect(JSON.stringify((spec as { title: unknown }).title)).not.toMatch(/[ぁ-んァ-ン一-龥]/u);
  });

  test("refuses an option it does not know, and lists those it does", () => {
    expect(() => build(tablesOf([sample]), { colour: "red" } as object)).toThrow(
      /no option "colour"; it takes: lang, title/u,
    );
  });

  test("stays within the number of marks", () => {
    expect(build(tablesOf([sample])).rows.length).toBeLessThanOrEqual(MOST_MARKS);
  });
});

describe("charts of large threads", () => {
  const large = analysisOf({
    title: "大",
    text: "町の話。",
    comments: Array.from({ length: 4000 }, (_, i) => ({
      author: `人${i % 900}`,
      up: (i * 7919) % 97,
      text: `小麦の値上げ、商工会の助成、町の店${i}。`,
      score: ((i * 31) % 20) / 10 - 1,
      posted: `2023-04-${String(1 + (i % 28)).padStart(2, "0")}T${String(i % 24).padStart(2, "0")}:${String(i % 60).padStart(2, "0")}`,
      ...(i % 4 === 0 ? {} : { replyTo: i - 1 }),
    })),
  });
  const tables = memo(tablesOf([large]));

  test.each(charts)("$name sends at most 3,000 marks, and says nothing of a warning", async ({ build }) => {
    const chart = build(tables);
    // Every mark is an element with a role of its own; rules, lines and texts are counted too.
    const marks = (await renderSvg(chart)).match(/role="graphics-symbol"/gu)?.length ?? 0;
    expect(marks).toBeGreaterThanOrEqual(chart.rows.length);
    expect(marks).toBeLessThanOrEqual(MOST_MARKS);
  });
});

describe("charts do not depend on where they are drawn", () => {
  test.each([
    "Pacific/Kiritimati",
    "America/Los_Angeles",
    "Asia/Tokyo",
  ])("activity in %s is the committed picture", (zone) => {
    const script = `
      import { charts } from "./src/charts/charts.ts";
      import { renderSvg } from "./src/charts/render.ts";
      import { tableNamed } from "./src/measure/tables.ts";
      import { sample } from "./test/charts/sample.ts";
      const chart = charts.find(({ name }) => name === "activity").build((name) => tableNamed(name).project(sample));
      renderSvg(chart).then((svg) => process.stdout.write(svg));`;
    const root = join(here, "../..");
    const options = { cwd: root, env: { ...process.env, TZ: zone, LANG: "tr_TR.UTF-8" }, encoding: "utf8" as const };
    const drawn = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], options);
    expect(`${drawn}\n`).toBe(readFileSync(join(here, "activity.svg"), "utf8"));
  });
});

describe("charts of hostile text", () => {
  test.each(charts)("$name is whole XML that a strict reader draws", async ({ build }) => {
    const picture = await renderPng(build(tablesOf([hostileAnalysis])), { scale: 0.5 });
    expect([...picture.slice(1, 4)]).toEqual([...Buffer.from("PNG")]);
  });
});

describe("titles and labels", () => {
  test.each([
    ["改行\nと\tタブ", "改行 と タブ"],
    ["\u202e逆さ\u202c", "逆さ"],
    ["\u0000\u0007x", "x"],
    ["半分\ud83d", "半分\ufffd"],
    ["👨‍👩‍👧 家族", "👨‍👩‍👧 家族"],
    [null, ""],
  ])("the first words of %j are %j", (text, words) => {
    expect(firstWords(text)).toBe(words);
  });

  test("the first words are cut between characters", () => {
    expect(firstWords("𠮷野家𠮷野家", 3)).toBe("𠮷野家…");
  });

  test("a long Japanese label is cut to its room, a long title is not cut", async () => {
    const title = "町のパン屋をめぐる長い長い題名は、幅を正しく測らなければ途中で切れてしまう";
    const svg = await renderSvg(voteChart(sampleComments, { title }));
    expect(svg).toContain(title);
    const label = `カザフスタン、${"プーチン大統領が要請した派兵を拒否、".repeat(3)}`;
    const cited: Analysis = {
      ...sample,
      citations: [{ ...sample.citations[0]!, role: "related", title: label, outlet: null, holder: null }],
    };
    const drawn = await renderSvg(citationChart(tablesOf([cited])("citations")));
    const shown = /カザフスタン、[^<"]*…(?=<)/u.exec(drawn)![0];
    expect(textWidth(shown) * 12).toBeLessThanOrEqual(720);
  });

  test.each([
    ["票", 1],
    ["ｶﾅ", 1],
    ["世論", 2],
    ["👪", 1],
    ["が\u3099", 1],
    // Drawn by the Japanese face as soon as one letter needs it.
    ["Русь", 4 * 0.64],
    ["Русь国", 5],
    ["", 0],
  ])("%j is %d em wide", (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test("a missing column is an error that lists the columns there are", () => {
    expect(() => voteChart(sampleComments.select(["discussion", "id", "author", "text"]))).toThrow(
      'chart "votes" needs a column "up"; the table "comments" has: discussion, id, author, text',
    );
  });

  test("an unknown chart is an error that lists the charts there are", () => {
    expect(() => chartNamed("vote")).toThrow(/there is no chart "vote"; known charts: opinions, opinion-map, /u);
  });

  test("dislikes stand against likes", async () => {
    const both = analysisOf({
      title: "両",
      text: "本文。",
      comments: [{ author: "あ", up: 5, down: 12, text: "い", score: 0 }],
    });
    const { rows } = voteChart(tablesOf([both])("comments"));
    expect(rows[0]).toMatchObject({ up: 5, down: -12 });
    expectPicture("votes.both", await renderSvg(voteChart(tablesOf([both])("comments"))));
  });
});

describe("several discussions in one chart", () => {
  const third = analysisOf({
    id: "ffffffffffff",
    title: "駅前のパン屋、閉店へ",
    text: "駅前の話。",
    comments: [
      { author: "みかん", up: 3, text: "駅前もいい", score: 0.5 },
      { author: "ほたる", up: 1, text: "残念", score: -0.5, replyTo: 0 },
    ],
  });
  const named = chartNamed("thread");
  const discussions = { [sample.discussion.id]: sample.discussion.article.title, ffffffffffff: "駅前のパン屋、閉店へ" };

  test("the thread names each, and no line stands on another", async () => {
    const chart = named.build(tablesOf([sample, third]), { discussions });
    const svg = await renderSvg(chart);
    for (const title of Object.values(discussions)) expect(svg).toContain(`>${title}</text>`);
    const lines = chart.rows.map(({ line }) => line);
    expect(lines).toEqual([...Array.from({ length: 15 }, (_, i) => i + 1), 17, 18]);
    expect(chart.rows.at(-1)).toMatchObject({ line: 18, parentLine: 17 });
    expectPicture("thread.two", svg);
  });

  test("those without a name are numbered; one alone is not named", async () => {
    const numbered = await renderSvg(named.build(tablesOf([sample, third])));
    expect(numbered).toContain(">議論1</text>");
    expect(numbered).toContain(">議論2</text>");
    expect(await renderSvg(named.build(tablesOf([sample]), { discussions }))).toBe(
      await renderSvg(named.build(tablesOf([sample]))),
    );
  });

  test("comments sorted by votes stay with their discussion", () => {
    const mixed = tablesOf([sample, third])("comments").sortBy("up", { descending: true });
    const order = threadChart(mixed).rows.map(({ units }) => units[0]!.split("/")[0]);
    expect(order).toEqual([...Array(15).fill(sample.discussion.id), "ffffffffffff", "ffffffffffff"]);
  });
});

describe("dates below the bars of activity", () => {
  const labels = async (days: readonly string[]) => {
    const analysis = analysisOf({
      title: "日付",
      text: "本文。",
      comments: days.map((posted) => ({ author: "あ", up: 1, text: "い", score: 0, posted })),
    });
    const svg = await renderSvg(chartNamed("activity").build(tablesOf([analysis])));
    return [...svg.matchAll(/>(\d{4}\/\d\d\/\d\d)<\/text>/gu)].map(([, label]) => label);
  };
  const march = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => `2023-03-${String(first + i).padStart(2, "0")}`);

  test.each([
    ["every day of a month", march(1, 31)],
    ["eight days", march(1, 8)],
    ["two days", ["2023-03-01", "2023-03-02"]],
    ["the last two close together", ["2022-09-15", "2023-03-30", "2024-06-06", "2024-06-13"]],
  ])("%s: the first and the last are written", async (_, days) => {
    const shown = await labels(days);
    expect(shown[0]).toBe(days[0]!.replaceAll("-", "/"));
    expect(shown.length).toBeGreaterThan(1);
    // Bars of a week begin on a Thursday, on or before the day.
    const last = Date.parse(days.at(-1)!) - Date.parse(shown.at(-1)!.replaceAll("/", "-"));
    expect(last).toBeGreaterThanOrEqual(0);
    expect(last).toBeLessThan(7 * 86_400_000);
  });

  test("one day has one label", async () => {
    expect(await labels(["2023-03-01"])).toEqual(["2023/03/01"]);
  });
});

function memo<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const value = made.get(name) ?? make(name);
    made.set(name, value);
    return value;
  };
}
