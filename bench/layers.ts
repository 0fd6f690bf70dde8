/** Prints what each annotation layer costs, as a ratio to `mecab -Owakati` on the same text, in one run. */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { analyze, type Discussion, LAYERS, type Layer, loadResources, readPage } from "yoron";
import { bestOfFive, hasProgram, printRows, runProgram } from "./best.ts";

const CORPUS = "../shared/data/speed-corpus.txt.gz";
const CHARACTERS = 600_000;

/** Text of today (the corpus ends with web, Wikipedia and finance lines), or the sample pages over and over. */
function sampleLines(): string[] {
  if (existsSync(CORPUS)) {
    const lines = gunzipSync(readFileSync(CORPUS)).toString("utf8").split("\n");
    const recent = lines.slice(Math.floor(lines.length * 0.85)).filter((line) => line !== "");
    return cut(recent);
  }
  console.log(`${CORPUS} is absent: measuring on the sample pages instead`);
  const page = readPage(readFileSync("data/pages/harbour.txt"));
  const lines = [page.article.text, ...page.comments.map(({ text }) => text)].join("\n").split("\n");
  return cut(Array.from({ length: 200 }, () => lines).flat());
}

function cut(lines: readonly string[]): string[] {
  const taken: string[] = [];
  for (let i = 0, size = 0; i < lines.length && size < CHARACTERS; i++) {
    taken.push(lines[i]!);
    size += lines[i]!.length;
  }
  return taken;
}

/** Makes discussions of 40 comments of three lines each. */
function discussionsOf(lines: readonly string[]): Discussion[] {
  const template = readPage(readFileSync("data/pages/harbour.txt"));
  const made: Discussion[] = [];
  for (let from = 0; from < lines.length; from += 120) {
    const texts = Array.from({ length: 40 }, (_, i) => lines.slice(from + 3 * i, from + 3 * i + 3).join("\n")).filter(
      (text) => text !== "",
    );
    const [comment] = template.comments;
    made.push({
      ...template,
      article: { ...template.article, text: "", links: [] },
      comments: texts.map((text, i) => ({
        ...comment!,
        id: `c${i + 1}`,
        order: i,
        replyTo: i % 3 === 2 ? `c${i}` : null,
        depth: i % 3 === 2 ? 1 : 0,
        text,
        links: [],
      })),
    });
  }
  return made;
}

if (!hasProgram("mecab")) {
  console.log("mecab is absent: install mecab and mecab-ipadic-utf8 for the yardstick");
  process.exit(1);
}
const lines = sampleLines();
const discussions = discussionsOf(lines);
const resources = await loadResources();
const text = `${lines.join("\n")}\n`;
const startup = await bestOfFive(() => runProgram("mecab", ["-Owakati"], "。\n"));
const mecab = (await bestOfFive(() => runProgram("mecab", ["-Owakati"], text))) - startup;
const run = (layers: readonly Layer[]) =>
  bestOfFive(() => discussions.map((discussion) => analyze(discussion, resources, { layers }).units.length));
run(LAYERS);
const base = await run([]);
const row = (name: string, time: number) => [name, `${time.toFixed(0)} ms`, (time / mecab).toFixed(2)];
const rows = [row("mecab -Owakati, without its start", mecab), row("tokens and sentences", base)];
for (const layer of LAYERS) rows.push(row(`  ${layer}, with what it needs`, (await run([layer])) - base));
const all = await run(LAYERS);
rows.push(row("all layers (aim: at most 6)", all - base), row("tokens and all layers", all));
console.log(`${text.length} characters in ${discussions.length} discussions; best of five`);
printRows(rows);
