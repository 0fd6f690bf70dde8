import { type Frame, lemmaOf, reads } from "./frame.ts";
import type { QuotationResources } from "./resources.ts";
import { NONE, type Predicate, verbPredicate } from "./verb-predicate.ts";
import { isNominal, W } from "./word-class.ts";

/** What closes reported words. */
export interface Closing {
  /** Item of the particle or noun that closes the words. */
  readonly item: number;
  readonly predicate: Predicate;
  readonly by: string;
  /** Where the words end inside the item: 閉まった|って. */
  readonly end?: number;
}

const REPORTING = new Set(["say", "ask", "write", "report", "judge", "emote"]);

/** Tells whether an item closes reported words: と述べる, との見方, ことを明らかにする, 考えを示す. */
export function closingAt(frame: Frame, item: number, to: number, resources: QuotationResources): Closing | null {
  if (frame.words[item - 1] === W.QUOTE) return null;
  if (frame.words[item - 2] === W.QUOTE && (reads(frame, item - 1, "だ") || reads(frame, item - 1, "か"))) return null;
  if (reads(frame, item, "として") && endsClause(frame, item - 1)) {
    const predicate: Predicate = {
      ...NONE,
      tie: "to",
      verb: "する",
      verbClass: "say",
      item,
      after: item + 1,
      from: item,
    };
    return { item, predicate, by: "…として" };
  }
  if (reads(frame, item, "と") || reads(frame, item, "って")) {
    // 反対って言ってた: a noun before って is a sentence where 言う follows at once.
    const told = reads(frame, item, "って") && lemmaOf(frame, item + 1) === "言う";
    const bare = frame.words[item] !== W.QUOTING && !told && !endsClause(frame, item - 1);
    if (bare && !isClauseTold(frame, item, resources)) return null;
    // ロイターによると, with a Latin comma behind it.
    if (lemmaOf(frame, item - 1) === "よる") return null;
    if (reads(frame, item + 1, "の")) return viewFrom(frame, item, item + 2, to, resources);
    const predicate = verbPredicate(frame, item + 1, "to", resources);
    // A conditional と, as in 調べると, によると; と不満をあらわにした is none.
    if (frame.words[item] === W.JOINING && frame.words[item + 1] !== W.VERB && frame.words[item + 1] !== W.ACTION) {
      const setPhrase = /[をにが]/u.test(predicate.verb ?? "") && predicate.item - item <= 6;
      // 用意があると双方に伝えた: only to whom or where stands between.
      const addressed = predicate.verbClass === "say" && isAddressed(frame, item + 1, predicate.item);
      if (!setPhrase && !addressed && !reads(frame, item - 1, "た")) return null;
    }
    if (predicate.item < 0 || predicate.verbClass === null || predicate.item - item > 12) return null;
    // 鍵になると考えている: somebody else's thought is told like words; the subject must be named.
    if (
      predicate.verb === "考える" &&
      predicate.item === item + 1 &&
      (frame.text.startsWith("てい", frame.ends[predicate.item]!) ||
        frame.text.startsWith("てお", frame.ends[predicate.item]!))
    )
      return { item, predicate: { ...predicate, verbClass: "judge" }, by: "…と考えている" };
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
    // 誰にともなく, なんとも; あっさりと言った; とは驚いた
    if (reads(frame, item + 1, "も") || frame.words[item - 1] === W.ADVERB) return null;
    if (
      predicate.verbClass === "emote" &&
      (reads(frame, item + 1, "は") || reads(frame, item + 1, ",") || frame.words[item + 1] === W.COMMA)
    )
      return null;
    if (isNominal(frame.words[item - 1]!) && isNaming(frame, item, predicate)) return null;
    // 友人と話す: with somebody, not his words.
    if (isNominal(frame.words[item - 1]!) && ["話す", "語る", "喋る", "しゃべる"].includes(predicate.verb ?? ""))
      return null;
    if (predicate.verb === "言う" && isJudgement(frame, predicate)) return null;
    // という, とする before a noun, とみられる: no report of anybody's words.
    if (
      predicate.item === item + 1 &&
      predicate.modified >= 0 &&
      ((predicate.verb === "する" &&
        !frame.text.startsWith("とした上", frame.starts[item]!) &&
        !frame.text.startsWith("としたうえ", frame.starts[item]!)) ||
        (predicate.verb === "言う" && !saysWhen(frame, predicate)))
    )
      return null;
    if (predicate.passive && predicate.verbClass === "judge") return null;
    if (predicate.verb === "言う" && isHearsay(frame, predicate)) return null;
    return { item, predicate, by: `…と${predicate.verb}` };
  }
  // 閉まったって書いてた: one word to the dictionary.
  if ((reads(frame, item, "たって") || reads(frame, item, "だって")) && frame.words[item] === W.JOINING) {
    const predicate = verbPredicate(frame, item + 1, "tte", resources);
    if (predicate.item !== item + 1 || (predicate.verb !== "言う" && predicate.verbClass !== "write")) return null;
    return { item, predicate, by: `…って${predicate.verb}`, end: frame.starts[item]! + 1 };
  }
  if (reads(frame, item, "とか") && lemmaOf(frame, item + 1) === "言う" && endsClause(frame, item - 1)) {
    const predicate = verbPredicate(frame, item + 1, "tte", resources);
    return isJudgement(frame, predicate) ? null : { item, predicate, by: "…とか言う" };
  }
  if (reads(frame, item, "という") || reads(frame, item, "っていう"))
    return viewFrom(frame, item, item + 1, to, resources);
  if (reads(frame, item, "こと") && reads(frame, item + 1, "を")) {
    const predicate = verbPredicate(frame, item + 2, "to", resources);
    if (predicate.item < 0 || predicate.passive || !resources.words.revealing.includes(predicate.verb ?? ""))
      return null;
    return { item, predicate, by: `…ことを${predicate.verb}` };
  }
  const before = frame.words[item - 1];
  if (
    (before === W.VERB || before === W.AUXILIARY || before === W.DEPENDENT) &&
    reads(frame, item + 1, "を") &&
    resources.words.plans.includes(frame.text.slice(frame.starts[item]!, frame.ends[item]!))
  ) {
    const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    const predicate = verbPredicate(frame, item + 2, "to", resources);
    const verb = predicate.verb ?? "";
    if (
      predicate.item < 0 ||
      predicate.passive ||
      !(resources.words.showing.includes(verb) || verb.endsWith("を示す") || lemmaOf(frame, predicate.item) === "示す")
    )
      return null;
    return { item, predicate: { ...predicate, verb: noun }, by: `…${noun}を${verb}` };
  }
  // 申請する意向だ。
  if (
    (before === W.VERB || before === W.AUXILIARY || before === W.DEPENDENT) &&
    resources.words.intents.includes(frame.text.slice(frame.starts[item]!, frame.ends[item]!)) &&
    endsAfter(frame, reads(frame, item + 1, "だ") || reads(frame, item + 1, "です") ? item + 2 : item + 1)
  ) {
    const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    const predicate: Predicate = {
      ...NONE,
      tie: "to",
      verb: noun,
      verbClass: "judge",
      item,
      after: item + 1,
      from: item,
    };
    return { item, predicate, by: `…${noun}だ` };
  }
  return null;
}

