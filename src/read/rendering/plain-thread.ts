import type { Note, TraceRow } from "../../model/discussion.ts";
import { answeredPost } from "../boards/anchors.ts";
import { dayIdNote } from "../boards/post.ts";
import { isCountLine, parseCount } from "../count.ts";
import { readDate } from "../dates.ts";
import type { CommentDraft } from "../discussion.ts";
import { type Line, nextFilled } from "./lines.ts";
import { isNamed, type PlainHeader, plainHeaderAt } from "./plain-headers.ts";
import { commentHeading, isActionLine, isFormLine, repliesShown } from "./plain-signs.ts";

/** The comments of a page that a browser copied as plain text, without indents. */
export interface PlainThread {
  readonly comments: CommentDraft[];
  readonly trace: readonly TraceRow[];
  /** The line at which the article ends: the heading over the thread, or its first comment. */
  readonly from: number;
  readonly end: number;
  /** How many comments the page says there are; 0 where it says nothing. */
  readonly told: number;
}

/** Fewest comments that make a thread where no heading and no name says that they are some. */
const FEWEST = 3;
const REACTION = /^(共感した|なるほど|うーん|参考になった|いいね!?|高評価)\s?([\d,.]+\s?[万千KM]?)\s?(?:件)?$/i;
const REACTION_NAME = /^(?:共感した|なるほど|うーん|参考になった|いいね!?|高評価)$/;
const NAMES: Readonly<Record<string, string>> = { 共感した: "up", いいね: "up", "いいね!": "up", 高評価: "up" };

/**
 * Returns the comments of a plain text: heads of a name and a date, each with its words up to the next head, under a
 * heading that says so or where their names or buttons tell. Null where there are none.
 */
export function findPlainThread(lines: readonly Line[], saved: string | undefined): PlainThread | null {
  const heading = lines.findIndex((line, at) => commentHeading(line) !== null && headsAfter(lines, at + 1) > 0);
  const told = heading < 0 ? 0 : commentHeading(lines[heading]!)!;
  const end = endOfThread(lines, heading + 1);
  const heads = headsIn(lines, heading < 0 ? 0 : heading + 1, end, heading >= 0);
  if (heads.length === 0) return null;
  const sure = heading >= 0 || (heads.length > 1 && heads.every(isNamed)) || haveButtons(lines, heads, end);
  if (!sure) return null;
  const from = heading < 0 ? heads[0]!.from : heading;
  const trace: TraceRow[] = [];
  const mark = (at: number, place: string, reason: string): void => {
    const { start, end: to, text } = lines[at]!;
    if (text !== "") trace.push({ start, end: to, place, reason });
  };
  for (let at = from; at < heads[0]!.from; at++) mark(at, "furniture", at === heading ? "comments-heading" : "other");
  const numbers = new Map<string, number>();
  const short = told === 0 || told > heads.length;
  const comments = heads.map((head, index) => {
    const place = `c${index + 1}`;
    const comment = readComment(lines, head, heads[index + 1]?.from ?? end, {
      saved,
      short,
      mark: (at, reason) => mark(at, reason === "action" ? "furniture" : place, reason),
    });
    const parent = answeredPost(comment.text, (number) => numbers.has(String(number)), comment.notes!);
    if (head.number !== null) numbers.set(head.number, index);
    return { ...comment, parent: parent === null ? null : numbers.get(String(parent))! };
  });
  trace.sort((a, b) => a.start - b.start);
  return { comments, trace, from, end, told };
}

function headsAfter(lines: readonly Line[], from: number): number {
  const first = nextFilled(lines, from);
  for (let at = first; at < Math.min(lines.length, first + 4); at++) if (plainHeaderAt(lines, at) !== null) return 1;
  return 0;
}

function endOfThread(lines: readonly Line[], from: number): number {
  for (let at = from; at < lines.length; at++) if (isFormLine(lines[at]!)) return at;
  return lines.length;
}

/** All heads of a page are alike: those that are written as the first, or as most, are some; others stand in somebody's words. */
function headsIn(lines: readonly Line[], from: number, end: number, headed: boolean): PlainHeader[] {
  const all: PlainHeader[] = [];
  for (let at = from; at < end; at++) {
    const head = plainHeaderAt(lines, at);
    if (head === null) continue;
    all.push(head);
    at = head.dateLine;
  }
  const kind = (head: PlainHeader): string => `${head.style} ${head.exact}`;
  const counts = new Map<string, number>();
  for (const head of all) counts.set(kind(head), (counts.get(kind(head)) ?? 0) + (isNamed(head) ? all.length : 1));
  const most = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0] as const)[0];
  const chief = headed && all.length > 0 ? kind(all[0]!) : most;
  return all.filter((head) => kind(head) === chief);
}

