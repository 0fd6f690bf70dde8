import type { PayloadRow } from "../payload.ts";

const MOST_HIGHLIGHTS = 2000;

/** Words to highlight in one unit, in the order of the text. */
export interface UnitSpans {
  readonly unit: number;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

/** Returns the words behind the chosen marks and those searched for, in the units that pass the filters. */
export function spansToMark(
  chosen: readonly PayloadRow[],
  searched: string,
  passing: Uint8Array,
  textOf: (unit: number) => string,
): readonly UnitSpans[] {
  const spans = new Map<number, (readonly [number, number])[]>();
  let count = 0;
  const add = (unit: number, span: readonly [number, number]) => {
    spans.set(unit, [...(spans.get(unit) ?? []), span]);
    count++;
  };
  for (const { spans: places } of chosen) {
    for (let i = 0; i < places.length && count < MOST_HIGHLIGHTS; i += 3) {
      const [unit, start, end] = [places[i]!, places[i + 1]!, places[i + 2]!];
      if (passing[unit] !== 0) add(unit, [start, end]);
    }
  }
  for (let unit = 0; searched !== "" && unit < passing.length && count < MOST_HIGHLIGHTS; unit++) {
    if (passing[unit] === 0) continue;
    for (const span of occurrences(textOf(unit), searched)) add(unit, span);
  }
  return [...spans]
    .sort((a, b) => a[0] - b[0])
    .map(([unit, found]) => ({ unit, spans: found.sort((a, b) => a[0] - b[0]) }));
}

function occurrences(text: string, words: string): readonly (readonly [number, number])[] {
  const [whole, wanted] = [text.toLowerCase(), words.toLowerCase()];
  // Lower case can change the length of a text (İ); offsets would no longer fit.
  if (whole.length !== text.length) return [];
  const found: [number, number][] = [];
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) {
    found.push([at, at + wanted.length]);
  }
  return found;
}
