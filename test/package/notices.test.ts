import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { BUNDLES } from "../../scripts/bundle/bundles.ts";
import { packagesIn } from "../../scripts/bundle/packages.ts";
import { thirdPartyNotices } from "../../scripts/bundle/third-party.ts";
import { bundleReportAssets } from "../../scripts/report-assets.ts";

describe("whatever is bundled, compiled in or installed is told with its licence", async () => {
  const { metafile } = await build({ ...BUNDLES, write: false });
  const bundled = packagesIn([metafile, (await bundleReportAssets()).metafile]);
  const notices = thirdPartyNotices(bundled);
  const bom = JSON.parse(readFileSync("dist/sbom.cdx.json", "utf8")) as {
    components: { name: string; version: string; licenses?: unknown[]; properties: { value: string }[] }[];
  };
  const listed = (how: string) =>
    bom.components
      .filter(({ properties }) => properties[0]!.value === how)
      .map(({ name, version }) => `${name}@${version}`);

  it("the packed notices are those of the bundles' own list", () => {
    expect(bundled.length).toBeGreaterThan(50);
    expect(bundled.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["vega", "htmlparser2", "natural", "vega-interpreter"]),
    );
    expect(readFileSync("dist/THIRD-PARTY.txt", "utf8")).toBe(notices);
  });
  it("each has a whole text", () => {
    for (const part of notices.split(`\n${"-".repeat(78)}\n\n`).slice(1)) {
      expect(part.length, part.slice(0, 80)).toBeGreaterThan(part.includes("stands in full under") ? 200 : 400);
      expect(part).toMatch(/copyright|licensed under/i);
    }
  });
  it("the bill of materials lists the same, what npm installs, and the data", () => {
    expect(listed("bundled").sort()).toEqual(bundled.map(({ name, version }) => `${name}@${version}`).sort());
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies))
      expect(listed("installed")).toContain(`${name}@${version}`);
    expect(listed("compiled").join(" ")).toMatch(/ipadic.*|chiVe/i);
    for (const { name, licenses } of bom.components)
      if (name !== "typed-function") expect(licenses, name).toBeDefined();
  });
  it("nothing that a user installs runs a script at install", () => {
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { dev?: boolean; hasInstallScript?: boolean }>;
    };
    const scripted = Object.entries(lock.packages).filter(
      ([path, one]) => path !== "" && one.hasInstallScript === true && one.dev !== true,
    );
    expect(scripted.map(([path]) => path)).toEqual([]);
  });
  it("the dictionary's notice and the data's sources are there", () => {
    expect(readFileSync("data/IPADIC-NOTICE.txt", "utf8")).toContain("Nara Institute of Science and Technology");
    const sources = readFileSync("data/SOURCES.md", "utf8");
    for (const origin of [
      "IPADIC",
      "chiVe",
      "UD_Japanese-GSD",
      "ner-wikipedia-dataset",
      "WikipediaAnnotatedCorpus",
      "chABSA",
    ])
      expect(sources).toContain(origin);
  });
});
