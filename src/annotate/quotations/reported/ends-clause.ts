import { isVerbal, W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";

/** Whether a clause can end in an item: a verb, an adjective, an ending, か. */
export function endsClause(frame: Frame, item: number): boolean {
  const word = frame.words[item] ?? W.OTHER;
  return (
    isVerbal(word) || word === W.ADJECTIVE || word === W.FINAL || (word === W.PARTICLE && reads(frame, item, "か"))
  );
}
