import type { Rule } from "../../words/rule.ts";
import type { Sign } from "./signs.ts";
import type { StanceWeights } from "./words.ts";

/** How strongly a reply speaks for and against, each in [0, 1]. */
export interface Sides {
  readonly agree: number;
  readonly disagree: number;
}

/** A rule of how a sign moves the sides. */
interface Move extends Rule {
  readonly when: (sign: Sign, sides: Sides, weights: StanceWeights) => boolean;
  readonly moved: (sides: Sides, weight: number, weights: StanceWeights) => Sides;
}

/** How signs move the sides, by priority: of each sign the first row that fits decides; where none does, they stay. */
export const MOVES: readonly Move[] = [
  {
    name: "agreement",
    example: "同意です。",
    when: ({ stance }) => stance === "agree",
    moved: (sides, weight, weights) => ({
      ...sides,
      agree: together(sides.agree, Math.min(weights.most, weight * weights.agreement)),
    }),
  },
  {
    name: "dissent",
    example: "それは違うと思いますよ。",
    when: ({ stance }) => stance === "disagree",
    moved: (sides, weight, weights) => ({
      ...sides,
      disagree: together(sides.disagree, Math.min(weights.most, weight * weights.dissent)),
    }),
  },
  {
    name: "both",
    example: "場合によると思います。",
    when: ({ stance }) => stance === "both",
    moved: ({ agree, disagree }, weight) => ({ agree: Math.max(agree, weight), disagree: Math.max(disagree, weight) }),
  },
  {
    // A turn takes some of an agreement back; alone it says little.
    name: "turn after agreement",
    example: "その通り。でも現実は厳しい。",
    when: (_, { agree }, weights) => agree >= weights.least,
    moved: (sides, weight, weights) => ({
      ...sides,
      disagree: Math.max(sides.disagree, weight * weights["turn after agreement"]),
    }),
  },
];

/** Returns the sides that signs make together, in their order. */
export function sidesOf(signs: readonly Sign[], weights: StanceWeights): Sides {
  let sides: Sides = { agree: 0, disagree: 0 };
  for (const sign of signs)
    sides = MOVES.find(({ when }) => when(sign, sides, weights))?.moved(sides, sign.weight, weights) ?? sides;
  return sides;
}

/** Returns the strength of two signs that do not depend on each other. */
function together(a: number, b: number): number {
  return 1 - (1 - a) * (1 - b);
}
