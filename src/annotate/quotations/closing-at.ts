import { W } from "../../words/word-class.ts";
import type { Closing } from "./closing.ts";
import { closedByNoun, mayCloseByNoun } from "./closing-noun.ts";
import { closedByTo } from "./closing-to.ts";
import { endsClause } from "./ends-clause.ts";
import { type Frame, lemmaOf, reads } from "./frame.ts";
import { isJudgement } from "./no-report.ts";
import type { QuotationResources } from "./resources.ts";
import { NONE, type Predicate, verbPredicate } from "./verb-predicate.ts";
import { viewFrom } from "./view.ts";

/** Tells whether an item closes reported words: と述べる, との見方, ことを明らかにする, 考えを示す. */
export function closingAt(frame: Frame, item: number, to: number, resources: QuotationResources): Closing | null {
  // と, って, たって, だって, という: most items begin with none of their letters.
  const code = frame.text.charCodeAt(frame.starts[item]!);
  const tied = code === 0x3068 || code === 0x3063 || code === 0x305f || code === 0x3060;
  if (!tied && !mayCloseByNoun(frame, item)) return null;
  if (frame.words[item - 1] === W.QUOTE) return null;
  if (frame.words[item - 2] === W.QUOTE && (reads(frame, item - 1, "だ") || reads(frame, item - 1, "か"))) return null;
  if (reads(frame, item, "として") && endsClause(frame, item - 1)) {
    const predicate: Predicate = {
      ...NONE,
      tie: "to",
      verb: "する",
      verbClass: "say",
      item,
      after: item + 1,
      from: item,
    };
    return { item, predicate, by: "…として" };
  }
  if (reads(frame, item, "と") || reads(frame, item, "って")) return closedByTo(frame, item, to, resources);
  // 閉まったって書いてた: one word to the dictionary.
  if ((reads(frame, item, "たって") || reads(frame, item, "だって")) && frame.words[item] === W.JOINING) {
    const predicate = verbPredicate(frame, item + 1, "tte", resources);
    if (predicate.item !== item + 1 || (predicate.verb !== "言う" && predicate.verbClass !== "write")) return null;
    return { item, predicate, by: `…って${predicate.verb}`, end: frame.starts[item]! + 1 };
  }
  if (reads(frame, item, "とか") && lemmaOf(frame, item + 1) === "言う" && endsClause(frame, item - 1)) {
    const predicate = verbPredicate(frame, item + 1, "tte", resources);
    return isJudgement(frame, predicate, resources) ? null : { item, predicate, by: "…とか言う" };
  }
  if (reads(frame, item, "という") || reads(frame, item, "っていう"))
    return viewFrom(frame, item, item + 1, to, resources);
  return closedByNoun(frame, item, resources);
}
