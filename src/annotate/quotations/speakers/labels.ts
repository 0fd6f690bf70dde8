import { isNominal, W } from "../../../words/word-class.ts";
import type { Frame } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";
import { canSpeak } from "../frame/rank.ts";
import { isParenthesis, nounPhraseAfter, nounPhraseBefore, withGenitive } from "../phrases/noun-phrase.ts";
import type { Quote } from "./quote.ts";
import { type Found, found } from "./speaker-rule.ts";

/** Returns the name in parentheses behind a bracket: 「…」(漁師の浜口さん、68), not 「…」(会見で市長が述べた言葉). */
export function inParentheses({ frame, item: quote, resources }: Quote): Found | null {
  if (!isParenthesis(frame, quote + 1, "(（")) return null;
  let best: NounPhrase | null = null;
  for (let item = quote + 2; item < Math.min(frame.length, quote + 16) && !isParenthesis(frame, item, ")）"); ) {
    const phrase = nounPhraseAfter(frame, item, resources);
    const laugh = phrase !== null && /^[笑汗涙泣爆草怒]+$/u.test(frame.text.slice(phrase.start, phrase.end));
    if (phrase !== null && !laugh && canSpeak(phrase, "group") && (best === null || canSpeak(phrase, best.rank)))
      best = phrase;
    item = phrase === null ? item + 1 : phrase.last + 1;
  }
  return best !== null && ")）、,・(（".includes(frame.text[best.end] ?? "-")
    ? found(withGenitive(frame, best, resources))
    : null;
}

/** Returns the name that stands before a bracket at the head of a line or turn: 店長「…」, ロビンソン氏:「…」. */
export function turnBefore({ frame, item: quote, sentenceLike, resources }: Quote): Found | null {
  const colon = frame.words[quote - 1] === W.SYMBOL && ":：".includes(frame.text[frame.starts[quote - 1]!]!);
  const last = quote - (colon ? 2 : 1);
  if (last < 0 || (frame.begins[quote] && !colon)) return null;
  const phrase = nounPhraseBefore(frame, last, resources);
  if (phrase === null || !opensTurn(frame, phrase.first)) return null;
  if (isPart(frame, phrase.first, last, quote)) return found(phrase, 0.6);
  // A short name with nothing but its words on the line, as in a dialogue.
  const turn =
    sentenceLike &&
    canSpeak(phrase, "noun") &&
    frame.ends[last]! - phrase.start <= 8 &&
    resources.before.longest(frame.text, frame.ends[last]!, 0) === null &&
    endsTurn(frame, quote + 1);
  if (!colon && !turn && !canSpeak(phrase, sentenceLike ? "document" : "people")) return null;
  return found(phrase, colon || canSpeak(phrase, "people") ? 0.88 : 0.6);
}

/** 庄「へい、何のご用で」: as in plays, one or two characters before the only words of a line. */
function isPart(frame: Frame, first: number, last: number, quote: number): boolean {
  const { start, end } = frame.brackets[-1 - frame.rows[quote]!]!;
  return (
    frame.begins[first] === 1 &&
    frame.ends[last]! - frame.starts[first]! <= 2 &&
    endsTurn(frame, quote + 1) &&
    /[、。!！?？…]/u.test(frame.text.slice(start, end))
  );
}

/** Whether a turn can begin at an item: at a line, behind a space, a mark, a bracket or the comma after one. */
function opensTurn(frame: Frame, first: number): boolean {
  if (first === 0 || frame.begins[first]) return true;
  if (frame.starts[first]! > frame.ends[first - 1]!) return true;
  const before = frame.words[first - 1];
  return before === W.SYMBOL || before === W.QUOTE || (before === W.COMMA && frame.words[first - 2] === W.QUOTE);
}

/** Whether nothing follows a quote in its line, or another's turn, or an arrow. */
function endsTurn(frame: Frame, next: number): boolean {
  if (next >= frame.length || frame.begins[next] === 1) return true;
  if ("←→".includes(frame.text[frame.starts[next]!]!)) return true;
  const other = frame.words[next] === W.COMMA ? next + 1 : next;
  for (let item = other; item < Math.min(frame.length, other + 4); item++) {
    if (frame.words[item] === W.QUOTE) return item > other;
    if (!isNominal(frame.words[item]!)) return false;
  }
  return false;
}
