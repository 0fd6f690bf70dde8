import {
  ANCHOR_DAYS,
  ANCHOR_FISCAL,
  ANCHOR_MONTHS,
  ANCHOR_WEEKS,
  ANCHOR_YEARS,
  CONTEXT_DAYS,
  CONTEXT_FISCAL,
  CONTEXT_MONTHS,
  CONTEXT_YEARS,
  ERA_LETTERS,
  ERAS,
  HALVES,
  NAMED_DAYS,
  SEASONS,
  SETS,
  THIRDS,
  VAGUE,
  WEEKDAYS,
  YEAR_ENDS,
} from "./words.ts";

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

const listed = (tables: readonly object[]): string[] =>
  tables.flatMap((table) => (Array.isArray(table) ? (table as string[]) : Object.keys(table)));
const oneOf = (...tables: object[]): string =>
  listed(tables)
    .sort((a, b) => b.length - a.length)
    .join("|");
const firsts = (...tables: object[]): string =>
  listed(tables)
    .map((word) => word[0])
    .join("");
const oneOfWords = (...tables: object[]): Shape => shape(firsts(...tables), oneOf(...tables));

const DIGITS = "0123456789";
export const KANJI = "〇零一二三四五六七八九十百千";
const NUMERALS = DIGITS + KANJI;
const LETTERS = firsts(ERA_LETTERS);
const N = `(?:\\d{1,4}|[${KANJI}]{1,7})`;
const N2 = `(?:\\d{1,2}|[${KANJI}]{1,3})`;
const GAP = "[ 　]?";

export const NUMERIC = shape(DIGITS, String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])`);
export const ERA_NUMERIC = shape(LETTERS, String.raw`([RHSTM])(\d{1,2})([-/.])(\d{1,2})\3(\d{1,2})(?!\d)`);
export const MONTH_DAY = shape(DIGITS, String.raw`(\d{1,2})/(\d{1,2})(?![\d/])`);
export const ERA_YEAR = shape(firsts(ERAS), `(${oneOf(ERAS)})${GAP}(${N2}|元)${GAP}年`);
export const LETTER_YEAR = shape(LETTERS, String.raw`([RHSTM])(\d{1,2})年`);
export const SHORT_YEAR = shape("'", String.raw`'(\d{2})年`);
export const WESTERN_YEAR = shape(`紀西BA 　${NUMERALS}`, `(紀元前|西暦|BC|AD)?${GAP}(${N})${GAP}年`);
export const YEAR_WORD = shape(firsts(ANCHOR_YEARS, CONTEXT_YEARS), `(?:${oneOf(ANCHOR_YEARS, CONTEXT_YEARS)})(?!度)`);
export const FISCAL_WORD = oneOfWords(ANCHOR_FISCAL, CONTEXT_FISCAL);
export const MONTH = shape(NUMERALS, `(${N2})${GAP}月(?![間曜面])`);
export const MONTH_WORD = oneOfWords(ANCHOR_MONTHS, CONTEXT_MONTHS);
export const DAY = shape(NUMERALS, `(${N2})${GAP}日(?![間本米韓中朝独仏英露銀系])(?:付け?)?`);
export const DAY_WORD = oneOfWords(ANCHOR_DAYS, CONTEXT_DAYS);
export const WEEK_WORD = oneOfWords(ANCHOR_WEEKS);
export const WEEKDAY = shape(WEEKDAYS, `([${WEEKDAYS}])曜(?:日)?`);
export const WEEKDAY_MARK = shape("(", `\\(([${WEEKDAYS}])(?:曜日?)?(?:・?祝)?\\)`);
export const SEASON_WORD = shape("今昨来", `([今昨来])([${SEASONS}])(?![${SEASONS}])`);
export const SEASON = shape(SEASONS, `[${SEASONS}](?![一-龠々]|めい)|[${SEASONS}](?=以降|頃|季|場所|開|発)`);
export const THIRD = oneOfWords(THIRDS);
export const HALF = oneOfWords(HALVES);
export const QUARTER = shape("第", "第([1-4一二三四])四半期");
export const YEAR_END = oneOfWords(YEAR_ENDS);
export const DECADE = shape(NUMERALS, `(${N})年代(?:(?:前半|後半|初頭|末|半ば))?`);
export const ERA_DECADE = shape(firsts(ERAS), `(${oneOf(ERAS)})(${N2})年代`);
export const CENTURY = shape(`西紀${NUMERALS}`, `(?:西暦|紀元前)?(${N2})世紀(?:前半|後半|初頭|末|半ば)?`);
export const CENTURY_WORD = shape("前今", "前世紀|今世紀");
export const NAMED_DAY = oneOfWords(NAMED_DAYS);
export const VAGUE_WORD = oneOfWords(VAGUE);
export const SET_WORD = oneOfWords(SETS);
const UNIT = "年|[かカヵヶケ箇]月|ヵ月|週間?|日間?|時間|分間?|秒間?|世紀";
export const AMOUNT = shape(
  `半数何幾${NUMERALS}`,
  `(半(?=年|月|日|世紀)|数十|十数|数|何十|何|幾|${N}(?:数)?|\\d+\\.\\d+)(${UNIT})(半)?(?:ほど|くらい|ぐらい|近く|以上|あまり|余り)?(前|後|間|目|以上|ぶり|連続|以内)?`,
);
export const BARE_AMOUNT = shape(
  NUMERALS,
  `${N}(?:年(?![生目])|分(?![のけか])(?:\\d{1,2}秒)?|秒(?:\\d{1,2})?)(?:以上|以内)?`,
);
export const CLOCK_WORD = shape("正深", "正午|深夜0時");
export const CLOCK = shape(
  `午朝夜夕深未AP 　${NUMERALS}`,
  `(午前|午後|朝の?|夜の?|夕方の?|深夜の?|未明の?|AM|PM)?${GAP}(${N2})${GAP}時(?!間|代|点|期|速|刻|系|空|局|短|効)(?:(半)|(\\d{1,2})${GAP}分(?!の)(?:(\\d{1,2})秒)?)?`,
);
export const CLOCK_COLON = shape(`午${DIGITS}`, String.raw`(午前|午後)?(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])`);
export const LINK = shape("の", "の");
export const PAREN_YEAR = shape("(", `\\((?:${oneOf(ERAS)})(?:\\d{1,2}|元)年(?:度)?\\)|\\(\\d{3,4}年\\)`);
export const ABOUT = shape("頃ご", "頃|ごろ");
export const ABOUT_MONTH = shape("頃ご期", "頃|ごろ|期(?![待間限])");
export const TODAY = shape("今", "今日");
export const SAME_DAY = shape("今き", "今日|きょう");
export const SAME_MONTH = shape("今", "今月");
export const FISCAL_MARK = shape("度", "度");
export const WEEKEND_MARK = shape("末", "末");
