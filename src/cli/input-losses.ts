import { type Discussion, lossesOf, type Note } from "../index.ts";
import { named } from "./named.ts";

/** What was not read of one discussion of an input. */
export interface DiscussionLosses {
  readonly title: string;
  readonly losses: readonly Note[];
}

/** Returns what was not read of a discussion, with the title by which it is told from others of the same input. */
export function discussionLosses(discussion: Discussion): DiscussionLosses {
  return { title: discussion.article.title, losses: lossesOf(discussion) };
}

/**
 * Returns what was not read of one input, however many discussions it holds: of each code what the first discussion
 * says that has it, and in how many more the like was found.
 *
 * @example
 * inputLosses([{ title: "題", losses: [{ code: "empty-text", message: "c1: no words were found in it" }] }, none]);
 * // [{ code: "empty-text", message: "c1: no words were found in it (in 「題」, one of its 2 discussions)" }]
 */
export function inputLosses(discussions: readonly DiscussionLosses[]): readonly Note[] {
  const byCode = new Map<string, { readonly title: string; readonly notes: readonly Note[]; holders: number }>();
  for (const { title, losses } of discussions) {
    for (const code of new Set(losses.map((loss) => loss.code))) {
      const known = byCode.get(code);
      if (known !== undefined) known.holders++;
      else byCode.set(code, { title, notes: losses.filter((loss) => loss.code === code), holders: 1 });
    }
  }
  const all = discussions.length;
  return [...byCode].flatMap(([code, { title, notes, holders }]) => {
    const where =
      all === 1
        ? ""
        : holders === 1
          ? ` (in 「${named(title, 60)}」, one of its ${all} discussions)`
          : ` (in 「${named(title, 60)}」; the like in ${holders - 1} more of its ${all} discussions)`;
    return notes.map(({ message }) => ({ code, message: SOURCE_WIDE.has(code) ? message : `${message}${where}` }));
  });
}

/** Codes of what concerns the bytes of a source, and so all discussions in it alike. */
const SOURCE_WIDE: ReadonlySet<string> = new Set(["lossy-decoding"]);
