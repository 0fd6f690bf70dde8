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
