import type { PassedOver, PassedOverReason } from "../index.ts";
import { named } from "./named.ts";
import { said } from "./said.ts";

/** Groups that are shown of a kind; the rest are counted together. */
const MOST_SHOWN = 6;

/**
 * Returns one line that says what of the given folders was no input, or null where all was.
 *
 * @example
 * sayPassedOver(passedOver); // "passed over 12 files: 8 .png, 3 .css, 1 .pdf (not pages); 2 hidden; 5 in page_files"
 */
export function sayPassedOver(passedOver: readonly PassedOver[]): string | null {
  if (passedOver.length === 0) return null;
  const of = (reason: PassedOverReason) => passedOver.filter((file) => file.reason === reason);
  const noPages = of("no-page");
  const hidden = of("hidden").length;
  const { notes } = said();
  const parts = [
    ...(noPages.length === 0
      ? []
      : [`${notes.files(noPages.length)}: ${shown(noPages, ([end, n]) => `${n} ${end}`)} (${notes.noPages})`]),
    ...(hidden === 0 ? [] : [notes.hidden(hidden)]),
    ...(of("beside-page").length === 0
      ? []
      : [shown(of("beside-page"), ([folder, n]) => notes.inFolder(n, named(folder)))]),
    ...(of("written").length === 0 ? [] : [shown(of("written"), ([folder, n]) => notes.writtenByUs(n, named(folder)))]),
    ...(of("packages").length === 0 ? [] : ["node_modules"]),
  ];
  return notes.passedOver(parts.join("; "));
}

/** The largest groups first. */
function shown(of: readonly PassedOver[], say: (group: readonly [string, number]) => string): string {
  const counts = new Map<string, number>();
  for (const { group } of of) counts.set(group, (counts.get(group) ?? 0) + 1);
  const groups = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const rest = groups.slice(MOST_SHOWN).reduce((sum, [, n]) => sum + n, 0);
  return [...groups.slice(0, MOST_SHOWN).map(say), ...(rest === 0 ? [] : [said().notes.others(rest)])].join(", ");
}
