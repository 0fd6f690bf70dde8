import type { DateWords, RelativeWords } from "./date-words.ts";

/** A form that a part of a date takes, and what it can begin with: a test that costs less than the pattern. */
export interface Shape {
  readonly pattern: RegExp;
  /** By the low byte of the first code unit. */
  readonly opens: Uint8Array;
}

function shape(opens: string, source: string): Shape {
  const table = new Uint8Array(256);
  for (let i = 0; i < opens.length; i++) table[opens.charCodeAt(i) & 255] = 1;
  return { pattern: new RegExp(source, "y"), opens: table };
}

const oneOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");
const firsts = (words: readonly string[]): string => words.map((word) => word[0]).join("");
const listed = (words: readonly string[]): Shape => shape(firsts(words), oneOf(words));
const keys = ({ anchor, context }: RelativeWords): string[] => [...Object.keys(anchor), ...Object.keys(context)];

const DIGITS = "0123456789";
export const KANJI = "〇零一二三四五六七八九十百千";
const NUMERALS = DIGITS + KANJI;
const N = `(?:\\d{1,4}|[${KANJI}]{1,7})`;
const N2 = `(?:\\d{1,2}|[${KANJI}]{1,3})`;
const KATAKANA = Array.from({ length: 0x56 }, (_, i) => String.fromCharCode(0x30a1 + i)).join("");
const N1 = "[1-9一二三四五六七八九]";
/** AM and PM behind or before an hour, in any case: 3:00 p.m. */
const HALF = "[AaPp]\\.?[Mm](?![A-Za-z])\\.?";
const HALF_BEHIND = HALF.replace("A-Za-z", "A-Za-z0-9");
/** What may follow the name of an era that stands for its years; other kanji and katakana make a name of it (大正区). */
const ERA_GOES_ON =
  "生まれ|生れ|世代|時代|初期|中期|後期|前期|末期|末|初頭|初め|半ば|以降|以前|前半|後半|年間|一桁|ヒトケタ";
const GAP = "[ 　]?";
const UNIT = "年|[かカヵヶケ箇]月|ヵ月|週間?|日間?|時間|分間?|秒間?|世紀";

