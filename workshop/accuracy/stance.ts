import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findStances } from "../../src/annotate/stance/find-stances.ts";
import { loadStanceResources } from "../../src/annotate/stance/resources.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import type { Stance } from "../../src/model/layers.ts";
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
    scoreHalf(gold.map((row, i) => ({ ...row, predicted: predicted[i]! })).filter((row) => row.half === name));
  return { a: half("a"), b: half("b") };
}

function scoreHalf(rows: readonly (GoldReply & { predicted: Stance["stance"] })[]): StanceScore {
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
  const share = (value: number) => value.toFixed(3);
  const row = (name: string, of: (score: StanceScore) => string) => `| ${name} | ${of(a)} | ${of(b)} |`;
  return [
    "## Agreement of replies",
    "",
    "`npx tsx workshop/accuracy/stance.ts` prints this section. Gold: `test/gold/stance.jsonl`; half b was not looked at after the cues were written.",
    "",
    "| | half a | half b (held out) |",
    "| --- | --- | --- |",
    row("replies", (s) => String(s.rows)),
    row("accuracy", (s) => share(s.accuracy)),
    row("baseline: the commonest label", (s) => share(s.majority)),
    row("macro F1", (s) => share(s.macroF1)),
    ...LABELS.map((label) => row(`F1 ${label}`, (s) => share(s.f1[label]))),
    row("for taken as against, or against as for", (s) => share(s.swapped)),
    "",
    "Typical errors (half a): dissent that no word marks, only the facts set against the parent's.",
    "",
    ...a.errors.slice(0, 6).map((error) => `- ${error}`),
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(await report());
