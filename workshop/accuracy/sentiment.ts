import { LABELS } from "../../src/annotate/sentiment/model/linear-model.ts";
import { UnitReader } from "../../src/annotate/sentiment/read-unit.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { balanceOf } from "../balance.ts";
import { tonedComments } from "../sentiment/comments.ts";
import { best, crossValidate, fitTemperature, type HeldOut, probabilities } from "../sentiment/cross-validate.ts";
import { chabsaExamples, type Example, ownExamples } from "../sentiment/examples.ts";
import { CHABSA_WEIGHT, foldOf } from "../sentiment/options.ts";
import { plainLexicon } from "../sentiment/plain-lexicon.ts";
import { commentRowsOf, type ExampleRow, rowsOf, rulesOnly, unitOf } from "../sentiment/rows.ts";
import { calibrationError, scoresOf } from "../sentiment/scores.ts";
import { learnTone } from "../sentiment/train-tone.ts";

const percent = (value: number) => value.toFixed(3);

/** What each way of labelling says of one text. */
interface Judged {
  readonly example: Example;
  readonly plain: string;
  readonly rules: string;
  readonly model: string;
  readonly confidence: number;
  /** Whether positive is held likelier than negative. */
  readonly leansPositive: boolean;
}

/** Cross-validates the sentence model by subject (own sentences) and by report (chABSA), and shows errors as they are. */
export async function report(): Promise<string> {
  const tokenizer = await loadTokenizer();
  const resources = rulesOnly();
  const reader = new UnitReader(resources);
  const own = rowsOf(ownExamples(), tokenizer, resources, 1);
  const chabsa = rowsOf(chabsaExamples(), tokenizer, resources, CHABSA_WEIGHT);
  const comments = commentRowsOf(tonedComments(), tokenizer, resources);

  const judge = (heldOut: readonly HeldOut<ExampleRow>[]): Judged[] => {
    const temperature = fitTemperature(heldOut);
    return heldOut.map(({ row: { example }, logits }) => {
      const unit = unitOf(example.text, tokenizer);
      const p = probabilities(logits, temperature);
      const [model, confidence] = best(p, LABELS);
      return {
        example,
        plain: plainLexicon(unit.tokens, resources),
        rules: balanceOf(reader.read(unit, []).sentences.flatMap(({ evidence }) => evidence)).label,
        model,
        confidence,
        leansPositive: p[0]! > p[2]!,
      };
    });
  };
  const bySubject = judge(
    crossValidate(own, ({ example }) => foldOf(example.subject), [...chabsa, ...comments], learnTone),
  );
  const byReport = judge(
    crossValidate(chabsa, ({ example }) => `${hash(example.group) % 4}`, [...own, ...comments], learnTone),
  );

  const subjects = [...new Set(own.map(({ example }) => example.subject))];
  const lines = subjects.map((subject) =>
    line(
      subject,
      bySubject.filter(({ example }) => example.subject === subject),
    ),
  );
  const review = bySubject.filter(({ example }) => ["hotels", "daily-life"].includes(example.subject));
  return `## Sentiment of texts

\`npm run accuracy -- sentiment\`. Labels: positive, neutral, negative, mixed. The project's own sentences are cross-validated **by subject**: a subject and its nearest neighbour (hotels with food, politics with war, …) are left out together, so that nothing said of a subject was learned from it; chABSA's sentences (securities reports, development part) by report; comments with a tone (next section) are always among what is learned from. The model that ships is trained on all of them, so these figures, not its own, tell what to expect. *plain* is the sign of the summed lexicon, *rules* the composed score without the model; cells are accuracy / macro-F1.

| held out | texts | majority | plain | rules | rules + model | positive against negative |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join("\n")}
${line("**all subjects**", bySubject)}
${line("**hotels and daily life**", review)}
${line(
  "hotels, three-way (no mixed)",
  bySubject.filter(({ example }) => example.subject === "hotels" && example.label !== "mixed"),
)}
${line("chABSA, by report", byReport)}

Expected calibration error of the confidence (ten bins): ${percent(ece(bySubject))} by subject, ${percent(ece(byReport))} on chABSA. The last column counts only texts whose gold label is positive or negative and asks which of the two is held likelier.

\`npx tsx workshop/accuracy/classifiers.ts\` (some minutes) sets the model beside the classifiers of \`natural\` on the same words; its table stands in data/models/sentiment.md.

The sentences were written by few hands for this project; real reviews and posts differ more from them than they do from each other, so expect less there. Exclamation marks, polite endings and known names are kept out of the model, since in written examples they go with one label by habit.

Twenty errors, evenly spaced over the wrong ones, as they are (gold → said):

${errors(bySubject, 20)}`;
}

function line(name: string, rows: readonly Judged[]): string {
  const cell = (key: "plain" | "rules" | "model") => {
    const { accuracy, macroF1 } = scoresOf(rows.map((row) => [row.example.label, row[key]]));
    return `${percent(accuracy)} / ${percent(macroF1)}`;
  };
  const sided = rows.filter(({ example }) => example.label === "positive" || example.label === "negative");
  const right = sided.filter(({ example, leansPositive }) => leansPositive === (example.label === "positive")).length;
  const { majority } = scoresOf(rows.map((row) => [row.example.label, row.model]));
  return `| ${name} | ${rows.length} | ${percent(majority)} | ${cell("plain")} | ${cell("rules")} | ${cell("model")} | ${percent(right / sided.length)} |`;
}

function ece(rows: readonly Judged[]): number {
  return calibrationError(rows.map(({ confidence, model, example }) => [confidence, model === example.label]));
}

function errors(rows: readonly Judged[], count: number): string {
  const wrong = rows.filter(({ model, example }) => model !== example.label);
  return Array.from({ length: count }, (_, i) => wrong[Math.floor((i * wrong.length) / count)]!)
    .map(
      ({ example, model, confidence }) => `- ${example.label} → ${model} (${confidence.toFixed(2)}): ${example.text}`,
    )
    .join("\n");
}

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (value * 31 + character.charCodeAt(0)) >>> 0;
  return value;
}
