import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf } from "../frame/frame.ts";
import type { Predicate } from "../predicates/verb-predicate.ts";
import type { QuotationResources } from "../resources.ts";
import type { Closing } from "./closing.ts";
import { endsClause } from "./ends-clause.ts";

/** …との見方を示した, …という認識を示した */
export function viewFrom(
  frame: Frame,
  item: number,
  from: number,
  to: number,
  { voices, words }: QuotationResources,
): Closing | null {
  for (let at = from; at < Math.min(to, from + 5); at++) {
    const word = frame.words[at]!;
    if (!isNominal(word) && word !== W.ADJECTIVE && word !== W.GENITIVE) return null;
    const noun = frame.text.slice(frame.starts[at]!, frame.ends[at]!);
    if (!voices.has(noun) || noun === "話" || noun === "思い" || isNominal(frame.words[at + 1] ?? W.OTHER)) continue;
    const spoken = words.spokenNouns.includes(noun) && endsClause(frame, item - 1);
    const found = fateOf(frame, at + 1, to, words) ?? (spoken ? { uttered: false, after: at } : null);
    if (found === null) return null;
    const { uttered, after } = found;
    const predicate: Predicate = {
      tie: "noun",
      shown: uttered,
      verb: noun,
      verbClass: "say",
      passive: false,
      item: at,
      after: after + 1,
      modified: -1,
      from,
    };
    return { item, predicate, by: `…との${noun}` };
  }
  return null;
}

/** What the sentence does with a view: its subject utters it (示す), or it is held by whomever (強い); null for anything else. */
function fateOf(
  frame: Frame,
  from: number,
  to: number,
  words: QuotationResources["words"],
): { uttered: boolean; after: number } | null {
  for (let after = from; after < to; after++) {
    const word = frame.words[after]!;
    if (word === W.COMMA || word === W.PERIOD) return null;
    const surface = frame.text.slice(frame.starts[after]!, frame.ends[after]!);
    const verb = word === W.VERB || word === W.ADJECTIVE ? lemmaOf(frame, after) : surface;
    if (words.uttering.includes(verb)) return { uttered: true, after };
    if (words.held.includes(verb)) return { uttered: false, after };
    if (word === W.VERB || word === W.ACTION || word === W.ADJECTIVE || word === W.STATE) return null;
  }
  return null;
}
