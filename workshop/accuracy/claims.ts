/** Accuracy of the kinds of claims on real sentences that taught nothing, and held out of those that did. */
import { existsSync, readFileSync } from "node:fs";
import { KIND_RULES } from "../../src/annotate/claims/kind-rules.ts";
import { loadClaimRules } from "../../src/annotate/claims/resources.ts";
import { annotateLine } from "../../src/annotate-line/annotate-line.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { CLAIM_KINDS, type Claim } from "../../src/model/layers.ts";
import { loadResources } from "../../src/resources.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { loadFolding } from "../../src/words/fold.ts";
import { loadWordVectors } from "../../src/words/load-word-vectors.ts";
import { type KindExample, kindRows, ownExamples, poolExamples, writtenExamples } from "../claims/examples.ts";
import { crossValidateKinds } from "../claims/learn.ts";
import { calibrationError, scoresOf } from "../sentiment/scores.ts";

const REAL = "../shared/data/comments_real_dev.jsonl";

/** A sentence with the kind that people gave it and what is said of it. */
interface Judged {
  readonly source: string;
  readonly gold: string;
  readonly said: string;
  readonly confidence: number;
  readonly byRule: boolean;
}

/** Scores kinds by the public way on real comments, and by cross-validation on those that teach. */
export async function report(): Promise<string> {
  const real = await realJudged();
  const { full, rulesOnly } = await heldOut();
  return `## Kinds of claims

\`npm run accuracy -- claims\`. *Real sentences* are of development comments of four sites, labelled by two annotators (agreement .89) and never trained on; what a sentence is said to be is what its last piece is. *Held out* are the real sentences that teach, each predicted by a model that saw no sentence of its comment; one of five annotators labelled each. Beside accuracy stands its 95 % interval (Wilson 1927).

| set | sentences | accuracy | 95 % | macro-F1 | calibration error |
| --- | --- | --- | --- | --- | --- |
${line("**real sentences**", real)}
${[...new Set(real.map(({ source }) => source))]
  .map((source) =>
    line(
      source,
      real.filter((row) => row.source === source),
    ),
  )
  .join("\n")}
${line(
  "rules alone, else `claim`",
  real.map((row) => (row.byRule ? row : { ...row, said: "claim", confidence: 0.5 })),
)}
${line(
  "all `claim`",
  real.map((row) => ({ ...row, said: "claim", confidence: 0.5 })),
)}
${line("**held out**", full)}
${line("held out, rules alone", rulesOnly)}

| kind | ${CLAIM_KINDS.join(" | ")} |
| --- | ${CLAIM_KINDS.map(() => "---").join(" | ")} |
${perKind("real: F1", real)}
${perKind("held out: F1", full)}`;
}

async function realJudged(): Promise<Judged[]> {
  if (!existsSync(REAL)) return [];
  const resources = await loadResources();
  const ruleNames = new Set<string>(KIND_RULES.map(({ name }) => name));
  return readFileSync(REAL, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((text) => {
      const comment = JSON.parse(text) as {
        source: string;
        text: string;
        sentences: { start: number; end: number; kind: string | null }[];
      };
      const { claims } = annotateLine(JSON.stringify({ text: comment.text }), resources, ["claims"]) as {
        claims: readonly Claim[];
      };
      return comment.sentences.flatMap(({ start, end, kind }): Judged[] => {
        if (kind === null || kind === undefined) return [];
        const inside = claims.filter((claim) => claim.start < end && claim.end > start);
        const last = inside.findLast(({ by }) => by !== "no words") ?? inside.at(-1);
        if (last === undefined) return [];
        return [
          {
            source: comment.source,
            gold: kind,
            said: last.kind,
            confidence: last.confidence,
            byRule: ruleNames.has(last.by),
          },
        ];
      });
    });
}

async function heldOut(): Promise<{ full: Judged[]; rulesOnly: Judged[] }> {
  const reader = { tokenizer: await loadTokenizer(), folding: loadFolding(dataReader()) };
  const rules = loadClaimRules(dataReader());
  const { vectors } = loadWordVectors(dataReader());
  const rowsOf = (examples: readonly KindExample[]) => kindRows(examples, reader, rules, vectors);
  const held = crossValidateKinds(rowsOf(poolExamples()), [...rowsOf(writtenExamples()), ...rowsOf(ownExamples())]);
  const judged = (said: (place: number) => string): Judged[] =>
    held.map(({ row }, i) => ({
      source: "held out",
      gold: row.example.kind,
      said: said(i),
      confidence: 0.5,
      byRule: row.rule !== null,
    }));
  return {
    full: judged((i) => {
      const { row, logits } = held[i]!;
      return row.rule?.kind ?? CLAIM_KINDS[logits.indexOf(Math.max(...logits))]!;
    }),
    rulesOnly: judged((i) => held[i]!.row.rule?.kind ?? "claim"),
  };
}

function line(name: string, rows: readonly Judged[]): string {
  if (rows.length === 0) return `| ${name} | 0 | | | | |`;
  const { accuracy, macroF1 } = scoresOf(rows.map(({ gold, said }) => [gold, said]));
  const { low, high } = wilsonInterval(accuracy * rows.length, rows.length);
  const known = rows.some(({ confidence }) => confidence !== 0.5);
  const error = known
    ? three(calibrationError(rows.map(({ gold, said, confidence }) => [confidence, gold === said])))
    : "";
  return `| ${name} | ${rows.length} | ${three(accuracy)} | ${three(low)}–${three(high)} | ${three(macroF1)} | ${error} |`;
}

function perKind(name: string, rows: readonly Judged[]): string {
  const { f1 } = scoresOf(rows.map(({ gold, said }) => [gold, said]));
  return `| ${name} | ${CLAIM_KINDS.map((kind) => (f1[kind] === undefined ? "" : three(f1[kind]))).join(" | ")} |`;
}

const three = (value: number): string => value.toFixed(3);
