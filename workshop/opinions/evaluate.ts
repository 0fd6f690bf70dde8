/** Scores a grouping of comments against gold arguments. */
import type { FoundOpinions } from "../../src/measure/opinions/find-opinions.ts";
import { adjustedMutualInformation } from "../../src/measure/opinions/groups/agreement.ts";
import type { GoldThread } from "../accuracy/gold-threads.ts";

/** How well groups are the arguments that somebody told before. */
export interface GroupScores {
  /** Adjusted mutual information of comments' groups and their chief arguments. */
  readonly ami: number;
  /** Share of the arguments that some group holds at least 60 % of, while it is at least 60 % of the group. */
  readonly covered: number;
  /** Share of the pairs of comments in one group that make one argument, and of those that do that are in one group. */
  readonly precision: number;
  readonly recall: number;
  /** Share of the comments that are in no group. */
  readonly other: number;
  readonly groups: number;
  readonly comments: number;
}

/** Share of an argument's comments, and of an opinion's, that must be in both. */
const COVERS = 0.6;

/**
 * Scores a group a comment against the gold. Comments without an argument, and copies of another's words, are left out of
 * both figures; of several arguments the first counts, which the writer put first.
 */
export function scoreGroups({ gold }: Pick<GoldThread, "gold">, groupOf: ReadonlyMap<string, number>): GroupScores {
  const known = Object.entries(gold).filter(([, { args, copyOf }]) => args.length > 0 && copyOf === null);
  const groups = known.map(([id]) => groupOf.get(id) ?? -1);
  const chief = known.map(([, { args }]) => args[0]!);
  const names = [...new Set(chief)];
  const covered = names.filter((name) => {
    const own = groups.filter((_, i) => chief[i] === name);
    return [...new Set(own)].some((group) => {
      if (group < 0) return false;
      const both = own.filter((other) => other === group).length;
      const all = groups.filter((other) => other === group).length;
      return both >= COVERS * own.length && both >= COVERS * all;
    });
  });
  return {
    ami: adjustedMutualInformation(
      groups,
      chief.map((name) => names.indexOf(name)),
    ),
    covered: covered.length / names.length,
    ...pairScores(groups, chief),
    other: groups.filter((group) => group < 0).length / Math.max(1, groups.length),
    groups: new Set(groups).size,
    comments: known.length,
  };
}

function pairScores(groups: readonly number[], chief: readonly string[]) {
  let [together, same, both] = [0, 0, 0];
  for (let a = 0; a < groups.length; a++) {
    for (let b = 0; b < a; b++) {
      const isTogether = groups[a]! >= 0 && groups[a] === groups[b];
      const isSame = chief[a] === chief[b];
      if (isTogether) together++;
      if (isSame) same++;
      if (isTogether && isSame) both++;
    }
  }
  return { precision: both / Math.max(1, together), recall: both / Math.max(1, same) };
}

/** Returns the opinion that most of each comment's words speak for, by the comment's own id of the page. */
export function opinionOfComments({
  sayings: { items, voices },
  opinionOf,
}: Pick<FoundOpinions, "sayings" | "opinionOf">): Map<string, number> {
  const said = new Map<string, Map<number, number>>();
  for (const [i, { voice, claim }] of items.entries()) {
    if (opinionOf[i]! < 0) continue;
    const { comment } = voices[voice]!;
    const id = comment.sourceId ?? comment.id;
    const row = said.get(id) ?? new Map<number, number>();
    said.set(id, row);
    row.set(opinionOf[i]!, (row.get(opinionOf[i]!) ?? 0) + claim.text.length);
  }
  return new Map([...said].map(([id, row]) => [id, [...row].sort(([a, x], [b, y]) => y - x || a - b)[0]![0]]));
}
