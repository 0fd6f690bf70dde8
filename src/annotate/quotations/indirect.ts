import { type Frame, lemmaOf, reads, sentenceEnd } from "./frame.ts";
import { type NounPhrase, nounPhraseBefore } from "./noun-phrase.ts";
import { type Predicate, verbPredicate } from "./predicate.ts";
import type { QuotationResources } from "./resources.ts";
import type { Speaker } from "./speaker.ts";
import { agentIn, carriedSubject, type Subject, sourceIn, subjectsIn } from "./subjects.ts";
import { isNominal, W } from "./word-class.ts";

/** Reported words that stand in no brackets: offsets, verb, speaker. */
export interface Indirect {
  readonly start: number;
  readonly end: number;
  readonly verb: string | null;
  readonly speaker: Speaker | null;
  readonly confidence: number;
  readonly by: string;
  /** Items between which an outlet may be named. */
  readonly from: number;
  readonly to: number;
}

/** Finds reported speech without brackets in the sentence `[from, to)` of a frame. */
export function findIndirect(frame: Frame, from: number, to: number, resources: QuotationResources): Indirect[] {
  const found: Indirect[] = [];
  let start = from;
  for (let item = from + 1; item < to; item++) {
    const word = frame.words[item]!;
    const closing =
      word === W.QUOTING ||
      word === W.PARTICLE ||
      word === W.CASE ||
      word === W.JOINING ||
      word === W.FORMAL ||
      isNominal(word)
        ? closingAt(frame, item, to, resources)
        : null;
    if (closing === null) {
      // A reported clause in brackets is over: what follows its comma is new.
      if (word === W.COMMA && bracketed(frame, start, item)) start = item + 1;
      continue;
    }
    const indirect = report(frame, from, start, closing, resources);
    if (indirect !== null) {
      found.push(indirect);
      start = closing.predicate.after > item ? closing.predicate.after : item + 1;
      item = start - 1;
    }
  }
  if (found.length === 0) {
    const hearsay = hearsayIn(frame, from, to, resources);
    if (hearsay !== null) found.push(hearsay);
  }
  return found;
}

interface Closing {
  /** Item of the particle or noun that closes the words. */
  readonly item: number;
  readonly predicate: Predicate;
  readonly by: string;
}

const REPORTING = new Set(["say", "ask", "write", "report", "judge"]);
/** Verbs too common after と to tell of speech unless somebody is named who speaks. */
const WEAK = new Set([
  "する",
  "みる",
  "見込む",
  "期待する",
  "信じる",
  "願う",
  "祈る",
  "認める",
  "求める",
  "迫る",
  "結ぶ",
  "続ける",
  "受け取る",
  "喜ぶ",
  "判断する",
  "見せる",
  "譲る",
  "避ける",
  "促す",
  "惜しむ",
  "祝う",
  "評価する",
  "返す",
  "歌う",
  "聞く",
  "問う",
]);
const PLANS = new Set(["考え", "方針", "意向", "姿勢", "見通し", "見解", "認識"]);
const SHOWING = new Set([
  "示す",
  "明らかにする",
  "表明する",
  "強調する",
  "明かす",
  "語る",
  "述べる",
  "伝える",
  "固める",
  "発表する",
]);
const REVEALING = new Set([
  "明らかにする",
  "発表する",
  "公表する",
  "明かす",
  "表明する",
  "認める",
  "否定する",
  "報告する",
  "伝える",
  "告白する",
  "示唆する",
  "指摘する",
  "強調する",
]);

