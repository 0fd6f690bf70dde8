import { Is } from "../../words/token-bits.ts";
import { CUT_RULES, type CutScene } from "./cut-rules.ts";

/** Letters of a sentence that may be cut at all. */
const LONG = 18;
/** Letters on either side of a cut. */
const ENOUGH = 6;
const MARKS = Is.symbol | Is.period | Is.comma | Is.bracket;
/** What may stand first in a token behind which a piece ends: conjunctive particles, commas, slashes. */
const MAY_END = Is.conjunctive | Is.comma | Is.symbol | Is.sahen;

/** Runs `take` on the token rows `[from, to)` of each piece of a sentence, in order; together they are the sentence. */
export function cutPieces(scene: CutScene, take: (from: number, to: number) => void): void {
  const { bits, first, last } = scene;
  const total = letters(scene, first, last);
  let from = first;
  if (total >= LONG) {
    let own = 0;
    let before = 0;
    let depth = 0;
    for (let i = first; i + 1 < last; i++) {
      const bit = bits[i]!;
      if ((bit & Is.bracket) !== 0) depth = Math.max(0, depth + step(scene, i));
      const size = (bit & MARKS) === 0 ? scene.tokens.end(i) - scene.tokens.start(i) : 0;
      own += size;
      before += size;
      if (depth > 0 || (bit & MAY_END) === 0 || own < ENOUGH || total - before < ENOUGH) continue;
      if (!endsBehind(scene, i, from)) continue;
      let to = i + 1;
      while (to + 1 < last && (bits[to]! & Is.comma) !== 0) to++;
      take(from, to);
      from = to;
      own = 0;
    }
  }
  take(from, last);
}

function endsBehind(scene: CutScene, i: number, from: number): boolean {
  for (const rule of CUT_RULES) if (rule.when(scene, i, from)) return rule.cuts;
  return false;
}

function letters({ tokens, bits }: CutScene, first: number, last: number): number {
  let count = 0;
  for (let i = first; i < last; i++) if ((bits[i]! & MARKS) === 0) count += tokens.end(i) - tokens.start(i);
  return count;
}

const OPENING = "「『（(【〈《［〔“｢";
const CLOSING = "」』）)】〉》］〕”｣";

/** 1 for a bracket that opens, -1 for one that closes, 0 for another mark. */
function step({ tokens }: CutScene, i: number): number {
  const mark = tokens.text[tokens.start(i)]!;
  if (OPENING.includes(mark)) return 1;
  return CLOSING.includes(mark) ? -1 : 0;
}
