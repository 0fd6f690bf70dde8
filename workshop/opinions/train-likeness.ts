/**
 * Learns what the signs of likeness weigh, and writes data/models/opinion-likeness.json: `npx tsx workshop/opinions/train-likeness.ts`.
 *
 * Logistic regression on pairs of claims of the threads that were read (t1, t2, t3, t4, t6, t8): whether their comments
 * make the same argument.
 */
import { writeFileSync } from "node:fs";
import { loadConsiderationResources } from "../../src/annotate/considerations/resources.ts";
import { loadStopWords } from "../../src/measure/content-words.ts";
import { sayingsOf } from "../../src/measure/opinions/items.ts";
import { signsOf } from "../../src/measure/opinions/likeness/likeness.ts";
import { meaningRows } from "../../src/measure/opinions/likeness/meaning.ts";
import { LIKENESS_WEIGHTS, type LikenessWeights } from "../../src/measure/opinions/likeness/model.ts";
import { wordBags } from "../../src/measure/opinions/likeness/word-bags.ts";
import { ContentWords } from "../../src/measure/opinions/words/content.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { loadResources } from "../../src/resources.ts";
import { chiefArguments, trainingThread } from "../accuracy/gold-threads.ts";
import { logistic } from "./logistic.ts";

/**
 * What is kept of the weight of words in common. Two claims that share a rare word are of one opinion with good odds, but
 * neighbours that are chosen by one word tie what is not alike: .2 to .35 gave the best groups, 0 and 1 the worst.
 */
const WORDS = 0.35;

const resources = await loadResources();
const considerations = loadConsiderationResources(dataReader());
const content = new ContentWords(loadStopWords());
const rows: number[][] = [];
const same: number[] = [];
for (const name of ["t1", "t2", "t3", "t4", "t6", "t8"]) {
  const thread = trainingThread(name, resources);
  const sayings = sayingsOf([thread.analysis]);
  const signs = signsOf(meaningRows(sayings, content, considerations).rows, wordBags(sayings, content));
  const gold = chiefArguments(thread);
  for (let a = 0; a < gold.length; a++) {
    for (let b = 0; b < a; b++) {
      if (gold[a] === null || gold[b] === null || sayings.items[a]!.voice === sayings.items[b]!.voice) continue;
      rows.push([signs.vectors(a, b), signs.words(a, b)]);
      same.push(gold[a] === gold[b] ? 1 : 0);
    }
  }
}
const [bias, vectors, words] = logistic(rows, same);
const rounded = (value: number) => Number(value.toFixed(3));
const weights: LikenessWeights = {
  bias: rounded(bias!),
  vectors: rounded(vectors!),
  words: rounded(words! * WORDS),
};
writeFileSync(LIKENESS_WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
console.log(`${rows.length} pairs of claims, ${same.filter(Boolean).length} of one argument`);
console.log(weights);
