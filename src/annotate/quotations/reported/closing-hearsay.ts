import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import { nounPredicate } from "../predicates/verb-predicate.ts";
import type { Closing } from "./closing.ts";
import { endsClause } from "./ends-clause.ts";
import { isOver } from "./is-over.ts";

/** What stands behind こと where hearsay ends: ということだ, とのことで、 */
const ENDS = ["だ", "です", "で", "でし", "だっ", "らしい"];

/** Returns what という or との at an item closes, where nothing but こと follows before its clause is over: 上陸するという。 */
export function closedByHearsay(frame: Frame, item: number, from: number): Closing | null {
  if (!endsClause(frame, item - 1) || !isLast(frame, from)) return null;
  return { item, predicate: { ...nounPredicate("言う", "say", from - 1), verb: null }, by: "…という", hearsay: true };
}

function isLast(frame: Frame, from: number): boolean {
  if (reads(frame, from, "こと") || reads(frame, from, "事"))
    return isOver(frame, from + 1) || ENDS.some((written) => reads(frame, from + 1, written));
  if (reads(frame, from - 1, "の")) return false;
  return isOver(frame, from) || (frame.words[from] === W.JOINING && isOver(frame, from + 1));
}
