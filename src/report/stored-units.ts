import { seededRandom } from "../measure/random.ts";
import type { Analysis } from "../model/analysis.ts";

/** Comments whose words one file holds; charts and tables count all. */
export const MOST_STORED = 5000;
/** Characters of comments that one file of many pages holds: with their marks they weigh ten times as many bytes. */
export const MOST_CHARACTERS = 250_000;
/** The part of them that those of most votes have for sure. */
const LOUD = 0.2;
const SEED = 1;

/**
 * Returns the numbers of the units, in the order of the pages, whose words stand in the report; null where all do.
 *
 * Of more comments than a file can hold, a fifth of the room goes to those of most votes of all pages; the rest is drawn by a
 * fixed seed from each page by its size. Articles are all there.
 */
export function storedUnits(analyses: readonly Analysis[], most: number = mostOf(analyses)): readonly number[] | null {
  const pages: { readonly article: number; readonly comments: { readonly unit: number; readonly up: number }[] }[] = [];
  let unit = 0;
  for (const { discussion } of analyses) {
    const article = unit++;
    pages.push({
      article,
      comments: discussion.comments.map(({ reactions }) => ({ unit: unit++, up: reactions.up ?? -1 })),
    });
  }
  const all = pages.flatMap(({ comments }) => comments);
  if (all.length <= most) return null;
  const loud = [...all]
    .sort((a, b) => b.up - a.up || a.unit - b.unit)
    .slice(0, Math.floor(most * LOUD))
    .map((comment) => comment.unit);
  const kept = new Set([...pages.map(({ article }) => article), ...loud]);
  const quiet = pages.map(({ comments }) => comments.filter((comment) => !kept.has(comment.unit)));
  const rest = all.length - loud.length;
  const room = most - loud.length;
  const random = seededRandom(SEED);
  let [passed, drawn] = [0, 0];
  for (const comments of quiet) {
    // So many that after each page the share drawn of all so far is the same: what is rounded off goes to the next.
    passed += comments.length;
    const count = Math.floor((passed * room) / rest) - drawn;
    drawn += count;
    for (const chosen of sample(comments, count, random)) kept.add(chosen.unit);
  }
  return [...kept].sort((a, b) => a - b);
}

/** Returns how many comments a file holds: all of them up to {@link MOST_STORED}, fewer of more where they are long. */
function mostOf(analyses: readonly Analysis[]): number {
  const comments = analyses.flatMap(({ discussion }) => discussion.comments);
  if (comments.length <= MOST_STORED) return MOST_STORED;
  const characters = comments.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(MOST_STORED, Math.floor((comments.length * MOST_CHARACTERS) / Math.max(1, characters)));
}

/** Returns so many of some items, each as likely as any other. */
function sample<T>(items: readonly T[], count: number, random: () => number): readonly T[] {
  const pool = [...items];
  return Array.from({ length: Math.min(count, pool.length) }, () => {
    const [chosen] = pool.splice(Math.floor(random() * pool.length), 1);
    // The pool is never empty here: no more are drawn than there are.
    return chosen as T;
  });
}
