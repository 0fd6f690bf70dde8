import type { Range } from "../../model/span.ts";
import type { LabelRole } from "./resources.ts";

/** A line that a label leads: `参考:Title`. The range is that of what follows the colon. */
export interface LabelledLine extends Range {
  readonly role: LabelRole;
  readonly label: string;
}

const DECORATION = "※■□●○◆◇▼▽・*＊【[（(→⇒>＞↓ 　";
const CLOSING = "】])）";
const LONGEST_LABEL = 16;

/** Finds the lines of a text that a known label leads; colons may be full- or half-width, `※` and the like may stand before. */
export function findLabelledLines(text: string, labels: ReadonlyMap<string, LabelRole>): LabelledLine[] {
  const found: LabelledLine[] = [];
  for (let lineStart = 0; lineStart < text.length; ) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = labelledLine(text, lineStart, lineEnd, labels);
    if (line !== null) found.push(line);
    lineStart = lineEnd + 1;
  }
  return found;
}

function labelledLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  labels: ReadonlyMap<string, LabelRole>,
): LabelledLine | null {
  let from = lineStart;
  while (from < lineEnd && DECORATION.includes(text[from]!)) from++;
  let colon = from;
  while (colon < lineEnd && colon - from <= LONGEST_LABEL && text[colon] !== ":" && text[colon] !== "：") colon++;
  if (colon >= lineEnd || colon - from > LONGEST_LABEL) return null;
  let labelEnd = colon;
  while (labelEnd > from && (CLOSING.includes(text[labelEnd - 1]!) || text[labelEnd - 1] === " ")) labelEnd--;
  const label = text.slice(from, labelEnd);
  const role = labels.get(label) ?? labels.get(label.replace(/[0-9０-９]+$/, ""));
  if (role === undefined) return null;
  let start = colon + 1;
  let end = lineEnd;
  const isSpace = (index: number) => /\s/.test(text[index]!);
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return start === end ? null : { role, label, start, end };
}
