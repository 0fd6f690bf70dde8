import { isVerbal, W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { NounPhrase } from "../frame/phrase.ts";

const HIRAGANA = /^[ぁ-んー]{2,4}$/u;
/** 源七: a character and a number that counts nothing. */
const NUMBERED = /^(?![第約全各計毎数二三四五六七八九十百千万])[一-龠々][一二三四五六七八九十]$/u;
/** お琴: a woman's name of older stories; the others are things and people that everybody has. */
const POLITE =
  /^お(?![客店寺城金茶酒湯前宅国上庭蔵嬢婆爺父母兄姉袋医坊経宮守膳盆鍋皿椀箸菜米粉餅月日天星山花祭針家話手体顔目口腹足子孫互昼夜朝品値形題札宝墓祝礼釣次先仕肉魚水薬菓])[一-龠]$/u;
const PARTICLES = ["は", "が", "も"];

/** Returns a name that the dictionary reads as other words, where it stands from an item on before は, が or も: おきぬは, 源七が, お琴も. */
export function misreadName(frame: Frame, first: number): NounPhrase | null {
  for (let at = first + 1; at <= first + 3 && at < frame.length && frame.begins[at] !== 1; at++) {
    if (!PARTICLES.some((written) => reads(frame, at, written))) continue;
    const [start, end] = [frame.starts[first]!, frame.ends[at - 1]!];
    const written = frame.text.slice(start, end);
    // No verb stands right before は.
    const kana = HIRAGANA.test(written) && isVerbal(frame.words[at - 1]!);
    const numbered = NUMBERED.test(written) && frame.words[at - 1] === W.NUMBER;
    if (!kana && !numbered && !POLITE.test(written)) continue;
    return { first, last: at - 1, start, end, nameStart: start, nameEnd: end, rank: "bare name", proper: true };
  }
  return null;
}
