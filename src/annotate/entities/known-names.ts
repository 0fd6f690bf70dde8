import { LABELS } from "../../model/labels.ts";
import type { Tokens } from "../../model/tokens.ts";
import type { Gazetteer, GazetteerEntry } from "./gazetteer.ts";

/** A name of the gazetteers in a text: tokens `[first, last]`. */
export interface KnownName {
  readonly start: number;
  readonly end: number;
  readonly entry: GazetteerEntry;
}

/** What the model is told of names whose labels gazetteers do not have. */
const OTHER = 13;

/** What the model is told of a label times 4, plus the place in the name: 0 begin, 1 inside, 2 end, 3 single. */
const CODES = new Map<string, number>(LABELS.map(({ label, gazetteer }) => [label, gazetteer ?? OTHER]));

/**
 * Returns the names that the gazetteers have, longest first from the left, between token boundaries; `column` tells the
 * model of each token which kind of name it stands in, and where.
 */
export function findKnownNames(
  tokens: Tokens,
  folded: string,
  gazetteer: Gazetteer,
  isBoundary: (offset: number) => boolean,
): { readonly names: readonly KnownName[]; readonly column: Uint8Array } {
  const names: KnownName[] = [];
  const column = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start(i);
    const entry = gazetteer.longest(folded, start, isBoundary);
    if (entry === null) continue;
    const end = gazetteer.matchEnd;
    names.push({ start, end, entry });
    const code = (CODES.get(entry.label) ?? OTHER) * 4;
    let last = i;
    while (last + 1 < tokens.length && tokens.end(last) < end) last++;
    for (let j = i; j <= last; j++) column[j] = code + (i === last ? 3 : j === i ? 0 : j === last ? 2 : 1);
    i = last;
  }
  return { names, column };
}
