import type { Stance } from "../../model/layers.ts";
import type { Rule } from "../../words/rule.ts";
import { isDoubted, type Weighing } from "./corrections.ts";
import type { StanceCue } from "./resources.ts";
import type { Sides } from "./sides.ts";
import type { StanceWeights } from "./words.ts";

/** A rule of what the two sides come to; its name is what the stance says it is by. */
interface Verdict extends Rule {
  readonly when: (sides: Sides, weighing: Weighing) => boolean;
  readonly stance: (sides: Sides) => Stance["stance"];
  /** Which signs are shown for a stance. */
  readonly shows: (sign: StanceCue["stance"], stance: Stance["stance"]) => boolean;
  readonly confidence: (strong: number, weak: number, weights: StanceWeights) => number;
}

const sideOf = ({ agree, disagree }: Sides): "agree" | "disagree" => (agree > disagree ? "agree" : "disagree");
const strongOf = ({ agree, disagree }: Sides): number => Math.max(agree, disagree);
const weakOf = ({ agree, disagree }: Sides): number => Math.min(agree, disagree);
const bySide = (strong: number, weak: number, weights: StanceWeights): number =>
  weights["side: confidence"] + (strong - weak) * weights["side: more by"];

/** What the two sides come to, by priority: the first row that fits decides. */
export const VERDICTS = [
  {
    name: "no cue",
    example: "来週の会見で説明があるそうです。",
    when: (sides, { weights }) => strongOf(sides) < weights.least,
    stance: () => "none",
    shows: () => false,
    confidence: (strong, _, weights) => weights["none: confidence"] - strong * weights["none: less by"],
  },
  {
    name: "cues on both sides",
    example: "その通り。ただし雇用の面では成功したと思う。",
    when: (sides, { weights }) => weakOf(sides) >= weights.least && weakOf(sides) / strongOf(sides) >= weights.mixed,
    stance: () => "mixed",
    shows: () => true,
    confidence: (_, weak, weights) => weights["mixed: confidence"] + weak * weights["mixed: more by"],
  },
  {
    name: "cues and a doubted quote",
    example: ">失敗だったと思う\n失敗って、それは違うと思いますよ。",
    when: (sides, weighing) => sideOf(sides) === "disagree" && isDoubted(weighing),
    stance: () => "disagree",
    shows: (sign, stance) => sign === stance,
    confidence: bySide,
  },
  {
    name: "cues",
    example: "同意です。",
    when: () => true,
    stance: sideOf,
    shows: (sign, stance) => sign === stance,
    confidence: bySide,
  },
] as const satisfies readonly Verdict[];

/** What a stance may be by. */
export type StanceBy = (typeof VERDICTS)[number]["name"];

/** A stance without the units it stands between. */
export interface Weighed extends Pick<Stance, "stance" | "evidence" | "confidence"> {
  readonly by: StanceBy;
}

/** Returns what the two sides come to, with the signs that show it. */
export function verdictOn(sides: Sides, weighing: Weighing): Weighed {
  const verdict: Verdict = VERDICTS.find(({ when }) => when(sides, weighing))!;
  const stance = verdict.stance(sides);
  const confidence = verdict.confidence(strongOf(sides), weakOf(sides), weighing.weights);
  return {
    stance,
    evidence: weighing.signs.filter((sign) => verdict.shows(sign.stance, stance)).map(({ evidence }) => evidence),
    confidence: Math.round(confidence * 100) / 100,
    // A row of the table, whose names these are.
    by: verdict.name as StanceBy,
  };
}
