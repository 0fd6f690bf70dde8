/** Texts as hurried, hostile and broken writers leave them. */
import { readdirSync, readFileSync } from "node:fs";
import { seededNumbers } from "./numbers.ts";

/** What trips readers of Japanese: brackets, signs of many code units, lone halves, marks of direction, dates and names cut short. */
const ODD: readonly string[] = [
  ..."「」『』（）()〈〉【】［］\"'“”‘’、。，．！？!?…‥・ー〜～―－-—*#@＠_/\\|&<>＜＞=＝+±%％￥$:：;；",
  ..."\n\r\t\0\u0007\u001b\u200b\u200d\u200e\u202e\ufe0f\ufeff\uffff\ufffd\u3000\u00a0\u2028",
  ..."ｱﾊﾟｶﾞ①㍿㌔髙﨑々〆ヶゝヽ",
  ..."＞＞12\n",
  "\r\n",
  "𠮷",
  "葛\u{e0100}",
  "か\u3099",
  "e\u0301",
  "\ud83d",
  "\ude00",
  "😀",
  "👍🏽",
  "👨‍👩‍👧‍👦",
  "🇯🇵",
  "1️⃣",
  "https://example.com/ja/?q=港&p=1#a",
  "user@example.jp",
  "@みかん ",
  ">>12 ",
  "＞",
  "2024年13月40日",
  "昭和99年",
  "令和元年5月",
  "先週の金曜",
  "12:60",
  "１０時半",
  "50%",
  "3億2千万円",
  "第九十九条",
  "null",
  "NaN",
  "x-y",
  "__proto__",
  "constructor",
  "ああああ",
  "wwww",
  "草",
  "(笑)",
  "ではないとは言えない",
  "賛成ではない",
  "と山田知事は述べた",
  "によると",
  "氏は「",
  "」と語った。",
  "って言うけど",
  "らしいよ",
];

/** Returns the sentences of the sample pages' texts, longer than four signs. */
export function sampleSentences(folder = "data/pages"): readonly string[] {
  const texts = readdirSync(folder)
    .filter((name) => /\.(?:txt|csv)$/.test(name))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  return [...new Set(texts.flatMap((text) => text.split(/(?<=。)|\n/)))].filter((sentence) => sentence.length > 4);
}

/** Returns a text of up to some 400 signs, the same for the same seed: cut and joined sentences, odd signs, runs of one piece. */
export function randomText(sentences: readonly string[], seed: number): string {
  const next = seededNumbers(seed);
  let text = "";
  for (let left = 1 + next(8); left > 0; left--) text += piece(sentences, next);
  return text;
}

function piece(sentences: readonly string[], next: (below: number) => number): string {
  const sentence = sentences[next(sentences.length)]!;
  const odd = ODD[next(ODD.length)]!;
  const at = next(sentence.length + 1);
  switch (next(7)) {
    case 0:
      return sentence;
    case 1:
      return sentence.slice(at);
    case 2:
      return sentence.slice(0, at);
    case 3:
      return sentence.slice(0, at) + odd + sentence.slice(at);
    case 4:
      return sentence.slice(0, at) + sentence.slice(at + 1 + next(3));
    case 5:
      return odd.repeat(1 + next(20));
    default:
      return odd + ODD[next(ODD.length)]!;
  }
}
