import { readFileSync, writeFileSync } from "node:fs";
import { findBrackets } from "../src/annotate/quotations/frame/brackets.ts";
import { tallyOf } from "../src/annotate/quotations/kinds/choose-kind.ts";
import { groupsOf, type Judged } from "../src/annotate/quotations/kinds/groups.ts";
import { SIGNALS, WORK_SIGNALS } from "../src/annotate/quotations/kinds/signals.ts";
import { loadQuotationResources } from "../src/annotate/quotations/resources.ts";
import { decideSpeaker } from "../src/annotate/quotations/speakers/decide-speaker.ts";
import { quotesIn } from "../src/annotate/quotations/speakers/quotes-in.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { QUOTATION_KINDS, type QuotationKind } from "../src/model/layers.ts";
import { parseTsv } from "../src/text/tsv.ts";
import { readMarkedRow } from "../test/annotate/quotations/marked-rows.ts";
import { developmentRows, labelledRows } from "./accuracy/real-quotations.ts";
import { unitMaker } from "./accuracy/unit-of.ts";

/** A bracket as the weights see it, with the kind that readers gave it. */
interface Example {
  readonly gold: QuotationKind;
  /** What the cues beside it add up to. */
  readonly cues: Readonly<Record<QuotationKind, number>>;
  /** How much each signal holds, in [0, 1]: a mean over brackets that belong together. */
  readonly signals: ReadonlyMap<string, number>;
  readonly set: string;
  readonly fold: number;
  readonly weight: number;
  readonly words: string;
}

interface Row {
  readonly text: string;
  readonly quotations: readonly { start: number; end: number; kind: string; indirect: boolean }[];
}

const FOLDS = 10;
/** How far a weight may go from what the file had, and how fast it is learned. */
const [HOLD, ROUNDS, RATE] = [0.01, 400, 0.6];
/** How much a row of our own counts beside one of other hands. */
const OWN = 0.5;
/** The slope of the confidence: see choose-kind.ts. */
const STEEPNESS = 0.8;
/** Weights nearer to nothing are left out. */
const LEAST = 0.15;

const { unitOf } = await unitMaker();
const resources = loadQuotationResources(dataReader());
type Weights = Map<string, Record<QuotationKind, number>>;
const nothing = (): Record<QuotationKind, number> => ({ speech: 0, title: 0, term: 0, scare: 0 });
const prior: Weights = new Map(SIGNALS.map(({ name }) => [name, nothing()]));
for (const [name, cues] of resources.signals) for (const { kind, weight } of cues) prior.get(name)![kind] = weight;

/** The weights that are learned: those that the file has, and for signals of works the kinds that they can speak for. */
const FOR_WORKS: Readonly<Record<string, readonly QuotationKind[]>> = {
  "clause without an end": ["speech"],
  "called with と言う": ["speech", "term"],
  "の right behind": ["term"],
  "particle right behind": ["term"],
};
const isOfWorks = (name: string) => WORK_SIGNALS.some((signal) => signal.name === name);
const free = new Map<string, readonly QuotationKind[]>(
  [...prior].map(([name, own]) => [
    name,
    isOfWorks(name) ? (FOR_WORKS[name] ?? ["title"]) : QUOTATION_KINDS.filter((kind) => own[kind] !== 0),
  ]),
);

/** Returns the brackets of a text that somebody labelled. */
function examplesOf({ text, quotations }: Row, set: string, fold: number, weight: number): Example[] {
  const { tokens } = unitOf(text);
  const judged: Judged[] = [];
  const visit = (
    inside: Parameters<typeof resources.layouts.frame>[1],
    level: ReturnType<typeof findBrackets>,
  ): void => {
    for (const quote of quotesIn(resources.layouts.frame(tokens, inside, level), resources)) {
      const speaker = decideSpeaker(quote)?.speaker ?? null;
      judged.push({ quote, speaker, tally: tallyOf(quote, speaker) });
      visit(quote.bracket, quote.bracket.children);
    }
  };
  visit(null, findBrackets(text));
  return groupsOf(judged).flatMap((group) => {
    const cues = nothing();
    const signals = new Map<string, number>();
    for (const { tally } of group) {
      for (const kind of QUOTATION_KINDS) cues[kind] += tally.scores[kind] / group.length;
      for (const name of tally.held) {
        signals.set(name, (signals.get(name) ?? 0) + 1 / group.length);
        for (const kind of QUOTATION_KINDS) cues[kind] -= prior.get(name)![kind] / group.length;
      }
    }
    return group.flatMap(({ quote: { bracket } }) => {
      const gold = quotations.find(
        ({ start, end, indirect }) => !indirect && start === bracket.start && end === bracket.end,
      );
      return gold === undefined
        ? []
        : [
            {
              gold: gold.kind as QuotationKind,
              cues,
              signals,
              set,
              fold,
              weight,
              words: text.slice(Math.max(0, bracket.open - 14), bracket.close + 14),
            },
          ];
    });
  });
}

