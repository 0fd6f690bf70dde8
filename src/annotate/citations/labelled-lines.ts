import type { Range } from "../../model/span.ts";
import type { LabelRole } from "./resources.ts";

/** A line that a label leads: `参考:Title`. The range is that of what follows the colon. */
export interface LabelledLine extends Range {
  readonly role: LabelRole;
  readonly label: string;
}

const DECORATION = "※■□●○◆◇▼▽・*＊【[（(→⇒>＞↓ 　";
const CLOSING = "】])）";
const COLONS = ":：＝";
const LONGEST_LABEL = 16;

/**
 * Returns the lines of a text that a known label leads; colons may be full- or half-width, `※` and the like may stand
 * before.
 */
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
  const colon = colonAfter(text, from, lineEnd);
  if (colon < 0) return null;
  let labelEnd = colon;
  while (labelEnd > from && (CLOSING.includes(text[labelEnd - 1]!) || text[labelEnd - 1] === " ")) labelEnd--;
  const label = text.slice(from, labelEnd);
  const role = labels.get(label) ?? labels.get(label.replace(/[0-9０-９]+$/, ""));
  if (role === undefined) return null;
  const { start, end } = trimmed(text, colon + 1, lineEnd);
  // （写真：共同通信社）: the line's own bracket closes behind the name.
  const opened = "(（[［【".indexOf(text[from - 1] ?? "-");
  const closed = opened >= 0 && text[end - 1] === ")）]］】"[opened] && end - 1 > start;
  return start === end ? null : { role, label, start, end: closed ? end - 1 : end };
}

/** Returns where the colon behind a label stands, or the bracket that stands for it: 【参考】https://…; -1 if there is none. */
function colonAfter(text: string, from: number, lineEnd: number): number {
  let colon = from;
  while (colon < lineEnd && colon - from <= LONGEST_LABEL && !COLONS.includes(text[colon]!)) colon++;
  const boxed = text[from - 1] === "【" ? text.slice(from, Math.min(lineEnd, colon)).indexOf("】") : -1;
  if (boxed > 0 && !COLONS.includes(text[from + boxed + 1] ?? "")) colon = from + boxed;
  return colon >= lineEnd || colon - from > LONGEST_LABEL ? -1 : colon;
}

function trimmed(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
