import type { DateGrammar } from "./date-grammar.ts";
import type { DateWords } from "./date-words.ts";
import type { DateExpression, Part } from "./expression.ts";
import type { DateShapes, Shape } from "./shapes.ts";

export type Fields = { -readonly [Key in keyof DateExpression]?: DateExpression[Key] };

/** A place in a folded text up to which an expression is read. */
export class Cursor {
  position: number;
  readonly text: string;
  readonly words: DateWords;
  readonly shapes: DateShapes;

  constructor(text: string, at: number, { words, shapes }: DateGrammar) {
    this.text = text;
    this.position = at;
    this.words = words;
    this.shapes = shapes;
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
    const match = this.take(shape) ?? (this.take(this.shapes.link) === null ? null : this.take(shape));
    if (match === null) this.position = before;
    return match;
  }
}

/** A part that the text itself says. */
export const text = (value: number): Part => ({ from: "text", value });
