import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { Subject } from "../frame/phrase.ts";
import type { QuotationResources } from "../resources.ts";

/**
 * Returns the subjects before reported words without those that a clause within the words takes for its own: 妻が市民権を取ったから
 * 一息つけると思った tells nothing that 妻 thinks. A topic (は) reaches over such clauses, and of several が the last before its end
 * is taken.
 */
export function subjectsOutside(
  frame: Frame,
  subjects: readonly Subject[],
  item: number,
  { words }: QuotationResources,
): readonly Subject[] {
  return subjects.filter(({ particle, at }) => {
    if (particle !== "が" || !reads(frame, at, "が")) return true;
    for (let end = at + 1; end < item; end++) {
      if (reads(frame, end, "が") && frame.words[end] === W.CASE) return true;
      if (frame.words[end] === W.JOINING && words.partingClauses.some((written) => reads(frame, end, written)))
        return false;
    }
    return true;
  });
}
