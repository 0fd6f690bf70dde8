import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findStances } from "../../src/annotate/stance/find-stances.ts";
import { loadStanceResources } from "../../src/annotate/stance/resources.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import type { Stance } from "../../src/model/layers.ts";
import { READ_THREADS } from "../stance/examples.ts";
import { type ThreadReply, threadStances } from "./thread-stances.ts";
import { unitMaker } from "./unit-of.ts";

interface GoldReply {
  readonly id: string;
  readonly half: "a" | "b";
  readonly parent: string;
  readonly reply: string;
  readonly stance: Stance["stance"];
}

const LABELS = ["agree", "disagree", "mixed", "none"] as const;

/** Results on one half: accuracy, macro F1, majority baseline, F1 by label, errors in words. */
export interface StanceScore {
  readonly rows: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** Share of replies whose side (for or against) is given as the other one. */
  readonly swapped: number;
  readonly majority: number;
  readonly f1: Readonly<Record<Stance["stance"], number>>;
  readonly errors: readonly string[];
}

/** Scores both halves of the gold set. */
export async function scores(): Promise<Readonly<Record<"a" | "b", StanceScore>>> {
  const { unitOf, discussionOf } = await unitMaker();
  const resources = loadStanceResources(dataReader());
  const gold = readFileSync(new URL("../../test/gold/stance.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldReply);
  const predicted = gold.map(({ parent, reply }) => {
    const discussion = discussionOf("", [
      { text: parent, replyTo: null },
      { text: reply, replyTo: "c1" },
    ]);
    const units = [unitOf(""), unitOf(parent, "c1"), unitOf(reply, "c2")];
    return findStances(discussion, units, [], resources)[0]?.stance ?? "none";
  });
  const half = (name: "a" | "b") =>
    scoreRows(gold.map((row, i) => ({ ...row, predicted: predicted[i]! })).filter((row) => row.half === name));
  return { a: half("a"), b: half("b") };
}

/** Scores replies of threads by other hands: those that may be read, and those that may not. */
export async function threadScores(): Promise<Readonly<Record<"read" | "unread", StanceScore>>> {
  const replies = await threadStances();
  const of = (read: boolean) => scoreRows(replies.filter(({ thread }) => READ_THREADS.includes(thread) === read));
  return { read: of(true), unread: of(false) };
}

function scoreRows(rows: readonly Pick<ThreadReply, "reply" | "stance" | "predicted">[]): StanceScore {
  const f1 = Object.fromEntries(
    LABELS.map((label) => {
      const right = rows.filter((row) => row.stance === label && row.predicted === label).length;
      const all =
        rows.filter((row) => row.stance === label).length + rows.filter((row) => row.predicted === label).length;
      return [label, all === 0 ? 0 : (2 * right) / all];
    }),
  ) as Record<Stance["stance"], number>;
  return {
    rows: rows.length,
    accuracy: rows.filter((row) => row.stance === row.predicted).length / rows.length,
    macroF1: LABELS.reduce((sum, label) => sum + f1[label], 0) / LABELS.length,
    swapped:
      rows.filter(
        (row) =>
          (row.stance === "agree" && row.predicted === "disagree") ||
          (row.stance === "disagree" && row.predicted === "agree"),
      ).length / rows.length,
    majority: Math.max(...LABELS.map((label) => rows.filter((row) => row.stance === label).length)) / rows.length,
    f1,
    errors: rows
      .filter((row) => row.stance !== row.predicted)
      .map((row) => `${row.reply}: ${row.stance}, found ${row.predicted}`),
  };
}

/** Tells how well agreement is told, as a section of `docs/accuracy.md`. */
export async function report(): Promise<string> {
  const { a, b } = await scores();
  const { read, unread } = await threadScores();
  return [
    "## Agreement of replies",
    "",
    "`npm run accuracy -- stance` prints this section.",
    "",
    "**Threads by other hands.** Eight threads written for this project and one outside of it; the annotator of their replies knew no rule (one pass; a tenth once more: .94 the same). The even threads may be read and teach the model, each scored by one that did not learn from it; the others are only scored: these figures are what to expect elsewhere.",
    "",
    ...tableOf([
      ["even threads, each left out", read],
      ["odd threads and thread-dev, never read", unread],
    ]),
    "",
    "**Regression.** `test/gold/stance.jsonl`, by the hands that wrote the cues: it tells that nothing broke, and forecasts nothing.",
    "",
    ...tableOf([
      ["half a", a],
      ["half b", b],
    ]),
    "",
    "Typical errors (half a): dissent that no word marks, only the facts set against the parent's.",
    "",
    ...a.errors.slice(0, 6).map((error) => `- ${error}`),
    "",
  ].join("\n");
}

/** Returns the rows of a table with a column for each set. */
function tableOf(sets: readonly (readonly [name: string, score: StanceScore])[]): string[] {
  const share = (value: number) => value.toFixed(3);
  const row = (name: string, of: (score: StanceScore) => string) =>
    `| ${[name, ...sets.map(([, score]) => of(score))].join(" | ")} |`;
  return [
    `| ${["", ...sets.map(([name]) => name)].join(" | ")} |`.replace("|  |", "| |"),
    `|${" --- |".repeat(sets.length + 1)}`,
    row("replies", ({ rows }) => String(rows)),
    row("accuracy, with its 95 % interval", ({ accuracy, rows }) => {
      const { low, high } = wilsonInterval(accuracy * rows, rows);
      return `${share(accuracy)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
    }),
    row("baseline: the commonest label", ({ majority }) => share(majority)),
    row("macro F1", ({ macroF1 }) => share(macroF1)),
    ...LABELS.map((label) => row(`F1 ${label}`, ({ f1 }) => share(f1[label]))),
    row("for taken as against, or against as for", ({ swapped }) => share(swapped)),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(await report());
