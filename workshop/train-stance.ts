/** Trains the model of stances on written pairs and threads, and prints what it says of replies left out; the same bytes at every run. */
import { writeFileSync } from "node:fs";
import { STANCE_MODEL_FILE } from "../src/annotate/stance/resources.ts";
import { STANCE_MODEL } from "../src/annotate/stance/stance-model.ts";
import { pack } from "../src/words/packed.ts";
import { threadPairs, writtenPairs } from "./stance/examples.ts";
import {
  calibrationLines,
  doubtFor,
  heldOutPairs,
  heldOutThreads,
  sharesOf,
  temperatureFor,
} from "./stance/held-out.ts";
import { learnStances } from "./stance/learn.ts";
import { stanceTrainer } from "./stance/trainer.ts";

/** At most this share of replies may be taken to agree that disagree, or the reverse, on replies left out. */
const MOST_WRONG = 0.075;
/** See `StanceModel`. */
const LIMITS = { sure: 0.85, certain: 0.75, least: 0.4 };

const { rowOf, model, tendencies, mark } = await stanceTrainer();
const rows = [...writtenPairs(), ...threadPairs()].map(rowOf);
const [pairs, threads] = [heldOutPairs(model, rows), heldOutThreads(model, rows)];
const temperature = temperatureFor(threads);
const doubt = doubtFor([pairs, threads], { ...model, temperature, ...LIMITS }, MOST_WRONG);
for (const [name, held] of [
  ["pairs, their parents left out", pairs],
  ["even threads, each left out", threads],
] as const)
  for (const tried of [0.5, doubt]) {
    const shares = Object.entries(sharesOf(held, { ...model, temperature, ...LIMITS, doubt: tried }));
    console.log(`${name}, doubt up to ${tried}:`, ...shares.map(([key, value]) => `${key} ${value.toFixed(3)}`));
  }

for (const held of [pairs, threads])
  console.log(calibrationLines(held, { ...model, temperature, ...LIMITS, doubt }).join("\n"));

const { grams, signals, shared } = learnStances(rows);
const { columns: own, scale: tendencyScale } = tendencies!;
const bytes = pack(
  STANCE_MODEL,
  {
    tendencyFeatures: own.features,
    tendencyRows: own.rowOf,
    tendencyWeights: own.weights,
    ...grams.columns,
    signals,
    shared,
  },
  { tendencyScale, scale: grams.scale, temperature, doubt, ...LIMITS, vectors: mark },
);
writeFileSync(STANCE_MODEL_FILE, bytes);
console.log(
  `${STANCE_MODEL_FILE}: ${bytes.length} bytes from ${rows.length} replies, temperature ${temperature}, doubt ${doubt}`,
);