function endsAfter(frame: Frame, next: number): boolean {
  return (
    next >= frame.length || frame.words[next] === W.PERIOD || frame.words[next] === W.COMMA || frame.begins[next] === 1
  );
}

/** …との見方を示した, …という認識を示した */
function viewFrom(
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
    const found = stance(frame, at + 1, to, words);
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
function stance(
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
    frame.begins[after] === 1 ||
    ["としてい", "としてお", "としつつ", "としながら", "とした上", "としたうえ"].some((written) =>
      frame.text.startsWith(written, frame.starts[item]!),
    )
  );
}

/** とみている, と見る。 but not と見ても, と見なければ. */
function deems(frame: Frame, { item, after }: Predicate): boolean {
  const next = frame.words[after];
  const ends = next === undefined || next === W.PERIOD || next === W.COMMA || frame.begins[after] === 1;
  return (
    frame.text.startsWith("てい", frame.ends[item]!) ||
    frame.text.startsWith("てお", frame.ends[item]!) ||
    (ends && !frame.text.startsWith("な", frame.ends[item]!))
  );
}

/** 外相が用意があると言うときは: a time or condition of speech, not という before a noun. */
function saysWhen(frame: Frame, { item, modified }: Predicate): boolean {
  return (
    frame.text[frame.starts[item]!] === "言" &&
    ["とき", "時", "たび", "の", "ので", "ほど", "わり", "割"].some((written) => reads(frame, modified, written))
  );
}

