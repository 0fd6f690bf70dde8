import { findOpinions } from "../../src/measure/opinions/find-opinions.ts";
import { labelsOf } from "../../src/measure/opinions/labels.ts";
import { salienceOf } from "../../src/measure/opinions/words/salience.ts";
import type { GoldThread } from "../accuracy/gold-threads.ts";

/** Whether labels come from comments that argue as their opinion does, over the opinions of threads. */
export interface LabelScores {
  readonly opinions: number;
  /** How many labels stand in a comment whose chief argument is the opinion's commonest, or one as common. */
  readonly commonest: number;
  /** How many would by chance: the share of such comments in each opinion, summed. */
  readonly byChance: number;
}

/** Returns how often labels come from the commonest argument; opinions with fewer than two comments that argue are left out. */
export function scoreLabels(threads: readonly GoldThread[], seed: number): LabelScores {
  let [opinions, commonest, byChance] = [0, 0, 0];
  for (const { analysis, gold } of threads) {
    const found = findOpinions([analysis], { seed });
    const { voices, items } = found.sayings;
    const sets = found.opinions.map(({ members }) => members);
    const labels = labelsOf(found, sets, salienceOf(found, sets));
    for (const [k, members] of sets.entries()) {
      const behind = [...new Set(members.map((i) => items[i]!.voice))];
      const argued = behind.map((voice) => gold[voices[voice]!.comment.id]?.args[0]);
      const counts = new Map<string, number>();
      for (const one of argued) if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1);
      if (argued.filter((one) => one !== undefined).length < 2) continue;
      const most = Math.max(...counts.values());
      const isMost = (one: string | undefined) => one !== undefined && counts.get(one) === most;
      opinions++;
      byChance += argued.filter(isMost).length / argued.length;
      if (behind.some((voice, at) => isMost(argued[at]) && voices[voice]!.unit.text.includes(labels[k]!))) commonest++;
    }
  }
  return { opinions, commonest, byChance };
}
