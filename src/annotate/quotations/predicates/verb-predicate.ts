import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, lemmaOf, reads } from "../frame/frame.ts";
import type { QuotationResources, Tie, VerbClass } from "../resources.ts";

/** The words that report a quote. */
export interface Predicate {
  readonly tie: Tie;
  /** Dictionary form, or the noun that stands for it. */
  readonly verb: string | null;
  readonly verbClass: VerbClass | null;
  /** True for …と述べられた: the subject did not say it. */
  readonly passive: boolean;
  /** Item of the verb or noun; -1 without one. */
  readonly item: number;
  /** Item after the verb with its endings. */
  readonly after: number;
  /** Item of the noun that the verb's clause modifies (…と述べた → 元司令官), else -1. */
  readonly modified: number;
  /** First item after the particle that closes the quote. */
  readonly from: number;
  /** True where the subject utters the noun: …との見方を示した, not …という要請を断る. */
  readonly shown: boolean;
}

/** No predicate at all. */
export const NONE: Predicate = {
  tie: "none",
  verb: null,
  verbClass: null,
  passive: false,
  item: -1,
  after: -1,
  modified: -1,
  from: -1,
  shown: false,
};

/** Returns the predicate that a noun or particle at an item makes by itself: …する意向だ, …として. */
export function nounPredicate(verb: string, verbClass: VerbClass, item: number): Predicate {
  return { ...NONE, tie: "to", verb, verbClass, item, after: item + 1, from: item };
}

const SKIPPED = new Set<number>([W.ADVERB, W.COMMA, W.CONJUNCTION, W.TIME, W.PARTICLE, W.STATE, W.NUMBER, W.SUFFIX]);

/** The verb of a clause from an item on: the first reporting one, else the first that nothing but adverbs keeps from the quote. */
export function verbPredicate(frame: Frame, from: number, tie: Tie, resources: QuotationResources): Predicate {
  let plain: Predicate | null = null;
  /** A reporting verb with an object of its own in a relative clause: 「…」と国際関係を教える教授は分析する. */
  let aside: Predicate | null = null;
  let adverbsOnly = true;
  for (let item = from; item < frame.length && item - from < 45; item++) {
    const word = frame.words[item]!;
    if ((frame.begins[item] && item > from) || word === W.PERIOD) break;
    // 先生は『随想』で述べている: where it says so.
    if (word === W.QUOTE && reads(frame, item + 1, "で")) continue;
    if (word === W.QUOTE) break;
    // 繰り返し放送した: the first verb only says how.
    if (reads(frame, item, "繰り返し") && isActing(frame, item + 1)) continue;
    const found = isDeed(frame, item) ? readVerb(frame, item, from, tie, resources) : null;
    if (found !== null) {
      const relative = found.modified >= 0 && !adverbsOnly;
      if (found.verbClass !== null) {
        if (!relative || !hasOwnObject(frame, item, found)) return found;
        aside ??= found;
      } else if (plain === null && !relative) {
        plain = found;
        if (adverbsOnly) return found;
      }
      if (found.after > item) item = found.after - 1;
      // A て-form goes on; any other end of a clause ends the search.
      if (plain !== null && frame.words[found.after] === W.COMMA && !relative) break;
    }
    if (adverbsOnly && !leavesAdverbs(frame, item, word)) adverbsOnly = false;
  }
  return aside ?? plain ?? { ...NONE, tie, from };
}

function isDeed(frame: Frame, item: number): boolean {
  return frame.words[item] === W.VERB || isActing(frame, item) || isEmotion(frame, item);
}

/** 国際関係を教える; 懸念を示す is one verb. */
function hasOwnObject(frame: Frame, item: number, { verb }: Predicate): boolean {
  return reads(frame, item - 1, "を") && !verb!.includes("を");
}

/** Whether a word keeps nothing but adverbs between a quote and its verb. */
function leavesAdverbs(frame: Frame, item: number, word: number): boolean {
  return SKIPPED.has(word) || word === W.ADJECTIVE || isAdverbial(frame, item);
}

function isAdverbial(frame: Frame, item: number): boolean {
  return reads(frame, item, "に") && frame.words[item - 1] === W.STATE;
}

/** A noun that acts as a verb: 反論し, or at a clause's end 発表。 批判、 */
function isActing(frame: Frame, item: number): boolean {
  if (frame.words[item] !== W.ACTION) return false;
  const next = item + 1;
  if (next >= frame.length || frame.begins[next]) return true;
  const word = frame.words[next]!;
  if (word === W.PERIOD || word === W.COMMA) return true;
  return (
    word === W.VERB &&
    (lemmaOf(frame, next) === "する" || lemmaOf(frame, next) === "できる" || reads(frame, next, "さ"))
  );
}

