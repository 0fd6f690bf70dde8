import { isNominal, W } from "../../../words/word-class.ts";
import type { Glance } from "../frame/lay-out.ts";

const LIKE_QUESTION = /[?？。…]$/;
const LIKE_CRY = /[!！]$/;
/** Classes of the words that end a sentence wherever they stand last. */
const ENDINGS = [W.AUXILIARY, W.DEPENDENT, W.FINAL, W.INTERJECTION, W.JOINING, W.TOPIC];

/** Whether the words between brackets end like a sentence rather than like a name. */
export function isSentenceLike(inside: Glance): boolean {
  let last = inside.length - 1;
  if (last < 0) return false;
  const final = inside.text.slice(inside.starts[last]!, inside.ends[last]!);
  if (LIKE_QUESTION.test(final)) return last > 0;
  // ありがとう!! is said, OZZY!! is a name.
  if (LIKE_CRY.test(final))
    return last > 0 && !isNominal(inside.words[last - 1]!) && inside.words[last - 1] !== W.ALPHABET;
  if (inside.words[last] === W.SYMBOL || inside.words[last] === W.COMMA) last--;
  const word = inside.words[last];
  return (
    word !== undefined && (isClausal(inside, last) || holdsSentence(inside, last) || endsSentence(inside, last, final))
  );
}

/** Whether a sentence ends inside: at a full stop, or anywhere before a last word that is no noun. */
function holdsSentence(inside: Glance, last: number): boolean {
  for (let item = 1; item <= last; item++)
    if (inside.begins[item] && (inside.words[item - 1] === W.PERIOD || !isNominal(inside.words[last]!))) return true;
  return false;
}

/** Whether an item can be the last word of a sentence. */
function endsSentence(inside: Glance, last: number, final: string): boolean {
  switch (inside.words[last]) {
    case W.VERB: {
      // 「釣る」: a verb by itself is a word.
      const feature = inside.tokens.feature(inside.rows[last]!);
      return (last > 0 && feature.includes("基本形")) || feature.includes("命令");
    }
    case W.ADJECTIVE:
      return !inside.tokens.feature(inside.rows[last]!).includes("連用");
    case W.PARTICLE:
      return last > 0;
    case W.FORMAL:
      // 聞いてどうなさるの
      return final === "の" && !isNominal(inside.words[last - 1] ?? W.NOUN);
    default:
      return ENDINGS.includes(inside.words[last] as never);
  }
}

/** 来期は黒字, 関税を上げれば解決: a topic or condition before the noun that ends it. */
function isClausal(inside: Glance, last: number): boolean {
  if (!isNominal(inside.words[last]!)) return false;
  for (let item = 1; item < last; item++) {
    const word = inside.words[item]!;
    if (word !== W.TOPIC && word !== W.JOINING) continue;
    const written = inside.text.slice(inside.starts[item]!, inside.ends[item]!);
    if (word === W.TOPIC && written === "は" && isNominal(inside.words[item - 1]!) && last - item <= 4) return true;
    if (word === W.JOINING && (written === "ば" || written === "たら")) return true;
  }
  return false;
}
