import { LABELS, NEUTRAL } from "../../src/annotate/sentiment/model/linear-model.ts";
import { annotateLine } from "../../src/annotate-line/annotate-line.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { loadResources } from "../../src/resources.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { poolTones, tonedComments } from "../sentiment/comments.ts";
import { best, crossValidate, type HeldOut, linear, probabilities } from "../sentiment/cross-validate.ts";
import { chabsaExamples, ownExamples } from "../sentiment/examples.ts";
import { CHABSA_WEIGHT, COMMENT_SOURCES, SENTENCE_OPTIONS } from "../sentiment/options.ts";
import { commentRowsOf, type ExampleRow, rowsOf, rulesOnly } from "../sentiment/rows.ts";
import { calibrationError, scoresOf } from "../sentiment/scores.ts";
import type { TrainingRow } from "../sentiment/train-linear.ts";
import { learnTone } from "../sentiment/train-tone.ts";
import { otherHands, realComments, type TonedComment, threadComments } from "./tone-sets.ts";

/** What is said of one comment. */
interface Judged {
  readonly source: string;
  readonly tone: string;
  readonly said: string;
  readonly confidence: number;
}

/** Scores tone on comments of other hands through the public way, and cross-validates by source. */
export async function report(): Promise<string> {
  const resources = await loadResources();
  const judge = (set: readonly TonedComment[]): Judged[] =>
    set.map(({ source, text, tone }) => {
      const answer = annotateLine(JSON.stringify({ text }), resources, ["sentiment"]);
      const { label, confidence } = answer.sentiment as { label: string; confidence: number };
      return { source, tone, said: label, confidence };
    });
  const real = judge(realComments());
  const threads = judge(threadComments());
  const others = judge(otherHands());
  const direct = await bySource(resources.sentiment.model.temperature);
  return `## Tone of comments

\`npm run accuracy -- tone\`. Labels by people who knew no rule: positive, neutral, negative, mixed. *Real comments* are development rows of four sites, never trained on, though other comments of the same sites were; *threads* were written by other hands about invented measures. Beside accuracy stands its 95 % interval (Wilson 1927). All figures are of the whole way from text to label.

| set | comments | accuracy | 95 % | macro-F1 | recall of neutral | calibration error |
| --- | --- | --- | --- | --- | --- | --- |
${lines("**real comments**", real)}
${lines("**threads of other hands**", threads)}
${lines("**threads of two more hands, not read**", others)}

${agreement()}

**Sites never seen.** Each source is left out of training in turn. *Direct* is the model of four labels that ships, at the temperature that ships; *in two steps* asks first whether a comment is neutral and then, of one that is not, its side.

| left out | comments | direct: accuracy / macro-F1 | recall of neutral | calibration error | in two steps: accuracy / macro-F1 | recall of neutral |
| --- | --- | --- | --- | --- | --- | --- |
${direct}

On a site whose comments it never read, expect the figures of the second table, not of the first: what is neutral differs from site to site.`;
}

function lines(name: string, rows: readonly Judged[]): string {
  const sources = [...new Set(rows.map(({ source }) => source))];
  return [
    line(name, rows),
    ...sources.map((source) =>
      line(
        source,
        rows.filter((row) => row.source === source),
      ),
    ),
  ].join("\n");
}

function line(name: string, rows: readonly Judged[]): string {
  if (rows.length === 0) return `| ${name} | 0 | | | | | |`;
  const { accuracy, macroF1 } = scoresOf(rows.map(({ tone, said }) => [tone, said]));
  const { low, high } = wilsonInterval(accuracy * rows.length, rows.length);
  const error = calibrationError(rows.map(({ tone, said, confidence }) => [confidence, tone === said]));
  return `| ${name} | ${rows.length} | ${three(accuracy)} | ${three(low)}–${three(high)} | ${three(macroF1)} | ${three(recallOfNeutral(rows))} | ${three(error)} |`;
}

function recallOfNeutral(rows: readonly Pick<Judged, "tone" | "said">[]): number {
  const neutral = rows.filter(({ tone }) => tone === "neutral");
  return neutral.filter(({ said }) => said === "neutral").length / neutral.length;
}

function agreement(): string {
  const both = poolTones().filter(({ a, b }) => a !== "" && b !== "");
  const same = both.filter(({ a, b }) => a === b).length / both.length;
  let chance = 0;
  for (const label of LABELS) {
    const share = (side: "a" | "b") => both.filter((row) => row[side] === label).length / both.length;
    chance += share("a") * share("b");
  }
  const kappa = (same - chance) / (1 - chance);
  return `Two annotators of the pool that training reads agree on ${three(same)} of ${both.length} comments (Cohen's κ ${three(kappa)}); the two of the development rows on 0.96. Rows on which they differ are left out.`;
}

async function bySource(temperature: number): Promise<string> {
  const tokenizer = await loadTokenizer();
  const rules = rulesOnly();
  const always = [
    ...rowsOf(ownExamples(), tokenizer, rules, 1),
    ...rowsOf(chabsaExamples(), tokenizer, rules, CHABSA_WEIGHT),
  ];
  const rows = commentRowsOf(tonedComments(), tokenizer, rules);
  const source = ({ example }: ExampleRow) => example.subject;
  const direct = crossValidate(rows, source, always, learnTone);
  const relabelled = <Row extends TrainingRow>(of: readonly Row[], label: (row: Row) => number) =>
    of.map((row) => ({ ...row, label: label(row) }));
  const isNeutral = ({ label }: TrainingRow) => (label === NEUTRAL ? 0 : 1);
  const first = crossValidate(
    relabelled(rows, isNeutral),
    source,
    relabelled(always, isNeutral),
    linear({
      ...SENTENCE_OPTIONS,
      classes: 2,
    }),
  );
  const sided = <Row extends TrainingRow>(of: readonly Row[]) =>
    of.map((row) => (row.label === NEUTRAL ? { ...row, weight: 0 } : row));
  const second = crossValidate(sided(rows), source, sided(always), linear(SENTENCE_OPTIONS));
  const one = direct.map(({ row, logits }) => judged(row, probabilities(logits, temperature)));
  const two = first.map(({ row, logits }, i) => {
    const p = probabilities(second[i]!.logits, 1);
    const [plain, felt] = probabilities(logits, 1);
    const sides = 1 - p[NEUTRAL]!;
    return judged(
      { ...row, label: direct[i]!.row.label },
      p.map((value, c) => (c === NEUTRAL ? plain! : (felt! * value) / sides)),
    );
  });
  return ["all", ...COMMENT_SOURCES]
    .map((name) => {
      const of = (judgements: readonly Judged[]) => judgements.filter((row) => name === "all" || row.source === name);
      const cell = (judgements: readonly Judged[]) => {
        const { accuracy, macroF1 } = scoresOf(judgements.map(({ tone, said }) => [tone, said]));
        return `${three(accuracy)} / ${three(macroF1)}`;
      };
      const [a, b] = [of(one), of(two)];
      const error = calibrationError(a.map(({ tone, said, confidence }) => [confidence, tone === said]));
      return `| ${name} | ${a.length} | ${cell(a)} | ${three(recallOfNeutral(a))} | ${three(error)} | ${cell(b)} | ${three(recallOfNeutral(b))} |`;
    })
    .join("\n");
}

function judged({ label, example }: HeldOut<ExampleRow>["row"], p: Float64Array): Judged {
  const [said, confidence] = best(p, LABELS);
  return { source: example.subject, tone: LABELS[label]!, said, confidence };
}

const three = (value: number): string => value.toFixed(3);
