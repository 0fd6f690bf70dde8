import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { claimTable } from "../../../src/measure/opinions/claim-table.ts";
import { opinionTable } from "../../../src/measure/opinions/opinion-table.ts";
import type { Analysis } from "../../../src/model/analysis.ts";
import { readPage } from "../../../src/read/read.ts";
import { loadResources } from "../../../src/resources.ts";

let survey: Analysis;

beforeAll(async () => {
  const path = "data/pages/survey-library.csv";
  survey = analyze(readPage(readFileSync(path), { path }), await loadResources());
});

/** The opinions that an answer speaks for. */
function opinionsOf(id: string): ReadonlySet<string> {
  const { id: unit } = survey.discussion.comments.find(({ sourceId }) => sourceId === id)!;
  const rows = claimTable(survey)
    .filter((row) => row.unit === unit)
    .toRows();
  return new Set(rows.flatMap(({ opinion }) => (opinion === null || opinion === "other" ? [] : [opinion])));
}

describe("answers of a small survey", () => {
  test.each([
    ["21時まで開けてほしい", "L001", "朝8時に開けてもらえると", "L002"],
    ["西分館を閉めるのは仕方がない", "L035", "西分館をなくすなんてとんでもない", "L036"],
    ["西分館をなくすなんてとんでもない", "L036", "西分館は雨漏りもひどい", "L037"],
    ["マンガをもっと", "L012", "マンガより専門書", "L013"],
    ["公民館で受け取れるように", "L018", "公民館での受け取りサービス", "L019"],
    ["履歴を残さない方針", "L045", "残したい人だけ残せるように", "L046"],
  ])("%s (%s) and %s (%s) are one point", (_one, a, _other, b) => {
    const others = opinionsOf(b);
    expect([...opinionsOf(a)].some((opinion) => others.has(opinion))).toBe(true);
  });

  test.each([
    ["予約した本が届くまで", "L020", "21時まで開けてほしい", "L001"],
    ["予約した本が届くまで", "L020", "カフェを入れる計画", "L014"],
    ["予約した本が届くまで", "L020", "駐車場が狭すぎます", "L017"],
    ["マンガをもっと", "L012", "新聞を読む席が減らされて", "L029"],
    ["トイレが古くて暗い", "L025", "返却ポストが溢れている", "L039"],
    ["検索サイトが使いにくい", "L031", "自動貸出機の導入", "L010"],
  ])("%s (%s) and %s (%s) are not", (_one, a, _other, b) => {
    const others = opinionsOf(b);
    expect([...opinionsOf(a)].filter((opinion) => others.has(opinion))).toEqual([]);
  });

  test("that fit no point are in the rest, and points are few", () => {
    const rows = opinionTable(survey).toRows();
    expect(rows.length).toBeLessThanOrEqual(13);
    expect(rows.at(-1)?.id).toBe("other");
    expect(rows.every(({ stability }) => stability === null)).toBe(true);
  });
});
