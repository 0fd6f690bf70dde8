/** Rows of the table of edits that one number holds, a bit each. */
const ROWS = 32;

/**
 * Returns how many characters must be put in, taken out or changed to make one text of another (Levenshtein 1965);
 * more than `most` where it takes more, without counting on.
 *
 * A column of the table of edits is known by where it rises and falls, 32 rows in the bits of a number (Myers 1999, in blocks as
 * by Hyyrö 2003).
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [start, end, otherEnd] = [0, a.length, b.length];
  while (start < end && start < otherEnd && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (end > start && otherEnd > start && a.charCodeAt(end - 1) === b.charCodeAt(otherEnd - 1)) {
    end--;
    otherEnd--;
  }
  const [rows, columns] = [end - start, otherEnd - start];
  if (rows === 0 || columns === 0) return Math.min(rows + columns, most + 1);
  const blocks = Math.ceil(rows / ROWS);
  const places = placesOf(a, start, end, blocks);
  const nowhere = new Int32Array(blocks);
  const [rises, falls] = [new Int32Array(blocks).fill(-1), new Int32Array(blocks)];
  const last = 1 << ((rows - 1) % ROWS);
  let distance = rows;
  for (let j = start; j < otherEnd; j++) {
    const equal = places.get(b.charCodeAt(j)) ?? nowhere;
    // The first row of the table rises by one each column.
    let carried = 1;
    for (let block = 0; block < blocks; block++) {
      const [up, down] = [rises[block]!, falls[block]!];
      const same = equal[block]!;
      const vertical = same | down;
      const below = same | (carried < 0 ? 1 : 0);
      const diagonal = ((((below & up) + up) | 0) ^ up) | below;
      let more = down | ~(diagonal | up);
      let less = up & diagonal;
      const top = block === blocks - 1 ? last : 1 << (ROWS - 1);
      const next = (more & top) !== 0 ? 1 : (less & top) !== 0 ? -1 : 0;
      more = (more << 1) | (carried > 0 ? 1 : 0);
      less = (less << 1) | (carried < 0 ? 1 : 0);
      rises[block] = less | ~(vertical | more);
      falls[block] = more & vertical;
      carried = next;
    }
    distance += carried;
    // Each column that is left can take back one edit at most.
    if (distance - (otherEnd - 1 - j) > most) return most + 1;
  }
  return Math.min(distance, most + 1);
}

/** Returns where each character of a stretch of a text stands, a bit a place, in blocks. */
function placesOf(text: string, start: number, end: number, blocks: number): ReadonlyMap<number, Int32Array> {
  const places = new Map<number, Int32Array>();
  for (let i = start; i < end; i++) {
    const letter = text.charCodeAt(i);
    let own = places.get(letter);
    if (own === undefined) {
      own = new Int32Array(blocks);
      places.set(letter, own);
    }
    own[(i - start) >> 5]! |= 1 << ((i - start) & (ROWS - 1));
  }
  return places;
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
