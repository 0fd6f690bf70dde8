/** First year of each era, less one. */
export const ERAS: Readonly<Record<string, number>> = {
  令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867, 慶応: 1864, 元治: 1863, 文久: 1860, 万延: 1859, 安政: 1853,
  嘉永: 1847, 弘化: 1843, 天保: 1829, 文政: 1817, 文化: 1803, 享和: 1800, 寛政: 1788, 天明: 1780, 安永: 1771, 明和: 1763,
  宝暦: 1750, 寛延: 1747, 延享: 1743, 寛保: 1740, 元文: 1735, 享保: 1715, 正徳: 1710, 宝永: 1703, 元禄: 1687, 貞享: 1683,
  天和: 1680, 延宝: 1672, 寛文: 1660, 万治: 1657, 明暦: 1654, 承応: 1651, 慶安: 1647, 正保: 1643, 寛永: 1623, 元和: 1614,
  慶長: 1595, 文禄: 1591, 天正: 1572, 元亀: 1569, 永禄: 1557, 弘治: 1554, 天文: 1531, 享禄: 1527, 大永: 1520, 永正: 1503,
  文亀: 1500, 明応: 1491, 延徳: 1488, 長享: 1486, 文明: 1468, 応仁: 1466, 建武: 1333, 元弘: 1330, 弘安: 1277, 文永: 1263,
  承久: 1218, 建久: 1189, 文治: 1184, 寿永: 1181, 治承: 1176, 平治: 1158, 保元: 1155, 延喜: 900, 貞観: 858, 弘仁: 809,
  延暦: 781, 天平: 728, 和銅: 707, 大宝: 700,
}; // biome-ignore format: a table
/** Letters that stand for an era. */
export const ERA_LETTERS: Readonly<Record<string, string>> = { R: "令和", H: "平成", S: "昭和", T: "大正", M: "明治" };

/** Words that stand for a year, month, day or week: counted from the anchor. */
export const ANCHOR_YEARS: Readonly<Record<string, number>> = {
  今年: 0, ことし: 0, 本年: 0, 昨年: -1, 去年: -1, 一昨年: -2, おととし: -2, 来年: 1, 再来年: 2, 明年: 1,
};
export const ANCHOR_MONTHS: Readonly<Record<string, number>> = { 今月: 0, 先月: -1, 先々月: -2, 来月: 1, 再来月: 2 };
export const ANCHOR_DAYS: Readonly<Record<string, number>> = {
  今日: 0, きょう: 0, 本日: 0, 昨日: -1, きのう: -1, 一昨日: -2, おととい: -2, 明日: 1, あした: 1, あす: 1, 明後日: 2, あさって: 2,
  明々後日: 3, しあさって: 3, 今朝: 0, けさ: 0, 今晩: 0, 今夜: 0, 昨夜: -1, 昨晩: -1, ゆうべ: -1, 明朝: 1, 明晩: 1,
};
export const ANCHOR_WEEKS: Readonly<Record<string, number>> = { 今週: 0, 先週: -1, 先々週: -2, 来週: 1, 再来週: 2 };
export const ANCHOR_FISCAL: Readonly<Record<string, number>> = { 今年度: 0, 本年度: 0, 昨年度: -1, 来年度: 1 };
/** The same, counted from another date in the text. */
export const CONTEXT_YEARS: Readonly<Record<string, number>> = { 同年: 0, 翌年: 1, 翌々年: 2, 前年: -1 };
export const CONTEXT_MONTHS: Readonly<Record<string, number>> = { 同月: 0, 翌月: 1, 前月: -1 };
export const CONTEXT_DAYS: Readonly<Record<string, number>> = { 同日: 0, 翌日: 1, 翌朝: 1, 翌々日: 2, 前日: -1, 前夜: -1 };
export const CONTEXT_FISCAL: Readonly<Record<string, number>> = { 翌年度: 1, 前年度: -1, 同年度: 0 };

/** Days with a name: month and day. */
export const NAMED_DAYS: Readonly<Record<string, readonly [number, number]>> = {
  元旦: [1, 1], 元日: [1, 1], 大晦日: [12, 31], 大みそか: [12, 31], クリスマスイブ: [12, 24], クリスマス・イブ: [12, 24], クリスマス: [12, 25],
  バレンタインデー: [2, 14], ホワイトデー: [3, 14], ハロウィン: [10, 31], 終戦記念日: [8, 15], 建国記念の日: [2, 11],
};
/** Ends of the year: third of December or January, and the year counted from the anchor's if the word says so. */
export const YEAR_ENDS: Readonly<Record<string, readonly [month: number, third: number]>> = {
  年末: [12, 2], 年の瀬: [12, 2], 年始: [1, 0], 年初: [1, 0], 年明け: [1, 0], 年頭: [1, 0],
};
export const SEASONS = "春夏秋冬";
export const SEASON_YEARS: Readonly<Record<string, number>> = { 今: 0, 昨: -1, 来: 1 };
export const WEEKDAYS = "月火水木金土日";
/** Words for the thirds of a month (and, after a year, of its first or last month). */
export const THIRDS: Readonly<Record<string, number>> = {
  上旬: 0, 初旬: 0, 初め: 0, はじめ: 0, 初頭: 0, 頭: 0, 中旬: 1, 半ば: 1, なかば: 1, 中頃: 1, 中ごろ: 1, 下旬: 2, 末: 2, 末日: 2,
};
export const HALVES: Readonly<Record<string, number>> = {
  前半: 1, 後半: 2, 上半期: 1, 下半期: 2, 上期: 1, 下期: 2,
};
/** Names of times that no calendar bounds, and of stretches of history. */
export const VAGUE: readonly string[] = [
  "最近", "この前", "先日", "近年", "昨今", "昔", "大昔", "戦後", "戦前", "戦中", "戦時中", "古代", "中世", "近世", "近代", "近現代", "現代", "週末",
  "平日", "初日", "最終日", "当日", "翌週", "前週", "ゴールデンウィーク", "お盆", "正月", "幕末", "半年", "半月", "半日", "年度末", "月末", "月初",
  "縄文時代", "弥生時代", "古墳時代", "飛鳥時代", "奈良時代", "平安時代", "鎌倉時代", "室町時代", "南北朝時代", "戦国時代", "安土桃山時代",
  "江戸時代", "明治時代", "大正時代", "昭和時代", "平成時代", "三国時代", "石器時代", "新石器時代", "旧石器時代", "青銅器時代", "鉄器時代",
  "古墳時代末期", "江戸時代初期", "江戸時代中期", "江戸時代後期", "江戸時代末期", "平安時代後期", "平安時代末期", "鎌倉時代末期",
  "室町時代後期", "室町時代前期", "戦国時代末期", "明治維新後", "ソ連時代", "冷戦期", "戦間期", "昭和", "平成", "令和", "大正", "明治",
];
export const SETS: readonly string[] = ["毎年", "毎月", "毎週", "毎日", "毎朝", "毎晩", "例年", "隔週", "隔月", "隔年"];
