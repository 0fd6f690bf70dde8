import { execFileSync } from "node:child_process";
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
