/** Trains the model of sides on written comments and threads, and prints what it says of measures left out; the same bytes at every run. */
import { writeFileSync } from "node:fs";
import { certain } from "../src/annotate/sides/find-sides.ts";
import { replyFeatures, withParent } from "../src/annotate/sides/replies.ts";
import { loadSideRules, SIDE_MODEL_FILE } from "../src/annotate/sides/resources.ts";
import { CLASSES, probabilitiesOf, SIDE_MODEL } from "../src/annotate/sides/side-model.ts";
import { loadStanceResources } from "../src/annotate/stance/resources.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { SIDES } from "../src/model/layers.ts";
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
import { threadSides, writtenSides } from "./sides/examples.ts";
import { ratesOf } from "./sides/rates.ts";
import { repliesOf } from "./sides/replies.ts";
import { sideRows } from "./sides/rows.ts";
import { scoreLine } from "./sides/scores.ts";
import { TEACHING_THREADS } from "./thread-names.ts";

/** Of what is called for or against at most this share may be of the other sign, on measures left out. */
const MOST_WRONG = 0.08;

/** A comment left out of training, with its measure and the row of rules that decides it. */
interface Held extends Weighed {
  readonly thread: boolean;
  readonly group: string;
  readonly decision: (typeof rows)[number]["decision"];
}

const tokenizer = await loadTokenizer();
const rules = loadSideRules(dataReader());
const rows = sideRows([...writtenSides(), ...threadSides(TEACHING_THREADS)], tokenizer, rules);
const held = heldOutSides(rows);
// Threads are by other hands than the measures: what is sure there is sure elsewhere.
const temperature = fitTemperature(held.filter(({ row }) => row.example.measure.startsWith("t")));
const byText = new Map(held.map(({ row, logits }) => [`${row.example.measure}\t${row.example.text}`, logits]));
const replies = repliesOf(TEACHING_THREADS, byText, temperature, tokenizer, loadStanceResources(dataReader()));
const weights = fitReplies([...replies.values()], temperature);

const weighed = held.map(({ row, logits }): Held => {
  const reply = replies.get(`${row.example.measure}\t${row.example.text}`);
  const full =
    reply === undefined ? logits : withParent(logits, replyFeatures(reply.parent, reply.stance), { replies: weights });
  return {
    side: row.example.side,
    ruled: row.decision?.side ?? null,
    p: probabilitiesOf(full, temperature),
    thread: row.example.measure.startsWith("t"),
    group: row.example.measure,
    decision: row.decision,
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
writeRates();
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

/** Writes how probabilities go with sides where nothing was learned from: shares of comments are estimated by it. */
function writeRates(): void {
  const grouped = weighed.map(({ group, side, decision, p }) => ({
    group,
    side,
    p: decision === null ? p : certain(SIDES.indexOf(decision.side), ruleShares[decision.signal.row]!),
  }));
  const inThreads = grouped.filter(({ group }) => group.startsWith("t"));
  const lines = SIDES.map((side, place) => {
    // Threads are by other hands: what varies more there varies more elsewhere.
    const { taken, other, between, within } = ratesOf(grouped, side, { place, others: inThreads });
    return [side, ...[taken, other, between, within].map((value) => value.toFixed(4))].join("\t");
  });
  const head =
    "# The machine's probability of a side on measures and threads left out of training: its mean where people take the side\n# and where they do not, how far a measure's mean and a comment's probability stray. Written by npm run train:sides.\n";
  writeFileSync("data/models/side-rates.tsv", `${head}side\ttaken\tother\tbetween\twithin\n${lines.join("\n")}\n`);
  console.log(lines.join("\n"));
}
