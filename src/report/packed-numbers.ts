const BASE = 36;

/**
 * Returns whole numbers as text, each as the step from the one before it, in base 36.
 *
 * @example
 * packNumbers([3, 17, 20]); // "3 e 3"
 */
export function packNumbers(numbers: readonly number[]): string {
  return numbers.map((number, i) => (number - (numbers[i - 1] ?? 0)).toString(BASE)).join(" ");
}

/** Returns the numbers of {@link packNumbers}. */
export function unpackNumbers(text: string): readonly number[] {
  let last = 0;
  return text === "" ? [] : text.split(" ").map((step) => (last += Number.parseInt(step, BASE)));
}

/** What tells numbers by their places, a bit each, from those by steps. */
const BITS = "=";
/** Bits that a letter of base 64 holds. */
const BITS_A_LETTER = 6;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Returns a set of whole numbers as text, shorter than {@link packNumbers} where there are many: the smaller of the two. Their
 * order is lost.
 *
 * @example
 * unpackSet(packSet([3, 1])); // [1, 3]
 */
export function packSet(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const steps = packNumbers(sorted);
  const letters = Math.floor((sorted.at(-1) ?? 0) / BITS_A_LETTER) + 1;
  if (steps.length <= letters + 1) return steps;
  const bits = new Uint8Array(letters);
  for (const number of sorted) bits[Math.floor(number / BITS_A_LETTER)]! |= 1 << (number % BITS_A_LETTER);
  return BITS + Array.from(bits, (six) => LETTERS[six]).join("");
}

/** Returns the numbers of {@link packSet}, the smallest first. */
export function unpackSet(text: string): readonly number[] {
  if (!text.startsWith(BITS)) return unpackNumbers(text);
  const numbers: number[] = [];
  for (const [letter, sign] of [...text.slice(BITS.length)].entries()) {
    const six = LETTERS.indexOf(sign);
    for (let bit = 0; bit < BITS_A_LETTER; bit++) if ((six >> bit) & 1) numbers.push(letter * BITS_A_LETTER + bit);
  }
  return numbers;
}

/** Returns places in units, `[unit, start, end]`, as text: the step of the unit, the start, the length. */
export function packSpans(spans: readonly (readonly [unit: number, start: number, end: number])[]): string {
  return spans
    .map(([unit, start, end], i) => [unit - (spans[i - 1]?.[0] ?? 0), start, end - start])
    .map((three) => three.map((number) => number.toString(BASE)).join(" "))
    .join(" ");
}

/** Returns the places of {@link packSpans}: unit, start, end, unit, start, end, … */
export function unpackSpans(text: string): readonly number[] {
  const numbers = text === "" ? [] : text.split(" ").map((number) => Number.parseInt(number, BASE));
  let unit = 0;
  return numbers.map((number, i) => {
    if (i % 3 === 0) unit += number;
    return i % 3 === 0 ? unit : i % 3 === 1 ? number : numbers[i - 1]! + number;
  });
}
