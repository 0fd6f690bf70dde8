import type { Anchor } from "../../text/dates/anchor.ts";
import type { DateExpression } from "../../text/dates/expression.ts";
import type { ResolvedDate } from "../../text/dates/resolve-date.ts";
import { type Before, completed, joinOf, ofThatTime } from "./second-end.ts";
import { longYear } from "./short-year.ts";

/** A date completed, and what the part that another date lent it counts from; null where none was lent. */
interface Completed {
  readonly expression: DateExpression;
  readonly from: ResolvedDate["from"] | null;
}

/** The dates that a text has said so far, as far as later ones count from them. */
export class SaidDates {
  readonly #text: string;
  readonly #eras: Readonly<Record<string, number>>;
  #before: Before | null = null;
  #context: Before | null = null;
  /** The last year that the text writes out: not 今年, whose century says nothing about 99年. */
  #written: Before | null = null;

  constructor(text: string, eras: Readonly<Record<string, number>>) {
    this.#text = text;
    this.#eras = eras;
  }

  /** The date said in this sentence or the one before it. */
  context(sentence: number): Anchor | null {
    return isNear(this.#context, sentence) ? this.#context!.resolved.anchor : null;
  }

  /** Returns a date with what those before it lend. */
  complete(found: DateExpression, sentence: number): Completed {
    const before = this.#before;
    const join =
      before === null ? null : joinOf(this.#text, before.expression.end, found.start, before.sentence === sentence);
    const written = isNear(this.#written, sentence) ? this.#written : null;
    const year = written?.resolved.anchor?.year;
    const near = year === undefined ? null : { year, era: written!.expression.era };
    const expression = longYear(ofThatTime(found, this.#text), near, join === "range", this.#text, this.#eras);
    const whole = before === null || join === null ? null : completed(expression, before, join);
    if (whole === null) return { expression, from: null };
    return {
      expression: whole,
      from: join === "later" && whole.month !== undefined ? "context" : before!.resolved.from,
    };
  }

  /** Remembers a date as the last that was said. */
  take(expression: DateExpression, resolved: ResolvedDate | null, sentence: number): void {
    this.#before = resolved === null ? null : { expression, resolved, sentence };
    if (resolved?.anchor == null) return;
    this.#context = this.#before;
    if (resolved.from === "text" && expression.year?.from === "text") this.#written = this.#before;
  }
}

const isNear = (said: Before | null, sentence: number): boolean => said !== null && sentence - said.sentence <= 1;
