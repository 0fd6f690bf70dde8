import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readSample, type Table, writeTable } from "../../src/index.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-check-opinions-"));
const at = (name: string) => join(folder, name);
const PAGE = "data/pages/railway-core.html";

it("people check opinions: a sheet, agreement, and corrected shares in the report", async () => {
  const { stdout, status } = yoron(["sample", PAGE, "--of", "opinion", "-n", "30"]);
  expect(status).toBe(0);
  const sheet = readSample(stdout);
  expect(String(sheet.row(0).labels)).toMatch(/^o1 .+（例「.+」） \/ .*none なし$/u);
  const labelled = sheet.derive({ label: (_, i) => (i < 12 ? "o1" : i < 15 ? "o1, o2" : "なし") }) as unknown as Table;
  writeFileSync(at("opinions.csv"), await writeTable(labelled, "csv", { bom: true }));
  const all = JSON.parse(yoron(["agreement", at("opinions.csv"), PAGE, "--json"]).stdout);
  expect(all.shares[0]).toMatchObject({ label: "o1", labelled: 30, share: 0.5 });
  expect(all.agreement.map(({ label }: { label: string }) => label)).toContain("o2");
  for (const [lang, words] of [
    ["ja", /各意見を述べたものの割合は、人が30件を読んで.*<strong>50%<\/strong>/],
    ["en", /Shares of the 30 comments that hold each opinion, corrected by the 30.*<strong>50%/],
  ] as const) {
    const run = yoron(["report", PAGE, "--check", at("opinions.csv"), "--lang", lang, "-o", at("r.html")]);
    expect(run.status).toBe(0);
    expect(readFileSync(at("r.html"), "utf8")).toMatch(words);
  }
  const other = yoron(["report", "data/pages/harbour.txt", "--check", at("opinions.csv"), "-o", at("never.html")]);
  expect(other).toMatchObject({ status: 1, stderr: expect.stringContaining("lists other labels of opinion") });
  const tuned = yoron(["agreement", at("opinions.csv"), PAGE, "--tune", at("never.json")]);
  expect(tuned.stderr).toContain('tuned by a sheet of tone, not of "opinion"');
});
