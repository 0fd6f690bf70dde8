import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { bundleReportAssets } from "../../scripts/report-assets.ts";
import { analyze, analyzeFile } from "../../src/analyze.ts";
import { charts } from "../../src/charts/charts.ts";
import { voteChart } from "../../src/charts/votes.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { packageRoot } from "../../src/model/data-folder.ts";
import type { ReportAssets } from "../../src/report/assets.ts";
import { CHART_NAMES, chartName } from "../../src/report/chart-names.ts";
import { METHODS } from "../../src/report/method-words.ts";
import type { ReportOptions } from "../../src/report/report.ts";
import { renderReport } from "../../src/report/report.ts";
import { loadResources } from "../../src/resources.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { sample, sampleCodes } from "../charts/sample.ts";
import { analysisOf } from "./sample-analysis.ts";

const page = (name: string) => join(packageRoot(), "data/pages", name);
let assets: ReportAssets;
const pages = new Map<string, Analysis>();

beforeAll(async () => {
  assets = await bundleReportAssets();
  for (const name of ["harbour.txt", "railway-core.html", "survey-library.csv"])
    pages.set(name, await analyzeFile(page(name)));
}, 120_000);

const of = (name: string) => pages.get(name)!;
const report = (analyses: Analysis | readonly Analysis[], options: ReportOptions = {}) =>
  renderReport(analyses, { assets, ...options });
/** Returns the words of a section, or null where it is not there. */
function section(html: string, id: string): string | null {
  const from = html.indexOf(`<section class="section" id="${id}"`);
  if (from < 0) return null;
  const next = html.indexOf('<section class="section', from + 1);
  return words(html.slice(from, next < 0 ? html.length : next).replace(/<noscript>[\s\S]*?<\/noscript>/gu, ""));
}
const words = (html: string) =>
  html
    .replace(/<[^>]*>/gu, "")
    .replaceAll("&gt;", ">")
    .replaceAll("&#34;", '"');
const sectionIds = (html: string) => [...html.matchAll(/<section class="section" id="([\w-]+)"/gu)].map(([, id]) => id);
const chartIds = (html: string) =>
  [...html.matchAll(/<section class="chart" id="chart-([\w-]+)"/gu)].map(([, id]) => id);
const headline = (html: string) =>
  [...(/<ul class="headline">([\s\S]*?)<\/ul>/u.exec(html)?.[1] ?? "").matchAll(/<li>([\s\S]*?)<\/li>/gu)].map(
    ([, li]) => words(li!),
  );

