import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";

const TURNS = ["が", "けど", "けれど", "けれども", "ものの"];

/** Tells whether an item ends a clause that the next one is set against: 賛成したが、. */
export function turnsAway(frame: Frame, item: number): boolean {
  return frame.words[item] === W.JOINING && TURNS.some((word) => reads(frame, item, word));
}
