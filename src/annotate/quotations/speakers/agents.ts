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
    if (phrase === null || phrase.first < from || !canSpeak(phrase, "fragment")) continue;
    // 作戦に対抗し, 人に対して: the particle belongs to what follows it.
    if (particle === "に" && (isNominal(frame.words[at + 1]!) || frame.words[at + 1] === W.VERB) && at + 1 < to)
      continue;
    if (frame.text.startsWith("に対", frame.starts[at]!)) continue;
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

/** 言: most items begin otherwise. */
const SAY = 0x8a00;

/** Returns the source before an item, if any: 気象庁によると, 友達いわく; and the item after it. */
export function sourceIn(frame: Frame, from: number, to: number, resources: QuotationResources): Source | null {
  for (let item = to - 1; item >= from; item--) {
    const word = frame.words[item]!;
    let source: Source | null = null;
    if (word === W.FORMAL) source = toldSource(frame, from, item, to, resources);
    if (source === null && frame.text.charCodeAt(frame.starts[item]!) === SAY)
      source = sayingSource(frame, from, item, to, resources);
    if (source === null && (isNominal(word) || word === W.SYMBOL || word === W.QUOTE || word === W.CLOSE))
      source = namedSource(frame, from, item, to, resources);
    if (source !== null) return source;
  }
  return null;
}

/** 気象庁によると, 友達いわく */
function namedSource(
  frame: Frame,
  from: number,
  item: number,
  to: number,
  resources: QuotationResources,
): Source | null {
  const at = frame.ends[item]!;
  let source = resources.behind.source.at(frame.text, at);
  let end = item;
  if (source === undefined) {
    // The dictionary may take 曰く for a noun of its own behind the name.
    if (!reads(frame, item, "曰く") && !reads(frame, item, "いわく")) return null;
    [source, end] = ["", item - 1];
  }
  if (frame.words[end] === W.QUOTE && end >= from)
    return { phrase: workAt(frame, end), after: behindWords(frame, item, to, at + source.length) };
  const phrase = end < from ? null : nounPhraseBefore(frame, end, resources);
  if (phrase === null || phrase.first < from) return null;
  const owner = ownerOfAccount(frame, phrase, resources);
  if (owner === null) return null;
  return { phrase: withGenitive(frame, owner, resources), after: behindWords(frame, item, to, at + source.length) };
}

/** The first item from an offset on. */
function behindWords(frame: Frame, item: number, to: number, offset: number): number {
  let after = item + 1;
  while (after < to && frame.starts[after]! < offset) after++;
  return after;
}

/** Returns the work whose title a bracket has: 「東京日報」によると. */
export function workAt(frame: Frame, item: number): NounPhrase {
  const { start, end } = frame.brackets[-1 - frame.rows[item]!]!;
  return { first: item, last: item, start, end, nameStart: start, nameEnd: end, rank: "document", proper: true };
}

/** Whom a source is: the phrase itself, or the owner of an account: 関係者の話によると. */
function ownerOfAccount(frame: Frame, phrase: NounPhrase, resources: QuotationResources): NounPhrase | null {
  const owned = reads(frame, phrase.first - 1, "の");
  const account = owned && resources.words.accounts.includes(frame.text.slice(phrase.start, phrase.end));
  if (!account && canSpeak(phrase, "noun")) return phrase;
  const owner = owned ? nounPhraseBefore(frame, phrase.first - 2, resources) : null;
  return owner !== null && canSpeak(owner, "fragment") ? owner : null;
}

/** 大臣が言うには */
function sayingSource(
  frame: Frame,
  from: number,
  item: number,
  to: number,
  resources: QuotationResources,
): Source | null {
  if (!reads(frame, item, "言う") || !frame.text.startsWith("には", frame.ends[item]!)) return null;
  const phrase = tellerBefore(frame, from, item, resources);
  return phrase === null ? null : { phrase, after: Math.min(to, item + 3) };
}

/** 情報筋がロイターに語ったところでは */
function toldSource(
  frame: Frame,
  from: number,
  item: number,
  to: number,
  resources: QuotationResources,
): Source | null {
  if (!reads(frame, item, "ところ")) return null;
  if (!resources.words.toldEnds.some((written) => frame.text.startsWith(written, frame.ends[item]!))) return null;
  const phrase = tellerBefore(frame, from, item, resources);
  if (phrase === null) return null;
  let after = item + 1;
  while (after < to && frame.words[after] !== W.COMMA && after - item < 5) after++;
  return { phrase, after };
}

function tellerBefore(frame: Frame, from: number, item: number, resources: QuotationResources): NounPhrase | null {
  return subjectsIn(frame, from - 1, item, resources).find(({ phrase }) => canSpeak(phrase, "unknown"))?.phrase ?? null;
}
