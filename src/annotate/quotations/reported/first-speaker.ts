import { W } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import type { Subject } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { turnsAway } from "../predicates/turns-away.ts";
import type { QuotationResources } from "../resources.ts";

/** The first subject of a clause that can speak; が in front of a later は is subordinate. */
export function firstSpeaker(
  frame: Frame,
  subjects: readonly Subject[],
  resources: QuotationResources,
): Subject | null {
  const [first, ...later] = subjects;
  if (first === undefined) return null;
  // 与党は賛成したが、野党は…: the clause before is another's.
  const turned = later.findIndex(
    ({ particle, phrase }) =>
      particle === "は" && canSpeak(phrase, "document") && turnsBetween(frame, first.at, phrase.first, resources),
  );
  if (turned >= 0) return firstSpeaker(frame, later.slice(turned), resources);
  if (first.particle === "が" && later.length > 0) {
    const theme = later.find(
      ({ particle, phrase }) =>
        particle === "は" && (canSpeak(phrase, first.phrase.rank) || canSpeak(phrase, "unknown")),
    );
    let verb = false;
    for (let item = first.at; theme !== undefined && item < theme.phrase.first; item++)
      if (frame.words[item] === W.VERB) verb = true;
    if (theme !== undefined && verb) return theme;
  }
  return first;
}

function turnsBetween(frame: Frame, from: number, to: number, resources: QuotationResources): boolean {
  for (let item = from + 1; item < to; item++) {
    if (frame.words[item + 1] === W.COMMA && turnsAway(frame, item, resources)) return true;
  }
  return false;
}
