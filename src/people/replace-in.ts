import type { Range } from "../model/span.ts";

/** A place in a text and what comes there instead. */
export interface Replacement extends Range {
  readonly by: string;
}

/** A text with other words in it, and where a place of the old text lies in the new one. */
export interface Replaced {
  readonly text: string;
  /** How many places were changed. */
  readonly count: number;
  /** Returns where a range now is; null where it was changed itself, wholly or partly. */
  move<R extends Range>(range: R): R | null;
}

/** Returns a text with places replaced; of places that overlap the first and longest counts. */
export function replaceIn(text: string, places: readonly Replacement[]): Replaced {
  const kept: Replacement[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  }
  let made = "";
  let from = 0;
  for (const { start, end, by } of kept) {
    made += text.slice(from, start) + by;
    from = end;
  }
  const shift = (offset: number) =>
    kept.reduce((sum, { start, end, by }) => (end <= offset ? sum + by.length - (end - start) : sum), 0);
  return {
    text: made + text.slice(from),
    count: kept.length,
    move: (range) =>
      kept.some(({ start, end }) => start < range.end && end > range.start)
        ? null
        : { ...range, start: range.start + shift(range.start), end: range.end + shift(range.end) },
  };
}