const marked = readFileSync(new URL("../data/training/quotations.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map(readMarkedRow);
const goldA = readFileSync(new URL("../test/gold/quotations-a.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);
const lines = parseTsv(
  readFileSync(new URL("../test/annotate/quotations/quotations.tsv", import.meta.url), "utf8"),
  ["text", "words", "kind"],
  "quotations.tsv",
).map(({ text, words, kind }) => {
  const start = text.indexOf(words);
  return { text, quotations: [{ start, end: start + words.length, kind, indirect: false }] };
});
const [development, read] = [developmentRows(), labelledRows("read")];
if (development === null || read === null) throw new Error("the outside sets are not here; see npm run data");
const examples = [
  ...development.flatMap((row, i) => examplesOf(row, "development", i % FOLDS, 1)),
  ...read.flatMap((row, i) => examplesOf(row, "read", i % FOLDS, 1)),
  ...marked.flatMap((row, i) => examplesOf(row, "own", i % FOLDS, OWN)),
  ...goldA.flatMap((row, i) => examplesOf(row, "half a", i % FOLDS, OWN)),
  ...lines.flatMap((row, i) => examplesOf(row, "tests", i % FOLDS, OWN)),
];

function scoresOf({ cues, signals }: Example, weights: Weights): Record<QuotationKind, number> {
  const scores = { ...cues };
  for (const [name, held] of signals) {
    const own = weights.get(name)!;
    for (const kind of QUOTATION_KINDS) scores[kind] += own[kind] * held;
  }
  return scores;
}

const best = (scores: Record<QuotationKind, number>) =>
  QUOTATION_KINDS.reduce((first, kind) => (scores[kind] > scores[first] ? kind : first));

/** Learns the weights of a linear model (softmax) by steps down the gradient, held to what they were. */
function learn(rows: readonly Example[]): Weights {
  const weights: Weights = new Map([...prior].map(([name, own]) => [name, { ...own }]));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes: Weights = new Map([...weights.keys()].map((name) => [name, nothing()]));
    for (const row of rows) {
      const scores = scoresOf(row, weights);
      const top = Math.max(...QUOTATION_KINDS.map((kind) => scores[kind]));
      const powers = nothing();
      let sum = 0;
      for (const kind of QUOTATION_KINDS) sum += powers[kind] = Math.exp((scores[kind] - top) * STEEPNESS);
      for (const [name, held] of row.signals) {
        const slope = slopes.get(name)!;
        for (const kind of QUOTATION_KINDS)
          slope[kind] += (row.weight * held * (Number(kind === row.gold) - powers[kind] / sum)) / total;
      }
    }
    for (const [name, own] of weights)
      for (const kind of free.get(name)!)
        own[kind] += RATE * 8 * (slopes.get(name)![kind] - HOLD * 0.1 * (own[kind] - prior.get(name)![kind]));
  }
  return weights;
}

const sets = [...new Set(examples.map(({ set }) => set))];
const tell = (name: string, right: (row: Example) => boolean) =>
  console.log(
    name,
    sets
      .map((set) => {
        const rows = examples.filter((row) => row.set === set);
        return `${set} ${(rows.filter(right).length / rows.length).toFixed(3)} of ${rows.length}`;
      })
      .join(", "),
  );
tell("weights of the file:", (row) => best(scoresOf(row, prior)) === row.gold);
const byFold = Array.from({ length: FOLDS }, (_, fold) => learn(examples.filter((row) => row.fold !== fold)));
tell("ten folds:", (row) => best(scoresOf(row, byFold[row.fold]!)) === row.gold);
if (process.argv.includes("--wrong"))
  for (const row of examples) {
    const found = best(scoresOf(row, byFold[row.fold]!));
    if ((row.set === "read" || row.set === "development") && found !== row.gold)
      console.log(
        row.gold,
        found,
        row.words.replaceAll("\n", " "),
        [...row.signals.keys()].join("; "),
        JSON.stringify(row.cues),
      );
  }
const final = learn(examples);
tell("learned on all:", (row) => best(scoresOf(row, final)) === row.gold);

if (process.argv.includes("--write")) {
  const path = new URL("../data/quotations/signals.tsv", import.meta.url);
  const head = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("#") || line.startsWith("signal\t"));
  const lines = [...final].flatMap(([name, own]) => {
    const kept = QUOTATION_KINDS.filter((kind) => Math.abs(own[kind]) >= LEAST);
    return (kept.length === 0 ? (["title"] as const) : kept).map(
      (kind) => `${name}\t${kind}\t${kept.length === 0 ? 0 : Math.round(own[kind] * 20) / 20}`,
    );
  });
  writeFileSync(path, `${[...head, ...lines].join("\n")}\n`);
}
