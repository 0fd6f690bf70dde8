import type { Note, Reactions } from "../model/discussion.ts";

/** What a source prints where it does not know a count. */
const UNKNOWN = -1;

/**
 * Returns the reactions of a source's comments as counts, of which none is below zero; `score`, a net count, may be.
 *
 * A source whose likes go below zero prints likes less dislikes: all its `up` are `score`, where it has no score of its
 * own. A -1 alone says that a count is not known. Dislikes are printed with a minus by some, and are counted without.
 * Any other count below zero is unknown. Each change is told in the comment's notes, to which it is added.
 *
 * @example
 * settleCounts([{ up: 3 }, { up: -5 }], [[], []]); // [{ score: 3 }, { score: -5 }]
 */
export function settleCounts(all: readonly Reactions[], notes: readonly Note[][]): Reactions[] {
  const isNet =
    all.some(({ up }) => typeof up === "number" && up < UNKNOWN) && all.every((reactions) => !("score" in reactions));
  return all.map((reactions, index) => {
    const below = Object.entries(reactions).filter(([name, count]) => name !== "score" && count !== null && count < 0);
    if (below.length === 0 && !(isNet && "up" in reactions)) return reactions;
    const say = (message: string) => notes[index]!.push({ code: "negative-count", message });
    const settled: [string, number | null][] = [];
    for (const [name, count] of Object.entries(reactions)) {
      if (name === "score" || ((count === null || count >= 0) && !(isNet && name === "up")))
        settled.push([name, count]);
      else if (isNet && name === "up") {
        settled.push(["score", count]);
        if (count !== null && count < 0) say(`up is printed as ${count}: likes less dislikes, taken as score`);
      } else if (name === "down") {
        settled.push([name, -count!]);
        say(`down is printed as ${count}; counted as ${-count!}`);
      } else {
        settled.push([name, null]);
        say(`${name} is printed as ${count}, which is no count; taken as unknown`);
      }
    }
    return Object.fromEntries(settled);
  });
}
