import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findReferences } from "../../src/annotate/references/find-references.ts";
import type { ReferenceChange } from "../../src/model/layers.ts";
import { unitMaker } from "./unit-of.ts";

interface GoldReference {
  readonly start: number;
  readonly end: number;
  readonly targetStart: number;
  readonly targetEnd: number;
  readonly kind: ReferenceChange;
}

interface GoldRow {
  readonly target: string;
  readonly comment: string;
  readonly refs: readonly GoldReference[];
}

/** What of the gold references is found, and what is found that is none. */
export interface ReferenceScore {
  readonly rows: number;
  readonly references: number;
  /** Shares of the gold references. */
  readonly found: number;
  readonly exact: number;
  readonly kind: number;
  /** References given where the gold set has none. */
  readonly extra: number;
  /** Rows that only look like references. */
  readonly decoys: number;
  /** What `indexOf` of the quoted words finds. */
  readonly baseline: number;
  readonly errors: readonly string[];
}

/** Scores the gold set. */
export async function score(): Promise<ReferenceScore> {
  const { unitOf, discussionOf } = await unitMaker();
  const gold = readFileSync(new URL("../../test/gold/references.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldRow);
  let [references, found, exact, kind, extra, baseline] = [0, 0, 0, 0, 0, 0];
  const errors: string[] = [];
  for (const { target, comment, refs } of gold) {
    const rows = findReferences(discussionOf(target, [{ text: comment, replyTo: null }]), [
      unitOf(target),
      unitOf(comment, "c1"),
    ]);
    for (const ref of refs) {
      references++;
      const row = rows.find(({ start, end }) => start < ref.end && ref.start < end);
      if (row !== undefined) found++;
      if (row?.change === ref.kind) kind++;
      if (
        row?.start === ref.start &&
        row.end === ref.end &&
        row.targetStart === ref.targetStart &&
        row.targetEnd === ref.targetEnd
      )
        exact++;
      else errors.push(comment.slice(ref.start, ref.end));
      if (target.indexOf(comment.slice(ref.start, ref.end)) === ref.targetStart) baseline++;
    }
    extra += rows.filter(({ start, end }) => !refs.some((ref) => start < ref.end && ref.start < end)).length;
  }
  return {
    rows: gold.length,
    references,
    found: found / references,
    exact: exact / references,
    kind: kind / references,
    extra,
    decoys: gold.filter(({ refs }) => refs.length === 0).length,
    baseline: baseline / references,
    errors,
  };
}

/** Tells how well references are found, as a section of `docs/accuracy.md`. */
export async function report(): Promise<string> {
  const { rows, references, found, exact, kind, extra, decoys, baseline, errors } = await score();
  const share = (value: number) => value.toFixed(3);
  return [
    "## References",
    "",
    `\`npm run accuracy -- references\` prints this section. **Regression**, by the hands that wrote the rules; it forecasts nothing, and there is no set by others. \`test/gold/references.jsonl\`, ${rows} pairs of a paragraph and a comment with ${references} references; ${decoys} comments only look as if they quoted. The set was read while the rules were written.`,
    "",
    "| | |",
    "| --- | --- |",
    `| found | ${share(found)} |`,
    `| both spans to the character | ${share(exact)} |`,
    `| baseline: \`indexOf\` of the quoted words | ${share(baseline)} |`,
    `| kind of change right | ${share(kind)} |`,
    `| found in comments that quote nothing | ${extra} |`,
    "",
    "Typical errors:",
    "",
    ...errors.slice(0, 6).map((error) => `- ${error}`),
    "- beyond the set: quotes of fewer than five letters are left alone; a free retelling (under .78 of the characters) is not found; a word of one sentence quoted by many comments points to its first place.",
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(await report());
