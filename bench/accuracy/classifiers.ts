/** Compares natural's classifiers with the project's own on the same words of the same texts; prints a table in minutes. */
import { pathToFileURL } from "node:url";
import {
  BayesClassifier,
  Context,
  Element,
  Feature,
  FeatureSet,
  LogisticRegressionClassifier,
  MaxEntClassifier,
  Sample,
} from "natural/lib/natural/classifiers/index.js";
import { ownExamples } from "../../scripts/sentiment/examples.ts";
import { foldOf, SENTENCE_OPTIONS } from "../../scripts/sentiment/options.ts";
import { type ExampleRow, rowsOf, rulesOnly } from "../../scripts/sentiment/rows.ts";
import { scoresOf } from "../../scripts/sentiment/scores.ts";
import { logitsOf, trainLinear } from "../../scripts/sentiment/train-linear.ts";
import { LABELS } from "../../src/annotate/sentiment/model/linear-model.ts";
import { tokenBits } from "../../src/annotate/sentiment/rules/token-bits.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { Is } from "../../src/words/token-bits.ts";

/** A labelled text with its words, each once, in the order of the text. */
interface Worded {
  readonly row: ExampleRow;
  readonly words: readonly string[];
  readonly fold: string;
}

type Predict = (text: Worded) => string;
type Train = (texts: readonly Worded[]) => Predict;

/** What is trained on what. */
interface Trial {
  readonly name: string;
  readonly train: Train;
  /** Words in fewer training texts are left out. */
  readonly least: number;
  /** Every so many texts of the training folds are learned from. */
  readonly every: number;
  readonly folds: readonly string[];
}

/** Words as the models see them: dictionary forms, with figures, known names, marks and polite endings left out. */
function wordsOf(tokenizer: Tokenizer, text: string): string[] {
  const tokens = tokenizer.tokenize(text);
  const bits = tokenBits(tokens, rules);
  const words = Array.from(tokens, ({ lemma }, i) => ((bits[i]! & LEFT_OUT) === 0 ? lemma : ""));
  return [...new Set(words)].filter((word) => word !== "");
}

const LEFT_OUT = Is.number | Is.knownName | Is.polite | Is.period | Is.comma | Is.bracket | Is.symbol;
const rules = rulesOnly();

const bayes =
  (smoothing?: number): Train =>
  (texts) =>
    natural(new BayesClassifier(undefined, smoothing), texts);
const logistic: Train = (texts) => natural(new LogisticRegressionClassifier(), texts);

function natural(classifier: BayesClassifier | LogisticRegressionClassifier, texts: readonly Worded[]): Predict {
  for (const { words, row } of texts) classifier.addDocument(words, row.example.label);
  classifier.train();
  return ({ words }) => classifier.classify(words);
}

const maximumEntropy: Train = (texts) => {
  const features = new FeatureSet();
  for (const { words, row } of texts) {
    const { label } = row.example;
    for (const word of words) {
      const evaluate = ({ a, b }: Element) => (a === label && (b.data as string[]).includes(word) ? 1 : 0);
      features.addFeature(new Feature(evaluate, word, [label]));
    }
  }
  // The constructor that takes elements fails (`this` in a callback), so they are added one by one.
  const sample = new Sample([]);
  for (const { words, row } of texts) sample.addElement(new Element(row.example.label, new Context(words)));
  const classifier = new MaxEntClassifier(features, sample);
  classifier.train(MAXENT_ROUNDS, 0);
  return ({ words }) => classifier.classify(new Context(words)) || "neutral";
};

const MAXENT_ROUNDS = 20;

/** The project's learner on words alone. */
const ownWords: Train = (texts) => {
  const ids = new Map([...new Set(texts.flatMap(({ words }) => words))].map((word, i) => [word, i]));
  const bias = Float64Array.of(1);
  const slotsOf = ({ words }: Worded) => Int32Array.from(words.flatMap((word) => ids.get(word) ?? []));
  const trained = trainLinear(
    texts.map((text) => ({ dense: bias, slots: slotsOf(text), label: text.row.label, weight: 1 })),
    SENTENCE_OPTIONS,
  );
  return (text) => labelOf(logitsOf(trained, { dense: bias, slots: slotsOf(text) }, LABELS.length));
};

/** The project's learner on everything that ships: rules, words, pairs of words, characters. */
const ownAll: Train = (texts) => {
  const trained = trainLinear(
    texts.map(({ row }) => row),
    SENTENCE_OPTIONS,
  );
  return ({ row }) => labelOf(logitsOf(trained, row, LABELS.length));
};

function labelOf(logits: Float64Array): string {
  return LABELS[logits.indexOf(Math.max(...logits))]!;
}

function run({ train, least, every, folds }: Trial, texts: readonly Worded[]) {
  const pairs: [gold: string, predicted: string][] = [];
  for (const fold of folds) {
    const learned = texts.filter((text, i) => text.fold !== fold && i % every === 0);
    const counts = new Map<string, number>();
    for (const { words } of learned) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const known = (text: Worded) => ({ ...text, words: text.words.filter((word) => (counts.get(word) ?? 0) >= least) });
    const predict = train(learned.map(known).filter(({ words }) => words.length > 0));
    for (const text of texts.filter((each) => each.fold === fold)) {
      const { words } = known(text);
      pairs.push([text.row.example.label, words.length === 0 ? "neutral" : predict({ ...text, words })]);
    }
  }
  return scoresOf(pairs);
}

/** Makes the table. */
export async function report(): Promise<string> {
  const tokenizer = await loadTokenizer();
  const examples = ownExamples();
  const texts = rowsOf(examples, tokenizer, rules, 1).map((row) => ({
    row,
    words: wordsOf(tokenizer, row.example.text),
    fold: foldOf(row.example.subject),
  }));
  const all = [...new Set(texts.map(({ fold }) => fold))];
  const three = ["hotels", "politics", "gadgets"];
  const trials: Trial[] = [
    { name: "natural BayesClassifier", train: bayes(), least: 2, every: 1, folds: all },
    { name: "natural BayesClassifier, smoothing 0.01", train: bayes(0.01), least: 2, every: 1, folds: all },
    { name: "own regression, the same words", train: ownWords, least: 2, every: 1, folds: all },
    { name: "natural LogisticRegressionClassifier", train: logistic, least: 10, every: 6, folds: three },
    { name: "own regression, the same words", train: ownWords, least: 10, every: 6, folds: three },
    { name: "natural MaxEntClassifier", train: maximumEntropy, least: 10, every: 12, folds: three },
    { name: "own regression, the same words", train: ownWords, least: 10, every: 12, folds: three },
    { name: "own regression, rules and n-grams", train: ownAll, least: 2, every: 1, folds: all },
  ];
  const lines = trials.map((trial) => {
    const start = performance.now();
    const { count, accuracy, macroF1, majority } = run(trial, texts);
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    const learned = trial.every === 1 ? "all" : `one in ${trial.every}`;
    console.error(`${trial.name}: ${seconds} s`);
    return `| ${trial.name} | ${learned} | ${trial.folds.length} | ${count} | ${majority.toFixed(3)} | ${accuracy.toFixed(3)} / ${macroF1.toFixed(3)} |`;
  });
  return `| classifier | texts learned from | folds | texts judged | majority | accuracy / macro-F1 |
| --- | --- | --- | --- | --- | --- |
${lines.join("\n")}
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(await report());
