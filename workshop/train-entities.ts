import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { loadGazetteer } from "../src/annotate/entities/load-gazetteer.ts";
import { WordClusters } from "../src/annotate/entities/model/clusters.ts";
import { readWordKinds } from "../src/annotate/entities/model/word-kinds.ts";
import { seededRandom } from "../src/measure/random.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { extract, FeatureNumbers, number } from "./entities/build-corpus.ts";
import { trainCrf } from "./entities/crf.ts";
import { findDullWords } from "./entities/dull-words.ts";
import { learnClusters } from "./entities/learn-clusters.ts";
import { quantiseRows, quantiseTable, strongest } from "./entities/quantise.ts";
import { spanExamples } from "./entities/span-examples.ts";
import { swapNames } from "./entities/swap-names.ts";
import { trainGate } from "./entities/train-gate.ts";
import { trainSpanLabels } from "./entities/train-span-labels.ts";
import { readInline, readTraining, type TrainingText } from "./entities/training-data.ts";
import { writeModel } from "./entities/write-model.ts";

/**
 * Trains the entity model from `../shared/data` and `data/training/entities` and writes `data/models/entities.bin`; the same data gives the same bytes.
 *
 * Learns word clusters from raw text; a conditional random field over all features in several runs, of whose mean the strongest
 * features are kept; the model that labels a name once its ends are known; and the gate before both.
 */
const FOLDER = "../shared/data";
const OWN = "data/training/entities";
const OUT = process.env.OUT ?? "data/models/entities.bin";
/** Features that the file holds: three quarters of its table. */
const KEPT = 390_000;
/** Runs, each in another order, whose weights are averaged. */
const RUNS = 3;
const say = (text: string) =>
  process.stderr.write(
    `${Math.round(performance.now() / 1000)
      .toString()
      .padStart(4)} s  ${text}\n`,
  );

if (!existsSync(FOLDER)) throw new Error(`the training data must lie in ${FOLDER}`);
const tokenizer = await loadTokenizer();
const gazetteer = loadGazetteer(dataReader());
const kinds = readWordKinds(dataReader().bytes("data/models/word-kinds.bin"));
const read: TrainingText[][] = [
  readTraining(`${FOLDER}/ner_gsd_train.jsonl`),
  readTraining(`${FOLDER}/ner_stockmark_dev.jsonl`, (index) => index % 5 !== 0),
  readTraining(`${FOLDER}/ner_wac_train.jsonl`),
];
/** Sentences of the kinds that this project is for; twice, because they are few. */
const own = readdirSync(OWN)
  .filter((file) => file.endsWith(".txt"))
  .sort()
  .flatMap((file) => readInline(`${OWN}/${file}`));
const training = [...read.flat(), ...own, ...own];
const lines = gunzipSync(readFileSync(`${FOLDER}/speed-corpus.txt.gz`))
  .toString("utf8")
  .split("\n");

const cache = process.env.CLUSTER_CACHE;
let learned: { pairs: [number, number][]; groups: Uint8Array };
if (cache !== undefined && existsSync(cache)) {
  const { pairs, groups } = JSON.parse(readFileSync(cache, "utf8"));
  learned = { pairs, groups: Uint8Array.from(groups) };
} else {
  learned = learnClusters([...lines, ...training.map(({ text }) => text)], tokenizer, {
    ...{ clusters: 1024, groups: 128, least: 5, dimensions: 64, window: 2, negatives: 5, passes: 3 },
    random: seededRandom(7),
  });
  if (cache !== undefined) writeFileSync(cache, JSON.stringify({ pairs: learned.pairs, groups: [...learned.groups] }));
}
const dull = findDullWords(lines, training, tokenizer, gazetteer);
const table = WordClusters.of(learned.pairs, dull);
const clusters = new WordClusters(table.keys, table.values, learned.groups);
say(`${learned.pairs.length} words in clusters, ${dull.size} dull`);

const swap = seededRandom(10);
const raw = extract(
  [...training, ...[read[0]!, read[1]!, own].flatMap((texts) => swapNames(texts, swap))],
  tokenizer,
  clusters,
  kinds,
  gazetteer,
);
const all = new FeatureNumbers(raw.hashes, 2);
const settings = {
  epochs: 3,
  dropout: 0.3,
  rate: 0.05,
  decay: 1e-3,
  gazetteerDropout: 0.25,
  progress: (epoch: number, loss: number) => say(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`),
};
const corpus = number(raw, all);
say(`${corpus.allowed.length} tokens, ${all.size} kinds of features`);
const { weights, transitions } = average(RUNS, (run) => {
  say(`run ${run + 1} of ${RUNS}`);
  return trainCrf(corpus, { ...settings, random: seededRandom(11 + 37 * run) });
});
const kept = strongest(weights, corpus, all.hashes(), KEPT);

const spans = trainSpanLabels(spanExamples(training, tokenizer, clusters, kinds, gazetteer), 6, seededRandom(13));
const gate = trainGate(training, tokenizer, seededRandom(14));
say("span labels and gate learned");
const features = quantiseTable(kept.hashes, kept.weights);
const spanRows = quantiseRows(spans);
const bytes = writeModel({
  clusterKeys: table.keys,
  clusterValues: table.values,
  clusterGroups: learned.groups,
  featureKeys: features.keys,
  featureWeights: features.weights,
  scale: features.scale,
  transitions,
  spanWeights: spanRows.weights,
  spanScale: spanRows.scale,
  gateWeights: gate.weights,
  gateThreshold: gate.threshold,
});
writeFileSync(OUT, bytes);
say(`${OUT}: ${bytes.length} bytes`);

type Weights = ReturnType<typeof trainCrf>;

/** Mean of the weights of several runs. */
function average(runs: number, train: (run: number) => Weights): Weights {
  const sum = train(0);
  for (let run = 1; run < runs; run++) {
    const { weights, transitions } = train(run);
    for (let i = 0; i < weights.length; i++) sum.weights[i]! += weights[i]!;
    for (let i = 0; i < transitions.length; i++) sum.transitions[i]! += transitions[i]!;
  }
  return {
    weights: sum.weights.map((value) => value / runs),
    transitions: sum.transitions.map((value) => value / runs),
  };
}
