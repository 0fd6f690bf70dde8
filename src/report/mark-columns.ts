import type { Analysis } from "../model/analysis.ts";
import type { Mark } from "./marked-text.ts";
import { readNumbers, writeNumbers } from "./packed-numbers.ts";

/** What is marked in the texts. */
export interface MarkColumns {
  readonly classes: readonly string[];
  /** Tooltips and names. */
  readonly texts: readonly string[];
  /** Kinds of marks, three numbers a kind: class, text of the tooltip, where it leads (-1 for none). */
  readonly kinds: readonly number[];
  /** The marks of each unit in the order of the columns, three numbers a mark ({@link writeNumbers}): kind, step from the last start, length; by their starts. */
  readonly of: readonly string[];
}

/** Returns marks as columns; `marksOf` gives those of one unit's text. */
export function markColumns(
  analyses: readonly Analysis[],
  marksOf: (analysis: Analysis, index: number) => ReadonlyMap<string, readonly Mark[]>,
  isStored: (unit: number) => boolean,
): MarkColumns {
  const classes = new Numbered();
  const texts = new Numbered();
  const kinds = new Numbered();
  const of: string[] = [];
  for (const [index, analysis] of analyses.entries()) {
    const marks = marksOf(analysis, index);
    for (const unit of ["article", ...analysis.discussion.comments.map(({ id }) => id)]) {
      const own = isStored(of.length) ? [...(marks.get(unit) ?? [])].sort((a, b) => a.start - b.start) : [];
      let last = 0;
      const numbers = own.flatMap(({ className, start, end, title, entity, goto }) => {
        const target = entity ?? goto;
        const kind = kinds.of(
          [
            classes.of(className),
            title === undefined ? -1 : texts.of(title),
            target === undefined ? -1 : texts.of(target),
          ].join(),
        );
        const step = start - last;
        last = start;
        return [kind, step, end - start];
      });
      of.push(writeNumbers(numbers));
    }
  }
  return {
    classes: classes.names,
    texts: texts.names,
    kinds: kinds.names.flatMap((kind) => kind.split(",").map(Number)),
    of,
  };
}

/** Returns the marks of a unit. */
export function marksIn({ classes, texts, kinds, of }: MarkColumns, unit: number): readonly Mark[] {
  const numbers = readNumbers(of[unit] ?? "");
  const marks: Mark[] = [];
  let start = 0;
  for (let i = 0; i < numbers.length; i += 3) {
    // Three numbers stand together, as they were written above, of the mark and of its kind.
    const [kind, step, length] = numbers.slice(i, i + 3) as [number, number, number];
    const [name, title, target] = kinds.slice(3 * kind, 3 * kind + 3) as [number, number, number];
    const className = classes[name]!;
    start += step;
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