function haveButtons(lines: readonly Line[], heads: readonly PlainHeader[], end: number): boolean {
  const pressed = heads.filter((head, index) => {
    const next = heads[index + 1]?.from ?? end;
    for (let at = head.body; at < next; at++) if (isActionLine(lines[at]!)) return true;
    return false;
  });
  return heads.length >= FEWEST && pressed.length === heads.length;
}

/** The line of a reaction's name over its count, -1 for another line. */
function namedCount(lines: readonly Line[], at: number, from: number): number {
  let under = at - 1;
  while (under > from && lines[under]!.text === "") under--;
  return under >= from && REACTION_NAME.test(lines[under]!.text.normalize("NFKC")) ? under : -1;
}

/** What is known of a thread beside its lines, and what is told of each line that is read. */
interface CommentOptions {
  readonly saved: string | undefined;
  /** Whether there may be more comments than were found. */
  readonly short: boolean;
  mark(at: number, reason: "author" | "date" | "votes" | "body" | "action"): void;
}

function readComment(
  lines: readonly Line[],
  head: PlainHeader,
  to: number,
  { saved, short, mark }: CommentOptions,
): CommentDraft {
  const notes: Note[] = [];
  const reactions: Record<string, number | null> = { up: null };
  mark(head.from, "author");
  if (head.dateLine !== head.from) mark(head.dateLine, "date");
  if (head.dayId !== null) notes.push(dayIdNote(head.dayId));
  let last = to;
  let replies = 0;
  let pressed = false;
  // Buttons and counts stand under the words; what looks like one inside them is the writer's.
  for (let at = to - 1; at >= head.body; at--) {
    const line = lines[at]!;
    const counted = REACTION.exec(line.text.normalize("NFKC"));
    if (counted !== null) {
      const name = NAMES[counted[1]!] ?? counted[1]!;
      reactions[name] = parseCount(counted[2]!);
      mark(at, "votes");
    } else if (isCountLine(line.text) && namedCount(lines, at, head.body) >= 0) {
      const under = namedCount(lines, at, head.body);
      const word = lines[under]!.text.normalize("NFKC");
      reactions[NAMES[word] ?? word] = parseCount(line.text);
      mark(under, "votes");
      mark(at, "votes");
      at = under;
    } else if (pressed && reactions.up === null && head.style === "handle" && isCountLine(line.text)) {
      reactions.up = parseCount(line.text);
      mark(at, "votes");
    } else if (line.text !== "" && isActionLine(line)) {
      mark(at, "action");
      replies = Math.max(replies, repliesShown(line) ?? 0);
      pressed = true;
    } else if (line.text !== "") break;
    last = at;
  }
  if (replies > 0 && short) {
    notes.push({ code: "missing-replies", message: `it has ${replies} replies, which the text holds only if opened` });
  }
  const words: string[] = [];
  for (let at = head.body; at < last; at++) {
    mark(at, "body");
    words.push(lines[at]!.text);
  }
  return {
    sourceId: head.number,
    author: head.author,
    posted: readDate(head.date, notes, { saved }),
    reactions,
    text: words
      .join("\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    notes,
  };
}

/** The note of a text that shows signs of comments of which fewer were read; nothing where all were. */
export function unreadComments(lines: readonly Line[], read: number): Note[] {
  let told = 0;
  let says = 0;
  let dated = 0;
  let buttons = 0;
  for (const [at, line] of lines.entries()) {
    told = Math.max(told, commentHeading(line) ?? 0);
    if (isActionLine(line)) buttons++;
    const head = plainHeaderAt(lines, at);
    if (head !== null && isNamed(head)) says++;
    else if (head?.style === "line") dated++;
  }
  const signs = [
    ...(told > read ? [`it says ${told} comments`] : []),
    ...(says > read && says > 1 ? [`${says} lines name a writer`] : []),
    ...(read === 0 && dated > 1 ? [`${dated} lines are a name with a date`] : []),
    ...(read === 0 && buttons > 2 ? [`${buttons} lines are buttons of comments`] : []),
  ];
  if (signs.length === 0) return [];
  const next = "save the page itself as HTML, which shows more";
  return [
    {
      code: "comments-not-read",
      message: `the text shows signs of comments (${signs.join(", ")}), ${read} were read: ${next}`,
    },
  ];
}

const LONGEST_OPINION = 300;
const FEWEST_OPINIONS = 5;

/** The note of a text that may be a list of opinions, one a line: line upon line of sentences, without a blank one. */
export function perhapsList(lines: readonly Line[]): Note[] {
  const filled = lines.filter(({ text }) => text !== "");
  const last = lines.findLastIndex(({ text }) => text !== "");
  const dense = last + 1 === filled.length;
  if (!dense || filled.length < FEWEST_OPINIONS || filled.some(({ text }) => text.length > LONGEST_OPINION)) return [];
  const message = `${filled.length} lines were read as an article without comments; if each is an opinion, read it with the format "lines"`;
  return [{ code: "perhaps-list", message }];
}