function isEmotion(frame: Frame, item: number): boolean {
  return frame.words[item] === W.NOUN && frame.words[item + 1] === W.VERB && lemmaOf(frame, item + 1) === "する";
}

function readVerb(
  frame: Frame,
  item: number,
  from: number,
  tie: Tie,
  { verbs, phrases }: QuotationResources,
): Predicate | null {
  const acting = frame.words[item] !== W.VERB;
  const double = frame.words[item + 1] === W.VERB && (acting || frame.starts[item + 1] === frame.ends[item]);
  const own = acting
    ? `${frame.text.slice(frame.starts[item]!, frame.ends[item]!)}する`
    : double
      ? doubleVerb(frame, item, verbs)
      : lemmaOf(frame, item);
  let verb = withLead(frame, item, usualForm(own, verbs), phrases);
  if (verb === "する" && !acting && item - from > 1 && !reads(frame, item - 1, "と")) return null;
  if (item - 2 === from && !verbs.has(verb)) verb = withObject(frame, item, verb);
  const first = double ? item + 2 : item + 1;
  const after = endOfEndings(frame, first);
  const passive = isPassive(frame, first, after);
  const modified = !(acting && after === item + 1) && modifies(frame, after) ? after : -1;
  return { tie, verb, verbClass: verbs.get(verb) ?? null, passive, item, after, modified, from, shown: false };
}

/** 言い放つ, 言い切る: two verbs in one. */
function doubleVerb(frame: Frame, item: number, verbs: QuotationResources["verbs"]): string {
  const verb = lemmaOf(frame, item);
  const whole = frame.text.slice(frame.starts[item]!, frame.ends[item]!) + lemmaOf(frame, item + 1);
  return verbs.has(whole) || !verbs.has(verb) ? whole : verb;
}

/** The form of a verb that the list has: 見る → みる, いう → 言う, 発す → 発する. */
function usualForm(verb: string, verbs: QuotationResources["verbs"]): string {
  if (verb.endsWith("す") && !verbs.has(verb)) {
    const longer = `${verb.slice(0, -1)}する`;
    return verbs.has(longer) ? longer : verb;
  }
  if (verb === "見る") return "みる";
  return verb === "いう" || verb === "云う" || verb === "ゆう" ? "言う" : verb;
}

/** 懸念を示す, 胸を張る: noun, particle and verb together, where the list has them. */
function withLead(frame: Frame, item: number, verb: string, phrases: QuotationResources["phrases"]): string {
  const leads = phrases.get(verb);
  if (leads === undefined || item < 2) return verb;
  const end = frame.ends[item - 1]!;
  for (const lead of leads) if (frame.text.startsWith(lead, end - lead.length)) return lead + verb;
  return verb;
}

/** A verb with the short noun in front of it. */
function withObject(frame: Frame, item: number, verb: string): string {
  if (item < 2 || !(reads(frame, item - 1, "を") || reads(frame, item - 1, "に"))) return verb;
  const start = frame.starts[item - 2]!;
  const short = isNominal(frame.words[item - 2]!) && frame.ends[item - 2]! - start <= 4;
  if (!short) return verb;
  const noun = frame.text.slice(start, frame.ends[item - 2]!);
  return noun + frame.text.slice(frame.starts[item - 1]!, frame.ends[item - 1]!) + verb;
}

/** Item after the endings of a verb that begin at an item: た, ている, られた. */
function endOfEndings(frame: Frame, from: number): number {
  let after = from;
  while (after < frame.length && !frame.begins[after]) {
    const word = frame.words[after]!;
    const joint =
      word === W.JOINING &&
      frame.words[after + 1] === W.DEPENDENT &&
      (reads(frame, after, "て") || reads(frame, after, "で"));
    if (word !== W.DEPENDENT && word !== W.AUXILIARY && !joint) break;
    after++;
  }
  return after;
}

function isPassive(frame: Frame, from: number, to: number): boolean {
  for (let item = from; item < to; item++) {
    // 言ってあげられる: one can.
    if (frame.words[item] === W.JOINING) return false;
    if (frame.words[item] !== W.DEPENDENT) continue;
    const lemma = lemmaOf(frame, item);
    if (lemma === "れる" || lemma === "られる") return true;
  }
  return false;
}

/** Whether a clause that is over before an item describes the noun there. */
function modifies(frame: Frame, after: number): boolean {
  if (after >= frame.length || frame.begins[after] === 1 || frame.words[after - 1] === W.JOINING) return false;
  const next = frame.words[after]!;
  return isNominal(next) || next === W.FORMAL || next === W.DETERMINER;
}
