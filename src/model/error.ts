import { visible, visibleLines } from "./visible.ts";

/** The kind of thing that went wrong; stable, so that programs can act on it. */
export type ErrorCode =
  | "empty-input"
  | "binary-input"
  | "undecodable"
  | "not-an-article"
  | "not-a-file"
  | "unreadable"
  | "several-discussions"
  | "unknown-format"
  | "wrong-format"
  | "malformed"
  | "too-deep"
  | "unknown-name"
  | "unknown-option"
  | "unknown-column"
  | "bad-value"
  | "bad-dictionary"
  | "bad-lexicon"
  | "bad-codes"
  | "bad-query"
  | "unwritable"
  | "usage"
  | "missing-resource"
  | "internal";

/** The parts of a {@link YoronError}. */
export interface ErrorParts {
  readonly code: ErrorCode;
  /** What went wrong, in a few words. */
  readonly what: string;
  /** The offending value, shown shortened. */
  readonly value?: unknown;
  /** What the reader can do about it. */
  readonly next?: string;
  readonly cause?: unknown;
}

/**
 * An error that tells what went wrong, the offending value and the next step, in one line.
 *
 * @example
 * throw new YoronError({ code: "unknown-name", what: "there is no chart", value: "vote", next: "known charts: votes, thread" });
 * // YoronError: there is no chart "vote"; known charts: votes, thread
 */
export class YoronError extends Error {
  override readonly name = "YoronError";
  readonly code: ErrorCode;
  // Private fields: an uncaught error prints its message, and not its parts once more; a value may be a whole page.
  readonly #value: unknown;
  readonly #what: string;
  readonly #next: string | null;

  constructor({ code, what, value, next, cause }: ErrorParts) {
    const shown = value === undefined ? "" : ` ${showValue(value)}`;
    super(
      visibleLines(`${what}${shown}${next === undefined ? "" : `; ${next}`}`),
      cause === undefined ? {} : { cause },
    );
    this.code = code;
    this.#value = value;
    this.#what = what;
    this.#next = next ?? null;
  }

  /** The offending value whole, undefined where there is none. */
  get value(): unknown {
    return this.#value;
  }

  /** What went wrong, the first part of the message. */
  get what(): string {
    return this.#what;
  }

  /** The value as the message shows it, or null where there is none. */
  get shown(): string | null {
    return this.value === undefined ? null : showValue(this.value);
  }

  /** The next step, or null where none is told. */
  get next(): string | null {
    return this.#next;
  }

  /**
   * Returns the parts that can be sent to another thread, the cause left behind.
   *
   * @example
   * new YoronError({ code: "bad-value", what: "n is not a number:", value: "x" }).toParts().code; // "bad-value"
   */
  toParts(): ErrorParts {
    const [value, next] = [plain(this.value), this.#next];
    return {
      code: this.code,
      what: this.#what,
      ...(value === undefined ? {} : { value }),
      ...(next === null ? {} : { next }),
    };
  }
}

/** Returns a value as JSON holds it: what cannot be sent is shown as text. */
function plain(value: unknown): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? JSON.stringify(String(value)));
  } catch {
    return String(value);
  }
}

const LONGEST_SHOWN = 80;

/** Returns a value as JSON, cut to a length that fits in an error message. */
export function showValue(value: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = String(value);
  }
  const whole = visible(text);
  return whole.length > LONGEST_SHOWN ? `${whole.slice(0, LONGEST_SHOWN)}…` : whole;
}

/** Throws unless every key of `options` is among `known`; the error lists the known ones. */
export function checkOptions(options: object, known: readonly string[], where: string): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new YoronError({
        code: "unknown-option",
        what: `${where} has no option`,
        value: key,
        next: `it takes: ${known.join(", ")}`,
      });
    }
  }
}
