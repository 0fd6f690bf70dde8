import { execFile } from "node:child_process";
import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { patience } from "../patience.ts";
import { type Installed, packAndInstall } from "./install.ts";

const exec = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");
let installed: Installed;

beforeAll(async () => {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error("build first: npm run build");
  installed = await packAndInstall();
  copyFileSync(join(root, "data/pages/railway-core.html"), join(installed.folder, "page.html"));
}, patience(300_000));
afterAll(() => installed?.remove());

const script = (name: string, code: string): string => {
  writeFileSync(join(installed.folder, name), code);
  return name;
};

describe("the packed package", () => {
  // Word vectors are 4.9 MB of it, models of names 12.
  it("is under 30 MB", () => {
    expect(installed.bytes).toBeLessThan(30e6);
  });

  it("comes from one registry and runs nothing at installation", () => {
    expect(new Set(installed.addresses.map((address) => new URL(address).host)).size).toBe(1);
    expect(installed.scripted).toEqual([]);
  });

  it.each([
    "README.md",
    "README.ja.md",
    "docs/ja/README.md",
    "notebooks/README.md",
  ])("holds whatever %s leads to", (name) => {
    const place = join(installed.folder, "node_modules/yoron", dirname(name));
    const links = [...readFileSync(join(place, basename(name)), "utf8").matchAll(/\]\((?!https?:)([^)#]+)/g)];
    expect(links.length).toBeGreaterThan(6);
    expect(links.map(([, path = ""]) => path).filter((path) => !existsSync(join(place, path)))).toEqual([]);
  });

  it("passes publint", async () => {
    const { stdout } = await exec("npx", ["publint", installed.tarball, "--strict"], { cwd: root });
    expect(stdout).toContain("All good");
  });

  it("has types that every modern resolution finds (arethetypeswrong)", async () => {
    // That a require of an ESM package fails in old Node is no secret: the package is ESM only.
    const { stdout } = await exec(
      "npx",
      ["attw", installed.tarball, "--ignore-rules", "cjs-resolves-to-esm", "--no-emoji"],
      {
        cwd: root,
      },
    );
    expect(stdout).toContain("No problems found");
  });
});

describe("for somebody who installed it", () => {
  it("gives data frames: group by, sort, merge, CSV", async () => {
    const file = script(
      "frames.mjs",
      `import { analyzeFile, commentTable } from "yoron";
import { fromDataFrame, merge, toCSV, toDataFrame } from "yoron/danfo";
const comments = commentTable(await analyzeFile("page.html"));
const frame = toDataFrame(comments.filter(({ up, author }) => up !== null && author !== null));
const sums = frame.groupby(["author"]).col(["up"]).sum();
const counts = frame.groupby(["author"]).col(["up"]).count();
const people = merge({ left: sums, right: counts, on: ["author"], how: "inner" }).sortValues("up_sum", { ascending: false });
console.log(toCSV(people.head(3)));
console.log(JSON.stringify(fromDataFrame(people).row(0)), JSON.stringify(frame.dtypes));
`,
    );
    const printed = await installed.run(process.execPath, file);
    expect(printed).toContain("author,up_sum,up_count\n湯ノ森の孫,106,3\n北稜2年,104,2\n");
    expect(printed).toContain('{"author":"湯ノ森の孫","up_sum":106,"up_count":3}');
  });

  it("answers SQL", async () => {
    const file = script(
      "sql.mjs",
      `import { analyzeFile } from "yoron";
import { openDatabase } from "yoron/duckdb";
const database = await openDatabase(await analyzeFile("page.html"));
console.log(String(await database.query("SELECT count(*) AS n, sum(up) AS up FROM comments")));
await database.close();
`,
    );
    expect(await installed.run(process.execPath, file)).toContain("30  596");
  });

  it("has types that need nothing else installed", async () => {
    script(
      "typed.ts",
      `import { analyzeFile, commentTable, count, mean, stanceTable, sum, type Table } from "yoron";
import { toDataFrame, type DataFrame } from "yoron/danfo";
import { openDatabase } from "yoron/duckdb";
const comments: Table = commentTable(await analyzeFile("page.html"));
const frame: DataFrame = toDataFrame(comments);
const rows: Table = await (await openDatabase(comments)).query("SELECT 1");
// @ts-expect-error there is no such option
await analyzeFile("page.html", { laguage: "ja" });
const analysis = await analyzeFile("page.html");
const known = commentTable(analysis);
const likes: readonly (number | null)[] = known.column("up");
const most: number | undefined = known.row(0).up ?? undefined;
// @ts-expect-error there is no such column
known.filter((row) => row.likes !== null);
const people = known.groupBy("author").rollup({ n: count(), votes: sum("up"), tone: mean("sentiment") });
const busiest: { author: string | null; n: number; votes: number | null; tone: number | null } = people.row(0);
// @ts-expect-error the mean of a text
known.groupBy("author").rollup({ tone: mean("text") });
const answers = known.leftJoin(stanceTable(analysis).select(["unit", "stance"]), { id: "unit" });
const stance: string | null = answers.row(0).stance;
export { answers, busiest, frame, likes, most, rows, stance };
`,
    );
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: "ES2022",
      module: "NodeNext",
      types: [],
      skipLibCheck: false,
    };
    writeFileSync(join(installed.folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["typed.ts"] }));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const told = await installed.run(process.execPath, tsc, "-p", ".").catch((error) => error.stdout);
    expect(told).toBe("");
  });

  it("completes the columns of a row and the verbs of a table in an editor", () => {
    const code = `import { analyzeFile, commentTable } from "yoron";
const comments = commentTable(await analyzeFile("page.html"));
comments.filter((row) => row./*columns*/up !== null);
comments./*verbs*/length;
comments.groupBy("/*keys*/author");
`;
    const file = join(installed.folder, script("complete.ts", code));
    const options = { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [] };
    const service = ts.createLanguageService({
      getScriptFileNames: () => [file],
      getScriptVersion: () => "1",
      getScriptSnapshot: (name) =>
        existsSync(name) ? ts.ScriptSnapshot.fromString(readFileSync(name, "utf8")) : undefined,
      getCurrentDirectory: () => installed.folder,
      getCompilationSettings: () => options,
      getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
    });
    const offered = (mark: string) =>
      (service.getCompletionsAtPosition(file, code.indexOf(mark) + mark.length, undefined)?.entries ?? []).map(
        ({ name }) => name,
      );
    expect(offered("/*columns*/")).toEqual(expect.arrayContaining(["author", "posted", "replyTo", "text", "up"]));
    expect(offered("/*columns*/")).not.toContain("likes");
    expect(offered("/*verbs*/")).toEqual(expect.arrayContaining(["groupBy", "leftJoin", "pivot", "sortBy", "unique"]));
    expect(offered("/*keys*/")).toEqual(expect.arrayContaining(["author", "posted", "up"]));
  });

  it.each([
    ["a file that is not there", 'await analyzeFile("nofile.html");', "cannot read the file (ENOENT)"],
    [
      "a chart of the wrong table",
      'voteChart(commentTable(await analyzeFile("page.html")).select(["id"]));',
      "needs a column",
    ],
    ["a misspelt column", 'commentTable(await analyzeFile("page.html")).column("likes");', "has no column"],
  ])("tells %s in a few short lines where nobody catches it", async (_, code, message) => {
    const file = script("uncaught.mjs", `import { analyzeFile, commentTable, voteChart } from "yoron";\n${code}\n`);
    const told = await installed.run(process.execPath, file).then(
      () => "",
      ({ stderr }: { stderr: string }) => stderr,
    );
    expect(told).toContain(message);
    const lines = told.split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(300);
    expect(lines.filter((line) => /^\s+at /.test(line)).length).toBeLessThanOrEqual(10);
    expect(told.length).toBeLessThan(2500);
  });

  it("loads the heavy parts only when they are used", async () => {
    const file = script(
      "import.mjs",
      `import { memoryUsage, report } from "node:process";
const before = memoryUsage.rss();
await import("yoron");
const megabytes = (memoryUsage.rss() - before) / 2 ** 20;
console.log(JSON.stringify({ megabytes, addons: report.getReport().sharedObjects.filter((path) => path.endsWith(".node")) }));
`,
    );
    const { megabytes, addons } = JSON.parse(await installed.run(process.execPath, file));
    expect(addons).toEqual([]);
    expect(megabytes).toBeLessThan(40);
  });

  it("is imported in less than a third of the time that importing TypeScript takes", async () => {
    const typescript = join(root, "node_modules/typescript/lib/typescript.js");
    const bare = await fastest("0");
    const yoron = (await fastest('await import("yoron")')) - bare;
    const other = (await fastest(`await import(${JSON.stringify(typescript)})`)) - bare;
    expect(yoron / other).toBeLessThan(1 / 3);
  });
});

async function fastest(code: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 7; i++) {
    const began = performance.now();
    await installed.run(process.execPath, "--input-type=module", "-e", code);
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

describe.each(["README.md", "README.ja.md"])("the snippets of %s run as they stand", (name) => {
  const path = join(root, name);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, lang, code]) => [lang, code!] as const);

  // The sample pages lie in the repository, where README says to run them.
  beforeAll(() => cpSync(join(root, "data/pages"), join(installed.folder, "data/pages"), { recursive: true }));

  it("it has code and commands", () => {
    expect(blocks.some(([lang]) => lang === "ts")).toBe(true);
    expect(blocks.some(([, code]) => /^npx yoron /m.test(code))).toBe(true);
  });

  it.each(
    blocks.filter(([lang]) => lang === "ts").map(([, code], index) => [index + 1, code] as const),
  )("script %d", async (index, code) => {
    await installed.run(process.execPath, script(`snippet-${index}.mjs`, code));
  });

  const commands = blocks.flatMap(([lang, code]) => (lang === "sh" ? code.split("\n") : []));
  it.each(commands.filter((line) => line.startsWith("npx yoron ")))("%s", async (line) => {
    // As a shell in the project sees it: the bin is on the path.
    const bin = join(installed.folder, "node_modules/.bin");
    const printed = await installed.run("sh", "-c", `PATH="${bin}:$PATH"; ${line}`);
    if (!/ -o /.test(line)) expect(printed.length).toBeGreaterThan(100);
  });
});
