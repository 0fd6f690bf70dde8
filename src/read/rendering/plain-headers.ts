import { isDate, resolvePageDate } from "../../text/page-date.ts";
import { type Line, nextFilled } from "./lines.ts";
import { isActionLine } from "./plain-signs.ts";

/** The head of a comment in plain text: who, when, and its lines. */
export interface PlainHeader {
  readonly author: string | null;
  /** As it stands there; read against the day of saving later. */
  readonly date: string;
  /** The first line, the line of the date, and the first line of the words. */
  readonly from: number;
  readonly dateLine: number;
  readonly body: number;
  /** The post's own number, on boards. */
  readonly number: string | null;
  /** Whether the line of the name says that it is one: 「りんご より:」, `Ringo says:`, `@ringo`. */
  readonly named: boolean;
}

const SAYS = /^(.{1,40}?)\s?(?:より|さん(?:の発言|のコメント)?|says|wrote|said)\s?[:：]$/i;
const BOARD =
  /^(\d{1,5})\s?[：:]?\s?(.{0,80}?)\s?[：:]?\s?((?:20)?\d\d\/\d\d\/\d\d\s?\([日月火水木金土]\)\s?\d\d:\d\d(?::\d\d)?(?:\.\d+)?)(?:\s+(?:ID|BE):\S+)*$/;
const LONGEST_NAME = 40;

/** Returns the head that begins at a line: on one line at boards, else a name and under it a date; null for none. */
export function plainHeaderAt(lines: readonly Line[], at: number): PlainHeader | null {
  const { text } = lines[at]!;
  if (text === "" || text.length > 160) return null;
  const board = BOARD.exec(text.normalize("NFKC"));
  if (board !== null) {
    const [, number = "", name = "", date = ""] = board;
    const author = name.trim() === "" ? null : name.trim();
    return { author, date, from: at, dateLine: at, body: at + 1, number: number.replace(/^0+(?=\d)/, ""), named: true };
  }
  const says = SAYS.exec(text)?.[1];
  const name = says ?? text;
  if (name.length > LONGEST_NAME || isActionLine(lines[at]!) || isShownDate(text)) return null;
  const dateLine = nextFilled(lines, at + 1);
  const shown = lines[dateLine]?.text.replace(/^(?:投稿日時?|日時)\s?[:：]\s?/, "");
  if (shown === undefined || dateLine - at > 2 || !isShownDate(shown)) return null;
  const handle = /^@[\w.\-_ぁ-んァ-ヶ一-龠]{2,40}$/.test(text);
  return {
    author: name.trim(),
    date: shown,
    from: at,
    dateLine,
    body: dateLine + 1,
    number: null,
    named: says !== undefined || handle,
  };
}

function isShownDate(text: string): boolean {
  if (text.length > 40) return false;
  const date = resolvePageDate(text);
  return date === "relative" || isDate(date);
}
