import { createRequire } from "node:module";
import type { detect } from "tinyld/light";

let detector: typeof detect | undefined;

/**
 * Returns what tinyld says; it is loaded when first needed, since unpacking its profiles takes 20 ms that most texts
 * never need.
 */
function guess(text: string, only: readonly string[]): string {
  // The package's own types; a lazy synchronous load has no other form in a module.
  detector ??= (createRequire(import.meta.url)("tinyld/light") as { detect: typeof detect }).detect;
  return detector(text, { only: [...only] });
}

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
const UKRAINIAN_WORDS =
  /(?:^|[^\p{L}])(?:як|що|та|від|щодо|чому|вже|або|але|це|після|під|й|яка|який|які|буде|був|була|живе|село|взимку|проти|понад|лише|також|вони|має|немає)(?=$|[^\p{L}])/iu;
const BULGARIAN_WORDS = /(?:^|[^\p{L}])(?:срещу|ще|са|се|обяви|няма|през|след|какво|защо|беше)(?=$|[^\p{L}])/iu;
const PERSIAN = /[پچژگ]/;

/** Frequent simplified characters that Japanese does not write (none is in JIS X 0208). */
const SIMPLIFIED =
  /[们这为对发说时过还东车长门马风电龙书见习汉让认议论设访证评诉请谁谈调谓贝负贡财责败货质购贸费资赵进远达运违连选边邓际陆险难领题飞饭馆驻验鱼鸟齐义乌乐产亲亿仅众优传伤伦佣侨兰关兴军农冻净减凤击划则刚创别刘剑剧劝办务动劲势匀华协单卖卢卫厅历压厌县变叹吗启吴员呜响哑问间闻阳阴话语该谢识计订训记讯许词译试误读课转载轮软轻较辆输页顶项顺须预顾颜额类养骑骗骤鲁鲜鸡鸣齿龄级红约纪纯纳纷组终经结绝给统继绩续维编缓缩罗职联聪肃脑脸舰艰药获节苏营萨虑虽蓝虾补裤觉观规视贫贴赏赛赢赶趋跃邮郑释钱铁银链锁错键锋锐队阶隐雾韩顿颁饮驱骂鉴岛币带帅师归录彻忆忧怀态总恶悬惊惯愤戏战户扑执扩扫扬扰抚抢护报拥择挡挣挤挥损换掷摄摆摇显晓术杀杂权杨极构枪标栋树样桥检欢歼毁毕毙汇沟泽洁测济浓涂润涨渐满滚灭灾炼烂烦热爱爷牵狱猎环现玛疗疯盐监盘码矿确离种积稳穷竞笔签简纠]/;
/** Traditional characters for which Japanese today writes a simpler one. */
const TRADITIONAL =
  /[國學會對發說從體經濟戰爭總臺灣黨權應關變當實點們這將讓舉專惡壓圍營榮圓鹽奧橫歐穩價畫壞懷繪擴覺樂勸寬歡觀氣歸舊據虛峽敎强鄕曉區驅徑溪繼輕藝擊劍檢獻縣險顯驗嚴廣號黑劑雜參慘殘絲齒兒辭濕寫釋壽獸縱肅處燒稱證條淨狀觸晉眞盡圖隨數聲靜齊攝竊淺潛纖踐錢雙壯窗莊裝騷臟藏屬續墮帶滯澤單擔膽團彈斷蟲廳聽鐵轉傳盜燈獨讀繩腦霸廢賣麥髮蠻濱佛邊辯寶豐沒默彌藥譯餘與譽搖樣謠遙來亂覽兩獵勵禮隸靈齡戀爐勞樓錄們這為於說還哪麼嗎吧呢她您]/;

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
  [
    "pt",
    /\b(o|os|a|as|do|da|dos|das|e|um|uma|em|no|na|nos|nas|por|para|com|que|ao|à|é|não|mais|sobre|contra|novo|nova|governo|após|cria|diz)\b/gi,
  ],
  [
    "nl",
    /\b(de|het|een|en|van|in|op|te|met|voor|is|niet|aan|over|bij|uit|naar|door|tegen|om|oude|sluit|gemeente|kabinet|wil|minder|meer|waarom|nieuwe)\b|\b\w*(?:ij|oe|ui)\w*/gi,
  ],
  ["pl", /\b(i|w|z|na|do|nie|się|o|za|po|od|dla|jest|przez|przed|ze|we|co|jak)\b/gi],
  ["sv", /\b(och|att|är|för|på|av|med|vill|ska|efter|från|nya|den|det|som|till|i|om)\b/gi],
  ["id", /\b(di|yang|dan|untuk|dengan|dari|baru|ini|akan|pada|ke|presiden|pemerintah|jalan)\b/gi],
  ["cs", /\b(na|se|po|za|od|do|je|proti|podle)\b/gi],
  ["ro", /\b(și|la|cu|de|din|pentru|pe|un|o|au|nu|este|după)\b/gi],
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
  ["sv", /[åäö]/gi],
  ["cs", /[ěščřžýů]/gi],
  ["cs", /[ěčřů]/gi],
  ["ro", /[ășțâî]/gi],
  ["hu", /[őű]/gi],
  ["vi", /[ăơưđạảấầẩậ]/gi],
  ["vi", /[ăơưđạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỵỷỹ]/gi],
];

function latinLanguage(text: string): string {
  const scores = new Map<string, number>();
  const add = (language: string, score: number) => scores.set(language, (scores.get(language) ?? 0) + score);
  for (const [language, words] of MARKS) add(language, text.match(words)?.length ?? 0);
  for (const [language, letters] of LETTERS) add(language, Math.min(2, text.match(letters)?.length ?? 0));
  // Four words and fewer are too little for n-grams, unless small words or letters point the same way.
  const long = text.trim().split(/\s+/).length > 4;
  if (isOpen([...scores.values()], long)) {
    const guessed = guess(text, LATIN);
    if (guessed !== "" && (long || (scores.get(guessed) ?? 0) > 0)) add(guessed, 1);
  }
  // English is by far the most cited language, so an undecided title is taken for it.
  let best = "en";
  for (const [language, score] of scores) if (score > (scores.get(best) ?? 0)) best = language;
  return best;
}

/** Whether one vote more could decide: n-grams take longer than all else, and most titles are told by their small words. */
function isOpen(scores: readonly number[], long: boolean): boolean {
  const [first = 0, second = 0] = scores.toSorted((a, b) => b - a);
  return long ? first - second < 2 : second > 0 && first - second < 2;
}

/**
 * Returns the language of a title, as a BCP 47 code; null for a text without letters.
 *
 * The script decides first (kana is Japanese, hangul Korean, …), then letters that only one language of the
 * script has; for Latin script small words, letters and tinyld's n-grams vote.
 *
 * @example
 * languageOf("Си Цзиньпин заявил, что Китай готов"); // "ru"
 */
export function languageOf(text: string): string | null {
  const counts = countScripts(text);
  // A host name is no title: Kremlin.ru.
  if (counts.size === 0 || /^[\w-]+(?:\.[\w-]+)+$/.test(text.trim())) return null;
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
  if (UKRAINIAN.test(text) || (!RUSSIAN.test(text) && UKRAINIAN_WORDS.test(text))) return "uk";
  if (SERBIAN.test(text)) return "sr";
  if (!RUSSIAN.test(text) && (BULGARIAN.test(text) || BULGARIAN_WORDS.test(text))) return "bg";
  return "ru";
}