describe("the sections of the report", () => {
  test("stand in the order of what a reader asks, each chart in one of them", async () => {
    const html = await report(sample, { codes: sampleCodes });
    expect(sectionIds(html)).toEqual(
      "opinions sides exchanges tone people quotations sources worth time words".split(" "),
    );
    expect(chartIds(html).sort()).toEqual(charts.map(({ name }) => name).sort());
  });

  test.each([
    [["votes"], ["worth"]],
    [
      ["thread", "keywords"],
      ["exchanges", "words"],
    ],
    [["sentiment"], ["tone"]],
  ])("of %j alone are %j", async (asked, ids) => {
    const html = await report(sample, { charts: asked });
    expect(sectionIds(html)).toEqual(ids);
    expect(chartIds(html).sort()).toEqual([...asked].sort());
  });

  test("a chart of one's own stands in a section of others", async () => {
    const mine = { ...voteChart(commentTable(sample)), name: "mine", title: "わたしの図：長さと票" };
    const html = await report(sample, { charts: [mine] });
    expect(sectionIds(html)).toEqual(["others"]);
    expect(section(html, "others")).toContain("わたしの図：長さと票");
    expect(chartName(mine, "ja")).toBe("わたしの図");
  });

  test("without a proposition nothing is said of sides", async () => {
    const html = await report(of("railway-core.html"));
    expect(section(html, "sides")).toBeNull();
    expect(headline(html).join("")).toContain("語調");
  });

  test("with one, shares stand with their intervals, and whether these tell for from against", async () => {
    const html = await report(sample);
    const told = section(html, "sides")!;
    expect(told).toMatch(/賛成\d+%\d+〜\d+%/u);
    expect(told).toMatch(/どちらが多いとは言えない|のほうが多い/u);
    expect(headline(html)[2]).toMatch(/賛成は\d+%（\d+〜\d+%）、反対は\d+%（\d+〜\d+%）と推定される/u);
  });

  test.each([
    "harbour.txt",
    "railway-core.html",
  ])("exchanges of %s: how replies stand, and the most contested in their own words", async (name) => {
    const analysis = of(name);
    const told = section(await report(analysis), "exchanges")!;
    const count = (stance: string) => analysis.stances.filter((row) => row.stance === stance).length;
    expect(told).toContain(`返信${analysis.stances.length}件を機械が読むと、同意${count("agree")}件`);
    expect(told).toContain(`異論${count("disagree")}件`);
    const dissent = analysis.stances.filter(({ stance }) => stance === "disagree");
    const quoted = dissent.filter(({ unit, toward }) =>
      [unit, toward].every((id) =>
        told.includes(
          analysis.discussion.comments
            .find((comment) => comment.id === id)!
            .text.trim()
            .slice(0, 12),
        ),
      ),
    );
    expect(quoted.length).toBeGreaterThan(0);
  });

  test("people and things are counted in comments, the article's count stands beside", async () => {
    const html = await report(of("harbour.txt"));
    const { mentions, entities } = of("harbour.txt");
    const [, name, comments, times, inArticle] =
      /<th scope="row" dir="auto"><bdi>([^<]+)<\/bdi> <span class="kind">[^<]+<\/span><\/th><td class="number">(\d+)<\/td><td class="number">(\d+)<\/td><td class="number">(\d+|–)<\/td>/u.exec(
        html.slice(html.indexOf('id="people"')),
      )!;
    const { id } = entities.find((entity) => entity.name === name)!;
    const own = mentions.filter(({ entity }) => entity === id);
    const inComments = own.filter(({ unit }) => unit !== "article");
    expect(Number(comments)).toBe(new Set(inComments.map(({ unit }) => unit)).size);
    expect(Number(times)).toBe(inComments.length);
    expect(inArticle === "–" ? 0 : Number(inArticle)).toBe(own.length - inComments.length);
  });

  test("quotations name whose words they are: what 妻, あの子 and nobody say is folded away, as it is written", async () => {
    const said = (speaker: string | null, words: string) => ({ speaker, words, verb: "言う", outlet: null });
    const told = section(
      await report(
        analysisOf({
          title: "停留所",
          text: "町長は「直します」と言った。",
          comments: [
            { author: "カラス", up: 1, score: 0, text: "妻は「寒い」と言う。あの子は「遅い」と言う。「残して」とも。" },
          ],
          quotations: [said("町長", "直します"), said("妻", "寒い"), said("あの子", "遅い"), said(null, "残して")],
        }),
      ),
      "quotations",
    )!;
    const [named, nobody] = told.split("だれの言葉かわからないもの3か所");
    expect(named).toContain("記事に1か所");
    expect(named).toContain("町長");
    expect(named).not.toMatch(/妻|あの子|コメントに/u);
    expect(nobody).toMatch(/妻.*あの子/su);
  });

  test("an attitude (反米) and an office alone are in no list of who is spoken of, and no field", async () => {
    const entity = (name: string, label: "NORP" | "GPE" | "PERSON") => ({
      id: name,
      name,
      label,
      names: [name],
      scores: [],
    });
    const html = await report(
      analysisOf({
        title: "外交",
        text: "会談の話。",
        comments: [{ author: "カラス", up: 1, score: 0, text: "反米も大統領も米国も反体制派も出てくる。" }],
        entities: [
          entity("反米", "NORP"),
          entity("大統領", "PERSON"),
          entity("米国", "GPE"),
          entity("反体制派", "NORP"),
        ],
      }),
    );
    const field = /<select id="f-person">[\s\S]*?<\/select>/u.exec(html)![0];
    for (const listed of [section(html, "people")!, field]) {
      expect(listed).toMatch(/米国/u);
      expect(listed).toMatch(/反体制派/u);
      expect(listed).not.toMatch(/反米|大統領/u);
    }
  });

  test("a chart of the article alone is from no comments, and does not count none", async () => {
    const html = await report(
      analysisOf({
        title: "停留所",
        text: "参考:町報 冬号",
        comments: [{ author: "カラス", up: 1, score: 0, text: "直してほしい。" }],
        citations: [{ words: "町報 冬号", role: "source", outlet: "町報" }],
      }),
      { charts: ["citations", "votes"] },
    );
    expect(words(html)).toContain("記事だけから。");
    expect(words(html)).not.toMatch(/のうち0件から/u);
  });

  test("credits of pictures are folded away from the sources", async () => {
    const html = await report(of("harbour.txt"));
    const credits = of("harbour.txt").citations.filter(({ role }) => role === "image-credit");
    expect(credits.length).toBeGreaterThan(0);
    const sources = html.slice(html.indexOf('id="sources"'), html.indexOf('id="worth"'));
    const [before, folded] = sources.split('<details class="lazy"><summary>画像の出典');
    expect(folded).toContain(credits[0]!.holder ?? credits[0]!.outlet ?? credits[0]!.text);
    expect(before).not.toContain("画像の出典</td>");
  });

  test("what was asked after has a row, also where nobody says it, and grey where that is not sure", async () => {
    const analysis = await analyzeFile(page("railway-core.html"), { targets: ["バス", "新幹線"] });
    const html = await report(analysis, { targets: ["バス", "新幹線"] });
    const told = section(html, "targets")!;
    expect(told).toMatch(/バス\d+/u);
    expect(told).toContain("新幹線00–手がかりなし");
    expect(section(await report(of("railway-core.html")), "targets")).toBeNull();
  });

  test("a survey without an article, replies and votes says nothing of them", async () => {
    const html = await report(of("survey-library.csv"));
    expect(sectionIds(html)).not.toContain("exchanges");
    expect(section(html, "worth")).toContain("票の数は、どのコメントにも表示されていない");
    expect(headline(html)[0]).toBe("コメントは48件、どれにも名前がない。返信はない。");
  });

  test("a survey has no field, order or column of what no answer has", async () => {
    const html = await report(of("survey-library.csv"));
    for (const id of ["f-votes", "f-author"]) expect(html).not.toContain(`id="${id}"`);
    expect(html).not.toContain('class="votes');
    const orders = [...html.matchAll(/<option value="(\w+)" title/gu)].map(([, order]) => order);
    expect(orders).toEqual(["page", "typical", "unlike", "length"]);
    expect(section(html, "people")).not.toContain("記事");
    expect(section(html, "opinions")).not.toContain("◇");
    const thread = await report(of("harbour.txt"));
    for (const id of ["f-votes", "f-author"]) expect(thread).toContain(`id="${id}"`);
    expect(section(thread, "people")).toContain("記事では");
  });

  test.each([
    "survey-library.csv",
    "harbour.txt",
    "railway-core.html",
  ])("shares of tones make no more than a hundred together: %s", async (page) => {
    const told = headline(await report(of(page))).find((line) => line.includes("語調"))!;
    const shares = [...told.matchAll(/(\d+)%（/gu)].map(([, share]) => Number(share));
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100);
  });

  test("tones whose share cannot be told have no number", async () => {
    const told = headline(await report(of("railway-core.html"))).find((line) => line.includes("語調"))!;
    expect(told).toContain("中立の割合は、誤りが大きく決められない");
    expect(told).not.toMatch(/中立<strong>|中立\s*\d+%/u);
  });

  test("opinions of several pages are told page by page, their shares are of different wholes", async () => {
    const html = await report([of("harbour.txt"), of("survey-library.csv")], { charts: ["opinions"] });
    expect(section(html, "opinions")).toMatch(/意見はページごとにまとめた（2ページで\d+個）/u);
  });

  test("every chart has a name for the navigation and a method in both languages", () => {
    for (const { name } of charts) {
      for (const words of [CHART_NAMES[name], METHODS[name]]) {
        expect(words?.ja, name).toMatch(/\p{Script=Hiragana}|\p{Script=Han}/u);
        expect(words?.en, name).toMatch(/^[\x20-\x7e–’“”…]*[a-z].*$/u);
      }
    }
  });
});

