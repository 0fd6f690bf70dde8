import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellsOf } from "../../scripts/jupyter/cells.ts";
import { comparable } from "../../scripts/jupyter/comparable.ts";
import { Kernel } from "../../scripts/jupyter/kernel.ts";
import { kernelSpecs } from "../../scripts/jupyter/kernel-specs.ts";
import { type RunCell, readNotebook } from "../../scripts/jupyter/notebook.ts";
import { runCells, runNotebook } from "../../scripts/jupyter/run-notebook.ts";
import { patience } from "../patience.ts";

const run = promisify(execFile);
const folder = resolve(import.meta.dirname, "../../notebooks");
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".ts") ? [file.replace(/\.ts$/, "")] : []));
const script = (name: string) => readFileSync(join(folder, `${name}.ts`), "utf8");
const committed = (name: string) => readNotebook(readFileSync(join(folder, `${name}.ipynb`), "utf8"));

/** The compiler that checks the cells: they are the scripts' own text. */
it("the cells pass the type check", { timeout: patience(120_000) }, async () => {
  const tsc = resolve(folder, "../node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "ES2022", "--module", "NodeNext"];
  const files = names.map((name) => join(folder, `${name}.ts`));
  const types = ["--types", "node", "--moduleDetection", "force"];
  const { stdout } = await run(process.execPath, [tsc, ...options, ...types, ...files]).catch((error) => error);
  expect(stdout).toBe("");
});

const TABLE = ["text/html", "text/plain"];
const TEXT = ["text/plain"];
const CHART = ["application/vnd.vegalite.v5+json", "image/png", "text/plain"];

function kindsOf(cells: readonly RunCell[]): string[][] {
  return cells.flatMap(({ outputs }) =>
    outputs.filter(({ kind }) => kind !== "stream").map(({ data }) => Object.keys(data).sort()),
  );
}

it("the package is built: the notebooks import it as a user would", () => {
  expect(existsSync(resolve(folder, "node_modules/yoron/dist/index.js"))).toBe(true);
});

it("there are eight jobs", () => {
  expect(names.sort()).toEqual([
    "corpus",
    "groups-and-joins",
    "one-discussion",
    "opinions",
    "own-export",
    "own-words-and-chart",
    "sql-and-frames",
    "two-discussions",
  ]);
});

describe.each(names)("%s", (name) => {
  it("the committed notebook has the cells of its script", () => {
    const cells = committed(name).map(({ type, source }) => ({ type, source }));
    expect(cells).toEqual(cellsOf(script(name)));
  });

  it("prints nothing by the console, of which Deno's kernel may put lines below the next cell", () => {
    expect(script(name)).not.toContain("console.");
    const streams = committed(name).flatMap(({ outputs }) => outputs.filter(({ kind }) => kind === "stream"));
    expect(streams).toEqual([]);
  });

  it("shows tables as HTML and text, charts as Vega-Lite, PNG and text, words as text", () => {
    const kinds = kindsOf(committed(name));
    expect(kinds.filter((kind) => kind.length > TEXT.length).length).toBeGreaterThan(2);
    for (const kind of kinds) expect([TABLE, CHART, TEXT]).toContainEqual(kind);
  });

  it("has headings in Japanese and English, and tells in Japanese", () => {
    const told = committed(name).filter(({ type }) => type === "markdown");
    expect(told[0]?.source).toMatch(/^# /);
    for (const { source } of told)
      for (const heading of source.match(/^#+ .*/gm) ?? [])
        expect(heading).toMatch(/^#+ [^/]*[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}][^/]* \/ [A-Z][\x20-\x7E]*$/u);
    expect(told.map(({ source }) => source).join("")).toMatch(/[ぁ-ん]{3}/);
  });
});

describe.each(kernelSpecs)("in the kernel $name", (spec) => {
  const missing = spec.missing();
  if (missing !== null) {
    // On a developer's odd machine this is told; on a build machine nothing may be left out.
    it(`is not run here: ${missing}`, () => {
      expect(process.env.CI, missing).not.toBe("true");
    });
    return;
  }
  // tslab compiles every cell anew; one kernel for all notebooks saves its start.
  let shared: Promise<Kernel> | undefined;
  if (spec.name === "tslab") {
    beforeAll(() => {
      shared = Kernel.start(spec, folder);
    });
    afterAll(async () => (await shared)?.close());
  }
  const each = spec.name === "tslab" ? it.each(names) : it.concurrent.each(names);
  each("%s gives what is committed", { timeout: patience(180_000) }, async (name) => {
    const kernel = await shared;
    const cells = await (kernel === undefined
      ? runNotebook(script(name), spec, folder)
      : runCells(script(name), kernel));
    const expected = committed(name);
    for (const [index, cell] of cells.entries()) {
      expect(comparable(cell.outputs), `${name}, cell ${index + 1}: run npm run notebooks`).toEqual(
        comparable(expected[index]?.outputs ?? []),
      );
    }
  });
});

describe("as scripts", () => {
  it.concurrent.each(names)("%s.ts prints the same texts", { timeout: patience(120_000) }, async (name) => {
    const tsx = resolve(folder, "../node_modules/tsx/dist/cli.mjs");
    const { stdout, stderr } = await run(process.execPath, [tsx, `${name}.ts`], { cwd: folder });
    const expected = committed(name).flatMap(({ outputs }) =>
      outputs.map(({ data }) => String(data["text/plain"] ?? data.stdout).trimEnd()),
    );
    expect(
      stdout
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n"),
    ).toContain(expected[0]);
    for (const text of expected) expect(stdout).toContain(text);
    expect(stderr).toBe("");
  });
});
