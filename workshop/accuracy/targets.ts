import { readFileSync } from "node:fs";
import { TARGET_LABELS } from "../../src/annotate/sentiment/model/linear-model.ts";
import { loadSentimentResources } from "../../src/annotate/sentiment/resources.ts";
import { scoreSentiment } from "../../src/annotate/sentiment/score-sentiment.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import {
  best,
  crossValidate,
  fitTemperature,
  type HeldOut,
  linear,
  probabilities,
} from "../sentiment/cross-validate.ts";
import { ownExamples } from "../sentiment/examples.ts";
import { CHABSA_TARGET_WEIGHT, SILVER_WEIGHT, TARGET_OPTIONS } from "../sentiment/options.ts";
import { plainLexicon } from "../sentiment/plain-lexicon.ts";
import { rulesOnly, unitOf } from "../sentiment/rows.ts";
import { calibrationError, scoresOf } from "../sentiment/scores.ts";
import { silverTargets } from "../sentiment/silver-targets.ts";
import { chabsaTargets, goldTargets, type TargetExample, writtenTargets } from "../sentiment/target-examples.ts";
import { type TargetRow, targetRowsOf } from "../sentiment/target-rows.ts";

const percent = (value: number) => value.toFixed(3);
const HELD_OUT = "test/gold/targets-b.jsonl";

interface Judged {
  readonly example: TargetExample;
  readonly said: string;
  readonly confidence: number;
}

/** Scores what is said of targets: cross-validated where the data took part in training, as shipped on the held-out half. */
export async function report(): Promise<string> {
  const tokenizer = await loadTokenizer();
  const rules = rulesOnly();
  const gold = goldTargets("test/gold/targets-a.jsonl");
  const a = targetRowsOf(gold, tokenizer, rules, 1);
  const written = targetRowsOf(writtenTargets(), tokenizer, rules, 1);
  const aspects = targetRowsOf(chabsaTargets(), tokenizer, rules, CHABSA_TARGET_WEIGHT);
  const silver = targetRowsOf(silverTargets(ownExamples(), tokenizer), tokenizer, rules, SILVER_WEIGHT);
  const order = new Map<string, number>();
  for (const { example } of [...a, ...aspects]) if (!order.has(example.group)) order.set(example.group, order.size);
  const fold = ({ example }: TargetRow) => `${order.get(example.group)! % 4}`;
  const onA = judge(crossValidate(a, fold, [...written, ...aspects, ...silver], linear(TARGET_OPTIONS)));
  const onAspects = judge(crossValidate(aspects, fold, [...written, ...a, ...silver], linear(TARGET_OPTIONS)));

  const shipped = loadSentimentResources(dataReader(), []);
  const onB = readFileSync(HELD_OUT, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((json) => {
      const { text, targets } = JSON.parse(json) as {
        text: string;
        targets: { target: string; start: number; end: number; label: TargetExample["label"] }[];
      };
      const phrases = targets.map(({ target }) => target);
      const rows = scoreSentiment(
        [unitOf(text, tokenizer)],
        { entities: [], mentions: [], quotations: [], targets: phrases },
        shipped,
      ).filter(({ scope }) => scope === "target");
      return targets.map(({ start, end, label }) => {
        const row = rows.find((each) => each.start === start && each.end === end);
        return {
          example: { text, start, end, label, group: "b" },
          said: row?.label ?? "none",
          confidence: row?.confidence ?? 0,
        };
      });
    });

  const plain = (rows: readonly Judged[]) =>
    scoresOf(rows.map(({ example }) => [example.label, plainLexicon(unitOf(example.text, tokenizer).tokens, rules)]));
  const line = (name: string, rows: readonly Judged[]) => {
    const { count, accuracy, macroF1, majority } = scoresOf(rows.map(({ example, said }) => [example.label, said]));
    const base = plain(rows);
    const ece = calibrationError(rows.map(({ example, said, confidence }) => [confidence, said === example.label]));
    return `| ${name} | ${count} | ${percent(majority)} | ${percent(base.accuracy)} / ${percent(base.macroF1)} | ${percent(accuracy)} / ${percent(macroF1)} | ${percent(ece)} |`;
  };
  return `## Sentiment toward targets

\`npm run accuracy -- targets\`. Labels: positive, neutral, negative, toward a given phrase of the text. chABSA's aspects (development part: **real text, labelled by others**) are cross-validated by report; **regression**, which forecasts nothing: the project's comments of half a by sentence; half b (${HELD_OUT}) is scored as shipped and took no part in anything. *plain* is the sign of the lexicon summed over the whole text, which cannot tell two targets of a sentence apart; cells are accuracy / macro-F1.

| set | targets | majority | plain | said | calibration error |
| --- | --- | --- | --- | --- | --- |
${line("chABSA aspects, by report", onAspects)}
${line("comments, half a, cross-validated", onA)}
${line("comments, half b, held out", onB)}

Errors on half a, evenly spaced over the wrong ones, as they are (gold → said); sentences of chABSA are not repeated here:

${errors(onA, 10)}`;
}

function judge(heldOut: readonly HeldOut<TargetRow>[]): Judged[] {
  const temperature = fitTemperature(heldOut);
  return heldOut.map(({ row: { example }, logits }) => {
    const [said, confidence] = best(probabilities(logits, temperature), TARGET_LABELS);
    return { example, said, confidence };
  });
}

function errors(rows: readonly Judged[], count: number): string {
  const wrong = rows.filter(({ said, example }) => said !== example.label);
  const shown = Math.min(count, wrong.length);
  return Array.from({ length: shown }, (_, i) => wrong[Math.floor((i * wrong.length) / shown)]!)
    .map(({ example: { label, text, start, end }, said }) => {
      const marked = `${text.slice(0, start)}**${text.slice(start, end)}**${text.slice(end)}`;
      return `- ${label} → ${said}: ${marked}`;
    })
    .join("\n");
}