describe("the headline", () => {
  test.each(["ja", "en"] as const)("has five sentences without a statistician's words (%s)", async (lang) => {
    const told = headline(await report(of("harbour.txt"), { lang }));
    expect(told).toHaveLength(5);
    expect(told.join("")).not.toMatch(/ジニ|Gini|中央値|median|世論(?!調査)/u);
    expect(told[1]).toMatch(
      lang === "ja" ? /おもな論点は、「.+」（\d+件、\d+%）/u : /main points: “.+” \(\d+, \d+%\)/u,
    );
  });

  test("speaks of opinions where there are comments enough to group", async () => {
    const { discussion } = of("harbour.txt");
    const more = of("railway-core.html").discussion.comments.map((comment) => ({
      ...comment,
      id: `r${comment.id}`,
      replyTo: null,
    }));
    const many = analyze({ ...discussion, comments: [...discussion.comments, ...more] }, await loadResources());
    expect(headline(await report(many))[1]).toMatch(/おもな意見は、「.+」（\d+件、\d+%）/u);
  });

  test("ends with the comment that has the most votes, in its own words, as a link", async () => {
    const analysis = of("railway-core.html");
    const html = await report(analysis);
    const best = [...analysis.discussion.comments].sort((a, b) => (b.reactions.up ?? 0) - (a.reactions.up ?? 0))[0]!;
    expect(headline(html)[4]).toContain(best.text.trim().slice(0, 15));
    expect(/<ul class="headline">[\s\S]*?<\/ul>/u.exec(html)![0]).toContain(`href="#d0-${best.id}"`);
  });

  test("says of how many comments and names all shares are, and that it is no poll", async () => {
    expect(words(await report(of("harbour.txt")))).toContain(
      "このページの割合はどれも、この記事についたコメント45件（名前21人）のなかでの割合で、世論調査ではない。",
    );
  });
});

