import type { Ruby } from "../../model/discussion.ts";
import type { Lines, Mark } from "./lines.ts";

interface Base {
  readonly start: number;
  readonly end: number;
}

/**
 * One open `ruby` element: the pieces of its base since the last reading, and the readings that follow them.
 *
 * `<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>` gives two readings of a character each, `<rb>` parts bases that
 * come before their readings, and where the numbers differ the whole base has the readings joined. What `rtc` gives
 * is a second reading of the same words.
 */
export class OpenRuby {
  readonly #out: Lines;
  readonly #found: Ruby[];
  #bases: Base[] = [];
  #readings: string[] = [];
  #seconds: string[] = [];
  #mark: Mark;

  constructor(out: Lines, found: Ruby[]) {
    this.#out = out;
    this.#found = found;
    this.#mark = out.mark();
  }

  /** Sets that a piece of the base begins: whatever was read belongs to what came before. */
  base(): void {
    if (this.#readings.length > 0 || this.#seconds.length > 0) this.flush();
    this.#close();
    this.#mark = this.#out.mark();
  }

  /** Takes a reading; `second` is one of `rtc`. */
  read(reading: string, second: boolean): void {
    this.#close();
    if (reading !== "") (second ? this.#seconds : this.#readings).push(reading);
  }

  /** Returns for each base what was read of it. */
  flush(): void {
    this.#close();
    const whole = { start: this.#bases[0]?.start ?? 0, end: this.#bases.at(-1)?.end ?? 0 };
    for (const list of [this.#readings, this.#seconds]) {
      if (list.length === 0 || whole.end <= whole.start) continue;
      if (list.length === this.#bases.length)
        list.forEach((reading, index) => {
          this.#found.push({ ...this.#bases[index]!, reading });
        });
      else this.#found.push({ ...whole, reading: list.join("") });
    }
    this.#bases = [];
    this.#readings = [];
    this.#seconds = [];
  }

  #close(): void {
    const start = this.#out.startOf(this.#mark);
    if (this.#out.length > start) this.#bases.push({ start, end: this.#out.length });
    this.#mark = this.#out.mark();
  }
}
