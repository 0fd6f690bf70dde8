import type { Reference } from "../../model/layers.ts";
import type { Rule } from "../../words/rule.ts";
import type { Sides } from "./sides.ts";
import type { Sign } from "./signs.ts";
import type { StancePatterns, StanceWeights } from "./words.ts";

/** A reply with the signs found in it and what it quotes of the comment it answers. */
export interface Weighing {
  readonly text: string;
  readonly signs: readonly Sign[];
  readonly quoted: readonly Reference[];
  readonly patterns: StancePatterns;
  readonly weights: StanceWeights;
}

/** A rule of what else speaks against. */
interface Correction extends Rule {
  readonly when: (weighing: Weighing, sides: Sides) => boolean;
  readonly disagree: (disagree: number, weights: StanceWeights) => number;
}

/** What stands behind a quote and doubts it: a question mark, laughter, って. */
const DOUBTS = /[?？]|笑|[wｗ]{2}|って/;

/** What speaks against besides the signs; every row that fits is applied, in this order. */
export const CORRECTIONS: readonly Correction[] = [
  {
    name: "taken back",
    example: "同意ですが、時期を考えれば仕方なかったのでは。",
    when: (weighing, { agree }) => agree >= weighing.weights.least && isTakenBack(weighing),
    disagree: (disagree, weights) => Math.max(disagree, weights["taken back"]),
  },
  {
    name: "doubted quote",
    example: ">失敗だったと思う\n本気で言ってる？",
    when: (weighing) => isDoubted(weighing),
    disagree: (disagree, weights) => 1 - (1 - disagree) * weights["doubted quote"],
  },
];

/** Returns the sides with what else speaks against. */
export function corrected(weighing: Weighing, signs: Sides): Sides {
  let sides = signs;
  for (const { when, disagree } of CORRECTIONS)
    if (when(weighing, sides)) sides = { ...sides, disagree: disagree(sides.disagree, weighing.weights) };
  return sides;
}

/** Whether what a reply quotes is doubted right behind the quote. */
export function isDoubted({ text, quoted }: Weighing): boolean {
  return quoted.length > 0 && DOUBTS.test(text.slice(quoted[0]!.end, quoted[0]!.end + 60));
}

/** Whether the first agreement is taken back behind it: 同意ですが、…, その通り。ただし… */
function isTakenBack({ text, signs, patterns }: Weighing): boolean {
  const first = signs.find(({ stance }) => stance === "agree");
  if (first === undefined) return false;
  const end = first.cueEnd - (/[。、!！]$/.test(text.slice(0, first.cueEnd)) ? 1 : 0);
  return patterns.takenBack.test(text.slice(end, end + 60));
}
