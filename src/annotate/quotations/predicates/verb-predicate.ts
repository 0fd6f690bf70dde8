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
    if (word === W.QUOTE) break;
    // 繰り返し放送した: the first verb only says how.
    if (reads(frame, item, "繰り返し") && isActing(frame, item + 1)) continue;
    if (word === W.VERB || isActing(frame, item) || isEmotion(frame, item)) {
      const found = readVerb(frame, item, from, tie, resources);
      if (found !== null) {
        const relative = found.modified >= 0 && !adverbsOnly;
        if (found.verbClass !== null) {
          if (!relative || !reads(frame, item - 1, "を") || found.verb?.includes("を")) return found;
          aside ??= found;
        } else if (plain === null && !relative) {
          plain = found;
          if (adverbsOnly) return found;
        }
        if (found.after > item) item = found.after - 1;
        // A て-form goes on; any other end of a clause ends the search.
        if (plain !== null && frame.words[found.after] === W.COMMA && !relative) break;
      }
    }
    if (!SKIPPED.has(word) && !(word === W.ADJECTIVE) && !isAdverbial(frame, item)) adverbsOnly = false;
  }
  return aside ?? plain ?? { ...NONE, tie, from };
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
  let after = item + 1;
  let verb = lemmaOf(frame, item);
  if (acting) {
    verb = `${frame.text.slice(frame.starts[item]!, frame.ends[item]!)}する`;
    if (frame.words[after] === W.VERB) after++;
  } else if (frame.words[after] === W.VERB && frame.starts[after] === frame.ends[item]) {
    // 言い放つ, 言い切る: two verbs in one.
    const whole = frame.text.slice(frame.starts[item]!, frame.ends[item]!) + lemmaOf(frame, after);
    [verb, after] = [verbs.has(whole) || !verbs.has(verb) ? whole : verb, after + 1];
  }
  if (verb.endsWith("す") && !verbs.has(verb) && verbs.has(`${verb.slice(0, -1)}する`))
    verb = `${verb.slice(0, -1)}する`;
  if (verb === "みる" || verb === "見る") verb = "みる";
  if (verb === "いう" || verb === "云う" || verb === "ゆう") verb = "言う";
  // 懸念を示す, 胸を張る: noun, particle and verb together.
  const wholes = phrases.get(verb);
  if (wholes !== undefined && item >= 2) {
    const end = frame.ends[item - 1]!;
    const lead = wholes.find((words) => frame.text.startsWith(words, end - words.length));
    if (lead !== undefined) verb = lead + verb;
  }
  if (verb === "する" && !acting && item - from > 1 && !reads(frame, item - 1, "と")) return null;
  if (
    !verbs.has(verb) &&
    item >= 2 &&
    (reads(frame, item - 1, "を") || reads(frame, item - 1, "に")) &&
    item - 2 === from
  ) {
    const noun = frame.text.slice(frame.starts[item - 2]!, frame.ends[item - 2]!);
    if (isNominal(frame.words[item - 2]!) && noun.length <= 4)
      verb = noun + frame.text.slice(frame.starts[item - 1]!, frame.ends[item - 1]!) + verb;
  }
  let passive = false;
  while (after < frame.length && !frame.begins[after]) {
    const word = frame.words[after]!;
    if (word === W.DEPENDENT) {
      const lemma = lemmaOf(frame, after);
      if (lemma === "れる" || lemma === "られる") passive = true;
    } else if (
      word === W.JOINING &&
      (reads(frame, after, "て") || reads(frame, after, "で")) &&
      frame.words[after + 1] === W.DEPENDENT
    ) {
      after++;
      continue;
    } else if (word !== W.AUXILIARY) break;
    after++;
  }
  const joined = frame.words[after - 1] === W.JOINING;
  const next = frame.words[after];
  const ends = after >= frame.length || frame.begins[after] === 1;
  const modified =
    !ends &&
    !joined &&
    next !== undefined &&
    (isNominal(next) || next === W.FORMAL || next === W.DETERMINER) &&
    !(acting && after === item + 1)
      ? after
      : -1;
  return { tie, verb, verbClass: verbs.get(verb) ?? null, passive, item, after, modified, from, shown: false };
}