/** Returns the shapes of all parts of a date from the words of a grammar; compiled once. */
export function dateShapes(words: DateWords) {
  const { seasons, weekdays } = words;
  const eras = Object.keys(words.eras);
  const letters = Object.keys(words.eraLetters).join("");
  const years = keys(words.years);
  const vagueEras = Object.keys(words.vague).filter((word) => words.eras[word] !== undefined);
  const vague = Object.keys(words.vague).filter((word) => words.eras[word] === undefined);
  const parts = words.beforeHours.map(({ word, isJoined }) => (isJoined ? `${word}の?` : word));
  const beforeHours = `(?:(${oneOf(parts)}|${HALF})${GAP})?`;
  const openHours = `${firsts(words.beforeHours.map(({ word }) => word))}AaPp`;
  const sides = Object.keys(words.weekdaySides);
  return Object.freeze({
    numeric: shape(DIGITS, String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])`),
    eraNumeric: shape(letters, String.raw`([RHSTM])(\d{1,2})([-/.])(\d{1,2})\3(\d{1,2})(?!\d)`),
    monthDay: shape(DIGITS, String.raw`(\d{1,2})/(\d{1,2})(?![\d/])`),
    eraYear: shape(firsts(eras), `(${oneOf(eras)})${GAP}(?!(?:0+|[〇零]+)${GAP}年)(${N}|元)${GAP}年`),
    letterYear: shape(letters, String.raw`([RHSTM])(\d{1,2})年`),
    shortYear: shape("'", String.raw`'(\d{2})年`),
    westernYear: shape(`紀西BA 　${NUMERALS}`, `(紀元前|西暦|BC|AD)?${GAP}(${N})${GAP}年`),
    yearWord: shape(firsts(years), `(?:${oneOf(years)})(?!度)`),
    fiscalWord: listed(keys(words.fiscalYears)),
    month: shape(NUMERALS, `(${N2})${GAP}月(?![間曜面])`),
    /** Before a month of the old calendar that was put in. */
    leap: shape("閏", "閏"),
    monthWord: listed(keys(words.months)),
    day: shape(NUMERALS, `(${N2})${GAP}日(?![間本米韓中朝独仏英露銀系])(?!(?<=[${KANJI}]日)[市町])(?:付け?)?`),
    dayWord: listed(keys(words.days)),
    weekWord: listed(keys(words.weeks)),
    weekday: shape(weekdays, `([${weekdays}])曜(?:日)?`),
    weekdaySide: shape(firsts(sides), `(${oneOf(sides)})([${weekdays}])曜日?`),
    nthWeekday: shape("第", `第([1-5一二三四五])((?:[、,・と]第?[1-5一二三四五])*)([${weekdays}])曜日?`),
    /** （火）, (火・祝), 火曜日 behind a day. */
    weekdayMark: shape(
      `(${weekdays} 　`,
      `${GAP}(?:\\(([${weekdays}])(?:曜日?)?(?:[・、,]?祝)?\\)|([${weekdays}])曜日?)`,
    ),
    /** の金曜日 behind a day. */
    weekdayLinked: shape("の", `の([${weekdays}])曜日?`),
    /** 月曜・木曜, 9時〜18時 among what comes back. */
    joint: shape("・、とや~〜～-–ーかま", "[・、とや~〜～–ー-]|から|または"),
    seasonWord: shape("今昨来", `([今昨来])([${seasons}])(?![${seasons}])`),
    season: shape(seasons, `[${seasons}](?![一-龠々]|めい|っぽ|らし)|[${seasons}](?=以降|頃|季|場所|開|発)`),
    third: shape(firsts(Object.keys(words.thirds)), `(?:${oneOf(Object.keys(words.thirds))})(?![てたる])`),
    half: listed(Object.keys(words.halves)),
    quarter: shape("第", "第([1-4一二三四])四半期"),
    yearEnd: listed(Object.keys(words.yearEnds)),
    decade: shape(NUMERALS, `(${N})年代`),
    eraDecade: shape(firsts(eras), `(${oneOf(eras)})(${N2})年代`),
    century: shape(`西紀${NUMERALS}`, `(?:西暦|紀元前)?(${N2})世紀`),
    centuryWord: shape("前今", "前世紀|今世紀"),
    namedDay: listed(Object.keys(words.namedDays)),
    // 近代的, 戦後派 are words of their own.
    vagueWord: shape(firsts(vague), `(?:${oneOf(vague)})(?![的派化])`),
    vagueEra: shape(firsts(vagueEras), `(?:${oneOf(vagueEras)})(?:(?![一-龠々ァ-ヶーA-Za-z0-9])|(?=${ERA_GOES_ON}))`),
    setWord: listed(words.sets),
    durationWord: listed(words.durations),
    name: listed(words.names),
    amount: shape(
      `半数何幾${NUMERALS}`,
      `(半(?=年|月|日|世紀)|数十|十数|数|何十|何|幾|${N}(?:数)?|\\d+\\.\\d+)(${UNIT})(半(?![ば期]))?(?:ほど|くらい|ぐらい|近く|以上|あまり|余り)?(前(?![半後])|後(?![半期])|間|目|以上|ぶり|連続|以内)?`,
    ),
    /** 2、3日, 4、5年前, 五〜六か月: one more or one less. */
    roughAmount: shape(
      NUMERALS,
      `(${N1})[、,・~〜～-](${N1})(${UNIT})(間)?(?:半)?(?:ほど|くらい|ぐらい)?(前(?![半後])|後(?![半期]))?`,
    ),
    bareAmount: shape(NUMERALS, `${N}(?:年(?![生目])|分(?![のけか])(?:\\d{1,2}秒)?|秒(?:\\d{1,2})?)(?:以上|以内)?`),
    clockWord: shape("正", "正午"),
    clock: shape(
      `${openHours} 　${NUMERALS}`,
      `${beforeHours}${GAP}(${N2})${GAP}時(?!間|代|点|期|速|刻|系|空|局|短|効)(?:(半)|(${N2})${GAP}分(?!の[\\d一二三四五六七八九])(?:(\\d{1,2})秒)?)?(?:${GAP}(${HALF_BEHIND}))?`,
    ),
    clockColon: shape(
      `${openHours}${DIGITS}`,
      `${beforeHours}(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![\\d:])(?:${GAP}(${HALF_BEHIND}))?`,
    ),
    /** 8pm, 11 AM. */
    clockHalf: shape(DIGITS, `(\\d{1,2})${GAP}(${HALF_BEHIND})`),
    sameHalf: shape("同", "同"),
    /** By the low byte of the first unit: that of any katakana. */
    katakana: shape(KATAKANA, "[ァ-ヶ]{2}"),
    link: shape("の", "の"),
    space: shape(" 　T", `[ 　T](?=\\d{1,2}:\\d{2}|(?:${oneOf(parts)}|${HALF})${GAP}\\d)`),
    /** 翌25日, 同15日: a day in the month of another date. */
    dayThere: shape("翌同", `(翌|同)(${N2})日(?![間本])`),
    /** 3〜5日, 10、11日, behind a month or alone. */
    dayRange: shape(DIGITS, String.raw`(\d{1,2})([~〜～\-–―、,・])(\d{1,2})日(?![間本])`),
    /** 7〜9月期, 4-6月. */
    monthRange: shape(DIGITS, String.raw`(\d{1,2})月?[~〜～\-–―](\d{1,2})月期?(?!\d)`),
    parenYear: shape("(", `\\((?:${oneOf(eras)})(?:\\d{1,2}|元)年(?:度)?\\)|\\(\\d{3,4}年\\)`),
    about: shape("頃ご", "頃|ごろ"),
    aboutMonth: shape("頃ご期", "頃|ごろ|期(?![待間限])"),
    today: shape("今", "今日"),
    sameDay: shape("今き", "今日|きょう"),
    sameMonth: shape("今", "今月"),
    fiscalMark: shape("度", "度"),
    weekendMark: shape("末", "末"),
  });
}

export type DateShapes = ReturnType<typeof dateShapes>;
