import { type Frame, lemmaOf, reads } from "./frame.ts";
import type { QuotationResources, VerbClass } from "./resources.ts";
import { isNominal, W } from "./word-class.ts";

/** How a quote is tied to what follows it. */
export type Tie = "to" | "tte" | "noun" | "stop" | "none";

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

const NONE: Predicate = {
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

/** Particles that close a quote, the longest first. */
const TIES: readonly (readonly [string, Tie])[] = [
  ["などというような", "noun"],
  ["というような", "noun"],
  ["といったような", "noun"],
  ["みたいな", "noun"],
  ["などという", "noun"],
  ["なんていう", "noun"],
  ["などと", "to"],
  ["だなんて", "tte"],
  ["なんて", "tte"],
  ["っていう", "noun"],
  ["という", "noun"],
  ["といった", "noun"],
  ["とする", "noun"],
  ["なる", "none"],
  ["などの", "noun"],
  ["との", "noun"],
  ["とか", "tte"],
  ["って", "tte"],
  ["だって", "tte"],
  ["かと", "to"],
  ["だと", "to"],
  ["とだけ", "to"],
  ["としか", "to"],
  ["とまで", "to"],
  ["とも", "to"],
  ["と", "to"],
];
/** としている and the like say that somebody holds so. */
const HOLDING = [
  "としている",
  "としてい",
  "としており",
  "としつつ",
  "とした上",
  "としたうえ",
  "とし、",
  "とした。",
  "としました",
];
const UTTERED = ["発言", "コメント", "投稿", "ツイート", "宣言", "声明", "答弁", "演説", "ポスト", "書き込み"];
const DEFINING = [
  "とは",
  "として",
  "といえば",
  "と言えば",
  "というと",
  "と言うと",
  "とともに",
  "と共に",
  "となる",
  "となっ",
  "とな",
  "とある",
  "と同じ",
  "と同様",
];

/** Reads what reports the quote that is item `quote`. */
export function predicateAfter(
  frame: Frame,
  quote: number,
  sentenceLike: boolean,
  resources: QuotationResources,
): Predicate {
  const { text } = frame;
  let at = frame.ends[quote]!;
  while (text[at] === " " || text[at] === "　") at++;
  const stops = quote + 1 >= frame.length || frame.words[quote + 1] === W.PERIOD || frame.begins[quote + 1] === true;
  if (stops) return { ...NONE, tie: "stop", from: quote + 1 };
  const holding = HOLDING.some((word) => text.startsWith(word, at)) || (sentenceLike && text.startsWith("として", at));
  if (holding)
    return { ...NONE, tie: "to", verb: "する", verbClass: "say", from: quote + 1, item: quote + 1, after: quote + 2 };
  if (DEFINING.some((word) => text.startsWith(word, at) && !text.startsWith("とある", at))) return NONE;
  const tie = TIES.find(([word]) => text.startsWith(word, at));
  if (tie === undefined && isNominal(frame.words[quote + 1]!) && frame.starts[quote + 1] === at) {
    // プーチンの「…」発言: the noun follows at once.
    const noun = frame.text.slice(frame.starts[quote + 1]!, frame.ends[quote + 1]!);
    if (UTTERED.includes(noun))
      return {
        ...NONE,
        tie: "noun",
        verb: noun === "発言" ? "発言する" : noun,
        verbClass: "say",
        item: quote + 1,
        after: quote + 2,
        from: quote + 1,
      };
  }
  if (tie === undefined || tie[1] === "none") {
    return resources.phrases.size > 0 ? { ...NONE, ...bareNoun(frame, quote, resources) } : NONE;
  }
  let from = quote + 1;
  while (from < frame.length && frame.starts[from]! < at + tie[0].length) from++;
  if (tie[1] === "noun") return nounPredicate(frame, sentenceLike, from, tie[0], resources);
  return verbPredicate(frame, from, tie[1], resources);
}

const SAYINGS = [
  "口癖",
  "口ぐせ",
  "持論",
  "言い分",
  "主張",
  "決まり文句",
  "弁だ",
  "弁。",
  "言葉だ",
  "発言だ",
  "ツッコミ",
];

/** …が祖父の口癖だった, …は社長の弁: the noun says that it was spoken. */
function bareNoun(frame: Frame, quote: number, { voices }: QuotationResources): Partial<Predicate> {
  if (!["が", "は", "も", "の"].some((particle) => reads(frame, quote + 1, particle))) return {};
  for (let item = quote + 2; item < Math.min(frame.length, quote + 8) && !frame.begins[item]; item++) {
    const surface = SAYINGS.find((noun) => frame.text.startsWith(noun, frame.starts[item]!));
    if (surface !== undefined) return { verb: surface, verbClass: "say", item, from: quote + 1 };
  }
  return voices.size === 0 ? {} : {};
}

function nounPredicate(
  frame: Frame,
  sentenceLike: boolean,
  from: number,
  tie: string,
  resources: QuotationResources,
): Predicate {
  const { voices, verbs } = resources;
  // という。 ends a report; といった。 likewise.
  if (from >= frame.length || frame.begins[from] || frame.words[from] === W.PERIOD || frame.words[from] === W.COMMA) {
    return {
      ...NONE,
      tie: "to",
      verb: tie.endsWith("という") || tie.endsWith("っていう") ? "言う" : null,
      verbClass: "say",
      from,
    };
  }
  for (let item = from; item < Math.min(frame.length, from + 8) && !frame.begins[item]; item++) {
    const word = frame.words[item]!;
    if (word === W.COMMA || word === W.TOPIC) break;
    const surface = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    const nounEnds = isNominal(word) && !isNominal(frame.words[item + 1] ?? W.OTHER);
    if (nounEnds && voices.has(surface)) {
      return {
        ...NONE,
        tie: "noun",
        verb: surface === "発言" ? "発言する" : surface,
        verbClass: "say",
        item,
        after: item + 1,
        from,
        shown: isShown(frame, item + 1, resources),
      };
    }
    if (word === W.VERB && verbs.get(lemmaOf(frame, item)) === "say") break;
  }
  // 「日本も核を持て」という人: who says so is the noun itself.
  if (sentenceLike && tie !== "との" && saysSo(frame, from, resources)) {
    return { ...NONE, tie: "to", verb: "言う", verbClass: "say", modified: from, from, item: from, after: from };
  }
  // との with こと: hearsay.
  if (reads(frame, from, "こと") && tie === "との") return { ...NONE, tie: "to", verb: null, verbClass: "say", from };
  return { ...NONE, tie: "none", from };
}

const SHOWING = new Set([
  "示す",
  "述べる",
  "表明する",
  "表明",
  "公表する",
  "公表",
  "発表する",
  "発表",
  "明らか",
  "出す",
  "語る",
  "伝える",
  "強調",
  "繰り返す",
  "漏らす",
  "口にする",
  "打ち出す",
  "寄せる",
  "展開",
  "披露",
  "上げる",
  "あげる",
  "送る",
  "残す",
  "書く",
  "つぶやく",
  "投稿",
  "述懐",
  "吐露",
  "ぶつける",
  "投げかける",
  "投げる",
  "突きつける",
  "漏らす",
  "示唆",
  "決める",
  "固める",
  "発する",
  "返す",
  "吐く",
]);

function saysSo(frame: Frame, from: number, { heads }: QuotationResources): boolean {
  let last = from;
  while (last + 1 < frame.length && isNominal(frame.words[last + 1]!)) last++;
  const head = heads.get(frame.text.slice(frame.starts[last]!, frame.ends[last]!));
  return head === "person" || head === "title";
}

function isShown(frame: Frame, from: number, _resources: QuotationResources): boolean {
  for (let item = from; item < Math.min(frame.length, from + 5) && !frame.begins[item]; item++) {
    const word = frame.words[item]!;
    if (word === W.COMMA || word === W.TOPIC || reads(frame, item, "が")) return false;
    if (word !== W.VERB && word !== W.ACTION && word !== W.STATE) continue;
    let passive = false;
    for (let at = item + 1; at < Math.min(frame.length, item + 4); at++)
      passive ||= frame.words[at] === W.DEPENDENT && ["れる", "られる"].includes(lemmaOf(frame, at));
    return !passive && SHOWING.has(lemmaOf(frame, item));
  }
  return false;
}

const SKIPPED = new Set<number>([W.ADVERB, W.COMMA, W.CONJUNCTION, W.TIME, W.PARTICLE, W.STATE, W.NUMBER, W.SUFFIX]);

/** The verb of a clause from an item on: the first reporting one, else the first that nothing but adverbs keeps from the quote. */
export function verbPredicate(frame: Frame, from: number, tie: Tie, resources: QuotationResources): Predicate {
  let plain: Predicate | null = null;
  let adverbsOnly = true;
  for (let item = from; item < frame.length && item - from < 45; item++) {
    const word = frame.words[item]!;
    if ((frame.begins[item] && item > from) || word === W.PERIOD) break;
    if (word === W.QUOTE) break;
    if (word === W.VERB || isActing(frame, item) || isEmotion(frame, item)) {
      const found = readVerb(frame, item, from, tie, resources);
      if (found !== null) {
        const relative = found.modified >= 0 && !adverbsOnly;
        if (found.verbClass !== null) return found;
        if (plain === null && !relative) {
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
  return plain ?? { ...NONE, tie, from };
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
  const ends = after >= frame.length || frame.begins[after] === true;
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