/** Tells whether an item closes reported words: と述べる, との見方, ことを明らかにする, 考えを示す. */
function closingAt(frame: Frame, item: number, to: number, resources: QuotationResources): Closing | null {
  if (frame.words[item - 1] === W.QUOTE) return null;
  if (reads(frame, item, "と") || reads(frame, item, "って")) {
    if (frame.words[item] !== W.QUOTING && !endsClause(frame, item - 1)) return null;
    // A conditional と, as in 調べると, によると.
    if (frame.words[item] === W.JOINING && frame.words[item + 1] !== W.VERB && frame.words[item + 1] !== W.ACTION)
      return null;
    if (reads(frame, item + 1, "の")) return viewAfter(frame, item, to, resources);
    const predicate = verbPredicate(frame, item + 1, "to", resources);
    if (predicate.item < 0 || predicate.verbClass === null || predicate.item - item > 12) return null;
    if (
      !REPORTING.has(predicate.verbClass) ||
      predicate.verb === "ある" ||
      (predicate.verb === "する" && predicate.passive)
    )
      return null;
    if (predicate.verb === "する" && !holds(frame, item, predicate)) return null;
    if (predicate.verb === "みる" && (predicate.item !== item + 1 || !deems(frame, predicate))) return null;
    // 「…」「…」などと述べた: the brackets have rows of their own.
    if (reads(frame, item - 1, "など") && frame.words[item - 2] === W.QUOTE) return null;
    // 誰にともなく, なんとも
    if (reads(frame, item + 1, "も")) return null;
    // という, とする before a noun, とみられる: no report of anybody's words.
    if (
      predicate.item === item + 1 &&
      predicate.modified >= 0 &&
      (predicate.verb === "言う" || predicate.verb === "する")
    )
      return null;
    if (predicate.passive && (predicate.verbClass === "judge" || predicate.verb === "言う")) return null;
    if (predicate.verb === "言う" && isHearsay(frame, predicate)) return null;
    return { item, predicate, by: `…と${predicate.verb}` };
  }
  if (reads(frame, item, "という") || reads(frame, item, "っていう"))
    return viewFrom(frame, item, item + 1, to, resources);
  if (reads(frame, item, "こと") && reads(frame, item + 1, "を")) {
    const predicate = verbPredicate(frame, item + 2, "to", resources);
    if (predicate.item < 0 || predicate.passive || !REVEALING.has(predicate.verb ?? "")) return null;
    return { item, predicate, by: `…ことを${predicate.verb}` };
  }
  const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
  if (
    PLANS.has(noun) &&
    reads(frame, item + 1, "を") &&
    (frame.words[item - 1] === W.VERB || frame.words[item - 1] === W.AUXILIARY || frame.words[item - 1] === W.DEPENDENT)
  ) {
    const predicate = verbPredicate(frame, item + 2, "to", resources);
    const verb = predicate.verb ?? "";
    if (
      predicate.item < 0 ||
      predicate.passive ||
      !(SHOWING.has(verb) || verb.endsWith("を示す") || lemmaOf(frame, predicate.item) === "示す")
    )
      return null;
    return { item, predicate: { ...predicate, verb: noun }, by: `…${noun}を${lemmaOf(frame, predicate.item)}` };
  }
  return null;
}

function viewAfter(frame: Frame, item: number, to: number, resources: QuotationResources): Closing | null {
  return viewFrom(frame, item, item + 2, to, resources);
}

