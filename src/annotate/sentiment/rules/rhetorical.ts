import { Is } from "../../../words/token-bits.ts";
import type { Scene } from "./scene.ts";

/** Whether the negation at token `i` only asks for agreement: 良くない？, いいじゃないか. */
export function isRhetorical({ tokens, bits, words }: Scene, i: number, last: number): boolean {
  const before = i > 0 ? tokens.surface(i - 1) : "";
  for (let j = i + 1; j < last && j < i + 4; j++) {
    const surface = tokens.surface(j);
    if (surface === "か" || surface === "？" || surface === "?") {
      if (before === "ませ" || before === "は") return false;
      // もう泊まらないかな wonders, いいんじゃないかな asks for agreement.
      return j + 1 >= last || !words.wondering.has(tokens.surface(j + 1)) || words.contracted.has(before);
    }
    if ((bits[j]! & (Is.auxiliary | Is.final)) === 0) return false;
  }
  return false;
}
