import type { Analysis } from "../model/analysis.ts";
import type { Mark } from "./marked-text.ts";

/** What is marked in the texts, five numbers a mark: class, start, length, text of the tooltip, where it leads (each -1 for none). */
export interface MarkColumns {
  readonly classes: readonly string[];
  /** Tooltips and names. */
  readonly texts: readonly string[];
  /** The marks of each unit in the order of the columns. */
  readonly of: readonly (readonly number[])[];
}

/** Returns marks as columns; `marksOf` gives those of one unit's text. */
export function markColumns(
  analyses: readonly Analysis[],
  marksOf: (analysis: Analysis, index: number) => ReadonlyMap<string, readonly Mark[]>,
  isStored: (unit: number) => boolean,
): MarkColumns {
  const classes = new Numbered();
  const texts = new Numbered();
  const of: (readonly number[])[] = [];
  for (const [index, analysis] of analyses.entries()) {
    const marks = marksOf(analysis, index);
    for (const unit of ["article", ...analysis.discussion.comments.map(({ id }) => id)]) {
      const own = isStored(of.length) ? (marks.get(unit) ?? []) : [];
      of.push(
        own.flatMap(({ className, start, end, title, entity, goto }) => [
          classes.of(className),
          start,
          end - start,
          title === undefined ? -1 : texts.of(title),
          entity !== undefined ? texts.of(entity) : goto !== undefined ? texts.of(goto) : -1,
        ]),
      );
    }
  }
  return { classes: classes.names, texts: texts.names, of };
}

/** Returns the marks of a unit. */
export function marksIn({ classes, texts, of }: MarkColumns, unit: number): readonly Mark[] {
  const numbers = of[unit] ?? [];
  const marks: Mark[] = [];
  for (let i = 0; i < numbers.length; i += 5) {
    // Five numbers stand together, as they were written above.
    const [name, start, length, title, target] = numbers.slice(i, i + 5) as [number, number, number, number, number];
    const className = classes[name]!;
    marks.push({
      className,
      start,
      end: start + length,
      ...(title < 0 ? {} : { title: texts[title]! }),
      ...(target < 0 ? {} : className === "en" ? { entity: texts[target]! } : { goto: texts[target]! }),
    });
  }
  return marks;
}

class Numbered {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
