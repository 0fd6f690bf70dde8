import { YoronError } from "./error.ts";

/** A half-open range `[start, end)` of UTF-16 code units in one text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range in the text of one unit: the article (`article`) or a comment (`c1`, `c2`, …). */
export interface Span extends Range {
  readonly unit: string;
}

/**
 * Returns a frozen span, having checked that it is a half-open range of whole numbers.
 *
 * @example
 * span("c1", 0, 4); // { unit: "c1", start: 0, end: 4 }
 */
export function span(unit: string, start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) {
    throw new YoronError({ code: "bad-value", what: "not a span", value: { unit, start, end } });
  }
  return Object.freeze({ unit, start, end });
}

/** Whether two ranges of the same text share at least one code unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
