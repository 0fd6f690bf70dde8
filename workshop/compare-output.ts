/**
 * Writes all that the annotators find in a fixed sample of text, so that two states of the code can be compared.
 *
 *     npx tsx workshop/compare-output.ts -o before.jsonl              the outputs, one JSON object a line, and their sha256
 *     npx tsx workshop/compare-output.ts --against before.jsonl       lists what differs from outputs written before
 *
 * `-n` is the number of lines taken of the corpus (20,000 by default), evenly spread over it. Each is annotated alone;
 * a tenth of them once more inside discussions whose comments quote each other, so that what crosses units is seen; and
 * every sample page of `data/pages` is analysed whole. Tokens are written as their digest: they are many.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { analyze } from "../src/analyze.ts";
import { annotateLine } from "../src/annotate-line/annotate-line.ts";
import type { Discussion } from "../src/model/discussion.ts";
import { readAll } from "../src/read/read.ts";
import { loadResources, type Resources } from "../src/resources.ts";
import { tokenRecord } from "../src/tokenize/token-record.ts";

const CORPUS = "../shared/data/speed-corpus.txt.gz";
const PAGES = "data/pages";
const COMMENTS_A_DISCUSSION = 20;
/** How many differences are shown; the others are counted. */
const SHOWN = 40;

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const digestOf = (value: unknown) => digest(JSON.stringify(value));

/** Returns `count` lines of the corpus, evenly spread over it. */
function sampleLines(count: number): string[] {
  if (!existsSync(CORPUS)) {
    console.error(`${CORPUS} is absent: comparing the sample pages alone`);
    return [];
  }
  const lines = gunzipSync(readFileSync(CORPUS))
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
  const step = Math.max(1, lines.length / count);
  return Array.from({ length: Math.min(count, lines.length) }, (_, i) => lines[Math.floor(i * step)]!);
}

/** Returns the answer of the line protocol: every other line has a date, and each two phrases of its own as targets. */
function annotated(text: string, i: number, resources: Resources): object {
  const targets = [...new Set(text.match(/[一-龠々]{2,4}|[ァ-ヶー]{3,8}/gu) ?? [])].slice(0, 2);
  const request = { id: i, text, targets, ...(i % 2 === 0 ? {} : { published: "2022-09-15" }) };
  const answer = annotateLine(JSON.stringify(request), resources);
  return { key: `line ${i}`, ...answer, tokens: digestOf(answer.tokens), text };
}

/** Returns a discussion whose every third comment takes up words of the one before it. */
function discussionOf(lines: readonly string[], template: Discussion): Discussion {
  const comment = template.comments[0]!;
  return {
    ...template,
    article: { ...template.article, text: lines.slice(0, 4).join("\n\n"), links: [] },
    comments: lines.slice(4).map((line, i) => {
      const answers = i % 3 === 2;
      const text = answers ? `>>${i}\n>${lines[i + 3]!.slice(0, 40)}\n${line}` : line;
      const replyTo = answers ? `c${i}` : null;
      return { ...comment, id: `c${i + 1}`, order: i, replyTo, depth: answers ? 1 : 0, text, links: [] };
    }),
  };
}

function analysed(key: string, discussion: Discussion, resources: Resources): object {
  const { discussion: _, units, ...layers } = analyze(discussion, resources, { targets: ["日本", "政府"] });
  const cut = units.map(({ id, sentences, tokens }) => ({
    id,
    sentences,
    tokens: digestOf(Array.from(tokens, tokenRecord)),
  }));
  return { key, ...layers, units: cut };
}

function* outputs(count: number, resources: Resources): Generator<object> {
  const lines = sampleLines(count);
  for (const [i, line] of lines.entries()) yield annotated(line, i, resources);
  const pages = readdirSync(PAGES)
    .sort()
    .map((file) => [file, [...readAll(readFileSync(`${PAGES}/${file}`))]] as const);
  const template = pages.flatMap(([, discussions]) => discussions).find(({ comments }) => comments.length > 0)!;
  const again = lines.filter((_, i) => i % 10 === 0);
  for (let from = 0; from < again.length; from += COMMENTS_A_DISCUSSION + 4) {
    const discussion = discussionOf(again.slice(from, from + COMMENTS_A_DISCUSSION + 4), template);
    yield analysed(`discussion ${from}`, discussion, resources);
  }
  for (const [file, discussions] of pages)
    for (const [i, discussion] of discussions.entries()) yield analysed(`page ${file} ${i}`, discussion, resources);
}

/** Returns the parts of two outputs that are not the same, told in a line each. */
function differences(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys({ ...before, ...after }).flatMap((layer) => {
    const [old, now] = [before[layer], after[layer]];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    if (!Array.isArray(old) || !Array.isArray(now))
      return [`${layer}:\n    - ${JSON.stringify(old)}\n    + ${JSON.stringify(now)}`];
    const [oldRows, newRows] = [old, now].map((rows) => rows.map((row) => JSON.stringify(row)));
    const gone = oldRows!.filter((row) => !newRows!.includes(row)).map((row) => `\n    - ${row}`);
    const come = newRows!.filter((row) => !oldRows!.includes(row)).map((row) => `\n    + ${row}`);
    return [`${layer}:${[...gone, ...come].join("") || " in another order"}`];
  });
}

const { values } = parseArgs({
  options: {
    output: { type: "string", short: "o" },
    against: { type: "string" },
    lines: { type: "string", short: "n", default: "20000" },
  },
});
const resources = await loadResources();
const before = values.against === undefined ? null : readFileSync(values.against, "utf8").trimEnd().split("\n");
const written: string[] = [];
let different = 0;
for (const output of outputs(Number(values.lines), resources)) {
  const line = JSON.stringify(output);
  const old = before?.[written.length];
  if (before !== null && old !== line && different++ < SHOWN) {
    const { key, text = "" } = output as { key: string; text?: string };
    console.log(`${key} ${text}`);
    for (const difference of differences(JSON.parse(old ?? "{}"), JSON.parse(line))) console.log(`  ${difference}`);
  }
  written.push(line);
}
if (values.output !== undefined) writeFileSync(values.output, `${written.join("\n")}\n`);
console.log(`${written.length} outputs, sha256 ${digest(written.join("\n"))}`);
if (before !== null) {
  const missing = Math.max(0, before.length - written.length);
  console.log(`${different} differ from ${values.against}, ${missing} are missing`);
  process.exitCode = different + missing === 0 ? 0 : 1;
}
