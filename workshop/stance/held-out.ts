/** Predicts replies by models that saw neither their parent nor their thread, and scores what is called. */
import { lastWord } from "../../src/annotate/stance/call-stance.ts";
import { STANCES, type StanceModel } from "../../src/annotate/stance/stance-model.ts";
import { stanceLogits, stanceProbabilities } from "../../src/annotate/stance/weigh-wording.ts";
import type { Stance } from "../../src/model/layers.ts";
import { groupBy } from "../../src/words/group-by.ts";
import { learnStances, type StanceRow } from "./learn.ts";
import { withStances } from "./trainer.ts";

const FOLDS = 5;

/** A reply with the logits of a model that did not learn from it. */
export interface HeldOut {
  readonly row: StanceRow;
  readonly logits: Float64Array;
}

/** Returns the replies of threads, each predicted without its thread. */
export function heldOutThreads(model: StanceModel, rows: readonly StanceRow[]): HeldOut[] {
  const threads = [...new Set(rows.filter(({ example }) => example.thread).map(({ example }) => example.group))];
  return threads.flatMap((name) => predict(model, rows, ({ group }) => group === name));
}

/** Returns the written pairs, each predicted without the pairs of its parent. */
export function heldOutPairs(model: StanceModel, rows: readonly StanceRow[]): HeldOut[] {
  const parents = [...new Set(rows.filter(({ example }) => !example.thread).map(({ example }) => example.group))];
  const foldOf = new Map(parents.map((group, i) => [group, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) =>
    predict(model, rows, ({ group }) => foldOf.get(group) === fold),
  ).flat();
}

function predict(model: StanceModel, rows: readonly StanceRow[], isOut: (example: StanceRow["example"]) => boolean) {
  const trained = withStances(model, learnStances(rows.filter(({ example }) => !isOut(example))));
  return rows
    .filter(({ example }) => isOut(example))
    .map((row): HeldOut => ({ row, logits: stanceLogits(trained, row.exchange, row.grams) }));
}

/** Returns the temperature that makes what people said most likely (Guo et al. 2017), to two digits. */
export function temperatureFor(held: readonly HeldOut[]): number {
  let found = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let hundredths = 50; hundredths < 400; hundredths += 2) {
    let loss = 0;
    for (const { row, logits } of held)
      loss -= Math.log(stanceProbabilities(logits, hundredths / 100)[STANCES.indexOf(row.example.stance)]!);
    if (loss >= least) continue;
    least = loss;
    found = hundredths / 100;
  }
  return found;
}

/** What would be called, by what, and how surely. */
interface Call {
  readonly stance: Stance["stance"];
  readonly by: string;
  readonly confidence: number;
}

/** Returns what would be called, as `StanceJudge` does. */
function callOf({ row, logits }: HeldOut, model: StanceModel): Call {
  const { ruled, reply } = row.exchange;
  if (ruled.stance === "none" && reply.reading.known === 0) return { ...ruled, by: "nothing known" };
  const p = stanceProbabilities(logits, model.temperature);
  const { place, by } = lastWord(ruled, p, model);
  return { stance: STANCES[place]!, by, confidence: p[place]! };
}

/** Returns lines that hold how sure each kind of call is against how often it is right. */
export function calibrationLines(held: readonly HeldOut[], model: StanceModel): string[] {
  const calls = held.map((one) => ({ ...callOf(one, model), gold: one.row.example.stance }));
  const kinds = groupBy(calls, ({ by, stance }) => `${by}: ${stance === "none" ? "none" : "a stance"}`);
  return [...kinds].sort().map(([kind, of]) => {
    const right = of.filter(({ stance, gold }) => stance === gold).length / of.length;
    const said = of.reduce((sum, { confidence }) => sum + confidence, 0) / of.length;
    return `  ${kind}: ${of.length}, right ${right.toFixed(2)}, said ${said.toFixed(2)}`;
  });
}

/** How good what is called is. */
export interface StanceShares {
  readonly accuracy: number;
  readonly macroF1: number;
  /** Share of all replies that agree and are taken to disagree, or the reverse. */
  readonly wrong: number;
  /** Share of all replies for which a side is called. */
  readonly sides: number;
}

/** Returns how good what a model calls of held-out replies is. */
export function sharesOf(held: readonly HeldOut[], model: StanceModel): StanceShares {
  const pairs = held.map((one) => [one.row.example.stance, callOf(one, model).stance] as const);
  const share = (fits: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(fits).length / pairs.length;
  const f1 = STANCES.map((label) => {
    const all = share(([gold]) => gold === label) + share(([, found]) => found === label);
    return all === 0 ? 0 : (2 * share(([gold, found]) => gold === label && found === label)) / all;
  });
  return {
    accuracy: share(([gold, found]) => gold === found),
    macroF1: f1.reduce((sum, value) => sum + value, 0) / f1.length,
    wrong: share(([gold, found]) => `${gold} ${found}`.match(/^(agree disagree|disagree agree)$/) !== null),
    sides: share(([, found]) => found === "agree" || found === "disagree"),
  };
}

/** Returns the largest doubt with which at most the share `most` of replies has the wrong sign in every set. */
export function doubtFor(sets: readonly (readonly HeldOut[])[], model: StanceModel, most: number): number {
  for (let hundredths = 50; hundredths > 0; hundredths--) {
    const doubt = hundredths / 100;
    if (sets.every((held) => sharesOf(held, { ...model, doubt }).wrong <= most)) return doubt;
  }
  return 0;
}
