/** Trains the model of sides on written comments and threads, and prints what it says of measures left out; the same bytes at every run. */
import { writeFileSync } from "node:fs";
import { replyFeatures, withParent } from "../src/annotate/sides/replies.ts";
import { loadSideRules, SIDE_MODEL_FILE } from "../src/annotate/sides/resources.ts";
import { CLASSES, probabilitiesOf, SIDE_MODEL } from "../src/annotate/sides/side-model.ts";
import { loadStanceResources } from "../src/annotate/stance/resources.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { loadTokenizer } from "../src/tokenize/load-tokenizer.ts";
import { pack } from "../src/words/packed.ts";
import { fitTemperature } from "./sentiment/cross-validate.ts";
import { trainLinear } from "./sentiment/train-linear.ts";
import {
  doubtFor,
  fitReplies,
  heldOutSides,
  judge,
  SIDE_OPTIONS,
  type Weighed,
  wrongSign,
} from "./sides/cross-validate.ts";
import { TEACHING_THREADS, threadSides, writtenSides } from "./sides/examples.ts";
import { repliesOf } from "./sides/replies.ts";
import { sideRows } from "./sides/rows.ts";
import { scoreLine } from "./sides/scores.ts";

/** Of what is called for or against at most this share may be of the other sign, on measures left out. */
const MOST_WRONG = 0.08;

const tokenizer = await loadTokenizer();
const rules = loadSideRules(dataReader());
const rows = sideRows([...writtenSides(), ...threadSides(TEACHING_THREADS)], tokenizer, rules);
const held = heldOutSides(rows);
// Threads are by other hands than the measures: what is sure there is sure elsewhere.
const temperature = fitTemperature(held.filter(({ row }) => row.example.measure.startsWith("t")));
const byText = new Map(held.map(({ row, logits }) => [`${row.example.measure}\t${row.example.text}`, logits]));
const replies = repliesOf(TEACHING_THREADS, byText, temperature, tokenizer, loadStanceResources(dataReader()));
const weights = fitReplies([...replies.values()], temperature);

const weighed = held.map(({ row, logits }): Weighed & { thread: boolean } => {
  const reply = replies.get(`${row.example.measure}\t${row.example.text}`);
  const full =
    reply === undefined ? logits : withParent(logits, replyFeatures(reply.parent, reply.stance), { replies: weights });
  return {
    side: row.example.side,
    ruled: row.decision?.side ?? null,
    p: probabilitiesOf(full, temperature),
    thread: row.example.measure.startsWith("t"),
  };
});
const doubt = Math.min(
  ...[true, false].map((thread) =>
    doubtFor(
      weighed.filter((one) => one.thread === thread),
      MOST_WRONG,
    ),
  ),
);
for (const [name, set] of [
  ["measures left out", weighed.filter((w) => !w.thread)],
  ["threads left out", weighed.filter((w) => w.thread)],
] as const)
  for (const share of [0.5, 0.4, 0.3, 0.2, 0.1, doubt])
    console.log(scoreLine(`${name}, doubt up to ${share}`, judge(set, share)), wrongSign(judge(set, share)).toFixed(3));

const hits = rules.rules.rows.map((_, i) =>
  rows.filter(({ decision }) => decision !== null && decision.signal.row === i),
);
// Few have read a row: it begins as right in nine of ten.
const ruleShares = Float32Array.from(
  hits,
  (of) => (of.filter(({ decision, example }) => decision!.side === example.side).length + 7.2) / (of.length + 8),
);
const trained = trainLinear(rows, SIDE_OPTIONS);
const sizes = trained.sparse
  .filter((weight) => weight !== 0)
  .map(Math.abs)
  .sort();
const scale = Math.fround((sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / 127);
const slots = Int8Array.from(trained.sparse, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
const bytes = pack(
  SIDE_MODEL,
  { signals: Float32Array.from(trained.dense), slots, replies: weights, rules: ruleShares },
  { scale, temperature, doubt },
);
writeFileSync(SIDE_MODEL_FILE, bytes);
console.log(
  `${SIDE_MODEL_FILE}: ${bytes.length} bytes from ${rows.length} rows, ${CLASSES} sides, temperature ${temperature}, doubt ${doubt}`,
);
