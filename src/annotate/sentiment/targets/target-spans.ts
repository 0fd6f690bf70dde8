import type { AnalyzedUnit } from "../../../model/analysis.ts";
import { labelsWhere } from "../../../model/labels.ts";
import type { Mention } from "../../../model/layers.ts";

/** A place toward which a score is wanted. */
export interface TargetSpan {
  /** Id of an entity, or the phrase. */
  readonly target: string;
  readonly start: number;
  readonly end: number;
}

/** Nobody has feelings toward a number or a title. */
const NAMES = labelsWhere(({ kind }) => kind === "name");

/** Mentions of a unit and every occurrence of the target phrases in it, by start. */
export function targetSpans(
  unit: AnalyzedUnit,
  mentions: readonly Mention[],
  phrases: readonly string[],
): TargetSpan[] {
  const spans: TargetSpan[] = mentions
    .filter(({ label }) => NAMES.has(label))
    .map(({ entity, start, end }) => ({ target: entity, start, end }));
  for (const target of new Set(phrases)) {
    if (target === "") continue;
    for (let at = unit.text.indexOf(target); at >= 0; at = unit.text.indexOf(target, at + target.length)) {
      spans.push({ target, start: at, end: at + target.length });
    }
  }
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}
