import { isNominal, W } from "../../words/word-class.ts";
import type { Closing } from "./closing.ts";
import { endsClause } from "./ends-clause.ts";
import { type Frame, lemmaOf, reads } from "./frame.ts";
import { deems, holds, isAddressed, isClauseTold, isHearsay, isJudgement, isNaming, saysWhen } from "./no-report.ts";
import { canSpeak } from "./rank.ts";
import type { QuotationResources } from "./resources.ts";
import { subjectsIn } from "./subjects.ts";
import { verbPredicate } from "./verb-predicate.ts";
import { viewFrom } from "./view.ts";

const REPORTING = new Set(["say", "ask", "write", "report", "judge", "emote"]);

/** Tells whether と or って at an item closes reported words, and what reports them; most of it is what does not. */
export function closedByTo(frame: Frame, item: number, to: number, resources: QuotationResources): Closing | null {
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
    // 努めると同社はコメントした: who says it stands right behind.
    const teller = subjectsIn(frame, item, predicate.item, resources).some(
      ({ phrase, at }) => phrase.first === item + 1 && canSpeak(phrase, "document") && at === predicate.item - 1,
    );
    if (!setPhrase && !addressed && !teller && !reads(frame, item - 1, "た")) return null;
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
  if (predicate.verb === "する" && !holds(frame, item, predicate, resources)) return null;
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
  if (predicate.verb === "言う" && isJudgement(frame, predicate, resources)) return null;
  // という, とする before a noun, とみられる: no report of anybody's words.
  if (
    predicate.item === item + 1 &&
    predicate.modified >= 0 &&
    ((predicate.verb === "する" &&
      !frame.text.startsWith("とした上", frame.starts[item]!) &&
      !frame.text.startsWith("としたうえ", frame.starts[item]!)) ||
      (predicate.verb === "言う" && !saysWhen(frame, predicate, resources)))
  )
    return null;
  if (predicate.passive && predicate.verbClass === "judge") return null;
  if (predicate.verb === "言う" && isHearsay(frame, predicate)) return null;
  return { item, predicate, by: `…と${predicate.verb}` };
}
