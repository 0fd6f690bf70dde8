import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { findBrackets } from "../src/annotate/quotations/frame/brackets.ts";
import { sumOfFeatures } from "../src/annotate/quotations/kinds/work-features.ts";
import { loadQuotationResources } from "../src/annotate/quotations/resources.ts";
import { quotesIn } from "../src/annotate/quotations/speakers/quotes-in.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { developmentRows, labelledRows } from "./accuracy/real-quotations.ts";
import { unitMaker } from "./accuracy/unit-of.ts";

/**
 * Learns which words beside and in brackets go with works, from brackets whose words readers of other sets marked as names.
 *
 * Sentences that are labelled for quotations are left out, so that they can tell how good it is.
 */
interface Example {
  readonly work: number;
  readonly features: readonly string[];
  readonly weight: number;
}

const SETS = ["ner_gsd_train", "ner_stockmark_dev", "ner_wac_train"];
const WORKS = new Set(["WORK_OF_ART", "製品名", "イベント名", "ARTIFACT", "EVENT"]);
/** Games and machines alike. */
const UNCLEAR = new Set(["PRODUCT", "OPTIONAL"]);
const [ROUNDS, RATE, HOLD, RARE] = [40, 0.1, 0.003, 2];

const { unitOf } = await unitMaker();
const resources = loadQuotationResources(dataReader());
const digest = (text: string) => createHash("sha256").update(text.trim()).digest("hex").slice(0, 16);
const labelled = new Set(
  readFileSync(new URL("training/quotations/real.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { text: string }).text),
);
for (const { text } of developmentRows() ?? []) labelled.add(digest(text));

function wordBrackets(text: string, each: (start: number, end: number, features: string[]) => void): void {
  const { tokens } = unitOf(text);
  for (const quote of quotesIn(resources.layouts.frame(tokens, null, findBrackets(text)), resources)) {
    if (quote.sentenceLike) continue;
    const features: string[] = [];
    sumOfFeatures(quote, (side, word) => features.push(`${side}\t${word}`));
    each(quote.bracket.start, quote.bracket.end, features);
  }
}

const examples: Example[] = [];
for (const set of SETS)
  for (const line of readFileSync(`../shared/data/${set}.jsonl`, "utf8").trim().split("\n")) {
    const { text, entities } = JSON.parse(line) as {
      text: string;
      entities: { start: number; end: number; type: string }[];
    };
    if (labelled.has(digest(text)) || text.length !== [...text].length) continue;
    wordBrackets(text, (start, end, features) => {
      const label = entities.find(
        (e) =>
          (e.start <= start && e.end >= end) ||
          (e.start >= start && e.end <= end && e.end - e.start >= 0.8 * (end - start)),
      )?.type;
      if (label !== undefined && UNCLEAR.has(label)) return;
      examples.push({ work: label !== undefined && WORKS.has(label) ? 1 : 0, features, weight: 1 });
    });
  }
const counts = new Map<string, number>();
for (const { features } of examples)
  for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
console.log(`${examples.length} brackets, ${examples.filter(({ work }) => work).length} of works`);

/** A logistic regression, by stochastic steps in a fixed order. */
function learn(rows: readonly Example[]): Map<string, number> {
  const weights = new Map<string, number>([["always\t", 0]]);
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 10);
    for (const { features, work, weight } of rows) {
      const step = rate * weight * (work - 1 / (1 + Math.exp(-scoreOf(features, weights))));
      weights.set("always\t", weights.get("always\t")! + step);
      for (const feature of features)
        if ((counts.get(feature) ?? 0) >= RARE) {
          const own = weights.get(feature) ?? 0;
          weights.set(feature, own + step - rate * HOLD * 20 * own);
        }
    }
  }
  return weights;
}

function scoreOf(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let score = weights.get("always\t")!;
  for (const feature of features) score += weights.get(feature) ?? 0;
  return score;
}

// Mixed, so that no set comes last.
const mixed = [...examples].sort((a, b) => (digest(a.features.join()) < digest(b.features.join()) ? -1 : 1));
let right = 0;
for (let fold = 0; fold < 5; fold++) {
  const weights = learn(mixed.filter((_, i) => i % 5 !== fold));
  right += mixed.filter(
    ({ work, features }, i) => i % 5 === fold && scoreOf(features, weights) > 0 === (work === 1),
  ).length;
}
console.log(`five folds: ${(right / mixed.length).toFixed(3)} right`);
const weights = learn(mixed);
for (const [name, rows] of [
  ["development", developmentRows()],
  ["read", labelledRows("read")],
] as const) {
  let [of, good, works] = [0, 0, 0];
  for (const { text, quotations } of rows ?? [])
    wordBrackets(text, (start, end, features) => {
      const gold = quotations.find((one) => !one.indirect && one.start === start && one.end === end)?.kind;
      if (gold !== "title" && gold !== "term") return;
      of++;
      works += Number(gold === "title");
      good += Number(scoreOf(features, weights) > 0 === (gold === "title"));
    });
  console.log(`${name}: title or term ${(good / of).toFixed(3)} of ${of}, ${works} titles`);
}
if (process.argv.includes("--write")) {
  const kept = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.15)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  writeFileSync(
    new URL("../data/quotations/work-words.tsv", import.meta.url),
    `# Words beside and in brackets of mere words (side: where they stand, see src/annotate/quotations/kinds/work-features.ts), and how much each speaks for the name of a work (below 0: against it).\n# Learned by workshop/train-quotation-works.ts from UD_Japanese-GSD, ner-wikipedia-dataset and WikipediaAnnotatedCorpus. CC BY-SA 4.0.\nside\tword\tweight\n${kept.map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}\n`).join("")}`,
  );
  console.log(`${kept.length} weights written`);
}
