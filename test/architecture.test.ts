import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms from top to bottom: an import may only go to a room further down, or stay inside its own. */
const ROOMS = [
  ["cli"],
  ["index"],
  ["notebook"],
  ["report"],
  ["charts"],
  ["corpus", "pack"],
  ["people"],
  ["measure"],
  ["annotate-line"],
  ["tables"],
  ["version"],
  ["analyze"],
  ["as-written"],
  ["resources"],
  [
    "annotate/entities",
    "annotate/citations",
    "annotate/quotations",
    "annotate/references",
    "annotate/dates",
    "annotate/sentiment",
    "annotate/stance",
    "annotate/claims",
    "annotate/considerations",
    "annotate/sides",
  ],
  ["tokenize"],
  ["words"],
  ["read"],
  ["text"],
  ["model"],
];

/** The floors of a room that has folders of its own, from top to bottom: imports go down, or stay on a floor's folder. */
const FLOORS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "annotate/quotations": [
    ["find-quotations.ts"],
    ["kinds", "reported"],
    ["speakers"],
    ["predicates"],
    ["phrases"],
    ["frame", "resources.ts"],
  ],
};

/** Packages that only one file (or folder) may import: the edges to the outside world. */
const EDGES: Readonly<Record<string, string | readonly string[]>> = {
  vega: ["charts", "report/browser"],
  "vega-lite": "charts",
  "@resvg/resvg-js": "charts",
  "@duckdb/node-api": ["tables/export", "read/tables/parquet.ts"],
  "apache-arrow": ["tables/export", "read/tables/load-packages.ts"],
  "@e965/xlsx": ["read/tables/load-packages.ts", "tables/export"],
  "danfojs-node": "tables/export",
  htmlparser2: "read",
  tinyld: "annotate/citations",
  tinyglobby: "corpus",
  natural: "measure",
};

const SRC = resolve(import.meta.dirname, "../src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function roomOf(file: string): string {
  const parts = file.split("/");
  return parts.length === 1
    ? parts[0]!.replace(/\.ts$/, "")
    : parts[0] === "annotate"
      ? `${parts[0]}/${parts[1]}`
      : parts[0]!;
}

/** The modules that a file imports; without `types`, only those that it imports for more than their types. */
function importsOf(file: string, { types }: { types: boolean }): string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const statement =
    /^(?:import|export)\b(\s+type\b)?[^;"'(=]*?["']([^"'\n]+)["']|\b(?:import|require|load)\(\s*["']([^"'\n]+)["']\s*\)/gm;
  return [...text.matchAll(statement)].flatMap(([, type, named, lazy]) =>
    type !== undefined && !types ? [] : [(named ?? lazy)!],
  );
}

/** Files that import each other in a circle, each circle sorted: of each file those that it reaches and that reach it. */
function circlesIn(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const reached = new Map([...targets.keys()].map((file) => [file, reachedFrom(file, targets)]));
  const circles = [...targets.keys()]
    .filter((file) => reached.get(file)!.has(file))
    .map((file) => [...reached.get(file)!].filter((other) => reached.get(other)?.has(file)).sort());
  return [...new Map(circles.map((circle) => [circle.join(" "), circle])).values()];
}

function reachedFrom(file: string, targets: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set<string>();
  const open = [...(targets.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(targets.get(next) ?? []));
  }
  return seen;
}

const levelOf = (room: string) => ROOMS.findIndex((rooms) => rooms.includes(room));

