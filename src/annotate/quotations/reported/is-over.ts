import { W } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";

/** Whether nothing of a clause stands at an item any more: the text is over, or a comma, full stop or sentence comes. */
export function isOver(frame: Frame, item: number): boolean {
  const word = frame.words[item];
  return word === undefined || word === W.PERIOD || word === W.COMMA || frame.begins[item] === 1;
}
