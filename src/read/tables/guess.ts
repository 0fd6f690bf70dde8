import { parsePageDate } from "../../text/page-date.ts";
import { parseCount } from "../count.ts";
import { isPersonalValue } from "./personal.ts";

/** The cells of the first rows, by column. */
export type Sample = ReadonlyMap<string, readonly string[]>;

/** What the cells of a column look like. */
export interface Look {
  readonly filled: number;
  /** Mean length of the filled cells. */
  readonly length: number;
  /** Shares of the filled cells. */
  readonly distinct: number;
  readonly dates: number;
  readonly counts: number;
  /** Seconds or fractions of them since 1970, from 2001 on. */
  readonly epochs: number;
  readonly personal: number;
  readonly addresses: number;
}

const LONGEST_LOOKED_AT = 400;

export function lookAt(cells: readonly string[]): Look {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const share = (test: (cell: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const lengths = filled.reduce((sum, cell) => sum + Math.min(cell.length, LONGEST_LOOKED_AT), 0);
  return {
    filled: filled.length,
    length: filled.length === 0 ? 0 : lengths / filled.length,
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    dates: share(isDate),
    counts: share((cell) => parseCount(cell) !== null),
    epochs: share((cell) => /^(?:1[0-9]|20)\d{8}(?:\d{3}|\d{6}|\d{9})?(?:\.\d+)?$/.test(cell)),
    personal: share(isPersonalValue),
    addresses: share((cell) => /^https?:\/\/\S+$/.test(cell)),
  };
}

function isDate(cell: string): boolean {
  const date = parsePageDate(cell);
  return date !== null && date !== "invalid";
}

/** Mean length from which cells are words in one's own, not a choice among answers; and how many cells say so. */
const LONG = 12;
const ENOUGH = 3;
const DISTINCT = 0.7;
/** A name that asks for words makes shorter ones and fewer cells enough. */
const ASKS =
  /意見|感想|要望|自由|理由|お聞かせ|ご記入|コメント|口コミ|クチコミ|レビュー|お書き|comment|feedback|review|why|describe/i;
const LONG_WHEN_ASKED = 8;
const ENOUGH_WHEN_ASKED = 2;

/** Whether a column's cells are words in one's own. */
export function isFreeText(name: string, look: Look): boolean {
  const asked = ASKS.test(name);
  return (
    look.filled >= (asked ? ENOUGH_WHEN_ASKED : ENOUGH) &&
    look.length >= (asked ? LONG_WHEN_ASKED : LONG) &&
    look.distinct >= DISTINCT &&
    Math.max(look.dates, look.counts, look.personal, look.addresses) < 0.5
  );
}

/** More answers than one chooses from, and longer ones than names of places. */
const MANY = 8;
const SENTENCES = 8;

/** Whether a column's cells may be words in one's own though some say the same: what is told, since only its owner knows. */
export function isWordy({ filled, length, distinct, dates, counts, personal, addresses }: Look): boolean {
  return (
    filled * distinct >= MANY &&
    length >= SENTENCES &&
    distinct >= 0.25 &&
    Math.max(dates, counts, personal, addresses) < 0.5
  );
}

/** Returns how much a column looks like the words of comments; the highest is the likeliest. */
export function likelihood(name: string, { length, distinct, dates, counts, addresses, personal }: Look): number {
  return (length * distinct + (ASKS.test(name) ? LONG : 0)) * (1 - Math.max(dates, counts, addresses, personal));
}

const TIMES = /time|date|epoch|posted|created|published|sent|(?:^|[_ ])(?:at|on|ts)(?:$|[_ ])|[a-z]At$|日|時/;

/** Whether a column's cells are dates, or seconds since 1970 under a name that speaks of time. */
export function isDateColumn(name: string, { filled, dates, epochs }: Look): boolean {
  return filled >= 2 && (dates >= 0.8 || (epochs >= 0.9 && TIMES.test(name)));
}

const VOTES = /いいね|イイネ|賛|共感|票|👍|like|vote|good|favou?rite/i;

/** Votes against, and what numbers a vote. */
const NO_LIKES = /dis_?like|un_?like|down|反対|不|id$|no$|番号|率|rate/i;

/** Whether a column counts likes: by its name in part, and its cells. */
export function isVoteColumn(name: string, { filled, counts }: Look): boolean {
  return VOTES.test(name) && !NO_LIKES.test(name) && name.length <= 20 && filled >= 1 && counts >= 0.9;
}
