/** A piece of text that is repeated without an end of sentence, hard for some layer. */
interface Family {
  readonly name: string;
  readonly piece: string;
}

export const FAMILIES: readonly Family[] = [
  { name: "kanji-numerals", piece: "一億二千" },
  { name: "digits", piece: "0123456789" },
  { name: "grouped-digits", piece: "1,234,567," },
  { name: "digits-slashes", piece: "12/3/4/" },
  { name: "year-month-day", piece: "3年4月5日" },
  { name: "bare-units", piece: "年月日" },
  { name: "clocks", piece: "午後1時から3:00PM、" },
  { name: "weekdays", piece: "毎週月曜日と火曜日の" },
  { name: "names", piece: "山田太郎氏と" },
  { name: "latin-names", piece: "John Smith and " },
  { name: "openers", piece: "「" },
  { name: "openers-words", piece: "「雨（が" },
  { name: "closers", piece: "」" },
  { name: "closers-words", piece: "雨」が）" },
  { name: "commas", piece: "、" },
  { name: "words-commas", piece: "良い、悪い、" },
  { name: "は", piece: "は" },
  { name: "urls", piece: "https://example.com/a?b=c&d=e " },
  { name: "url", piece: "https://example.com/" },
  { name: "emoji", piece: "👨‍👩‍👧‍👦" },
  { name: "katakana", piece: "アイウエオ" },
  { name: "long-vowels", piece: "ー" },
  { name: "と言った", piece: "雨だと言った人が" },
  { name: "ので", piece: "寒かったので" },
  { name: "ない", piece: "良くない" },
  { name: "のは", piece: "良いのは悪いのは" },
  { name: "spaces", piece: " " },
  { name: "newlines", piece: "\n" },
  { name: "words-newlines", piece: "雨\n" },
  { name: "nfd", piece: "か\u3099は\u309aん" },
  { name: "half-width", piece: "ｶﾞｯｶﾘﾀﾞ" },
  { name: "laughs", piece: "ww" },
  { name: "marks", piece: "！？" },
  { name: "dots", piece: "…" },
  { name: "anchors", piece: ">>12 " },
  { name: "surrogates", piece: "𠮷" },
];