/** …との見方を示した, …という認識を示した */
function viewFrom(
  frame: Frame,
  item: number,
  from: number,
  to: number,
  { voices }: QuotationResources,
): Closing | null {
  for (let at = from; at < Math.min(to, from + 5); at++) {
    const word = frame.words[at]!;
    if (!isNominal(word) && word !== W.ADJECTIVE && word !== W.GENITIVE) return null;
    const noun = frame.text.slice(frame.starts[at]!, frame.ends[at]!);
    if (!voices.has(noun) || noun === "話" || noun === "思い" || isNominal(frame.words[at + 1] ?? W.OTHER)) continue;
    let after = at + 1;
    while (
      after < to &&
      frame.words[after] !== W.VERB &&
      frame.words[after] !== W.ACTION &&
      frame.words[after] !== W.COMMA
    )
      after++;
    const verb = lemmaOf(frame, after);
    if (
      ![
        "示す",
        "述べる",
        "表明する",
        "出す",
        "明らか",
        "語る",
        "強い",
        "強める",
        "上がる",
        "出る",
        "ある",
        "伝える",
        "強調",
        "表明",
        "発表",
        "繰り返す",
      ].includes(verb) &&
      !reads(frame, after - 1, "明らか")
    )
      return null;
    const uttered = verb !== "ある" && verb !== "出る" && verb !== "上がる" && verb !== "強い";
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

/** 必要だとしている。 holds a view; 開こうとした, だとしたら do not. */
function holds(frame: Frame, item: number, { item: verb, after }: Predicate): boolean {
  if (
    verb !== item + 1 ||
    reads(frame, item - 1, "う") ||
    reads(frame, item - 1, "よう") ||
    frame.text.startsWith("としたら", frame.starts[item]!)
  )
    return false;
  const next = frame.words[after];
  return (
    next === undefined ||
    next === W.PERIOD ||
    next === W.COMMA ||
    frame.begins[after] === true ||
    frame.text.startsWith("としてい", frame.starts[item]!) ||
    frame.text.startsWith("としてお", frame.starts[item]!)
  );
}

/** とみている, と見る。 but not と見ても, と見なければ. */
function deems(frame: Frame, { item, after }: Predicate): boolean {
  const next = frame.words[after];
  const ends = next === undefined || next === W.PERIOD || next === W.COMMA || frame.begins[after] === true;
  return (
    frame.text.startsWith("てい", frame.ends[item]!) ||
    frame.text.startsWith("てお", frame.ends[item]!) ||
    (ends && !frame.text.startsWith("な", frame.ends[item]!))
  );
}

/** という。 at a sentence's end reports hearsay, not the subject's words. */
function isHearsay(frame: Frame, { item, from }: Predicate): boolean {
  const next = frame.words[item + 1];
  return (
    item === from &&
    reads(frame, item, "いう") &&
    (next === undefined ||
      next === W.PERIOD ||
      next === W.COMMA ||
      frame.begins[item + 1] === true ||
      next === W.JOINING)
  );
}

function endsClause(frame: Frame, item: number): boolean {
  const word = frame.words[item];
  return (
    word === W.VERB ||
    word === W.AUXILIARY ||
    word === W.ADJECTIVE ||
    word === W.DEPENDENT ||
    word === W.FINAL ||
    (word === W.PARTICLE && reads(frame, item, "か"))
  );
}

function bracketed(frame: Frame, from: number, to: number): boolean {
  for (let item = from; item < to; item++) if (frame.words[item] === W.QUOTE) return true;
  return false;
}

function report(
  frame: Frame,
  sentence: number,
  start: number,
  { item, predicate, by }: Closing,
  resources: QuotationResources,
): Indirect | null {
  const { verb, passive, modified, after } = predicate;
  const done = (from: number, speaker: Speaker | null, confidence: number): Indirect | null => {
    const words = trimStart(frame, from, item);
    if (
      words >= item ||
      frame.starts[item]! - frame.starts[words]! < 4 ||
      (frame.words[item - 1] === W.COMMA && item - 2 < words)
    )
      return null;
    const last = frame.words[item - 1] === W.COMMA ? item - 2 : item - 1;
    return {
      start: frame.starts[words]!,
      end: frame.ends[last]!,
      verb,
      speaker,
      confidence,
      by,
      from: sentence,
      to: Math.max(after, item),
    };
  };
  if (passive) {
    const strong = predicate.verbClass !== "judge" && !WEAK.has(verb ?? "");
    if (!strong) return null;
    const agent = agentIn(frame, predicate.from, predicate.item, resources, ["に", "から"]);
    return done(
      afterVenue(frame, start, item),
      agent === null ? null : { phrase: agent, confidence: 0.7, by: "agent after" },
      0.6,
    );
  }
  if (modified >= 0 && isNominal(frame.words[modified]!)) {
    const phrase = phraseFrom(frame, modified, resources);
    if (phrase !== null) return done(start, { phrase, confidence: 0.8, by: "relative clause" }, 0.75);
  }
  const source = sourceIn(frame, start, item, resources);
  if (predicate.tie === "noun" && !predicate.shown) {
    const origin = agentIn(frame, start, item, resources, ["から"]);
    return done(start, origin === null ? null : { phrase: origin, confidence: 0.7, by: "origin before" }, 0.55);
  }
  const speaking = subjectsIn(frame, start, item, resources).filter(({ phrase }) => phrase.level >= 1.4);
  const subject = firstSpeaker(frame, speaking);
  const weak = WEAK.has(verb ?? "") || predicate.verbClass === "ask" || predicate.verb === "言う";
  if (subject !== null && subject.phrase.level >= (weak ? 2 : 1.4)) {
    return done(
      subject.at + 1,
      { phrase: subject.phrase, confidence: 0.5 + subject.phrase.level * 0.12, by: "subject before" },
      weak ? 0.7 : 0.85,
    );
  }
  const between = subjectsIn(frame, predicate.from - 1, predicate.item, resources).find(
    ({ phrase }) => phrase.level >= 1.5,
  );
  if (between !== undefined) return done(start, { phrase: between.phrase, confidence: 0.8, by: "subject after" }, 0.8);
  if (source !== null) return done(source.after, { phrase: source.phrase, confidence: 0.8, by: "source" }, 0.75);
  if (start > sentence) {
    const earlier = subjectsIn(frame, sentence, start, resources)
      .filter(({ phrase }) => phrase.level >= 1.8)
      .at(-1);
    if (earlier !== undefined && !weak)
      return done(start, { phrase: earlier.phrase, confidence: 0.6, by: "subject of the clause before" }, 0.65);
  }
  if (weak) return null;
  const origin = agentIn(frame, start, item, resources, ["から"]);
  if (origin !== null && predicate.tie === "noun")
    return done(start, { phrase: origin, confidence: 0.7, by: "origin before" }, 0.6);
  const final = frame.begins[after] === true || after >= frame.length || frame.words[after] === W.PERIOD;
  const carried = final ? carriedSubject(frame, item, resources) : null;
  return carried === null
    ? null
    : done(start, { ...carried, confidence: carried.confidence - 0.1, by: "carried" }, 0.5);
}

/** The first subject of a clause that can speak; が in front of a later は is subordinate. */
function firstSpeaker(frame: Frame, subjects: readonly Subject[]): Subject | null {
  const [first, ...later] = subjects;
  if (first === undefined) return null;
  // 与党は賛成したが、野党は…: the clause before is another's.
  const turned = later.findIndex(
    ({ particle, phrase }) => particle === "は" && phrase.level >= 1.8 && turnsBetween(frame, first.at, phrase.first),
  );
  if (turned >= 0) return firstSpeaker(frame, later.slice(turned));
  if (first.particle === "が" && later.length > 0) {
    const theme = later.find(
      ({ particle, phrase }) => particle === "は" && (phrase.level >= first.phrase.level || phrase.level >= 1.4),
    );
    let verb = false;
    for (let item = first.at; theme !== undefined && item < theme.phrase.first; item++)
      if (frame.words[item] === W.VERB) verb = true;
    if (theme !== undefined && verb) return theme;
  }
  return first;
}

function turnsBetween(frame: Frame, from: number, to: number): boolean {
  for (let item = from + 1; item < to; item++) {
    if (
      frame.words[item] === W.JOINING &&
      frame.words[item + 1] === W.COMMA &&
      ["が", "けど", "けれど", "けれども", "ものの"].some((word) => reads(frame, item, word))
    )
      return true;
  }
  return false;
}

function phraseFrom(frame: Frame, at: number, resources: QuotationResources): NounPhrase | null {
  let last = at;
  while (
    last + 1 < frame.length &&
    !frame.begins[last + 1] &&
    (isNominal(frame.words[last + 1]!) ||
      reads(frame, last + 1, "・") ||
      (reads(frame, last + 1, "の") && isNominal(frame.words[last + 2] ?? W.OTHER)))
  )
    last++;
  for (let item = last; item >= at; item--) {
    if (!isNominal(frame.words[item]!)) continue;
    const phrase = nounPhraseBefore(frame, item, resources);
    if (phrase !== null && phrase.level >= 1.4) return phrase;
  }
  return null;
}

const VENUES = [
  "会見",
  "取材",
  "記者団",
  "インタビュー",
  "声明",
  "番組",
  "演説",
  "会合",
  "国会",
  "委員会",
  "答弁",
  "講演",
  "集会",
  "式典",
  "SNS",
  "ツイッター",
  "ブログ",
  "席上",
  "総会",
  "議会",
  "記事",
  "決算",
  "手紙",
  "電話",
  "会談",
  "掲示板",
  "ネット",
  "投稿",
  "都内",
  "市内",
  "報道陣",
  "質問",
];

/** Steps over where and when it was said: 取材に対し、 14日の会見で. */
function trimStart(frame: Frame, from: number, to: number): number {
  let start = from;
  while (
    start < to &&
    (frame.words[start] === W.COMMA || frame.words[start] === W.PERIOD || frame.words[start] === W.CONJUNCTION)
  )
    start++;
  for (let item = start; item < to && item - start < 10; item++) {
    const word = frame.words[item]!;
    if (word === W.TOPIC || word === W.VERB || word === W.QUOTE || reads(frame, item, "が") || reads(frame, item, "を"))
      break;
    if (word === W.COMMA) {
      // A time alone before a comma: 15日、.
      let timeOnly = true;
      for (let at = start; at < item; at++)
        if (![W.TIME, W.NUMBER, W.SUFFIX].includes(frame.words[at]! as never)) timeOnly = false;
      if (timeOnly && item > start) return trimStart(frame, item + 1, to);
      break;
    }
    if (word !== W.CASE) continue;
    const noun = frame.text.slice(Math.max(frame.starts[start]!, frame.ends[item - 1]! - 6), frame.ends[item - 1]!);
    if (!VENUES.some((venue) => noun.endsWith(venue))) continue;
    let next = item + 1;
    if (reads(frame, item, "に") && lemmaOf(frame, next) === "対する") {
      next++;
      if (reads(frame, next, "て")) next++;
    }
    if (reads(frame, next, "は")) next++;
    return trimStart(frame, next, to);
  }
  return start;
}

/** A passive report begins after its venue: 海外の掲示板では. */
function afterVenue(frame: Frame, from: number, to: number): number {
  for (let item = from; item < Math.min(to, from + 12); item++) {
    if (reads(frame, item, "では") || (reads(frame, item, "で") && reads(frame, item + 1, "は")))
      return reads(frame, item, "では") ? item + 1 : item + 2;
  }
  return from;
}

const HEARSAY_ENDS = [
  "という",
  "といいます",
  "といった",
  "そうだ",
  "そうです",
  "らしい",
  "らしいよ",
  "らしいね",
  "とのこと",
  "とか",
  "とのことだ",
  "とのことです",
  "みたい",
  "とみられる",
  "模様",
];

/** 警察によると、男は容疑を認めているという。 */
function hearsayIn(frame: Frame, from: number, to: number, resources: QuotationResources): Indirect | null {
  const source = sourceIn(frame, from, Math.min(to, from + 25), resources);
  if (source === null || bracketed(frame, from, to)) return null;
  const start = trimStart(frame, source.after, to);
  if (start >= to) return null;
  let end = to;
  while (end > start && (frame.words[end - 1] === W.PERIOD || frame.words[end - 1] === W.SYMBOL)) end--;
  const offset = frame.ends[end - 1]!;
  const text = frame.text.slice(frame.starts[start]!, offset);
  const tail = HEARSAY_ENDS.filter((ending) => text.endsWith(ending)).sort((a, b) => b.length - a.length)[0] ?? "";
  if (text.length - tail.length < 3) return null;
  return {
    start: frame.starts[start]!,
    end: offset - tail.length,
    verb: null,
    speaker: { phrase: source.phrase, confidence: 0.85, by: "source" },
    confidence: 0.8,
    by: "source",
    from,
    to,
  };
}

/** The end of the sentence that begins at an item. */
export function endOf(frame: Frame, from: number): number {
  return sentenceEnd(frame, from);
}
