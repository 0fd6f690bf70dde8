/** Accuracy of considerations on comments about measures that the model knew nothing of. */

import { loadConsiderationList } from "../../src/annotate/considerations/consideration-list.ts";
import { confidenceOf, surest } from "../../src/annotate/considerations/find-considerations.ts";
import { annotateLine } from "../../src/annotate-line/annotate-line.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import type { Consideration } from "../../src/model/layers.ts";
import { loadResources } from "../../src/resources.ts";
import { loadWordVectors } from "../../src/words/load-word-vectors.ts";
import { consideredComments, listedRows, subjectReader } from "../considerations/examples.ts";
import { calibrate, crossValidate, type HeldOutRow, thresholdsOf } from "../considerations/learn.ts";
import { type SetScores, scoreSets } from "../considerations/scores.ts";
import { calibrationError } from "../sentiment/scores.ts";

/** Cross-validates considerations by whole measures, thresholds and calibration chosen without the fold that is scored. */
export async function report(): Promise<string> {
  const resources = await loadResources();
  const list = loadConsiderationList(dataReader());
  const read = subjectReader(resources.tokenizer, loadWordVectors(dataReader()).vectors);
  const comments = consideredComments(list, read);
  const held = crossValidate(comments, listedRows(list, read), list.length + 1);
  const { pairs, sure } = said(held, list.length);
  const scores = scoreSets(pairs, list.length);
  const words = scoreSets(
    comments.map(({ text, gold }) => [
      gold,
      list.flatMap(({ ja, words }, c) => (text.includes(ja) || words.some((word) => text.includes(word)) ? [c] : [])),
    ]),
    list.length,
  );
  const counts = list.map((_, c) => comments.filter(({ gold }) => gold.includes(c)).length);
  const most = counts.indexOf(Math.max(...counts));
  const majority = scoreSets(
    comments.map(({ gold }) => [gold, [most]]),
    list.length,
  );
  const union = scoreSets(
    comments.map(({ text, gold }) => {
      const { considerations } = annotateLine(JSON.stringify({ text }), resources, ["considerations"]) as {
        considerations: readonly Consideration[];
      };
      const ids = new Set(considerations.map(({ consideration }) => consideration));
      return [gold, list.flatMap(({ id }, c) => (ids.has(id) ? [c] : []))];
    }),
    list.length,
  );
  const order = list.map((_, c) => c).sort((a, b) => scores.f1[b]! - scores.f1[a]!);
  return `## Considerations

\`npm run accuracy -- considerations\`. ${comments.length} comments on ${new Set(comments.map(({ measure }) => measure)).size} measures, written for the project, each labelled once as a whole with none, one or two of ${list.length} considerations. Measures are left out whole, a fifth at a time; thresholds and calibration are of the other folds. One label in two fits as well as another here: a comment that speaks of children and of danger was given one or both.

| who | precision | recall | micro-F1 | macro-F1 |
| --- | --- | --- | --- | --- |
${row("**model**, measures never seen", scores)}
${row("key words and names of the list", words)}
${row("the most frequent one for all", majority)}
${row("pieces together, against their comment, measures seen in training", union)}

Calibration error of the confidence: ${calibrationError(sure).toFixed(3)}.

| consideration | comments | F1 | F1 of key words |
| --- | --- | --- | --- |
${order.map((c) => `| ${list[c]!.id} | ${counts[c]} | ${three(scores.f1[c]!)} | ${three(words.f1[c]!)} |`).join("\n")}`;
}

/** What is said of each held-out comment, by thresholds of the other folds. */
function said(held: readonly HeldOutRow[], labels: number) {
  const pairs: [readonly number[], readonly number[]][] = [];
  const sure: [number, boolean][] = [];
  for (const fold of new Set(held.map((row) => row.fold))) {
    const others = held.filter((row) => row.fold !== fold);
    const thresholds = thresholdsOf(others, labels + 1);
    const [slope = 1, offset = 0] = calibrate(others, thresholds);
    for (const { row, probabilities } of held.filter((one) => one.fold === fold)) {
      const found = surest(probabilities, thresholds);
      pairs.push([row.gold, found]);
      for (const c of found) sure.push([confidenceOf(probabilities[c]!, { slope, offset }), row.gold.includes(c)]);
    }
  }
  return { pairs, sure };
}

function row(name: string, { precision, recall, micro, macro }: SetScores): string {
  return `| ${name} | ${three(precision)} | ${three(recall)} | ${three(micro)} | ${three(macro)} |`;
}

const three = (value: number): string => value.toFixed(3);
