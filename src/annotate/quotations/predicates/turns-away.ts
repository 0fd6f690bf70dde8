import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { QuotationResources } from "../resources.ts";

/** Whether an item ends a clause that the next one is set against: 賛成したが、. */
export function turnsAway(frame: Frame, item: number, { words }: QuotationResources): boolean {
  return frame.words[item] === W.JOINING && words.turns.some((word) => reads(frame, item, word));
}
