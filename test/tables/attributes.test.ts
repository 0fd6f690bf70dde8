import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";
import { attributeTable } from "../../src/tables/attributes.ts";
import { openDatabase } from "../../src/tables/export/duckdb.ts";
import { sample } from "../charts/sample.ts";

const discussion = readPage(
  "本文,年代,地区,電話番号\n堤防に花を植えてほしい,30代,北,090-0000-0000\n草刈りの日を知らせて,60代,,\nよい川です,30代,南,\n",
  { path: "川.csv" },
);
const analysis = { ...sample, discussion };

describe("the table of attributes", () => {
  it("has a row for each answer, none for a blank, and nothing personal", () => {
    expect(attributeTable(analysis).toJSON()).toEqual(
      [
        ["c1", "年代", "30代"],
        ["c1", "地区", "北"],
        ["c2", "年代", "60代"],
        ["c3", "年代", "30代"],
        ["c3", "地区", "南"],
      ].map(([unit, name, value]) => ({ discussion: discussion.id, unit, name, value })),
    );
  });

  it("becomes columns in SQL, as docs/tables.md shows", async () => {
    const database = await openDatabase(attributeTable(analysis));
    try {
      const found = await database.query(
        "SELECT * FROM (PIVOT attributes ON name IN ('年代', '地区') USING first(value) GROUP BY discussion, unit) ORDER BY unit",
      );
      expect(found.toJSON().map(({ unit, 年代, 地区 }) => [unit, 年代, 地区])).toEqual([
        ["c1", "30代", "北"],
        ["c2", "60代", null],
        ["c3", "30代", "南"],
      ]);
    } finally {
      await database.close();
    }
  });
});
