import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Stance } from "../../model/layers.ts";
import type { Rule } from "../../words/rule.ts";
import { STANCES, type StanceModel } from "./stance-model.ts";
import type { StanceBy, Weighed } from "./verdicts.ts";

/** A stance without the units it stands between. */
export interface Judged extends Pick<Stance, "stance" | "evidence" | "confidence"> {
  /** A row of the rules, or one of {@link CALLS}: `model`, `doubt` (which side is open), `unsure` (whether there is any). */
  readonly by: StanceBy | Exclude<(typeof CALLS)[number]["name"], "rules">;
}

const AGREE = 0;
const DISAGREE = 1;
const MIXED = 2;
const NONE = 3;

/** What rules found and the model's probabilities. */
interface Opinions {
  /** A place in `STANCES`. */
  readonly ruled: number;
  /** Whether the rules are sure: by words that say so, not by how a sentence ends. */
  readonly certain: boolean;
  readonly p: Float64Array;
  readonly likeliest: number;
  readonly limits: Limits;
}

type Limits = Pick<StanceModel, "doubt" | "sure" | "certain" | "least">;

/** A rule of who has the last word. */
interface Call extends Rule {
  readonly when: (opinions: Opinions) => boolean;
  readonly stance: (opinions: Opinions) => number;
}

/** Who has the last word, by priority: the first row that fits decides. */
export const CALLS = [
  {
    name: "rules",
    example: "おっしゃる通り。",
    when: ({ ruled, certain, p, likeliest, limits }) =>
      ruled !== NONE &&
      (certain || ruled === MIXED || p[otherOf(ruled)]! <= p[ruled]!) &&
      // Words that plainly take one side are not made two by the wording around them.
      (likeliest === ruled || (certain && likeliest === MIXED) || p[likeliest]! < limits.sure),
    stance: ({ ruled }) => ruled,
  },
  {
    name: "doubt",
    example: "隣の県では人が戻ってきましたよ。",
    when: ({ p, likeliest, limits }) =>
      likeliest < MIXED && p[otherOf(likeliest)]! / (p[AGREE]! + p[DISAGREE]!) > limits.doubt,
    stance: ({ p }) => (p[MIXED]! > p[NONE]! ? MIXED : NONE),
  },
  {
    name: "unsure",
    example: "税金を返してほしいくらいです。",
    when: ({ p, likeliest, limits }) => likeliest !== NONE && p[likeliest]! < limits.least,
    stance: () => NONE,
  },
  {
    name: "model",
    example: "数字を見ずに言っているだけでしょう？",
    when: () => true,
    stance: ({ likeliest }) => likeliest,
  },
] as const satisfies readonly Call[];

/** Returns who has the last word, and the place of what they say in `STANCES`. */
export function lastWord(
  { stance, confidence }: Pick<Weighed, "stance" | "confidence">,
  p: Float64Array,
  limits: Limits,
): { readonly by: (typeof CALLS)[number]["name"]; readonly place: number } {
  let likeliest = AGREE;
  for (let c = 1; c < p.length; c++) if (p[c]! > p[likeliest]!) likeliest = c;
  const certain = confidence >= limits.certain;
  const opinions = { ruled: STANCES.indexOf(stance), certain, p, likeliest, limits };
  const call: Call = CALLS.find(({ when }) => when(opinions))!;
  // A row of the table, whose names these are.
  return { by: call.name as (typeof CALLS)[number]["name"], place: call.stance(opinions) };
}

/** Returns the stance that rules and the model's probabilities come to. */
export function callStance({ id, text }: AnalyzedUnit, ruled: Weighed, p: Float64Array, limits: Limits): Judged {
  const { by, place } = lastWord(ruled, p, limits);
  const stance = STANCES[place]!;
  const confidence = Math.round(p[place]! * 100) / 100;
  // Where the model finds nothing either, it is for want of a cue.
  if (by === "rules" || (by === "model" && stance === ruled.stance)) return { ...ruled, confidence };
  const why = "the whole wording";
  const evidence = by !== "model" || stance === "none" ? [] : [{ unit: id, start: 0, end: text.length, text, why }];
  return { stance, evidence, confidence, by };
}

function otherOf(side: number): number {
  return side === AGREE ? DISAGREE : AGREE;
}
