import { type Frame, lemmaOf, reads, sentenceEnd, sentenceStart } from "./frame.ts";
import { type NounPhrase, nounPhraseBefore, withGenitive } from "./noun-phrase.ts";
import type { QuotationResources } from "./resources.ts";
import { isNominal, W } from "./word-class.ts";

/** A noun phrase with the particle that makes it a subject. */
export interface Subject {
  readonly phrase: NounPhrase;
  readonly particle: "は" | "が" | "も";
  /** Item of the particle. */
  readonly at: number;
}

/** A subject and the first item that its finding looked at. */
export interface FoundSubject {
  readonly subject: Subject;
  readonly reach: number;
}

/** Lists the subjects between two items, left to right; what cannot speak is left out. */
export function subjectsIn(frame: Frame, from: number, to: number, resources: QuotationResources): Subject[] {
  const found: Subject[] = [];
  for (let at = from + 1; at < to; at++) {
    const word = frame.words[at]!;
    if (word !== W.TOPIC && word !== W.CASE && word !== W.PARTICLE && word !== W.JOINING && word !== W.COMMA) continue;
    let known = frame.subjects[at];
    if (known === undefined) {
      known = subjectAt(frame, at, resources);
      frame.subjects[at] = known;
    }
    if (known !== null && known.reach >= from) found.push(known.subject);
  }
  return found;
}

function subjectAt(frame: Frame, at: number, resources: QuotationResources): FoundSubject | null {
  const comma = frame.words[at] === W.COMMA;
  const particle = comma ? "は" : particleAt(frame, at);
  if (particle === null) return null;
  const phrase = nounPhraseBefore(frame, at - 1, resources);
  if (phrase === null) return null;
  const { first, level, proper } = phrase;
  if (comma) {
    // うちの上司、…: a person at the head of a sentence is its theme without a particle.
    if (level < 2.7) return null;
    const theme = withGenitive(frame, phrase, resources);
    return frame.begins[theme.first]
      ? { subject: { phrase: { ...theme, level: 2.4 }, particle, at }, reach: first }
      : null;
  }
  const voice = !proper && level < 1 && resources.voices.has(frame.text.slice(phrase.start, phrase.end));
  if (level >= 0 && !voice)
    return { subject: { phrase: withGenitive(frame, phrase, resources), particle, at }, reach: first };
  const owner = ownerOfVoice(frame, phrase, resources);
  return owner === null ? null : { subject: { phrase: owner, particle, at }, reach: Math.min(first, owner.first) };
}

function particleAt(frame: Frame, at: number): Subject["particle"] | null {
  const start = frame.starts[at]!;
  if (frame.ends[at]! - start !== 1) return null;
  const written = frame.text[start]!;
  return written === "は" || written === "が" || written === "も" ? written : null;
}

/** Somebody whose view or words are the subject: 王志強氏の考えは…. */
export function ownerOfVoice(frame: Frame, phrase: NounPhrase, resources: QuotationResources): NounPhrase | null {
  if (!reads(frame, phrase.first - 1, "の") || !resources.voices.has(frame.text.slice(phrase.start, phrase.end)))
    return null;
  const owner = nounPhraseBefore(frame, phrase.first - 2, resources);
  return owner === null || owner.level < 2 ? null : withGenitive(frame, { ...owner, level: 2.2 }, resources);
}

/** Chooses the subject that governs what stands at an item, among those before it in its sentence. */
export function governingSubject(
  frame: Frame,
  at: number,
  resources: QuotationResources,
): { phrase: NounPhrase; confidence: number } | null {
  const subjects = subjectsIn(frame, sentenceStart(frame, at), at, resources);
  let best: Subject | null = null;
  let bestScore = 0;
  for (const subject of subjects.reverse()) {
    if (best !== null && best.at === at - 1 && standsAlone(frame, best, subject)) break;
    const score = subject.phrase.level + (subject.particle === "が" ? 0.2 : 0.4) - closing(frame, subject, at);
    if (best === null) [best, bestScore] = [subject, score];
    else if (!hasVerb(frame, subject.at, best.phrase.first)) {
      // Two subjects of one clause: the first is its theme.
      if (score >= bestScore - 0.5) [best, bestScore] = [subject, score];
    } else if (score > bestScore + 0.9) [best, bestScore] = [subject, score];
  }
  if (best === null) return null;
  const level = best.phrase.level;
  return {
    phrase: best.phrase,
    confidence: Math.max(0.3, Math.min(0.93, 0.45 + level * 0.15 - Math.max(0, level - bestScore) * 0.2)),
  };
}

/** Tells whether who stands at the bracket has a clause of its own: 外相は…と述べ、野党は「…」, 首相は大臣が「…」. */
function standsAlone(frame: Frame, near: Subject, earlier: Subject): boolean {
  const { first, level, start, end } = near.phrase;
  if (hasVerb(frame, earlier.at, first)) return level >= 1.8;
  return near.particle === "が" && earlier.particle !== "が" && level >= 2.4 && frame.text.slice(start, end) !== "自分";
}

/** How far a subject's clause is over before an item: a relative clause, 〜と、 〜が、. */
function closing(frame: Frame, { particle, at }: Subject, to: number): number {
  let penalty = 0;
  for (let item = at + 1; item < to; item++) {
    const word = frame.words[item]!;
    if (word === W.QUOTE) penalty += 0.2;
    if (word !== W.VERB && word !== W.ADJECTIVE) continue;
    let end = item + 1;
    while (end < to && (frame.words[end] === W.DEPENDENT || frame.words[end] === W.AUXILIARY)) end++;
    const next = frame.words[end] ?? W.OTHER;
    if (particle === "が") {
      if (word === W.VERB && (isNominal(next) || next === W.FORMAL) && end < to) return penalty + 2.2;
      if (next === W.JOINING && !reads(frame, end, "て") && !reads(frame, end, "で")) penalty += 1;
    } else if (next === W.JOINING && (reads(frame, end, "が") || reads(frame, end, "けど"))) penalty += 0.3;
    item = end - 1;
  }
  return penalty;
}

