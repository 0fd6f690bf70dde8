import { detect } from "tinyld/light";

/** How many letters of each script a text has. */
function countScripts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) {
    const script = scriptOf(character.codePointAt(0)!);
    if (script !== null) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}

const RANGES: readonly (readonly [from: number, to: number, script: string])[] = [
  [0x0041, 0x005a, "latin"],
  [0x0061, 0x007a, "latin"],
  [0x00c0, 0x024f, "latin"],
  [0x0370, 0x03ff, "el"],
  [0x0400, 0x052f, "cyrillic"],
  [0x0530, 0x058f, "hy"],
  [0x0590, 0x05ff, "he"],
  [0x0600, 0x06ff, "arabic"],
  [0x0900, 0x097f, "hi"],
  [0x0980, 0x09ff, "bn"],
  [0x0e00, 0x0e7f, "th"],
  [0x10a0, 0x10ff, "ka"],
  [0x1e00, 0x1eff, "latin"],
  [0x3041, 0x30ff, "kana"],
  [0x3400, 0x9fff, "han"],
  [0xac00, 0xd7af, "ko"],
  [0xff66, 0xff9d, "kana"],
];

function scriptOf(code: number): string | null {
  for (const [from, to, script] of RANGES) if (code >= from && code <= to) return script;
  return null;
}

/** Letters that only one language of a script has, or nearly so. */
const UKRAINIAN = /[іїєґІЇЄҐ]/;
const BELARUSIAN = /[ўЎ]/;
const KAZAKH = /[әғқңөұүһӘҒҚҢӨҰҮҺ]/;
const BULGARIAN = /[ъЪ](?![еёюяЕЁЮЯ])/;
const SERBIAN = /[јљњћђџЈЉЊЋЂЏ]/;
const RUSSIAN = /[ыэёЫЭЁ]/;
const PERSIAN = /[پچژگ]/;

/** Simplified characters that Japanese does not write: enough of the frequent ones to tell most titles. */
const SIMPLIFIED =
  /[们这为国对发说时过还从东车长门马风电龙书见习汉让认议论设访证评诉请谁谈调谓贝负贡财责败货质购贸费资赵进远达运违连选边邓际陆险难领题风飞饭馆驻验鱼鸟麦齐义乌乐产亲亿仅众优会传伤伦体余佣侨儿兰关兴军农冲决况冻净凉减凤击划则刚创别刘剑剧劝办务动励劲势匀区医华协单卖卢卫却厂厅历压厌县参双变叙叶号叹吗听启吴员呜咏响哑问间闻阳阴]/;
/** Traditional characters that Japanese has simplified in another way. */
const TRADITIONAL =
  /[國學會對發說時過還從東來體經濟戰爭總統臺灣黨權應關變當實點無個們這為與於將對讓認選舉達進運邊際隊陸險難聯]/;

/** Languages that the Latin detector may answer with: those that news titles are written in. */
const LATIN = [
  "en",
  "fr",
  "de",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "tr",
  "cs",
  "sv",
  "fi",
  "da",
  "no",
  "ro",
  "hu",
  "vi",
  "id",
];

/** Small words that mark a language of Latin script; short titles often hold only one of them. */
const MARKS: readonly (readonly [language: string, words: RegExp])[] = [
  [
    "en",
    /\b(the|of|and|to|in|for|with|is|are|on|at|as|by|from|after|over|its|will|says|say|new|how|why|what|against|amid)\b/gi,
  ],
  [
    "fr",
    /\b(le|la|les|des|du|et|un|une|pour|dans|au|aux|en|sur|est|avec|par|qui|ce|cette|pas|plus|selon|contre)\b|\b[ldnsqc]['’]/gi,
  ],
  [
    "de",
    /\b(der|die|das|und|ein|eine|einen|im|in|mit|für|von|zu|zum|zur|den|dem|des|auf|ist|nicht|nach|bei|gegen|über|will|wird|um|vor)\b/gi,
  ],
  ["es", /\b(el|los|las|de|del|y|un|una|en|por|para|con|que|se|al|su|es|más|tras|sobre|contra|la)\b/gi],
  [
    "it",
    /\b(il|lo|gli|di|del|della|dei|delle|e|un|una|in|per|con|che|si|al|alla|dal|nel|sul|sulla|è|più|la|le|contro)\b|\b(dell|all|nell|sull|un|l|d)['’]/gi,
  ],
  ["pt", /\b(o|os|a|as|do|da|dos|das|e|um|uma|em|no|na|nos|nas|por|para|com|que|ao|à|é|não|mais|sobre|contra)\b/gi],
  ["nl", /\b(de|het|een|en|van|in|op|te|met|voor|is|niet|aan|over|bij|uit|naar|door|tegen|om)\b/gi],
  ["pl", /\b(i|w|z|na|do|nie|się|o|za|po|od|dla|jest|przez|przed|ze|we|co|jak)\b/gi],
  ["tr", /\b(ve|bir|bu|için|ile|de|da|en|yeni|son|çok|ne|oldu|olarak|karşı|daha)\b/gi],
];

/** Letters that are telling in a language of Latin script. */
const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["de", /[äöüß]/gi],
  ["fr", /[éèêçàùœîôû]/gi],
  ["es", /[ñ¿¡íóúáé]/gi],
  ["it", /[àèìòù]/gi],
  ["pt", /[ãõçâêô]/gi],
  ["pl", /[ąęłńóśźż]/gi],
  ["tr", /[ğışçöüİ]/g],
];

function latinLanguage(text: string): string {
  const scores = new Map<string, number>();
  const add = (language: string, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
  for (const [language, words] of MARKS) add(language, text.match(words)?.length ?? 0);
  for (const [language, letters] of LETTERS) add(language, Math.min(2, text.match(letters)?.length ?? 0));
  const guessed = detect(text, { only: LATIN });
  if (guessed !== "") add(guessed, 1);
  // English is by far the most cited language, so an undecided title is taken for it.
  let best = "en";
  for (const [language, score] of scores) if (score > (scores.get(best) ?? 0)) best = language;
  return best;
}

/**
 * Tells the language of a title, as a BCP 47 code; null for a text without letters.
 *
 * The script decides first (kana is Japanese, hangul Korean, …), then letters that only one language of the
 * script has; for Latin script small words, letters and tinyld's n-grams vote.
 *
 * @example
 * languageOf("Си Цзиньпин заявил, что Китай готов"); // "ru"
 */
export function languageOf(text: string): string | null {
  const counts = countScripts(text);
  if (counts.size === 0) return null;
  if ((counts.get("kana") ?? 0) > 0) return "ja";
  const [script] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]!;
  if (script === "latin") return latinLanguage(text);
  if (script === "cyrillic") return cyrillicLanguage(text);
  if (script === "arabic") return PERSIAN.test(text) ? "fa" : "ar";
  if (script === "han") return SIMPLIFIED.test(text) || TRADITIONAL.test(text) ? "zh" : "ja";
  return script;
}

function cyrillicLanguage(text: string): string {
  if (BELARUSIAN.test(text)) return "be";
  if (KAZAKH.test(text)) return "kk";
  if (UKRAINIAN.test(text)) return "uk";
  if (SERBIAN.test(text)) return "sr";
  if (!RUSSIAN.test(text) && BULGARIAN.test(text)) return "bg";
  return "ru";
}
