/**
 * Returns how many characters must be put in, taken out or changed to make one text of another (Levenshtein 1965);
 * more than `most` where it takes more, without counting on.
 *
 * Only the band around the diagonal is looked at that `most` edits can reach (Ukkonen 1985).
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = new Int32Array(b.length + 1);
  let row = new Int32Array(b.length + 1);
  for (let j = 0; j <= b.length; j++) before[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const [low, high] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    row[low - 1] = low === 1 ? i : most + 1;
    let least = row[low - 1]!;
    const letter = a.charCodeAt(i - 1);
    for (let j = low; j <= high; j++) {
      const above = j < i + most ? before[j]! + 1 : most + 1;
      const changed = before[j - 1]! + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      const cost = Math.min(above, row[j - 1]! + 1, changed);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, row] = [row, before];
  }
  return Math.min(before[b.length]!, most + 1);
}

/** A stretch in which one text has other words than another; either side may be empty. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  readonly otherStart: number;
  readonly otherEnd: number;
}

/** Fewest equal characters in a row that part two gaps: fewer are chance. */
const ANCHOR = 2;
/** Longer texts are compared without their parts in the middle being told apart. */
const LONGEST = 3000;

/** Returns the stretches in which two texts differ, by a cheapest alignment. */
export function gapsBetween(a: string, b: string): readonly Gap[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [first, second] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (first === "" && second === "") return [];
  const whole = { start: head, end: a.length - tail, otherStart: head, otherEnd: b.length - tail };
  if (first === "" || second === "" || first.length > LONGEST || second.length > LONGEST) return [whole];
  return joined(runs(first, second, commonSuffixes(first, second)), first.length, second.length).map((gap) => ({
    start: gap.start + head,
    end: gap.end + head,
    otherStart: gap.otherStart + head,
    otherEnd: gap.otherEnd + head,
  }));
}

/** Returns the length of the longest common subsequence of each pair of ends. */
function commonSuffixes(a: string, b: string): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a.charCodeAt(i) === b.charCodeAt(j)
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  return lengths;
}

/** Returns the stretches of equal characters along a longest common subsequence: `[start, start in the other, length]`. */
function runs(a: string, b: string, lengths: Uint16Array): [number, number, number][] {
  const width = b.length + 1;
  const found: [number, number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a.charCodeAt(i) === b.charCodeAt(j)) {
      const last = found.at(-1);
      if (last !== undefined && last[0] + last[2] === i && last[1] + last[2] === j) last[2]++;
      else found.push([i, j, 1]);
      i++;
      j++;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return found;
}

/** Returns what lies between the runs that are long enough to part two gaps. */
function joined(runs: readonly [number, number, number][], length: number, otherLength: number): Gap[] {
  const gaps: Gap[] = [];
  let [start, otherStart] = [0, 0];
  for (const [at, otherAt, size] of runs) {
    if (size < ANCHOR) continue;
    if (at > start || otherAt > otherStart) gaps.push({ start, end: at, otherStart, otherEnd: otherAt });
    [start, otherStart] = [at + size, otherAt + size];
  }
  if (start < length || otherStart < otherLength) gaps.push({ start, end: length, otherStart, otherEnd: otherLength });
  return gaps;
}
