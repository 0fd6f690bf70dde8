import type { DateValue, Furniture, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Format } from "../format.ts";

const NAME = "line-talk";
const HEAD = /^\[LINE\]\s*(?:(.*?)(?:との|の)トーク履歴|Chat history (?:with|in) (.*?))\s*$/;
const SAVED = /^(?:保存日時|Saved on)\s*[:：]\s*(.+)$/;
/** A day: `2025/04/01(火)`, `2025.04.01 火曜日`, `Tue, 4/1/2025`. */
const DAY =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(\d{4}[./]\d{1,2}[./]\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})\s*(?:[(（][日月火水木金土][)）]|[日月火水木金土]曜日|\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?$/;
const TIME = /^((?:午前|午後|[AP]M)?\s?\d{1,2}:\d{2}\s?(?:[AP]M)?)(?:\t|\s)(.*)$/i;
/** What LINE writes where a message has no words. */
const MEDIA =
  /^\[(?:スタンプ|写真|動画|ファイル|ボイスメッセージ|音声|アルバム|位置情報|連絡先|ノート|プレゼント|Sticker|Photo|Video|File|Voice message|Album|Location|Contact|Notes?)\]$|^☎/;

interface Message {
  readonly day: string;
  readonly time: string;
  readonly name: string;
  readonly words: string[];
}

/** Reads a history that LINE wrote of a talk or an open chat, by iPhone, Android or PC. */
export const lineTalk: Format = {
  name: NAME,
  description: "LINE トーク履歴 and オープンチャット, as the app saves them",
  needs: "a first line [LINE] …のトーク履歴, then days, times, names and words",
  detect: ({ text }) => (HEAD.test(firstLine(text)) ? 0.97 : 0),
  *read(decoded) {
    const [head = "", ...lines] = decoded.text.split(/\r\n|\n|\r/);
    const found = HEAD.exec(head);
    const title = (found?.[1] ?? found?.[2] ?? "").replace(/^"|"$/g, "").trim();
    const { messages, furniture } = readLines(lines);
    if (messages.length === 0 && title === "") throw notAnArticle(decoded, NAME);
    const notes: Note[] = [{ code: "no-article-text", message: "a talk has no article" }];
    yield makeDiscussion(decoded, NAME, {
      article: { title, text: "", notes },
      comments: messages.map(commentOf),
      furniture,
    });
  },
};

function firstLine(text: string): string {
  return text.slice(0, 300).split(/[\r\n]/, 1)[0]!;
}

function readLines(lines: readonly string[]): { messages: Message[]; furniture: Furniture[] } {
  // Apps part the fields by tabs, the PC by spaces, where a name ends at the first.
  const tabbed = lines.some((line) => /^\D{0,4}\d{1,2}:\d{2}[^\t]{0,4}\t/.test(line));
  const messages: Message[] = [];
  const furniture: Furniture[] = [];
  let day = "";
  let open: Message | null = null;
  for (const line of lines) {
    const dated = DAY.exec(line.trim());
    const timed = TIME.exec(line);
    if (dated !== null) {
      day = dated[1]!.replaceAll(".", "/");
      open = null;
    } else if (timed !== null && day !== "") {
      const [name, words] = fieldsOf(timed[2]!, tabbed);
      open = words === null ? null : { day, time: timed[1]!.trim(), name, words: [words] };
      if (open === null) furniture.push({ kind: "system", text: line.replace("\t", " ") });
      else messages.push(open);
    } else if (open !== null) open.words.push(line);
    else if (line.trim() !== "") furniture.push({ kind: SAVED.test(line) ? "saved" : "other", text: line.trim() });
  }
  return { messages, furniture };
}

/** A line of two fields is LINE's own: somebody came, left, took a message back. */
function fieldsOf(rest: string, tabbed: boolean): readonly [string, string | null] {
  const at = rest.search(tabbed ? /\t/ : / /);
  return at < 0 ? [rest, null] : [rest.slice(0, at), rest.slice(at + 1)];
}

function commentOf({ day, time, name, words }: Message): CommentDraft {
  const notes: Note[] = [];
  const text = unquoted(words.join("\n")).trim();
  if (MEDIA.test(text)) notes.push({ code: "media", message: `it is no words, but ${text.slice(0, 20)}` });
  return { author: name.trim() || null, posted: when(day, time, notes), reactions: { up: null }, text, notes };
}

function when(day: string, time: string, notes: Note[]): DateValue | null {
  return readDate(`${day} ${time}`, notes, { order: "mdy" });
}

/** Words of several lines stand in quotes, a quote inside them twice. */
function unquoted(text: string): string {
  const whole = text.trim();
  return whole.length > 1 && whole.startsWith('"') && whole.endsWith('"') && whole.includes("\n")
    ? whole.slice(1, -1).replaceAll('""', '"')
    : text;
}
