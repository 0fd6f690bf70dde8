import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Stance } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";
import { readingOf } from "./cue-readings.ts";
import { denialAfter } from "./denial.ts";
import type { OwnWords } from "./own-words.ts";
import type { StanceCue, StanceRules } from "./resources.ts";

/** Words that say for or against, with their weight where they stand. */
export interface Sign {
  readonly evidence: Stance["evidence"][number];
  readonly stance: StanceCue["stance"];
  readonly weight: number;
  /** Where the cue ends, which may be inside a word. */
  readonly cueEnd: number;
}

/** Returns the cues of a reply's own words, each read as it stands there. */
export function findSigns(unit: AnalyzedUnit, own: OwnWords, resources: StanceRules): Sign[] {
  const found: Sign[] = [];
  for (const range of own.ranges) {
    for (let at = range.start; at < range.end; ) {
      const cue = cueAt(unit.text, at, range, own.starts, resources.cues);
      if (cue === null) {
        at++;
        continue;
      }
      found.push(signOf(unit, cue, at, own, resources));
      const end = at + cue.cue.length;
      // 同意しないわけではない: what denies a cue is no cue of its own.
      at = end + denialAfter(unit.text, cue.cue, end);
    }
  }
  return found;
}

function signOf(
  { id, text, tokens }: AnalyzedUnit,
  cue: StanceCue,
  start: number,
  own: OwnWords,
  { patterns, weights }: StanceRules,
): Sign {
  const cueEnd = start + cue.cue.length;
  // Cues are stems; readers want the whole word: 気持ちは分かり.
  const end = Math.max(cueEnd, tokens.end(tokens.indexAt(cueEnd - 1)));
  const { stance: read, note } = readingOf({ text, cue, start, end: cueEnd, starts: own.starts, patterns });
  const stance = read ?? cue.stance;
  const early = start < own.headEnd || cue.where === "start";
  return {
    evidence: { unit: id, start, end, text: text.slice(start, end), why: `${cue.cue} ${stance}${note}` },
    stance,
    weight: cue.weight * (early ? 1 : weights.later),
    cueEnd,
  };
}

/** A letter or figure to which a mark belongs: -1度, +10. */
const BOUND = /[\p{L}\p{N}.,%℃]/u;

/** Returns the cue that begins at an offset: the longest, in the place it needs; null if there is none. */
function cueAt(
  text: string,
  at: number,
  range: Range,
  starts: ReadonlySet<number>,
  cues: StanceRules["cues"],
): StanceCue | null {
  for (const cue of cues.get(text[at]!) ?? []) {
    if (at + cue.cue.length > range.end || !text.startsWith(cue.cue, at)) continue;
    if (cue.where !== "any" && !starts.has(at)) continue;
    if (cue.where === "alone" && BOUND.test(text.slice(at + cue.cue.length, at + cue.cue.length + 1))) continue;
    return cue;
  }
  return null;
}
