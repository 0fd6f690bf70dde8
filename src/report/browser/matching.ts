import type { Payload, PayloadRow } from "../payload.ts";
import type { ChosenMark, Filters } from "./filters.ts";
import { foldText } from "./fold.ts";
import { matchesQuery, parseQuery } from "./query.ts";

/** What filtering looks up beside the payload. */
export interface Lookups {
  readonly rowOf: (mark: ChosenMark) => PayloadRow | undefined;
  /** The folded text of a unit; null where the file does not have it. */
  readonly textOf: (unit: number) => string | null;
  readonly isStarred: (unit: number) => boolean;
}

/** Returns which units pass, as a flag per unit: alternatives within a chart or a field, all charts and fields together. */
export function matchingUnits(
  { columns }: Pick<Payload, "columns">,
  filters: Filters,
  { rowOf, textOf, isStarred }: Lookups,
): Uint8Array {
  const { discussion, author, up, tone, people } = columns;
  const { marks, votes, text, named, starred } = filters;
  const tests: ((unit: number) => boolean)[] = [];
  const anyOf = <T>(wanted: readonly T[], test: (set: ReadonlySet<T>) => (unit: number) => boolean) => {
    if (wanted.length > 0) tests.push(test(new Set(wanted)));
  };
  anyOf(filters.discussions, (set) => (unit) => set.has(discussion[unit]!));
  anyOf(filters.tones, (set) => (unit) => set.has(tone.names[tone.of[unit]!]!));
  anyOf(filters.authors, (set) => (unit) => set.has(author.names[author.of[unit]!]!));
  anyOf(filters.people, (set) => (unit) => people.of[unit]!.some((name) => set.has(people.names[name]!)));
  if (votes !== null) tests.push((unit) => (up[unit] ?? -1) >= votes);
  for (const chart of new Set(marks.map((mark) => mark.chart))) {
    const own = marks.filter((mark) => mark.chart === chart);
    anyOf(
      own.flatMap((mark) => rowOf(mark)?.units ?? []),
      (set) => (unit) => set.has(unit),
    );
  }
  if (named !== null) {
    const set = new Set(named.units);
    tests.push((unit) => set.has(unit));
  }
  if (starred) tests.push(isStarred);
  if (text !== "") {
    const query = parseQuery(text);
    const authors = author.names.map(foldText);
    tests.push((unit) => {
      const folded = textOf(unit);
      return (
        folded !== null &&
        matchesQuery(
          query,
          () => folded,
          () => authors[author.of[unit]!] ?? "",
        )
      );
    });
  }
  return Uint8Array.from(discussion, (_, unit) => (tests.every((test) => test(unit)) ? 1 : 0));
}
