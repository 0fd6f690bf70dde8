/** Values by numbers from 0, so that a column of many rows holds small numbers; the first is given, and is what an empty column says. */
export class Numbered<Value> {
  readonly #values: Value[];
  readonly #numbers: Map<Value, number>;

  constructor(first: Value) {
    this.#values = [first];
    this.#numbers = new Map([[first, 0]]);
  }

  /** Returns the number of a value, a new one if it was not given before. */
  number(value: Value): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#values.push(value) - 1;
      this.#numbers.set(value, number);
    }
    return number;
  }

  of(number: number): Value {
    return this.#values[number]!;
  }
}
