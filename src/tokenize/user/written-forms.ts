import { foldWidth } from "../../text/dates/fold-width.ts";
import type { Folding } from "../../words/fold.ts";
import type { NumberedEntry } from "./parse-user-dictionary.ts";

/**
 * Returns rows of a user dictionary, each with the other forms in which texts have its word: folded (髙島屋, 高島屋), and
 * with Latin letters of either width (ＡＢＣ商会, ABC商会).
 *
 * Their dictionary form is that of the row, so that they count as one word; a form that has a row of its own keeps it.
 */
export function withWrittenForms(rows: readonly NumberedEntry[], folding: Folding): NumberedEntry[] {
  const own = new Set(rows.map(({ entry }) => entry.surface));
  return rows.flatMap((row) => {
    const { surface, lemma = surface } = row.entry;
    const folded = folding.word(surface);
    const forms = new Set([folded, foldWidth(folded), widened(folded)]);
    const others = [...forms].filter((form) => !own.has(form));
    return [row, ...others.map((form) => ({ ...row, entry: { ...row.entry, surface: form, lemma } }))];
  });
}

const widened = (word: string): string =>
  word.replace(/[A-Za-z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
