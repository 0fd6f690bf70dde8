import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";

/** Tells whether a clause can end in an item: a verb, an adjective, an ending, か. */
export function endsClause(frame: Frame, item: number): boolean {
  const word = frame.words[item];
  return (
    word === W.VERB ||
    word === W.AUXILIARY ||
    word === W.ADJECTIVE ||
    word === W.DEPENDENT ||
    word === W.FINAL ||
    (word === W.PARTICLE && reads(frame, item, "か"))
  );
}
