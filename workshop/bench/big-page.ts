/**
 * Prints what the built command line needs for one page of very many comments: seconds of the processor, the most memory
 * that was resident, bytes of output, and the exponents by which time and memory grow with the number of comments.
 *
 * `npm run bench:big -- [--comments 10000,20000] [--heap MB] [--dist FOLDER] [run …]` runs only what is named, as built there.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeCsvExport, writeHtmlPage, writeJsonExport } from "./big-page/write-page.ts";

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
  readonly bytes: number;
}

const OUT = "out";
/** What is run, by name: the page it reads, and the arguments; what is written lies under the folder `out`. */
const RUNS: Readonly<Record<string, (page: (kind: "json" | "csv" | "html") => string, out: string) => string[]>> = {
  "read-html": (page, out) => ["table", "comments", page("html"), "-o", `${out}/comments.csv`, "--columns", "id"],
  read: (page) => ["read", page("json")],
  table: (page, out) => ["table", "comments", page("json"), "-o", `${out}/comments.csv`],
  tokens: (page, out) => ["table", "tokens", page("json"), "-o", `${out}/tokens.csv`],
  parquet: (page, out) => ["table", "sentiment", page("csv"), "-o", `${out}/sentiment.parquet`],
  query: (page, out) => ["query", "SELECT count(*) FROM comments", page("json"), "-o", `${out}/count.csv`],
  analyze: (page, out) => ["analyze", page("json"), "-o", out],
  corpus: (page, out) => ["corpus", "build", page("json"), "-o", `${out}/corpus`],
  report: (page, out) => ["report", page("json"), "-o", `${out}/report.html`],
};

const { values, positionals } = parseArgs({
  options: {
    comments: { type: "string", default: "10000,20000" },
    heap: { type: "string" },
    dist: { type: "string", default: "dist" },
  },
  allowPositionals: true,
});
const counts = values.comments.split(",").map(Number);
const unknown = positionals.filter((name) => RUNS[name] === undefined);
if (unknown.length > 0) throw new Error(`no such run: ${unknown.join(", ")}; known: ${Object.keys(RUNS).join(", ")}`);

const folder = mkdtempSync(join(tmpdir(), "yoron-big-"));
/** Tells what a process used when it ends; no tool of one system alone is needed. */
const hook = join(folder, "usage.mjs");
writeFileSync(
  hook,
  `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.YORON_USAGE, JSON.stringify(process.resourceUsage())));`,
);

function costOf(name: string, count: number): Cost | string {
  const out = join(folder, OUT);
  rmSync(out, { recursive: true, force: true });
  const page = (kind: string) => join(folder, `page-${count}.${kind}`);
  const usage = join(folder, "usage.json");
  rmSync(usage, { force: true });
  const heap = values.heap === undefined ? [] : [`--max-old-space-size=${values.heap}`];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...heap, "--import", hook, `${values.dist}/cli/main.js`, ...RUNS[name]!(page, out)],
    { env: { ...process.env, YORON_USAGE: usage }, maxBuffer: 1 << 30 },
  );
  if (status !== 0) return `failed (${status}): ${stderr.toString().split("\n")[0]?.slice(0, 80) ?? ""}`;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
  return {
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    megabytes: maxRSS / 1024,
    bytes: stdout.length + sizeOf(out),
  };
}

function sizeOf(path: string): number {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
}

/** Prints a row at once: the whole takes minutes. */
const print = (cells: readonly string[]): void =>
  console.log(
    cells
      .map((cell) => cell.padEnd(16))
      .join("")
      .trimEnd(),
  );

const exponent = (pairs: readonly (readonly [number, number])[]): string => {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined || first === last) return "";
  return (Math.log(last[1] / first[1]) / Math.log(last[0] / first[0])).toFixed(2);
};

try {
  for (const count of counts) {
    writeJsonExport(join(folder, `page-${count}.json`), count);
    writeCsvExport(join(folder, `page-${count}.csv`), count);
    writeHtmlPage(join(folder, `page-${count}.html`), count);
  }
  print(["run", "comments", "seconds (CPU)", "MB resident", "MB written"]);
  for (const name of positionals.length > 0 ? positionals : Object.keys(RUNS)) {
    const costs: [number, Cost][] = [];
    for (const count of counts) {
      const cost = costOf(name, count);
      if (typeof cost === "string") print([name, String(count), cost]);
      else {
        costs.push([count, cost]);
        const { seconds, megabytes, bytes } = cost;
        print([name, String(count), seconds.toFixed(1), megabytes.toFixed(0), (bytes / 1e6).toFixed(2)]);
      }
    }
    const of = (key: keyof Cost) => exponent(costs.map(([count, cost]) => [count, cost[key]]));
    if (costs.length > 1) print(["", "exponent", of("seconds"), of("megabytes"), of("bytes")]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
