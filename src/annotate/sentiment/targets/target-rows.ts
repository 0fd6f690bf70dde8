import type { Sentiment } from "../../../model/layers.ts";
import type { ReadUnit } from "../read-unit.ts";
import type { SentimentResources } from "../resources.ts";
import { evidenceRow, flagsOf } from "../rows.ts";
import { balanceOf } from "../rules/balance.ts";
import type { Evidence } from "../rules/evidence.ts";
import type { TargetSpan } from "./target-spans.ts";

/** The rows of what is said of each target, from the clauses that speak of it. */
export function targetRows(read: ReadUnit, spans: readonly TargetSpan[], _resources: SentimentResources): Sentiment[] {
  const { unit, sentences } = read;
  return spans.flatMap(({ target, start, end }) => {
    const home = sentences.find(({ sentence }) => sentence.start <= start && start < sentence.end);
    if (home === undefined) return [];
    const evidence = home.evidence.filter((piece) => speaksOf(piece, start, end, spans));
    const { score, label } = balanceOf(evidence);
    return [
      {
        unit: unit.id,
        start,
        end,
        scope: "target" as const,
        target,
        score,
        label,
        confidence: 0.5,
        evidence: evidence.map((piece) => evidenceRow(unit.id, unit.text, piece)),
        flags: flagsOf(home),
      },
    ];
  });
}

/** Evidence speaks of the target right before it. */
function speaksOf({ start }: Evidence, from: number, _to: number, spans: readonly TargetSpan[]): boolean {
  if (start < from) return false;
  return !spans.some((other) => other.start > from && other.start < start);
}