describe("copies", () => {
  const form = "水道の民営化に反対します。命の水を守りましょう。";
  const thread = analysisOf({
    title: "水道",
    text: "市は水道の運営を任せる。",
    comments: [
      { author: "あき", up: 1, text: "料金が上がらないならいいと思う。", score: 0, posted: "2023-04-01T08:00" },
      { author: "はる", up: 1, text: form, score: 0, posted: "2023-04-01T10:05" },
      { author: "なつ", up: 1, text: form, score: 0, posted: "2023-04-01T10:01" },
      { author: "名無し", up: 1, text: `${form}！`, score: 0, posted: "2023-04-01T10:20" },
      { author: "ふゆ", up: 1, text: form, score: 0, posted: "2023-04-01T18:00" },
    ],
  });

  test.each([
    [
      "ja",
      `「${form}」と、その写しが、2023-04-01 10:01から10:20までに3件続いた（名前2人。この間のコメントは全部で3件）。`,
    ],
    [
      "en",
      `“${form}” and its copies came 3 times between 2023-04-01 10:01 and 10:20 (2 names; 3 comments in all in that time).`,
    ],
  ] as const)("that came in a burst are told with their times, and lead to the first (%s)", async (lang, told) => {
    const html = await report(thread, { lang });
    expect(section(html, "opinions")).toContain(told);
    expect(/<ul class="bursts">[\s\S]*?<\/ul>/u.exec(html)![0]).toContain('href="#d0-c3"');
  });

  test("without a burst nothing is told of one", async () => {
    expect(await report(of("harbour.txt"))).not.toContain('class="bursts"');
  });
});

describe("several pages", () => {
  test("stand beside each other, a row each, which leads to the page", async () => {
    const html = await report([...pages.values()]);
    const table = html.slice(html.indexOf('id="comparison"'), html.indexOf('<div class="panes">'));
    expect(table.match(/data-discussion="\d"/gu)).toHaveLength(3);
    expect(words(table)).toContain("survey-library");
    expect(table.indexOf("<svg")).toBeGreaterThan(0);
    expect(table).not.toContain('class="all"');
  });

  test("beyond twenty, the rest is folded away until it is asked for", async () => {
    const many = Array.from({ length: 23 }, (_, i) => ({
      ...sample,
      discussion: { ...sample.discussion, id: `${i}`.padStart(12, "0") },
    }));
    const html = await report(many, { charts: ["votes"] });
    expect(html).toContain('<input type="checkbox" class="all"> 残り3件も表示する');
  });
});
