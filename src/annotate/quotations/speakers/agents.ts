import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { nounPhraseBefore, withGenitive } from "../phrases/noun-phrase.ts";
import { subjectsIn } from "../phrases/subjects.ts";
import type { QuotationResources } from "../resources.ts";

/** Somebody marked as the agent of a passive, or as the one from whom words come: 野党から, 住民に, 議会によって. */
export function agentIn(
  frame: Frame,
  from: number,
  to: number,
  resources: QuotationResources,
  particles: readonly string[],
): NounPhrase | null {
  for (let at = to - 1; at > from; at--) {
    const particle = particles.find((written) => frame.text.startsWith(written, frame.starts[at]!));
    if (particle === undefined || (frame.words[at] !== W.CASE && frame.words[at] !== W.PARTICLE)) continue;
    const phrase = nounPhraseBefore(frame, at - 1, resources);
    if (phrase !== null && phrase.first >= from && canSpeak(phrase, "fragment"))
      return withGenitive(frame, phrase, resources);
  }
  return null;
}

/** Somebody from whom words are said to be. */
export interface Source {
  readonly phrase: NounPhrase;
  /** Item after the words that name the source. */
  readonly after: number;
}

/** Returns the source before an item, if any: 気象庁によると, 友達いわく; and the item after it. */
export function sourceIn(frame: Frame, from: number, to: number, resources: QuotationResources): Source | null {
  for (let item = to - 1; item >= from; item--) {
    if (frame.words[item] === W.FORMAL && reads(frame, item, "ところ")) {
      const told = toldSource(frame, from, item, to, resources);
      if (told !== null) return told;
    }
    if (reads(frame, item, "言う") && frame.text.startsWith("には", frame.ends[item]!)) {
      const teller = subjectsIn(frame, from - 1, item, resources).find(({ phrase }) => canSpeak(phrase, "unknown"));
      if (teller !== undefined) return { phrase: teller.phrase, after: Math.min(to, item + 3) };
    }
    if (!isNominal(frame.words[item]!) && frame.words[item] !== W.SYMBOL) continue;
    const at = frame.ends[item]!;
    let source = resources.behind.source.at(frame.text, at);
    let end = item;
    // The dictionary may take 曰く for a noun of its own behind the name.
    if (source === undefined && (reads(frame, item, "曰く") || reads(frame, item, "いわく")))
      [source, end] = ["", item - 1];
    if (source === undefined || end < from) continue;
    let phrase = nounPhraseBefore(frame, end, resources);
    if (phrase === null || phrase.first < from) continue;
    const written = frame.text.slice(phrase.start, phrase.end);
    if (
      !canSpeak(phrase, "noun") ||
      (resources.words.accounts.includes(written) && reads(frame, phrase.first - 1, "の"))
    ) {
      // 関係者の話によると
      const owner = reads(frame, phrase.first - 1, "の") ? nounPhraseBefore(frame, phrase.first - 2, resources) : null;
      if (owner === null || !canSpeak(owner, "fragment")) continue;
      phrase = owner;
    }
    let after = item + 1;
    while (after < to && frame.starts[after]! < at + source.length) after++;
    return { phrase: withGenitive(frame, phrase, resources), after };
  }
  return null;
}

/** 情報筋がロイターに語ったところでは */
function toldSource(
  frame: Frame,
  from: number,
  item: number,
  to: number,
  resources: QuotationResources,
): Source | null {
  if (!resources.words.toldEnds.some((written) => frame.text.startsWith(written, frame.ends[item]!))) return null;
  const teller = subjectsIn(frame, from - 1, item, resources).find(({ phrase }) => canSpeak(phrase, "unknown"));
  if (teller === undefined) return null;
  let after = item + 1;
  while (after < to && frame.words[after] !== W.COMMA && after - item < 5) after++;
  return { phrase: teller.phrase, after };
}
