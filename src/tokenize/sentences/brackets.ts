/** Closing bracket of each opening one that can hold whole sentences. */
const pairs: ReadonlyMap<string, string> = new Map([
  ["「", "」"],
  ["『", "』"],
  ["（", "）"],
  ["(", ")"],
  ["【", "】"],
  ["〈", "〉"],
  ["《", "》"],
  ["［", "］"],
  ["〔", "〕"],
  ["“", "”"],
  ["｢", "｣"],
]);

/** A bracket that has not been closed by then was not meant to hold the text. */
const LONGEST_INSIDE = 400;

/**
 * Returns for each offset of a text how many closed pairs of brackets hold it; outside is before `「` and after `」`.
 *
 * `LONGEST_INSIDE` units end the search for the closing bracket; so does another of its kind that opens behind a blank line.
 */
export function bracketDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length + 1);
  const open: { close: string; start: number; parted: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isWordUnit(code)) continue;
    const unit = text[i]!;
    const close = pairs.get(unit);
    if (close !== undefined) {
      // Left open in a paragraph before.
      while (open.length > 0 && open.at(-1)!.parted && open.at(-1)!.close === close) open.pop();
      open.push({ close, start: i, parted: false });
      continue;
    }
    if (unit === "\n" && text[i + 1] === "\n") for (const one of open) one.parted = true;
    // A bracket of another kind left open inside this one is a slip or part of a face.
    for (let k = open.length - 1; k >= 0 && k >= open.length - 8; k--) {
      const { close: wanted, start } = open[k]!;
      if (wanted !== unit) continue;
      open.length = k;
      if (i - start <= LONGEST_INSIDE) for (let at = start + 1; at <= i; at++) depths[at]!++;
      break;
    }
  }
  return depths;
}

/** Kana but the middle dot, and kanji: no bracket, no end of a line, as nearly all of a text. */
const isWordUnit = (code: number): boolean => code >= 0x3041 && code <= 0x9fff && code !== 0x30fb;
