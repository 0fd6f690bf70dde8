/**
 * Prints what each annotation layer costs, as a ratio to `mecab -Owakati` on the same text, in one run.
 *
 * The text is cut into parts. Every round times mecab and each choice of layers on each part, so that what else the
 * machine does hits all alike; the least times of the parts are summed. A layer's own cost is what it adds to the layers
 * that it needs.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { analyze, type Discussion, LAYERS, type Layer, loadResources, readPage } from "yoron";
import { hasProgram, printRows, runProgram } from "./best.ts";

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
const ROUNDS = 7;
/** Long enough to hold a share of the garbage collector's work. */
const DISCUSSIONS_A_PART = 9;

const lines = sampleLines();
const discussions = discussionsOf(lines);
const resources = await loadResources();
const parts = Array.from({ length: Math.ceil(discussions.length / DISCUSSIONS_A_PART) }, (_, i) =>
  discussions.slice(i * DISCUSSIONS_A_PART, (i + 1) * DISCUSSIONS_A_PART),
);

/** What a layer is computed from. */
const NEEDS: Partial<Record<Layer, readonly Layer[]>> = {
  quotations: ["entities"],
  sentiment: ["entities", "quotations"],
  stance: ["references"],
  considerations: ["claims"],
};
/** The most that a layer may cost of mecab's time. */
const AIMS: Partial<Record<Layer, string>> = { sentiment: "aim: at most 1.5" };

const least = new Map<string, number[]>();
function time(name: string, part: number, work: () => unknown): void {
  const start = performance.now();
  work();
  const best = least.get(name) ?? [];
  best[part] = Math.min(best[part] ?? Number.POSITIVE_INFINITY, performance.now() - start);
  least.set(name, best);
}
const sumOf = (name: string) => least.get(name)!.reduce((sum, part) => sum + part, 0);
const nameOf = (layers: readonly Layer[]) => `with ${[...layers].sort().join("+")}`;
const costOf = (layers: readonly Layer[]) => sumOf(nameOf(layers));
const choices = new Map(
  [[], LAYERS, ...LAYERS.flatMap((layer) => [[layer], NEEDS[layer] ?? [], [...(NEEDS[layer] ?? []), layer]])].map(
    (layers) => [nameOf(layers), layers] as const,
  ),
);
for (let round = 0; round < ROUNDS; round++) {
  parts.forEach((part, i) => {
    const text = part.flatMap(({ comments }) => comments.map(({ text }) => `${text}\n`)).join("");
    time("mecab's start", i, () => runProgram("mecab", ["-Owakati"], "。\n"));
    time("mecab", i, () => runProgram("mecab", ["-Owakati"], text));
    for (const [name, layers] of choices) {
      time(name, i, () => part.map((discussion) => analyze(discussion, resources, { layers }).units.length));
    }
  });
}

const mecab = sumOf("mecab") - sumOf("mecab's start");
const base = costOf([]);
const row = (name: string, cost: number, own = "") => [name, `${cost.toFixed(0)} ms`, (cost / mecab).toFixed(2), own];
const rows = [["", "time", "× mecab", "× mecab, alone"], row("mecab -Owakati, without its start", mecab)];
rows.push(row("tokens and sentences", base));
for (const layer of LAYERS) {
  const needs = NEEDS[layer] ?? [];
  const own = ((costOf([...needs, layer]) - costOf(needs)) / mecab).toFixed(2);
  const aim = AIMS[layer];
  rows.push(row(`  ${layer}, with what it needs`, costOf([layer]) - base, aim === undefined ? own : `${own} (${aim})`));
}
rows.push(row("all layers (aim: at most 6)", costOf(LAYERS) - base), row("tokens and all layers", costOf(LAYERS)));
const characters = lines.reduce((sum, line) => sum + line.length + 1, 0);
console.log(`${characters} characters in ${discussions.length} discussions; least of ${ROUNDS} rounds, part by part`);
printRows(rows);
