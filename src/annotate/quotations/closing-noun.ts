import { W } from "../../words/word-class.ts";
import type { Closing } from "./closing.ts";
import { type Frame, lemmaOf, reads } from "./frame.ts";
import { isOver } from "./is-over.ts";
import type { QuotationResources } from "./resources.ts";
import { NONE, type Predicate, verbPredicate } from "./verb-predicate.ts";

/** Tells cheaply that no noun closes words here: こと before を or で, any other one behind a verb. */
export function mayCloseByNoun(frame: Frame, item: number): boolean {
  return isBehindVerb(frame, item) || frame.text[frame.starts[item]!] === "こ";
}

function isBehindVerb(frame: Frame, item: number): boolean {
  const before = frame.words[item - 1];
  return before === W.VERB || before === W.AUXILIARY || before === W.DEPENDENT;
}

/** Tells whether a noun closes reported words: ことを明らかにする, する考えを示す, する意向だ. */
export function closedByNoun(frame: Frame, item: number, resources: QuotationResources): Closing | null {
  if (reads(frame, item, "こと") && reads(frame, item + 1, "を")) {
    const predicate = verbPredicate(frame, item + 2, "to", resources);
    if (predicate.item < 0 || predicate.passive || !resources.words.revealing.includes(predicate.verb ?? ""))
      return null;
    return { item, predicate, by: `…ことを${predicate.verb}` };
  }
  if (!isBehindVerb(frame, item)) return null;
  const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
  if (reads(frame, item + 1, "を") && resources.words.plans.includes(noun)) {
    const predicate = verbPredicate(frame, item + 2, "to", resources);
    const verb = predicate.verb ?? "";
    if (
      predicate.item < 0 ||
      predicate.passive ||
      !(resources.words.showing.includes(verb) || verb.endsWith("を示す") || lemmaOf(frame, predicate.item) === "示す")
    )
      return null;
    return { item, predicate: { ...predicate, verb: noun }, by: `…${noun}を${verb}` };
  }
  // 申請する意向だ。
  if (
    resources.words.intents.includes(noun) &&
    isOver(frame, reads(frame, item + 1, "だ") || reads(frame, item + 1, "です") ? item + 2 : item + 1)
  ) {
    const predicate: Predicate = {
      ...NONE,
      tie: "to",
      verb: noun,
      verbClass: "judge",
      item,
      after: item + 1,
      from: item,
    };
    return { item, predicate, by: `…${noun}だ` };
  }
  return null;
}
