import type { DateExpression, Part } from "./expression.ts";
import { LINK, type Shape } from "./shapes.ts";

export type Fields = { -readonly [Key in keyof DateExpression]?: DateExpression[Key] };

/** A place in a folded text up to which an expression is read. */
export class Cursor {
  position: number;
  readonly text: string;

  constructor(text: string, at: number) {
    this.text = text;
    this.position = at;
  }

  /** Takes `shape`, if it stands here. */
  take({ pattern, opens }: Shape): RegExpExecArray | null {
    if (opens[this.text.charCodeAt(this.position) & 255] === 0) return null;
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match !== null) this.position = pattern.lastIndex;
    return match;
  }

  /** Takes `shape`, or の and `shape`; or nothing at all. */
  linked(shape: Shape): RegExpExecArray | null {
    const before = this.position;
    const match = this.take(shape) ?? (this.take(LINK) === null ? null : this.take(shape));
    if (match === null) this.position = before;
    return match;
  }
}

/** A part that the text itself says. */
export const text = (value: number): Part => ({ from: "text", value });
/** A part that a word says, from the day of writing or from the dates before it. */
export const word = (
  anchor: Readonly<Record<string, number>>,
  context: Readonly<Record<string, number>>,
  key: string,
): Part =>
  anchor[key] === undefined ? { from: "context", value: context[key]! } : { from: "anchor", value: anchor[key] };
