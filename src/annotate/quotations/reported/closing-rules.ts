import { W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf, reads } from "../frame/frame.ts";
import { nounPredicate, verbPredicate } from "../predicates/verb-predicate.ts";
import type { QuotationResources } from "../resources.ts";
import type { Closing, ClosingRule } from "./closing.ts";
import { closedByHearsay } from "./closing-hearsay.ts";
import { closedByIntent, closedByPlan, closedByRevealing, isBehindVerb } from "./closing-noun.ts";
import { closedByThought, closedByTo, endsWords, isThought, isTo } from "./closing-to.ts";
import { endsClause } from "./ends-clause.ts";
import { isJudgement } from "./no-report.ts";
import { viewFrom } from "./view.ts";

/** What closes reported words; the first row that is asked decides, so their order is their priority. */
export const CLOSING_RULES = [
  {
    name: "として",
    example: "市は計画に無理があるとして抗議した。",
    first: "と",
    when: (frame, item) => reads(frame, item, "として") && endsClause(frame, item - 1) && !isVolition(frame, item - 1),
    close: (_frame, item) => ({ item, predicate: nounPredicate("する", "say", item), by: "…として" }),
  },
  {
    name: "との",
    example: "世界銀行は成長率が2%に下がるとの見通しを示した。",
    first: "とっ",
    when: (frame, item) => isTo(frame, item) && reads(frame, item + 1, "の"),
    close: (frame, item, to, resources) => {
      if (!endsWords(frame, item, resources)) return null;
      return closedByHearsay(frame, item, item + 2) ?? viewFrom(frame, item, item + 2, to, resources);
    },
  },
  {
    name: "と考えている",
    example: "専門家は対話が鍵になると考えている。",
    first: "とっ",
    when: (frame, item) => isTo(frame, item) && isThought(frame, item),
    close: closedByThought,
  },
  {
    name: "と",
    example: "財務相は為替の急な動きは望ましくないと述べた。",
    first: "とっ",
    when: isTo,
    close: closedByTo,
  },
  {
    // One word to the dictionary.
    name: "たって",
    example: "友達が店はもう閉まったって言ってた。",
    first: "ただ",
    when: (frame, item) =>
      frame.words[item] === W.JOINING && (reads(frame, item, "たって") || reads(frame, item, "だって")),
    close: closedByTatte,
  },
  {
    name: "とか言う",
    example: "弟がもう寝るとか言う。",
    first: "と",
    when: (frame, item) =>
      reads(frame, item, "とか") && lemmaOf(frame, item + 1) === "言う" && endsClause(frame, item - 1),
    close: (frame, item, _to, resources) => {
      const predicate = verbPredicate(frame, item + 1, "tte", resources);
      return isJudgement(frame, predicate, resources) ? null : { item, predicate, by: "…とか言う" };
    },
  },
  {
    name: "という",
    example: "町は工事を急ぐという考えを示した。",
    first: "とっ",
    when: (frame, item) => reads(frame, item, "という") || reads(frame, item, "っていう"),
    close: (frame, item, to, resources) =>
      closedByHearsay(frame, item, item + 1) ?? viewFrom(frame, item, item + 1, to, resources),
  },
  {
    name: "ことを",
    example: "ラモス外相は協定への署名を見送ったことを明らかにした。",
    first: "こ",
    when: (frame, item) => reads(frame, item, "こと") && reads(frame, item + 1, "を"),
    close: closedByRevealing,
  },
  {
    name: "plan and を",
    example: "広瀬知事は空港の移転を断念する意向を表明した。",
    when: (frame, item) => isBehindVerb(frame, item) && reads(frame, item + 1, "を"),
    close: closedByPlan,
  },
  {
    name: "intent",
    example: "広瀬知事は空港の移転を断念する意向だ。",
    when: isBehindVerb,
    close: closedByIntent,
  },
] as const satisfies readonly ClosingRule[];

export type ClosingName = (typeof CLOSING_RULES)[number]["name"];

/** 斬ろうとして: an intent, nobody's words. */
const isVolition = (frame: Frame, item: number) => reads(frame, item, "う") || reads(frame, item, "よう");

function closedByTatte(frame: Frame, item: number, _to: number, resources: QuotationResources): Closing | null {
  const predicate = verbPredicate(frame, item + 1, "tte", resources);
  if (predicate.item !== item + 1 || (predicate.verb !== "言う" && predicate.verbClass !== "write")) return null;
  return { item, predicate, by: `…って${predicate.verb}`, end: frame.starts[item]! + 1 };
}
