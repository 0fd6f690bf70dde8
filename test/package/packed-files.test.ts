import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** The paths that `npm pack` would put into the package. */
function packedFiles(): string[] {
  const printed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root });
  const [packed] = JSON.parse(printed.toString("utf8")) as { files: { path: string }[] }[];
  return packed!.files.map(({ path }) => path);
}

const files = packedFiles();

test("what the annotators read is packed", () => {
  for (const folder of ["citations", "dates", "gazetteers", "lexicons", "models", "quotations", "stance", "words"])
    expect(
      files.filter((path) => path.startsWith(`data/${folder}/`)),
      folder,
    ).not.toEqual([]);
});

test("sentences for training, tests and sources are not packed", () => {
  expect(files.filter((path) => /^(?:data\/training|src|test|bench|scripts|workshop)\//.test(path))).toEqual([]);
});

test("texts of licences, the bill of materials and the sources of the data are packed", () => {
  expect(files).toEqual(
    expect.arrayContaining([
      "LICENSE",
      "dist/THIRD-PARTY.txt",
      "dist/sbom.cdx.json",
      "data/IPADIC-NOTICE.txt",
      "data/SOURCES.md",
    ]),
  );
});

test("every file of data that is packed has a row in SOURCES.md, with its licence, and every model a card", () => {
  const rows = readFileSync(resolve(root, "data/SOURCES.md"), "utf8")
    .split("\n")
    .filter((line) => /^\| .*`/.test(line))
    .map((line) => line.split(" | "));
  for (const row of rows) expect(row[3]?.replace(/ \|$/, ""), row[0]).toMatch(/\w/);
  const patterns = rows.flatMap(([names]) => [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => patternOf(name!)));
  const data = files.filter((path) => path.startsWith("data/")).map((path) => path.slice("data/".length));
  const isListed = (path: string) =>
    /^(?:SOURCES\.md|IPADIC-NOTICE\.txt)$/.test(path) || patterns.some((pattern) => pattern.test(path));
  const cards = data.filter((path) => /^models\/.+\.md$/.test(path));
  expect(data.filter((path) => !isListed(path) && !cards.includes(path))).toEqual([]);
  const sources = rows.map((row) => row.join(" ")).join("\n");
  for (const card of cards) expect(sources).toContain(`\`${card}\``);
});

test("nothing runs when the package is installed, and it is said where faults of safety are told", () => {
  const { scripts } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  expect(readFileSync(resolve(root, "SECURITY.md"), "utf8")).toMatch(/private advisory/);
});

/** A name with `*` and `{a,b}` as a pattern of paths. */
function patternOf(name: string): RegExp {
  const escaped = name.replace(/[.+?^$()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
  return new RegExp(`^${escaped.replaceAll("{", "(?:").replaceAll("}", ")").replaceAll(",", "|")}$`);
}
