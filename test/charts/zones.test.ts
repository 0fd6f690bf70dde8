import { afterEach, describe, expect, test } from "vitest";
import { chartNamed } from "../../src/charts/charts.ts";
import { opinionTimeChart } from "../../src/charts/opinion-time.ts";
import { renderSvg } from "../../src/charts/render.ts";
import { opinionTimeSchema } from "../../src/measure/opinions/opinion-times.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import { Table } from "../../src/tables/table.ts";
import { analysisOf } from "../report/sample-analysis.ts";

const own = process.env.TZ;
afterEach(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

/** A time that clocks leapt over, one that they showed twice, and a day that one zone never had. */
const TIMES: readonly (readonly string[])[] = [
  ["2024-03-10T01:50", "2024-03-10T02:30", "2024-03-10T03:10"],
  ["2024-11-03T00:30", "2024-11-03T01:30", "2024-11-03T02:30"],
  ["2011-12-29", "2011-12-30", "2011-12-31"],
  ["2011-12-29T23:00", "2011-12-30T12:00", "2011-12-31T01:00"],
];
/** Minutes that each is behind UTC on a winter's day of the north, as a check that the zone was really set. */
const ZONES = { UTC: 0, "Asia/Tokyo": -540, "America/New_York": 300, "Pacific/Apia": -780, "Asia/Kathmandu": -345 };

/** Returns what `draw` gives in each zone. */
async function inEachZone(draw: () => Promise<string>): Promise<ReadonlyMap<string, string>> {
  const drawn = new Map<string, string>();
  for (const [zone, behind] of Object.entries(ZONES)) {
    process.env.TZ = zone;
    expect(new Date(2024, 0, 15).getTimezoneOffset()).toBe(behind);
    drawn.set(zone, await draw());
  }
  return drawn;
}

describe.each(TIMES.map((times) => ({ times })))("comments at $times.1", ({ times }) => {
  const analysis = analysisOf({
    title: "時計の針",
    text: "本文。",
    comments: times.map((posted, i) => ({ author: "あ", up: i, text: `夜更かし${i}`, score: 0, posted })),
  });

  test.each(["activity", "engagement"])("stand in the chart %s where they stand in any other zone", async (name) => {
    const tables = (table: string) => tableNamed(table).project(analysis);
    const drawn = await inEachZone(() => renderSvg(chartNamed(name).build(tables)));
    for (const [zone, svg] of drawn) expect(svg, zone).toBe(drawn.get("UTC"));
  });

  test("stand in the chart of opinions over time where they stand in any other zone", async () => {
    const shares = Table.from(opinionTimeSchema, [
      ...times.map((at, i) => ({
        id: "o1",
        label: "夜更かしはよくない",
        from: at.slice(0, 13),
        step: at.length > 10 ? "hour" : "day",
        comments: 2,
        all: 10,
        share: 0.2 + i / 10,
        low: 0.1,
        high: 0.5,
        unitKeys: [`d/c${i}`],
      })),
    ]);
    const drawn = await inEachZone(() => renderSvg(opinionTimeChart(shares)));
    for (const [zone, svg] of drawn) expect(svg, zone).toBe(drawn.get("UTC"));
  });
});
