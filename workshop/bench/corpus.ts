/**
 * Prints what `yoron corpus build` needs for generated comments (80 characters on average, seeded) beside what
 * `mecab -Owakati` needs for the same text: seconds of the processor and of the clock, their ratio, the most memory that was
 * resident, and by how much the time grows from one number of comments to the next.
 *
 * `npm run bench:corpus -- [--comments 10000,100000] [--workers 2] [--pages 500] [--layers A,B,…] [--dist FOLDER]`;
 * `--pages 0` makes one source of them all. Run `npm run build` first.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hasProgram, printRows } from "./best.ts";
import { type GeneratedComment, generatedThread } from "./big-page/thread.ts";

const { values } = parseArgs({
  options: {
    comments: { type: "string", default: "10000,100000" },
    workers: { type: "string", default: "2" },
    pages: { type: "string", default: "500" },
    layers: { type: "string" },
    dist: { type: "string", default: "dist" },
  },
});
const counts = values.comments.split(",").map(Number);
const perPage = Number(values.pages);
const folder = mkdtempSync(join(tmpdir(), "yoron-corpus-bench-"));

interface Cost {
  readonly cpu: number;
  readonly clock: number;
  readonly megabytes: number;
}

/** Tells what a process used when it ends. */
const hook = join(folder, "usage.mjs");
writeFileSync(
  hook,
  `import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) process.on("exit", () => writeFileSync(process.env.YORON_USAGE, JSON.stringify(process.resourceUsage())));`,
);

/** Writes the comments as CSV, so many a file, and their text alone, a comment a line. */
function writeComments(count: number): { readonly pages: string; readonly text: string; readonly characters: number } {
  const pages = join(folder, `pages-${count}`);
  const text = join(folder, `text-${count}.txt`);
  mkdirSync(pages);
  writeFileSync(text, "");
  let characters = 0;
  let page: GeneratedComment[] = [];
  let number = 0;
  const flush = () => {
    if (page.length === 0) return;
    const ids = new Set(page.map(({ id }) => id));
    const rows = page.map(({ id, parentId, author, posted, up, down, text: words }) =>
      [id, ids.has(parentId) ? parentId : "", author, posted, up, down, `"${words}"`].join(","),
    );
    const file = join(pages, `page-${String(number).padStart(6, "0")}.csv`);
    const header = number === 0 || perPage > 0 ? "id,parent_id,author,created_at,likes,dislikes,text\n" : "";
    writeFileSync(file, `${header}${rows.join("\n")}\n`, { flag: "a" });
    writeFileSync(text, `${page.map(({ text: words }) => words).join("\n")}\n`, { flag: "a" });
    if (perPage > 0) number++;
    page = [];
  };
  for (const comment of generatedThread(count)) {
    characters += comment.text.length;
    page.push(comment);
    if (page.length === (perPage > 0 ? perPage : 500)) flush();
  }
  flush();
  return { pages, text, characters };
}

function build(pages: string, corpus: string): Cost {
  const usage = join(folder, "usage.json");
  const layers = values.layers === undefined ? [] : ["--layers", values.layers];
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      hook,
      `${values.dist}/cli/main.js`,
      "corpus",
      "build",
      pages,
      "-o",
      corpus,
      "--workers",
      values.workers,
      "-q",
      ...layers,
    ],
    { env: { ...process.env, YORON_USAGE: usage }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the build ended with ${status}: ${stderr.slice(0, 400)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
  return {
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    clock: (performance.now() - started) / 1000,
    megabytes: maxRSS / 1024,
  };
}

function mecab(text: string): Cost {
  const started = performance.now();
  const { status, stderr } = spawnSync("bash", ["-c", 'time mecab -Owakati -b 100000 "$1" > /dev/null', "-", text], {
    encoding: "utf8",
    env: { ...process.env, TIMEFORMAT: "%U %S" },
  });
  if (status !== 0) throw new Error(`mecab ended with ${status}: ${stderr}`);
  const [user = 0, system = 0] = stderr.trim().split("\n").at(-1)!.split(" ").map(Number);
  return { cpu: user + system, clock: (performance.now() - started) / 1000, megabytes: 0 };
}

const sizeOf = (path: string): number =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

if (!hasProgram("mecab")) {
  console.log("mecab is absent: install mecab and mecab-ipadic-utf8 for the yardstick");
  process.exit(1);
}
try {
  const rows = [
    [
      "comments",
      "characters",
      "MeCab CPU s",
      "CPU s",
      "ratio",
      "ratio by core",
      "clock s",
      "MB resident",
      "MB corpus",
      "growth",
    ],
  ];
  let before: readonly [number, number] | null = null;
  for (const count of counts) {
    const { pages, text, characters } = writeComments(count);
    const yardstick = mecab(text);
    const corpus = join(folder, `corpus-${count}`);
    const cost = build(pages, corpus);
    const growth = before === null ? "" : `${(cost.cpu / before[1]).toFixed(2)} for ${(count / before[0]).toFixed(0)}`;
    before = [count, cost.cpu];
    rows.push([
      String(count),
      String(characters),
      yardstick.cpu.toFixed(2),
      cost.cpu.toFixed(1),
      (cost.cpu / yardstick.cpu).toFixed(1),
      (cost.cpu / Math.max(1, Number(values.workers)) / yardstick.cpu).toFixed(1),
      cost.clock.toFixed(1),
      cost.megabytes.toFixed(0),
      (sizeOf(corpus) / 1e6).toFixed(1),
      growth,
    ]);
  }
  printRows(rows);
} finally {
  rmSync(folder, { recursive: true });
}
