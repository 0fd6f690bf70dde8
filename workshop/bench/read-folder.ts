/**
 * Reads a folder of 1,000 pages of mixed formats as a user would, `walk` and `readFile`, beside htmlparser2 alone over
 * the same bytes: `npx tsx workshop/bench/read-folder.ts`. Each is measured in a process of its own, best of five; memory is the
 * peak of that process, what it takes before the first page shown apart.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderCore } from "../../test/read/render/core.ts";
import type { PageModel } from "../../test/read/render/page.ts";
import { randomNumbers, randomPage } from "../../test/read/render/random-page.ts";
import { renderTcd } from "../../test/read/render/tcd.ts";
import { renderTcdNew } from "../../test/read/render/tcd-new.ts";
import { renderText } from "../../test/read/render/text.ts";
import { bestOfFive, printRows, runProgram } from "./best.ts";

const PAGES = 1000;
const SEED = 20230401;
/** Most pages have some comments, a few have many. */
const MOST_COMMENTS = [10, 30, 60, 300] as const;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const rows = ({ comments }: PageModel) =>
  comments.map(({ author, up, paragraphs }, i) => ({
    id: String(i + 1),
    author: author ?? "",
    likes: up,
    body: paragraphs.flat().join("\n"),
  }));

/** The formats, by the end of the file's name; HTML as often as all others together. */
const RENDERERS: readonly (readonly [string, (page: PageModel) => string])[] = [
  ["core.html", renderCore],
  ["tcd.html", renderTcd],
  ["tcd-new.html", renderTcdNew],
  ["article.html", (page) => renderCore({ ...page, comments: [] })],
  ["txt", renderText],
  ["json", (page) => JSON.stringify(rows(page))],
  [
    "jsonl",
    (page) =>
      rows(page)
        .map((row) => JSON.stringify(row))
        .join("\n"),
  ],
  [
    "csv",
    (page) =>
      `id,author,likes,body\n${rows(page)
        .map(({ id, author, likes, body }) => `${id},${cell(author)},${likes ?? ""},${cell(body)}\n`)
        .join("")}`,
  ],
];

/** What one process tells of its work. */
interface Measured {
  readonly ms: number;
  /** Peak of the memory in use (RSS), and what was in use before the work, in megabytes. */
  readonly peak: number;
  readonly before: number;
  readonly comments: number;
}

/** Writes the pages, in folders of a hundred; gives the number of comments and bytes in them. */
function writePages(folder: string): { readonly comments: number; readonly bytes: number } {
  const next = randomNumbers(SEED);
  let comments = 0;
  let bytes = 0;
  for (let i = 0; i < PAGES; i++) {
    const [end, render] = RENDERERS[i % RENDERERS.length]!;
    const most = MOST_COMMENTS[next(MOST_COMMENTS.length)]!;
    const page = randomPage(SEED + i, { comments: 1 + next(most), plain: true });
    const content = Buffer.from(render(page));
    if (end !== "article.html") comments += page.comments.length;
    bytes += content.length;
    const file = join(folder, String(Math.floor(i / 100)), `${String(i).padStart(4, "0")}.${end}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { comments, bytes };
}

async function measure(work: () => Promise<number>): Promise<Measured> {
  const before = process.memoryUsage.rss() / 1e6;
  let comments = 0;
  const ms = await bestOfFive(async () => {
    comments = await work();
  });
  return { ms, peak: process.resourceUsage().maxRSS / 1e3, before, comments };
}

/** The two kinds of work, each with what it needs loaded, so that neither pays for the other's. */
const WORK: Readonly<Record<string, (folder: string) => Promise<Measured>>> = {
  yoron: async (folder) => {
    const { readFile, walk } = await import("../../src/index.ts");
    return measure(async () => {
      let comments = 0;
      for (const file of await walk(folder)) comments += (await readFile(file)).comments.length;
      return comments;
    });
  },
  htmlparser2: async (folder) => {
    const { parseDocument } = await import("htmlparser2");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return measure(async () => {
      for (const file of files)
        parseDocument(readFileSync(file, "utf8"), { withStartIndices: true, withEndIndices: true });
      return 0;
    });
  },
};

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yoron-folder-"));
  try {
    const { comments, bytes } = writePages(folder);
    const [yoron, parser] = Object.keys(WORK).map((name) => {
      const args = [...process.execArgv, fileURLToPath(import.meta.url), name, folder];
      return JSON.parse(runProgram(process.execPath, args)) as Measured;
    }) as [Measured, Measured];
    if (yoron.comments !== comments) throw new Error(`read ${yoron.comments} of ${comments} comments`);
    console.log(
      `${PAGES} pages of ${RENDERERS.length} kinds, ${(bytes / 1e6).toFixed(1)} MB, ${comments} comments, all read; best of five`,
    );
    const row = (name: string, { ms, peak, before }: Measured) => [
      name,
      `${Math.round((PAGES * 1000) / ms)} pages a second`,
      `${(bytes / 1e3 / ms).toFixed(1)} MB a second`,
      `${Math.round(peak)} MB at most (${Math.round(before)} before the first page)`,
    ];
    printRows([row("walk and readFile", yoron), row("htmlparser2 alone", parser)]);
    console.log(`reading takes ${(yoron.ms / parser.ms).toFixed(2)} times the parser's time`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [name, folder] = process.argv.slice(2);
if (name !== undefined && folder !== undefined) console.log(JSON.stringify(await WORK[name]!(folder)));
else await main();
