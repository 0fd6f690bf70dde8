import { grown } from "./grown.ts";
import type { Attributes } from "./html-tree.ts";

/** Where the value of a decoded attribute would end. */
const DECODED = -1;

/**
 * The attributes of a page's elements as columns, written while it is parsed. A value is cut from the source when it is asked for: a
 * long page has very many that are never, and an object for each element would take more than its words.
 */
export class AttributeColumns implements Attributes {
  readonly #source: string;
  readonly #numbers = new Map<string, number>();
  /** Values that hold references, decoded. */
  readonly #decoded = new Map<number, string>();
  /** Where the attributes of each row begin, and where those of the last end. */
  #starts: Int32Array;
  #names: Int32Array;
  #from: Int32Array;
  #to: Int32Array;
  #rows = 0;
  #length = 0;
  /** The value being written, once it is no stretch of the source. */
  #value: string | null = null;

  constructor(source: string, room: number) {
    this.#source = source;
    this.#starts = new Int32Array(room + 1);
    this.#names = new Int32Array(room);
    this.#from = new Int32Array(room);
    this.#to = new Int32Array(room);
  }

  get(row: number, name: string): string | undefined {
    if (this.isEmpty(row)) return undefined;
    const number = this.#numbers.get(name);
    if (number === undefined) return undefined;
    const end = this.#starts[row + 1]!;
    // Of several of one name the first counts.
    for (let at = this.#starts[row]!; at < end; at++) if (this.#names[at] === number) return this.#valueAt(at);
    return undefined;
  }

  isEmpty(row: number): boolean {
    return row >= this.#rows || this.#starts[row] === this.#starts[row + 1];
  }

  #valueAt(at: number): string {
    return this.#to[at] === DECODED ? this.#decoded.get(at)! : this.#source.slice(this.#from[at]!, this.#to[at]!);
  }

  /** Adds an attribute to the next row, without a value yet; its name is in lower case. */
  begin(name: string): void {
    if (this.#length === this.#names.length) {
      this.#names = grown(this.#names);
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
    }
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(name, number);
    }
    this.#names[this.#length] = number;
    this.#from[this.#length] = 0;
    this.#to[this.#length] = 0;
    this.#value = null;
  }

  /** Adds a piece of the source to its value. */
  add(start: number, end: number): void {
    if (this.#value === null && this.#to[this.#length] === 0) this.#from[this.#length] = start;
    if (this.#value === null && (this.#to[this.#length] === 0 || this.#to[this.#length] === start))
      this.#to[this.#length] = end;
    else this.addText(this.#source.slice(start, end));
  }

  /** Adds what is not so in the source. */
  addText(text: string): void {
    this.#value ??= this.#source.slice(this.#from[this.#length]!, this.#to[this.#length]!);
    this.#value += text;
  }

  end(): void {
    if (this.#value !== null) {
      this.#decoded.set(this.#length, this.#value);
      this.#to[this.#length] = DECODED;
    }
    this.#length++;
  }

  /** Adds a row; only one of a tag has the attributes that were written since the last. */
  addRow(isTag: boolean): void {
    if (!isTag) this.drop();
    if (++this.#rows === this.#starts.length) this.#starts = grown(this.#starts);
    this.#starts[this.#rows] = this.#length;
  }

  /** Removes what was written since the last row: it is of a tag that makes none. */
  drop(): void {
    this.#forget(this.#starts[this.#rows]!);
  }

  /** Removes the rows from one on. */
  forgetFrom(row: number): void {
    this.#rows = row;
    this.drop();
  }

  #forget(length: number): void {
    for (let at = length; at < this.#length && this.#decoded.size > 0; at++) this.#decoded.delete(at);
    this.#length = length;
  }
}
