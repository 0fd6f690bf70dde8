import type { DateValue, Furniture, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Format } from "../format.ts";
import { type Wordless, wordless, wordlessNotes } from "../line/wordless.ts";

const NAME = "line-talk";
const HEAD = /^\[LINE\]\s*(?:(.*?)(?:との|の)トーク履歴|Chat history (?:with|in) (.*?))\s*$/;
const SAVED = /^(?:保存日時|Saved on)\s*[:：]\s*(.+)$/;
/** A day: `2025/04/01(火)`, `2025.04.01 火曜日`, `Tue, 4/1/2025`. */
const DAY =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(\d{4}[./]\d{1,2}[./]\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})\s*(?:[(（][日月火水木金土][)）]|[日月火水木金土]曜日|\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?$/;
const TABBED_TIME = /^((?:午前|午後|[AP]M)?\s?\d{1,2}:\d{2}\s?(?:[AP]M)?)\t(.*)$/i;
const TIME = /^((?:午前|午後|[AP]M)?\s?\d{1,2}:\d{2}\s?(?:[AP]M)?)(?:\t|\s)(.*)$/i;
interface Message {
  readonly day: string;
  readonly time: string;
  readonly name: string;
  readonly words: string[];
  /** The line on which it begins. */
  readonly line: number;
}

/** The format of a history that LINE wrote of a talk or an open chat, by iPhone, Android or PC. */
export const lineTalk: Format = {
  name: NAME,
  description: "LINE トーク履歴 and オープンチャット, as the app saves them",
  needs: "a first line [LINE] …のトーク履歴, then days, times, names and words",
  detect: ({ text }) => (HEAD.test(firstLine(text)) ? 0.97 : 0),
  *read(decoded) {
    const [head = "", ...lines] = decoded.text.split(/\r\n|\n|\r/);
    const found = HEAD.exec(head);
    const title = (found?.[1] ?? found?.[2] ?? "").replace(/^"|"$/g, "").trim();
    const { messages, furniture, tabbed } = readLines(lines);
    if (messages.length === 0 && title === "") throw notAnArticle(decoded, NAME);
    const read = messages.map((message) => commentOf(message, tabbed));
    const without = read.map((one) => one.without).filter((one) => one !== null);
    const notes: Note[] = [{ code: "no-article-text", message: "a talk has no article" }, ...wordlessNotes(without)];
    yield makeDiscussion(decoded, NAME, {
      article: { title, text: "", notes },
      comments: read.map(({ draft }) => draft),
      furniture,
    });
  },
};

function firstLine(text: string): string {
  return text.slice(0, 300).split(/[\r\n]/, 1)[0]!;
}

interface Talk {
  readonly messages: Message[];
  readonly furniture: Furniture[];
  /** Whether the fields are parted by tabs, as the apps do. */
  readonly tabbed: boolean;
}

function readLines(lines: readonly string[]): Talk {
  // Apps part the fields by tabs, the PC by spaces, where a name ends at the first.
  const tabbed = lines.some((line) => /^\D{0,4}\d{1,2}:\d{2}[^\t]{0,4}\t/.test(line));
  const messages: Message[] = [];
  const furniture: Furniture[] = [];
  let day = "";
  let open: Message | null = null;
  const closing = tabbed ? closingQuotes(lines) : [];
  for (const [at, line] of lines.entries()) {
    // What stands in quotes is one message, whatever its lines look like.
    if (open !== null && closing[open.line]! >= at) {
      open.words.push(line);
      continue;
    }
    const dated = DAY.exec(line.trim());
    const timed = (tabbed ? TABBED_TIME : TIME).exec(line);
    if (dated !== null) {
      day = dated[1]!.replaceAll(".", "/");
      open = null;
    } else if (timed !== null && day !== "") {
      const [name, words] = fieldsOf(timed[2]!, tabbed);
      open = words === null ? null : { day, time: timed[1]!.trim(), name, words: [words], line: at };
      if (open === null) furniture.push({ kind: "system", text: line.replace(/\t+/g, " ") });
      else messages.push(open);
    } else if (open !== null) open.words.push(line);
    else if (line.trim() !== "") furniture.push({ kind: SAVED.test(line) ? "saved" : "other", text: line.trim() });
  }
  return { messages, furniture, tabbed };
}

/**
 * Returns, for each line on which a message opens a quote, the line that closes it: the next one before another message
 * that ends in an odd number of quotes. -1 for other lines, and where nothing closes what a message begins with.
 */
function closingQuotes(lines: readonly string[]): number[] {
  const closing = lines.map(() => -1);
  let next = -1;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at]!;
    if (TABBED_TIME.test(line)) {
      if (/^[^\t]*\t[^\t]*\t"/.test(line)) closing[at] = next;
      next = -1;
    } else if (/(?<!")(?:"")*"$/.test(line)) next = at;
  }
  return closing;
}

/** A line of two fields is LINE's own: somebody came, left, took a message back. */
function fieldsOf(rest: string, tabbed: boolean): readonly [string, string | null] {
  const at = rest.search(tabbed ? /\t/ : / /);
  return at <= 0 ? [rest, null] : [rest.slice(0, at), rest.slice(at + 1)];
}

interface MessageRead {
  readonly draft: CommentDraft;
  readonly without: Wordless | null;
}

function commentOf({ day, time, name, words }: Message, tabbed: boolean): MessageRead {
  const notes: Note[] = [];
  const text = unquoted(words.join("\n")).trim();
  const without = wordless(text, tabbed);
  if (without !== null) notes.push(without.note);
  const posted = when(day, time, notes);
  const author = name.trim() || null;
  return { draft: { author, posted, reactions: { up: null }, text: without === null ? text : "", notes }, without };
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
