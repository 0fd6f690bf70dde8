import type { Tokens } from "../../model/tokens.ts";
import { nearPlaces, sequencePlaces } from "./close-terms.ts";
import type { CodeList, Condition } from "./code-list.ts";
import { findTerms, type Place, type Stretch } from "./find-terms.ts";
import type { Terms } from "./terms.ts";

type Range = Pick<Place, "start" | "end">;

/**
 * Returns for each code the ranges of a stretch that its rule rests on, in the order of the text; null where the rule does not
 * hold. A rule that rests on no word (`not a`) has none.
 */
export function matchCodes(
  { codes }: CodeList,
  terms: Terms,
  tokens: Tokens,
  stretch: Stretch,
): readonly (readonly Range[] | null)[] {
  const found = findTerms(tokens, stretch, terms);
  const held: (readonly Range[] | null)[] = [];
  const groundsOf = (condition: Condition): readonly Range[] | null => {
    switch (condition.kind) {
      case "word":
      case "phrase":
        return unlessEmpty(found[terms.of(condition)]!);
      case "near":
      case "seq": {
        const places = condition.kind === "near" ? nearPlaces : sequencePlaces;
        return unlessEmpty(places(condition.of.map(terms.of), found, condition.within));
      }
      case "code":
        return held[condition.place]!;
      case "not":
        return groundsOf(condition.of) === null ? [] : null;
      case "or": {
        const grounds = condition.of.map(groundsOf).filter((one) => one !== null);
        return grounds.length === 0 ? null : grounds.flat();
      }
      case "and": {
        const grounds: (readonly Range[])[] = [];
        for (const inner of condition.of) {
          const ground = groundsOf(inner);
          if (ground === null) return null;
          grounds.push(ground);
        }
        return grounds.flat();
      }
    }
  };
  for (const { condition } of codes) {
    const grounds = groundsOf(condition);
    held.push(grounds === null ? null : inOrder(grounds));
  }
  return held;
}

const unlessEmpty = (places: readonly Place[]): readonly Place[] | null => (places.length === 0 ? null : places);

function inOrder(ranges: readonly Range[]): readonly Range[] {
  const different = new Map(ranges.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  return [...different.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
