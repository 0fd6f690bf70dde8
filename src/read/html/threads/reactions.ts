import type { Reactions } from "../../../model/discussion.ts";
import type { Places } from "../places.ts";
import type { HtmlTree } from "../tree.ts";
import { type Vote, voteOf } from "../votes.ts";
import { type Items, ownRows } from "./item.ts";

/** The counts that a comment shows, by name. */
export type Votes = ReadonlyMap<Vote["name"], number | null>;

const NO_VOTES: Votes = new Map();

/** Reads the counts in a comment's vote wrappers; the first of a name counts. Takes their text nodes but for those of replies. */
export function readVotes(
  tree: HtmlTree,
  places: Places,
  items: Items,
  wrappers: readonly number[],
  place: string,
): Votes {
  if (wrappers.length === 0) return NO_VOTES;
  const votes = new Map<Vote["name"], number | null>();
  for (const wrapper of wrappers) {
    // A count holds no other counts.
    let countEnd = 0;
    for (const node of ownRows(items, { from: wrapper, to: tree.ends[wrapper]! })) {
      if (tree.names[node] === "") places.take(node, place, "votes");
      if (tree.names[node] === "" || node < countEnd) continue;
      const vote = voteOf(tree, node);
      if (vote === null) continue;
      votes.set(vote.name, votes.get(vote.name) ?? vote.count);
      countEnd = tree.ends[node]!;
    }
  }
  return votes;
}

/** Returns the comments of a thread with the same names of votes: `up`, and `down` or `score` where any comment shows them. */
export function votesAsReactions(all: readonly Votes[]): Reactions[] {
  const shows = (name: Vote["name"]): boolean => all.some((votes) => votes.has(name));
  const names: Vote["name"][] = shows("score") && !shows("up") && !shows("down") ? ["score"] : ["up"];
  if (shows("down")) names.push("down");
  if (shows("score") && names[0] !== "score") names.push("score");
  const asReactions = (votes: Votes) => Object.fromEntries(names.map((name) => [name, votes.get(name) ?? null]));
  const none = asReactions(NO_VOTES);
  return all.map((votes) => (votes === NO_VOTES ? none : asReactions(votes)));
}
