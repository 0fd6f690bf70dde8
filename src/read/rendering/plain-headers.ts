import { isDate, resolvePageDate } from "../../text/page-date.ts";
import { shownName } from "../boards/post.ts";
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
  /** The writer's id of the day, on boards. */
  readonly dayId: string | null;
  /**
   * How it is written, and how exact its date: heads of one page are all alike. `board`: number, name and date on a
   * line; `says`: 「りんご より:」; `handle`: `@ringo`; `line`: name and date on a line; `two`: a name over a date.
   */
  readonly style: Style;
  readonly exact: "time" | "day" | "relative";
}

type Style = "board" | "says" | "handle" | "line" | "two";

/** Whether a head says by itself that it is one. */
export function isNamed({ style }: PlainHeader): boolean {
  return style === "board" || style === "says" || style === "handle";
}

const SAYS = /^(.{1,40}?)\s?(?:より|さん(?:の発言|のコメント)?|says|wrote|said)\s?[:：]$/i;
const BOARD =
  /^(\d{1,5})\s?[：:]?\s?(.{0,80}?)\s?[：:]?\s?((?:20)?\d\d\/\d\d\/\d\d\s?\([日月火水木金土]\)\s?\d\d:\d\d(?::\d\d)?(?:\.\d+)?)(?:\s+ID:(\S{4,20}))?(?:\s+(?:ID|BE):\S+)*$/;
/** Name and date on one line, as Blogger copies them: `みかん2025年4月1日 10:06`. */
const ONE_LINE =
  /^(\S.{0,39}?)\s?((?:20)\d\d\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?\s?(?:午前|午後)?\s?\d{1,2}[:時]\d{2}分?(?::\d\d)?(?:\s?[AP]M)?)$/i;
const LONGEST_NAME = 40;
/** A name does not end as a sentence does. */
const SENTENCE = /[。．!！?？…]$/;

/** Returns the head that begins at a line: on one line at boards, else a name and under it a date; null for none. */
export function plainHeaderAt(lines: readonly Line[], at: number): PlainHeader | null {
  const { text } = lines[at]!;
  if (text === "" || text.length > 160) return null;
  const board = BOARD.exec(text.normalize("NFKC"));
  if (board !== null) {
    const [, number = "", name = "", date = "", dayId = null] = board;
    const whole = number.replace(/^0+(?=\d)/, "");
    return { ...onLine(at, date), author: boardName(name), number: whole, dayId, style: "board", exact: "time" };
  }
  const line = ONE_LINE.exec(text.normalize("NFKC"));
  if (line !== null && !SENTENCE.test(line[1]!)) {
    return { ...onLine(at, line[2]!), author: line[1]!, number: null, dayId: null, style: "line", exact: "time" };
  }
  const says = SAYS.exec(text)?.[1];
  const name = says ?? text;
  if (name.length > LONGEST_NAME || SENTENCE.test(name) || isActionLine(lines[at]!) || exactness(text) !== null)
    return null;
  const dateLine = nextFilled(lines, at + 1);
  const shown = lines[dateLine]?.text.replace(/^(?:投稿日時?|日時)\s?[:：]\s?/, "");
  const exact = shown === undefined ? null : exactness(shown);
  if (shown === undefined || exact === null || dateLine - at > 2) return null;
  const handle = /^@[\w.\-_ぁ-んァ-ヶ一-龠ー]{2,40}$/.test(text);
  return {
    author: name.trim(),
    date: shown,
    from: at,
    dateLine,
    body: dateLine + 1,
    number: null,
    dayId: null,
    style: says !== undefined ? "says" : handle ? "handle" : "two",
    exact,
  };
}

function onLine(at: number, date: string): Pick<PlainHeader, "date" | "from" | "dateLine" | "body"> {
  return { date, from: at, dateLine: at, body: at + 1 };
}

/** `名前:みかん[sage] 投稿日` is みかん: what stands in brackets there is a mail address. */
function boardName(shown: string): string | null {
  const name = shown.replace(/\s?投稿日$/, "").trim();
  return shownName(/^名前\s?:/.test(name) ? name.replace(/^名前\s?:\s?/, "").replace(/\s?\[[^\]]*\]$/, "") : name);
}

function exactness(text: string): PlainHeader["exact"] | null {
  if (text.length > 40) return null;
  const date = resolvePageDate(text);
  if (date === "relative") return "relative";
  return isDate(date) ? (date.value.includes("T") ? "time" : "day") : null;
}
