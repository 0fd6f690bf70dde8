import type { PageDate } from "../../text/page-date.ts";
import { parsePageDate } from "../../text/page-date.ts";
import { isBlank, type Line } from "./lines.ts";

/** The bullets that open a comment: a name (missing where the page shows none) and a date. */
export interface Header {
  /** Line of the name; null for a comment without. */
  readonly nameLine: number | null;
  readonly dateLine: number;
  readonly name: string | null;
  readonly date: Exclude<PageDate, null>;
  /** The shape of the date up to the day, digits blotted out: all headers of a page share it. */
  readonly signature: string;
}

const BULLET = /^[•・*]\s+(.+)$/;

/** Returns what stands after a bullet, or null. */
export function bulletText(line: Line | undefined): string | null {
  return line === undefined ? null : (BULLET.exec(line.text)?.[1] ?? null);
}

/**
 * Returns the header that starts at a line: `• name` over `• date` at one indent, or `• date` alone, and then a blank
 * line. Two bullets in a row that both look like dates are a name and a date.
 */
export function headerAt(lines: readonly Line[], index: number): Header | null {
  const first = bulletText(lines[index]);
  if (first === null) return null;
  const second = lines[index + 1]?.indent === lines[index]!.indent ? bulletText(lines[index + 1]) : null;
  const under = second === null ? null : dateOf(second);
  if (second !== null && under !== null && isBlank(lines, index + 2)) {
    return { nameLine: index, dateLine: index + 1, name: first, date: under, signature: signature(second) };
  }
  const own = dateOf(first);
  if (own === null || !isBlank(lines, index + 1)) return null;
  return { nameLine: null, dateLine: index, name: null, date: own, signature: signature(first) };
}

function dateOf(text: string): Exclude<PageDate, null> | null {
  return text.length > 60 ? null : parsePageDate(text);
}

/** Pages print all dates alike up to the day; what follows (time, weekday) may differ. */
function signature(date: string): string {
  const shape = date
    .normalize("NFKC")
    .replace(/\d+/g, "0")
    .replace(/[A-Za-z]{3,9}/g, "A");
  return /^\D*0\D+0\D+0日?/.exec(shape)?.[0] ?? shape;
}