function hasVerb(frame: Frame, from: number, to: number): boolean {
  for (let item = from; item < to; item++) {
    const word = frame.words[item]!;
    if (word === W.VERB || word === W.QUOTE) return true;
    // A verb made of a noun, cut off by a comma: 発表、.
    if (word === W.ACTION && frame.words[item + 1] === W.COMMA) return true;
  }
  return false;
}

/** The place or group whose view a clause after 〜が or 〜一方 turns to: …と解釈しているが、欧州では「…」. */
export function newTopicBefore(
  frame: Frame,
  quote: number,
  resources: QuotationResources,
): { phrase: NounPhrase | null } | null {
  if (!reads(frame, quote - 1, "は") || !(reads(frame, quote - 2, "で") || reads(frame, quote - 2, "に"))) return null;
  const phrase = nounPhraseBefore(frame, quote - 3, resources);
  if (phrase === null) return null;
  const whole = withGenitive(frame, phrase, resources);
  let first = whole.first;
  // 欧州や中央アジア
  while (first >= 2 && reads(frame, first - 1, "や")) {
    const other = nounPhraseBefore(frame, first - 2, resources);
    if (other === null) break;
    first = other.first;
  }
  const turn = frame.words[first - 1] === W.COMMA ? first - 2 : first - 1;
  const turns =
    (frame.words[turn] === W.JOINING && TURNS.some((word) => reads(frame, turn, word))) || reads(frame, turn, "一方");
  if (!turns || first > quote) return null;
  const start = frame.starts[first]!;
  return { phrase: phrase.level < 1 ? null : { ...whole, first, start, nameStart: start } };
}

const TURNS = ["が", "けど", "けれど", "けれども", "ものの"];

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
    if (phrase !== null && phrase.first >= from && phrase.level >= 1) return withGenitive(frame, phrase, resources);
  }
  return null;
}

/** A source before an item: 気象庁によると, 友達いわく; and the item after it. */
export function sourceIn(
  frame: Frame,
  from: number,
  to: number,
  resources: QuotationResources,
): { phrase: NounPhrase; after: number } | null {
  for (let item = to - 1; item >= from; item--) {
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
    if (phrase.level < 0) {
      // 関係者の話によると
      const owner = reads(frame, phrase.first - 1, "の") ? nounPhraseBefore(frame, phrase.first - 2, resources) : null;
      if (owner === null || owner.level < 1) continue;
      phrase = owner;
    }
    let after = item + 1;
    while (after < to && frame.starts[after]! < at + source.length) after++;
    return { phrase: withGenitive(frame, phrase, resources), after };
  }
  return null;
}

/** 自分, or a bare count of people (残りの360人): neither goes on speaking in the next sentence. */
const NOBODY = /^自分$|[\d０-９〇一二三四五六七八九十百千万億数]+[人名]$/u;

/** The topic of the sentence before an item's own, looking back over at most two. */
export function carriedSubject(
  frame: Frame,
  at: number,
  resources: QuotationResources,
): { phrase: NounPhrase; confidence: number } | null {
  let start = sentenceStart(frame, at);
  for (let back = 0; back < 2 && start > 0; back++) {
    const previous = sentenceStart(frame, start - 1);
    const subjects = subjectsIn(frame, previous, start, resources).filter(
      ({ phrase }) => phrase.level >= 1.5 && !NOBODY.test(frame.text.slice(phrase.start, phrase.end)),
    );
    const topic =
      subjects.find(({ particle, phrase }) => particle !== "が" && phrase.level >= 1.8) ??
      subjects.find(({ phrase }) => phrase.level >= 2);
    if (topic !== undefined) return { phrase: topic.phrase, confidence: 0.55 - back * 0.15 };
    start = previous;
  }
  return null;
}

/** What points at the words that come before or after. */
const POINTING = new Set(["そう", "こう", "このように", "次のように", "口々に"]);

/** Tells whether a sentence reports speech by itself: …はこう話した, そう言い切ったのは…. */
export function reportingVerbIn(
  frame: Frame,
  from: number,
  resources: QuotationResources,
): { item: number; verb: string } | null {
  const to = sentenceEnd(frame, from);
  let found: { item: number; verb: string } | null = null;
  for (let item = from; item < to; item++) {
    const word = frame.words[item]!;
    if (word !== W.VERB && word !== W.ACTION) continue;
    const verb =
      word === W.ACTION ? `${frame.text.slice(frame.starts[item]!, frame.ends[item]!)}する` : lemmaOf(frame, item);
    const verbClass = resources.verbs.get(verb);
    if (
      verb === "する" ||
      verbClass === undefined ||
      verbClass === "name" ||
      verbClass === "think" ||
      verbClass === "judge"
    )
      continue;
    const quoted = item > from && POINTING.has(frame.text.slice(frame.starts[item - 1]!, frame.ends[item - 1]!));
    if (quoted || endsSentence(frame, item, to) || (reads(frame, to - 1, "。") && word === W.VERB))
      found = { item, verb };
  }
  return found;
}

function endsSentence(frame: Frame, item: number, to: number): boolean {
  for (let at = item + 1; at < to; at++) {
    const word = frame.words[at]!;
    if (word === W.COMMA || word === W.TOPIC || isNominal(word)) return false;
  }
  return true;
}
