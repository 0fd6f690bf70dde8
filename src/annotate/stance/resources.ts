import type { DataReader } from "../../model/data-folder.ts";
import { parseTsv } from "../../text/tsv.ts";
import { groupBy } from "../../words/group-by.ts";
import { loadStancePatterns, loadStanceWeights, type StancePatterns, type StanceWeights } from "./words.ts";

/** Words that speak for or against (or `both`: it depends), or turn what was said before. */
export interface StanceCue {
  readonly cue: string;
  readonly stance: "agree" | "disagree" | "both" | "but";
  /** `start`: counts only where the reply, or its second sentence, begins; `alone`: and where no letter or figure follows. */
  readonly where: "start" | "alone" | "any";
  readonly weight: number;
}

/** How a sentence ends that leans one way without saying so: 済む話だろ, 腹持ちいいし. */
export interface StanceEnding {
  readonly ending: string;
  readonly stance: "agree" | "disagree";
  /** Whether the sentence must be a question, or must not. */
  readonly asked: boolean;
  readonly weight: number;
}

export interface StanceResources {
  /** Cues by their first character, the longest first. */
  readonly cues: ReadonlyMap<string, readonly StanceCue[]>;
  /** The longest first. */
  readonly endings: readonly StanceEnding[];
  readonly patterns: StancePatterns;
  readonly weights: StanceWeights;
}

/** Returns the cues of agreement and dissent. */
export function loadStanceResources(read: DataReader): StanceResources {
  const path = "data/stance/cues.tsv";
  const rows = parseTsv(read.text(path), ["cue", "stance", "where", "weight"], path).map(
    ({ cue, stance, where, weight }): StanceCue => ({
      cue,
      stance: stance as StanceCue["stance"],
      where: where as StanceCue["where"],
      weight: Number(weight),
    }),
  );
  const cues = groupBy(rows, ({ cue }) => cue[0]!);
  for (const list of cues.values()) list.sort((a, b) => b.cue.length - a.cue.length || (a.where === "start" ? -1 : 1));
  const file = "data/stance/endings.tsv";
  const endings = parseTsv(read.text(file), ["ending", "stance", "asked", "weight"], file)
    .map(({ ending, stance, asked, weight }) => ({
      ending,
      stance: stance as StanceEnding["stance"],
      asked: asked === "yes",
      weight: Number(weight),
    }))
    .sort((a, b) => b.ending.length - a.ending.length || (a.ending < b.ending ? -1 : 1));
  return Object.freeze({
    cues,
    endings,
    patterns: loadStancePatterns(read),
    weights: loadStanceWeights(read),
  });
}
