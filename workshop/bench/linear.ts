/**
 * Prints how the time of each layer grows with the length of one sentence that is made to be hard, as the exponent of
 * length: 1 is linear, 2 is four times as long for twice the text.
 *
 * `npm run bench:adversarial -- [family or layer …]` runs only those named. A layer is timed with what it needs.
 * An exponent above `AIM` is marked; where the times are below a few milliseconds it says nothing and is in brackets.
 */
import { readFileSync } from "node:fs";
import { analyze } from "../../src/analyze.ts";
import { LAYERS, type Layer, loadResources, readPage } from "../../src/index.ts";
import type { Discussion } from "../../src/model/discussion.ts";
import { FAMILIES, type Family } from "./linear/families.ts";

const LENGTHS = [8_000, 16_000, 32_000, 64_000];
const RUNS = 3;
const AIM = 1.15;
/** A run beyond this ends a row: it shows enough. */
const TOO_LONG = 5_000;
/** Below this the clock and the collector decide. */
const TOO_SHORT = 5;

/** Without one, nobody takes a side. */
const PROPOSITIONS = ["雨の日に窓を閉めること"];

const resources = await loadResources();
const choices: readonly (readonly [name: string, layers: readonly Layer[]])[] = [
  ["tokens", []],
  ...LAYERS.map((layer) => [layer, [layer]] as const),
  ["all", LAYERS],
];
const wanted = process.argv.slice(2);
const known = [...FAMILIES.map(({ name }) => name), ...choices.map(([name]) => name)];
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`no such family or layer: ${unknown.join(", ")}; known: ${known.join(", ")}`);
const chosen = <T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] => {
  const some = all.filter((one) => wanted.includes(nameOf(one)));
  return some.length === 0 ? all : some;
};

const template = readPage(readFileSync("data/pages/harbour.txt"));

/** A comment of so many characters, under an article that begins alike. */
function discussionOf({ piece, closing }: Family, length: number): Discussion {
  const times = Math.ceil(length / (piece.length + (closing ?? "").length));
  const text = piece.repeat(times) + (closing ?? "").repeat(times);
  return {
    ...template,
    article: {
      ...template.article,
      text: text.slice(0, 400),
      links: [],
      published: { value: "2025-06-20", precision: "day", from: "option" },
    },
    comments: template.comments.slice(0, 1).map((comment) => ({ ...comment, text, links: [] })),
  };
}

/** The least time of the processor in a few runs, in milliseconds: what else the machine does is not in it. */
function timeOf(discussion: Discussion, layers: readonly Layer[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS && (run === 0 || least < TOO_LONG); run++) {
    const start = process.cpuUsage();
    analyze(discussion, resources, { layers, propositions: PROPOSITIONS });
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** The slope of the line through the logarithms of length and time. */
function exponentOf(points: readonly (readonly [length: number, time: number])[]): number {
  const logs = points.map(([length, time]) => [Math.log(length), Math.log(time)] as const);
  const mean = (index: 0 | 1) => logs.reduce((sum, log) => sum + log[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return over / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

let failed = 0;
let timed = 0;
/** Prints a row at once: the whole takes minutes. */
const print = (cells: readonly string[]): void =>
  console.log(
    cells
      .map((cell) => cell.padEnd(16))
      .join("")
      .trimEnd(),
  );
print(["family", "layer", "exponent", ...LENGTHS.map((length) => `${length / 1000}k ms`)]);
for (const family of chosen(FAMILIES, ({ name }) => name)) {
  for (const [layer, layers] of chosen(choices, ([choice]) => choice)) {
    analyze(discussionOf(family, LENGTHS[0]!), resources, { layers, propositions: PROPOSITIONS });
    const points: [number, number][] = [];
    for (const length of LENGTHS) {
      const time = timeOf(discussionOf(family, length), layers);
      points.push([length, time]);
      if (time > TOO_LONG) break;
    }
    const exponent = points.length < 2 ? Number.NaN : exponentOf(points);
    const isShort = points.at(-1)![1] < TOO_SHORT;
    if (!isShort && !(exponent <= AIM)) failed++;
    const shown = isShort ? `(${exponent.toFixed(2)})` : `${exponent.toFixed(2)}${exponent <= AIM ? "" : " !"}`;
    timed++;
    print([family.name, layer, shown, ...points.map(([, time]) => time.toFixed(1))]);
  }
}
console.log(`${failed} of ${timed} grow faster than length to the power of ${AIM}`);
