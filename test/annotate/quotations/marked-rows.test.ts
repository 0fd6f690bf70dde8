import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findQuotations } from "../../../src/annotate/quotations/find-quotations.ts";
import { loadQuotationResources } from "../../../src/annotate/quotations/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";
import { readMarkedRow } from "./marked-rows.ts";

describe("the rows of data/training/quotations.txt", () => {
  it("are found with kind and speaker, but for the few that are known to be hard", async () => {
    const { unitOf } = await unitMaker();
    const resources = loadQuotationResources(dataReader());
    const rows = readFileSync(new URL("../../../data/training/quotations.txt", import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map(readMarkedRow);
    let [quotations, kinds, speakers, exact, found, matched] = [0, 0, 0, 0, 0, 0];
    for (const { text, quotations: marked } of rows) {
      const results = findQuotations([unitOf(text)], [], resources);
      found += results.length;
      for (const gold of marked) {
        const row = results.find(({ start, end, indirect }) =>
          gold.indirect
            ? indirect && start < gold.end && gold.start < end
            : !indirect && start === gold.start && end === gold.end,
        );
        quotations++;
        if (row?.kind === gold.kind) kinds++;
        if (row !== undefined) matched++;
        if (gold.kind !== "speech" || gold.speaker === null) continue;
        speakers++;
        if (row?.speaker?.text === gold.speaker) exact++;
      }
    }
    expect(quotations).toBeGreaterThan(700);
    // The weights follow text of other hands, in which irony is rarer than in these rows.
    expect(kinds / quotations).toBeGreaterThanOrEqual(0.94);
    expect(exact / speakers).toBeGreaterThanOrEqual(0.95);
    // What the rows do not mark.
    expect(found - matched).toBeLessThanOrEqual(5);
  });
});
