import { isVerbal, W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf, reads } from "../frame/frame.ts";
import { nounPredicate, verbPredicate } from "../predicates/verb-predicate.ts";
import type { QuotationResources } from "../resources.ts";
import type { Closing } from "./closing.ts";
import { isOver } from "./is-over.ts";

/** Whether a verb with its endings stands before an item. */
export function isBehindVerb(frame: Frame, item: number): boolean {
  return isVerbal(frame.words[item - 1] ?? W.OTHER);
}

/** Returns what こと at an item closes: ことを明らかにする. */
export function closedByRevealing(
  frame: Frame,
  item: number,
  _to: number,
  resources: QuotationResources,
): Closing | null {
  const predicate = verbPredicate(frame, item + 2, "to", resources);
  const { verb } = predicate;
  if (verb === null || predicate.passive || !resources.words.revealing.includes(verb)) return null;
  return { item, predicate, by: `…ことを${verb}` };
}

/** Returns what a noun for a plan at an item closes: する考えを示す. */
export function closedByPlan(frame: Frame, item: number, _to: number, resources: QuotationResources): Closing | null {
  const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
  if (!resources.words.plans.includes(noun)) return null;
  const predicate = verbPredicate(frame, item + 2, "to", resources);
  const { verb } = predicate;
  if (verb === null || predicate.passive) return null;
  const shown =
    resources.words.showing.includes(verb) || verb.endsWith("を示す") || lemmaOf(frame, predicate.item) === "示す";
  return shown ? { item, predicate: { ...predicate, verb: noun }, by: `…${noun}を${verb}` } : null;
}

/** Returns what a noun for an intent at an item closes, at the end of a sentence: 申請する意向だ。 */
export function closedByIntent(frame: Frame, item: number, _to: number, { words }: QuotationResources): Closing | null {
  const copula = reads(frame, item + 1, "だ") || reads(frame, item + 1, "です");
  if (!isOver(frame, copula ? item + 2 : item + 1)) return null;
  const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
  if (!words.intents.includes(noun)) return null;
  return { item, predicate: nounPredicate(noun, "judge", item), by: `…${noun}だ` };
}
