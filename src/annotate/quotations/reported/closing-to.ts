import { W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf, reads } from "../frame/frame.ts";
import { type Predicate, verbPredicate } from "../predicates/verb-predicate.ts";
import type { QuotationResources } from "../resources.ts";
import type { Closing } from "./closing.ts";
import { closedByHearsay } from "./closing-hearsay.ts";
import { endsClause } from "./ends-clause.ts";
import { isClauseTold, isHearsay, isNounTold } from "./no-report.ts";
import type { Veto } from "./veto.ts";
import { VETOES } from "./vetoes.ts";

/** Whether an item is と or って. */
export const isTo = (frame: Frame, item: number): boolean => reads(frame, item, "と") || reads(frame, item, "って");

/** Whether words end before a と: a clause, or 反対って言ってた; not ロイターによると, with a Latin comma behind it. */
export function endsWords(frame: Frame, item: number, resources: QuotationResources): boolean {
  const told = reads(frame, item, "って") && lemmaOf(frame, item + 1) === "言う";
  const ends = frame.words[item] === W.QUOTING || told || endsClause(frame, item - 1);
  return (
    (ends || isClauseTold(frame, item, resources) || isNounTold(frame, item, resources)) &&
    lemmaOf(frame, item - 1) !== "よる"
  );
}

/** Whether 考えている or 考えており stands behind an item: somebody else's thought is told like words. */
export function isThought(frame: Frame, item: number): boolean {
  if (lemmaOf(frame, item + 1) !== "考える") return false;
  const end = frame.ends[item + 1]!;
  return frame.text.startsWith("てい", end) || frame.text.startsWith("てお", end);
}

/** Returns what と at an item closes: 鍵になると考えている. */
export function closedByThought(
  frame: Frame,
  item: number,
  _to: number,
  resources: QuotationResources,
): Closing | null {
  if (!endsWords(frame, item, resources)) return null;
  const predicate = verbPredicate(frame, item + 1, "to", resources);
  return { item, predicate: { ...predicate, verbClass: "judge" }, by: "…と考えている" };
}

/** Returns what と at an item closes, unless anything keeps it from reporting. */
export function closedByTo(frame: Frame, item: number, _to: number, resources: QuotationResources): Closing | null {
  if (!endsWords(frame, item, resources)) return null;
  const predicate = verbPredicate(frame, item + 1, "to", resources);
  if (reads(frame, item, "と") && isHearsay(frame, predicate)) return closedByHearsay(frame, item, item + 2);
  return vetoOf(frame, item, predicate, resources) === null ? { item, predicate, by: `…と${predicate.verb}` } : null;
}

const ALL: readonly Veto[] = VETOES;

/** Returns the first reason why と at an item reports nothing; null if there is none. */
export function vetoOf(frame: Frame, item: number, predicate: Predicate, resources: QuotationResources): Veto | null {
  for (const veto of ALL) if (veto.when(frame, item, predicate, resources)) return veto;
  return null;
}
