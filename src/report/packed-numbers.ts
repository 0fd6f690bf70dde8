const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Bits that a letter of base 64 holds. */
const BITS_A_LETTER = 6;
/** Of a number's letters each holds five bits, and one that says that more follow. */
const FIVE = 32;

/**
 * Returns whole numbers from 0 as text, a letter for a small one: five bits a letter, the lowest first (as in source maps).
 *
 * @example
 * writeNumbers([3, 40]); // "DoB"
 */
export function writeNumbers(numbers: readonly number[]): string {
  let text = "";
  for (const number of numbers) {
    let rest = number;
    while (rest >= FIVE) {
      text += LETTERS[FIVE + (rest % FIVE)];
      rest = Math.floor(rest / FIVE);
    }
    text += LETTERS[rest];
  }
  return text;
}

const VALUES = new Map([...LETTERS].map((letter, value) => [letter.charCodeAt(0), value]));

/** Returns the numbers of {@link writeNumbers}. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let [number, place] = [0, 1];
  for (let i = 0; i < text.length; i++) {
    const value = VALUES.get(text.charCodeAt(i)) ?? 0;
    number += (value % FIVE) * place;
    place *= FIVE;
    if (value >= FIVE) continue;
    numbers.push(number);
    [number, place] = [0, 1];
  }
  return numbers;
}

/** A number with its sign as one from 0: small ones stay small. */
const folded = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number);
const unfolded = (number: number): number => (number % 2 === 0 ? number / 2 : -(number + 1) / 2);

/**
 * Returns whole numbers, some of them missing, as text: each as the step from the one before it.
 *
 * @example
 * unpackNumbers(packNumbers([3, null, 17])); // [3, null, 17]
 */
export function packNumbers(numbers: readonly (number | null)[]): string {
  let last = 0;
  return writeNumbers(
    numbers.map((number) => {
      if (number === null) return 0;
      const step = folded(number - last) + 1;
      last = number;
      return step;
    }),
  );
}

/** Returns the numbers of {@link packNumbers}. */
export function unpackNumbers(text: string): (number | null)[] {
  let last = 0;
  return readNumbers(text).map((step) => {
    if (step === 0) return null;
    last += unfolded(step - 1);
    return last;
  });
}

/** What tells numbers by their places, a bit each, from those by steps. */
const BITS = "=";

/**
 * Returns a set of whole numbers from 0 as text: the steps from one to the next, or a bit for each place, whichever is shorter.
 * Their order is lost.
 *
 * @example
 * unpackSet(packSet([3, 1])); // [1, 3]
 */
export function packSet(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const steps = writeNumbers(sorted.map((number, i) => number - (sorted[i - 1] ?? 0)));
  const letters = Math.floor((sorted.at(-1) ?? 0) / BITS_A_LETTER) + 1;
  if (steps.length <= letters + 1) return steps;
  const bits = new Uint8Array(letters);
  for (const number of sorted) bits[Math.floor(number / BITS_A_LETTER)]! |= 1 << (number % BITS_A_LETTER);
  return BITS + Array.from(bits, (six) => LETTERS[six]).join("");
}

/** Returns the numbers of {@link packSet}, the smallest first. */
export function unpackSet(text: string): readonly number[] {
  if (!text.startsWith(BITS)) {
    let last = 0;
    return readNumbers(text).map((step) => {
      last += step;
      return last;
    });
  }
  const numbers: number[] = [];
  for (let letter = 0; letter < text.length - BITS.length; letter++) {
    const six = VALUES.get(text.charCodeAt(letter + BITS.length)) ?? 0;
    for (let bit = 0; bit < BITS_A_LETTER; bit++) if ((six >> bit) & 1) numbers.push(letter * BITS_A_LETTER + bit);
  }
  return numbers;
}

/** Returns places in units, `[unit, start, end]`, as text: the step of the unit, the start, the length. */
export function packSpans(spans: readonly (readonly [unit: number, start: number, end: number])[]): string {
  return writeNumbers(
    spans.flatMap(([unit, start, end], i) => [folded(unit - (spans[i - 1]?.[0] ?? 0)), start, end - start]),
  );
}

/** Returns the places of {@link packSpans}: unit, start, end, unit, start, end, … */
export function unpackSpans(text: string): readonly number[] {
  let unit = 0;
  const numbers = readNumbers(text);
  return numbers.map((number, i) => {
    if (i % 3 === 0) unit += unfolded(number);
    return i % 3 === 0 ? unit : i % 3 === 1 ? number : numbers[i - 1]! + number;
  });
}

/** Returns numbers with how often each stands, the smallest first, as text: the step of the number, how often. */
export function packTimes(times: readonly (readonly [number: number, count: number])[]): string {
  return writeNumbers(times.flatMap(([number, count], i) => [number - (times[i - 1]?.[0] ?? 0), count]));
}

/** Returns how often each number of {@link packTimes} stands. */
export function unpackTimes(text: string): ReadonlyMap<number, number> {
  const numbers = readNumbers(text);
  const times = new Map<number, number>();
  let last = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    last += numbers[i]!;
    times.set(last, numbers[i + 1]!);
  }
  return times;
}

/** The finest part of a share that {@link packShares} writes is one of so many. */
const FINEST = 64 * 64 - 1;

/**
 * Returns shares in [0, 1] as text, two letters each.
 *
 * @example
 * shareAt(packShares([0.25, 1]), 1); // 1
 */
export function packShares(shares: readonly number[]): string {
  return shares
    .map((share) => Math.round(Math.min(1, Math.max(0, share)) * FINEST))
    .map((step) => LETTERS[step >> BITS_A_LETTER]! + LETTERS[step & (64 - 1)]!)
    .join("");
}

/** Returns the share at a place of {@link packShares}. */
export function shareAt(text: string, place: number): number {
  const value = (at: number) => VALUES.get(text.charCodeAt(at)) ?? 0;
  return (64 * value(2 * place) + value(2 * place + 1)) / FINEST;
}