/** 検察官が時刻は九時ごろと指摘する: a clause without a verb, with a subject of its own, before a verb that only reports. */
function isClauseTold(frame: Frame, item: number, { verbs }: QuotationResources): boolean {
  const next = item + 1;
  if (frame.words[next] !== W.ACTION) return false;
  if (verbs.get(`${frame.text.slice(frame.starts[next]!, frame.ends[next]!)}する`) !== "say") return false;
  let subjects = 0;
  for (let at = item - 1; at > 0 && !frame.begins[at]; at--) {
    if (frame.words[at] === W.VERB || frame.words[at] === W.QUOTE) return false;
    if (reads(frame, at, "は") || reads(frame, at, "が")) subjects++;
  }
  return subjects >= 2;
}

/** Nothing but nouns with に, で or へ, and no more than six words. */
function isAddressed(frame: Frame, from: number, to: number): boolean {
  if (to < from || to - from > 6) return false;
  for (let item = from; item < to; item++) {
    const word = frame.words[item]!;
    const bound = word === W.CASE && ["に", "で", "へ", "にて"].some((written) => reads(frame, item, written));
    if (!bound && !isNominal(word) && word !== W.ADVERB && word !== W.GENITIVE) return false;
  }
  return true;
}

/** 選手をナックモエという, 100%と書かれて: a name or a label, nobody's words. */
function isNaming(frame: Frame, item: number, { verb, verbClass, passive, item: at }: Predicate): boolean {
  if (verbClass === "write") return passive;
  if (verb !== "言う") return false;
  if (frame.text[frame.starts[at]!] === "い") return true;
  for (let before = item - 1; before > 0 && !frame.begins[before]; before--)
    if (frame.words[before] === W.CASE && reads(frame, before, "を")) return true;
  return false;
}

/** と言える, とは言えない, と言っていい: the writer's own judgement; という at once, as in というだけで: none at all. */
function isJudgement(frame: Frame, { item, from }: Predicate): boolean {
  if (item === from && reads(frame, item, "いう") && !isHearsay(frame, { ...NONE, item, from })) return true;
  const at = frame.starts[item]!;
  return "言云い".includes(frame.text[at]!) && OWN_JUDGEMENT.some((written) => frame.text.startsWith(written, at + 1));
}

const OWN_JUDGEMENT = [
  "える",
  "えな",
  "えよ",
  "えま",
  "えば",
  "えそ",
  "えず",
  "っていい",
  "ってよい",
  "ってもい",
  "ってもよ",
  "ってもか",
  "って過言",
  "っても過言",
  "って差し",
  "わざる",
  "うべき",
  "い切れ",
  "いきれ",
  "い難",
  "いがた",
];

/** という。 at a sentence's end reports hearsay, not the subject's words. */
function isHearsay(frame: Frame, { item, from }: Predicate): boolean {
  const next = frame.words[item + 1];
  return (
    item === from &&
    reads(frame, item, "いう") &&
    (next === undefined || next === W.PERIOD || next === W.COMMA || frame.begins[item + 1] === 1 || next === W.JOINING)
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
