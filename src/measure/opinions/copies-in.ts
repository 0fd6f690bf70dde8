import type { Analysis } from "../../model/analysis.ts";
import { type CopyGroup, type CopyOptions, findCopies } from "./copies/find-copies.ts";

interface Kept {
  readonly texts: readonly string[];
  readonly options: CopyOptions;
  readonly groups: readonly CopyGroup[];
}

/** What was found last of discussions, by their first: opinions and the table of copies ask for the same in turn. */
const kept = new WeakMap<Analysis, Kept>();

/** Returns the copies among the texts of discussions, found once for the same texts in the same order. */
export function copiesIn(
  [first]: readonly Analysis[],
  texts: readonly string[],
  options: CopyOptions = {},
): readonly CopyGroup[] {
  if (first === undefined) return findCopies(texts, options);
  const last = kept.get(first);
  if (last !== undefined && isSame(last, texts, options)) return last.groups;
  const groups = findCopies(texts, options);
  kept.set(first, { texts, options, groups });
  return groups;
}

function isSame(last: Kept, texts: readonly string[], { shortest, least }: CopyOptions): boolean {
  return (
    last.options.shortest === shortest &&
    last.options.least === least &&
    last.texts.length === texts.length &&
    last.texts.every((text, i) => text === texts[i])
  );
}
