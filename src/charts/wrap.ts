import { graphemes } from "./rows.ts";
import { textWidth } from "./text-width.ts";

/** Behind these a line may end. */
const BREAK = /[\s、。，；：;:,.)）」』]/u;
/** A line is filled so far before a break is looked for. */
const FILLED = 0.6;

/** Returns a text in lines of at most so many ems, which joined are the text; broken behind a stop where there is one. */
export function wrap(text: string, ems: number): string | readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const sign of graphemes(text)) {
    line.push(sign);
    if (textWidth(line.join("").trimEnd()) <= ems) continue;
    const stop = line.findLastIndex((before, i) => i < line.length - 1 && BREAK.test(before));
    const end = stop >= line.length * FILLED ? stop + 1 : line.length - 1;
    lines.push(line.slice(0, end).join(""));
    line = line.slice(end);
  }
  return lines.length === 0 ? text : [...lines, line.join("")];
}
