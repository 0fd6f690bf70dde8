/** A date found in a line, with the time beside it. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** Day and time without what joins them, to be read as a date. */
  readonly text: string;
}

const CLOCK = String.raw`(?:午前|午後|[ap]\.?m\.?)?\s{0,3}\d{1,2}\s?[:：時]\s?\d{1,2}分?(?:\s?[:：]?\s?\d{1,2}秒?)?(?:\s{0,3}(?:[ap]\.?m\.?)(?![a-z]))?`;
const DAY = String.raw`(?:(?:令和|平成|昭和)\s?(?:\d{1,2}|元)年\s?\d{1,2}月\s?\d{1,2}日|\d{4}\s?年\s{0,3}\d{1,2}\s?月\s{0,3}\d{1,2}\s?日|\d{4}(?<sep>[-/.])\s?\d{1,2}\k<sep>\s?\d{1,2}(?!\d)|(?<![\d/])\d{2}\/\d{2}\/\d{2}(?=\s?[(（\s])|(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|(?<![\d./])\d{1,2}(?<dot>[./])\s?\d{1,2}\k<dot>\s?\d{4}(?!\d))`;
const WEEKDAY = String.raw`(?:\s{0,3}[(（〔［[](?:[日月火水木金土](?:曜日?)?(?:・?祝)?|(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6})[)）〕］\]]|\s?[日月火水木金土]曜日)?`;
const JOIN = String.raw`[\s,、|｜・·•@＠—–―\-/(（]{0,6}(?:at|on|um|à|kl\.?|alle|om|の)?[\s@＠]{0,3}`;
const DAY_FIRST = new RegExp(`(?<day>${DAY}${WEEKDAY})(?:(?:T|${JOIN})(?<clock>${CLOCK}))?`, "i");
const CLOCK_FIRST = new RegExp(
  `(?<clock>${CLOCK})${JOIN}(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6},?\\s)?(?<day>${DAY})`,
  "i",
);
/** Dates that count from when the page was saved. */
const VAGUE =
  /(?:約\s?)?\d{1,4}\s?(?:秒|分|時間|日|週間?|[かカヵヶケ箇]月|年)\s?半?前|たった今|\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?[(（][日月火水木金土][)）])?(?:\s{0,3}\d{1,2}[:：]\d{2})?|\b\d{1,2}\/\d{1,2}\s?[(（][日月火水木金土][)）](?:\s{0,3}\d{1,2}[:：]\d{2})?|\b(?:\d{1,4}|an?)\s(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\sago\b|(?<![ぁ-んァ-ヶ一-龠])(?:今日|本日|昨日|きのう|一昨日|おととい|\byesterday\b)(?:の?\s{0,3}\d{1,2}[:：]\d{2}|(?![ぁ-んァ-ヶ一-龠]))/i;
/** Longer lines are no lines of a head. */
const LONGEST = 400;

/** Returns the first date in a line with the time beside it, in either order; null where there is none. */
export function findDate(line: string): FoundDate | null {
  if (line.length > LONGEST || !/[\d０-９元]/.test(line)) return null;
  // Full-width digits and signs take one unit each, so that places stay.
  const plain = line.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const match = DAY_FIRST.exec(plain);
  if (match === null) return null;
  const turned = CLOCK_FIRST.exec(plain);
  const { index, groups = {}, 0: whole } = turned !== null && turned.index < match.index ? turned : match;
  return { start: index, end: index + whole.length, text: tidy(groups.day!, groups.clock ?? "") };
}

const WEEKDAY_AT_END =
  /\s*(?:[[(（〔［](?:[日月火水木金土](?:曜日?)?(?:・?祝)?|[a-z]+)[)）〕］\]]|[日月火水木金土]曜日)\s*$/i;

function tidy(day: string, clock: string): string {
  const date = day
    .replace(WEEKDAY_AT_END, "")
    .replace(/(\d)\.(?=\s[a-z])/i, "$1")
    .replace(/([./])\s/g, "$1")
    .replace(/\s*年\s*/, "年")
    .trim();
  return `${date} ${clock.replace(/\s*([:：時])\s*/g, "$1")}`.trim();
}

/** Returns the first date in a line that only the time of saving completes: 3日前, 昨日 10:06, 4月1日. */
export function findVagueDate(line: string): FoundDate | null {
  if (line.length > LONGEST) return null;
  const match = VAGUE.exec(line);
  return match === null
    ? null
    : { start: match.index, end: match.index + match[0].length, text: match[0].replace(/^約\s?/, "") };
}

/** Whether a line holds a date of any kind. */
export function hasDate(line: string): boolean {
  return line.length <= 120 && (findDate(line) !== null || findVagueDate(line) !== null);
}
