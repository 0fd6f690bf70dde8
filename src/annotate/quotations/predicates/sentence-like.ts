import { isNominal, W } from "../../../words/word-class.ts";
import type { Glance } from "../frame/lay-out.ts";

/** Whether the words between brackets end like a sentence rather than like a name. */
export function isSentenceLike(inside: Glance): boolean {
  let last = inside.length - 1;
  if (last < 0) return false;
  const final = inside.text.slice(inside.starts[last]!, inside.ends[last]!);
  if (/[?？。…]$/.test(final)) return last > 0;
  // ありがとう!! is said, OZZY!! is a name.
  if (/[!！]$/.test(final))
    return last > 0 && !isNominal(inside.words[last - 1]!) && inside.words[last - 1] !== W.ALPHABET;
  if (inside.words[last] === W.SYMBOL || inside.words[last] === W.COMMA) last--;
  const word = inside.words[last];
  if (word === undefined) return false;
  if (isClausal(inside, last)) return true;
  for (let item = 1; item <= last; item++)
    if (inside.begins[item] && (inside.words[item - 1] === W.PERIOD || !isNominal(word))) return true;
  // 「釣る」: a verb by itself is a word.
  if (word === W.VERB)
    return (
      (last > 0 && inside.tokens.feature(inside.rows[last]!).includes("基本形")) ||
      inside.tokens.feature(inside.rows[last]!).includes("命令")
    );

  return (
    word === W.AUXILIARY ||
    word === W.DEPENDENT ||
    word === W.FINAL ||
    (word === W.ADJECTIVE && !/連用/.test(inside.tokens.feature(inside.rows[last]!))) ||
    (word === W.PARTICLE && last > 0) ||
    // 聞いてどうなさるの
    (word === W.FORMAL && final === "の" && !isNominal(inside.words[last - 1] ?? W.NOUN)) ||
    word === W.INTERJECTION ||
    word === W.JOINING ||
    word === W.TOPIC
  );
}

/** 来期は黒字, 関税を上げれば解決: a topic or condition before the noun that ends it. */
function isClausal(inside: Glance, last: number): boolean {
  if (!isNominal(inside.words[last]!)) return false;
  for (let item = 1; item < last; item++) {
    const word = inside.words[item]!;
    const written = inside.text.slice(inside.starts[item]!, inside.ends[item]!);
    if (word === W.TOPIC && written === "は" && isNominal(inside.words[item - 1]!) && last - item <= 4) return true;
    if (word === W.JOINING && (written === "ば" || written === "たら")) return true;
  }
  return false;
}