describe("rooms", () => {
  it("every file stands in a room of the plan", () => {
    expect(files.filter((file) => levelOf(roomOf(file)) < 0)).toEqual([]);
  });

  it("imports go down, never up or sideways", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file, { types: true })
        .filter((target) => target.startsWith("."))
        .map((target) => relative(SRC, resolve(SRC, dirname(file), target)))
        .filter((target) => roomOf(target) !== roomOf(file) && levelOf(roomOf(target)) <= levelOf(roomOf(file)))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("files of a room import each other in no circle, types included", () => {
    const targets = new Map(
      files.map((file) => [
        file,
        importsOf(file, { types: true })
          .filter((target) => target.startsWith("."))
          .map((target) => relative(SRC, resolve(SRC, dirname(file), target))),
      ]),
    );
    expect(circlesIn(targets)).toEqual([]);
  });

  it.each(Object.entries(FLOORS))("imports inside %s go down its floors", (room, floors) => {
    const partOf = (file: string) => relative(room, file).split("/")[0]!;
    const floorOf = (file: string) => floors.findIndex((parts) => parts.includes(partOf(file)));
    const own = files.filter((file) => file.startsWith(`${room}/`));
    expect(own.filter((file) => floorOf(file) < 0)).toEqual([]);
    const bottom = floors.length - 1;
    const wrong = own.flatMap((file) =>
      importsOf(file, { types: true })
        .filter((target) => target.startsWith("."))
        .map((target) => relative(SRC, resolve(SRC, dirname(file), target)))
        .filter((target) => target.startsWith(`${room}/`) && partOf(target) !== partOf(file))
        .filter((target) => floorOf(target) <= floorOf(file) && floorOf(file) < bottom)
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("a circle is told by its files", () => {
    const targets = { a: ["b", "c"], b: ["c"], c: ["d"], d: ["b"], e: ["a", "f"], f: ["f"] };
    expect(circlesIn(new Map(Object.entries(targets)))).toEqual([["b", "c", "d"], ["f"]]);
  });

  it("a command imports public entries only", () => {
    const entries = new Set(["index.ts", "tables/export/duckdb.ts", "tables/export/danfo.ts"]);
    const wrong = files
      .filter((file) => file.startsWith("cli/"))
      .flatMap((file) =>
        importsOf(file, { types: true })
          .filter((target) => target.startsWith("."))
          .map((target) => relative(SRC, resolve(SRC, dirname(file), target)))
          .filter((target) => !target.startsWith("cli/") && !entries.has(target))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it("of the workshop tests import its scorers and fuzzers alone, and nothing of src imports the workshop, the tests or the scripts", () => {
    const TEST = resolve(SRC, "../test");
    const tests = readdirSync(TEST, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const imported = (folder: string, file: string) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/^import\b[^;]*?["'](\.[^"'\n]+)["']/gm)].map(
        ([, target]) => relative(resolve(SRC, ".."), resolve(folder, dirname(file), target!)),
      );
    const fromTests = tests.flatMap((file) => imported(TEST, file));
    expect(fromTests.filter((target) => target.startsWith("workshop/accuracy/")).length).toBeGreaterThan(5);
    expect(fromTests.filter((target) => /^workshop\/(?!accuracy\/|fuzz\/)/.test(target))).toEqual([]);
    const fromSrc = files.flatMap((file) => imported(SRC, file));
    expect(fromSrc.filter((target) => !target.startsWith("src/"))).toEqual([]);
  });

  it("only the edge imports a package of the outside world", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file, { types: false })
        .map(
          (target) =>
            [target, Object.keys(EDGES).find((name) => target === name || target.startsWith(`${name}/`))] as const,
        )
        .filter(([, name]) => name !== undefined && ![EDGES[name]!].flat().some((edge) => file.startsWith(edge)))
        .map(([target]) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("kuromoji's code is imported by tests and benches alone", () => {
    expect(
      files.filter((file) => importsOf(file, { types: false }).some((target) => target.startsWith("kuromoji"))),
    ).toEqual([]);
  });

  it("the library neither prints nor reads the clock or the environment", () => {
    const forbidden = /\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bprocess\.env\b|\bMath\.random\(/;
    const wrong = files
      // A command prints, and so does show(), outside a notebook: that is what it is for.
      .filter((file) => !file.startsWith("cli/") && file !== "notebook/show.ts")
      .filter((file) =>
        readFileSync(join(SRC, file), "utf8")
          .split("\n")
          .some((line) => !/^\s*(\/?\*|\/\/)/.test(line) && forbidden.test(line)),
      );
    expect(wrong).toEqual([]);
  });
});
