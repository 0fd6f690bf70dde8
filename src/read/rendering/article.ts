import type { DateValue, TraceRow } from "../../model/discussion.ts";
import { parsePageDate } from "../../text/page-date.ts";
import { bulletText } from "./headers.ts";
import { isBlank, type Line, nextFilled } from "./lines.ts";

/** The article of a rendering: everything before the line `end` that is no furniture. */
export interface RenderedArticle {
  readonly title: string;
  readonly category: string | null;
  readonly author: string | null;
  readonly published: DateValue | null;
  readonly text: string;
  /** Rows for the article and the navigation before it. */
  readonly trace: TraceRow[];
  /** The first line after the body. */
  readonly end: number;
}

const LONGEST_TITLE = 90;
const LONGEST_CATEGORY = 20;
const SENTENCE_END = /[。！？!?」』)）…]$/;
const LABELLED = /^(?:参考|出典|関連記事|※)[^:：]{0,20}[:：]/;
const PREVIOUS_NEXT =
  /(?:前のページ|次のページ|前の記事|次の記事|前の投稿|次の投稿)$|^(?:«|»|前の記事|次の記事|PREV|NEXT)(?:\s|$|[:：])/;
const AFTER_HEADING =
  /^(?:関連記事|関連投稿|関連する記事|あわせて読みたい(?:記事)?|おすすめ(?:の)?記事|最新記事|最近の(?:記事|投稿)|人気記事|新着記事|シェアする|この記事をシェア(?:する)?|SNSでシェア)$/;
const BYLINE = /^(?:著者|筆者|執筆者?|文責?|ライター|投稿者|記者|by)\s*[:：]\s*(\S.{0,30})$/i;
const DATED = /^(?:(投稿日|公開日|掲載日|公開|更新日|最終更新日?|更新)\s*[:：]?\s*)?(\S.*)$/;

/** Returns the article in the lines `[0, limit)`; null where there is no title with a body under it. */
export function readRenderedArticle(lines: readonly Line[], limit: number): RenderedArticle | null {
  const trace: TraceRow[] = [];
  const mark = (index: number, place: string, reason: string): void => {
    trace.push({ start: lines[index]!.start, end: lines[index]!.end, place, reason });
  };
  const start = skipNavigation(lines, limit, mark);
  const head = headLines(lines, start, limit);
  if (head.length === 0) return null;
  let author: string | null = null;
  let published: DateValue | null = null;
  let updated: DateValue | null = null;
  const named: number[] = [];
  for (const index of head) {
    const { text } = lines[index]!;
    const byline = BYLINE.exec(text)?.[1];
    const date = datedLine(text);
    if (byline !== undefined) {
      author ??= byline;
      mark(index, "article", "author");
    } else if (date !== null) {
      if (date.update) updated ??= date.value;
      else published ??= date.value;
      mark(index, "article", "date");
    } else named.push(index);
  }
  const titleLine = named.at(-1);
  if (titleLine === undefined) return null;
  const before = named.at(-2);
  const category = before !== undefined && lines[before]!.text.length <= LONGEST_CATEGORY ? before : null;
  for (const index of named) {
    if (index === titleLine) mark(index, "article", "title");
    else if (index === category) mark(index, "article", "category");
    else mark(index, "furniture", "navigation");
  }
  const paragraphs: string[] = [];
  let end = head.at(-1)! + 1;
  for (; end < limit; end++) {
    const { text } = lines[end]!;
    if (text === "") continue;
    if (PREVIOUS_NEXT.test(text) || isAfterHeading(lines, end, limit)) break;
    if (isBlank(lines, end - 1) || paragraphs.length === 0) paragraphs.push(text);
    else paragraphs.push(`${paragraphs.pop()}\n${text}`);
    mark(end, "article", "body");
  }
  const { text: title } = lines[titleLine]!;
  return {
    title,
    category: category === null ? null : lines[category]!.text,
    author,
    published: published ?? updated,
    text: paragraphs.join("\n\n"),
    trace,
    end,
  };
}

type Mark = (index: number, place: string, reason: string) => void;

/**
 * Returns the line behind the bullets, breadcrumbs and indented lists that stand before the first line at the margin.
 */
function skipNavigation(lines: readonly Line[], limit: number, mark: Mark): number {
  let at = nextFilled(lines, 0);
  while (at < limit && isNavigation(lines[at]!)) {
    mark(at, "furniture", "navigation");
    at = nextFilled(lines, at + 1);
  }
  return Math.min(at, limit);
}

function isNavigation(line: Line): boolean {
  return (
    line.indent >= 2 || bulletText(line) !== null || /^(?:ホーム|HOME|TOP|トップ)(?:\s*[>›»＞/]|$)/i.test(line.text)
  );
}

/** The short lines before the body, each a block of its own: category, title, date, byline. */
function headLines(lines: readonly Line[], start: number, limit: number): number[] {
  const head: number[] = [];
  for (let at = start; at < limit && head.length < 6; at = nextFilled(lines, at + 1)) {
    const { text } = lines[at]!;
    const alone = isBlank(lines, at + 1);
    const meta = BYLINE.test(text) || datedLine(text) !== null;
    if (head.length > 0 && !meta && !looksLikeTitle(lines, at, head, alone)) break;
    head.push(at);
    if (!alone && !meta && head.length === 1 && nextFilled(lines, at + 1) === at + 1 && text.length > LONGEST_CATEGORY)
      break;
  }
  return head;
}

/** After a short first line (a category) a longer one is the title; after a title the body begins. */
function looksLikeTitle(lines: readonly Line[], at: number, head: readonly number[], alone: boolean): boolean {
  const { text } = lines[at]!;
  if (text.length > LONGEST_TITLE || LABELLED.test(text)) return false;
  const named = head.filter((index) => !BYLINE.test(lines[index]!.text) && datedLine(lines[index]!.text) === null);
  const previous = named.at(-1);
  if (previous === undefined) return true;
  if (!alone || lines[previous]!.text.length > LONGEST_CATEGORY) return false;
  return !text.endsWith("。") && (!SENTENCE_END.test(text) || text.length < 60);
}

function datedLine(text: string): { value: DateValue; update: boolean } | null {
  if (text.length > 40) return null;
  const match = DATED.exec(text);
  const value = match === null ? null : parsePageDate(match[2]!);
  return value === null || value === "invalid" ? null : { value, update: /更新/.test(match?.[1] ?? "") };
}

/** A heading of related posts or share buttons stands alone, over a list or over nothing more of the article. */
function isAfterHeading(lines: readonly Line[], at: number, limit: number): boolean {
  if (!AFTER_HEADING.test(lines[at]!.text)) return false;
  const next = nextFilled(lines, at + 1);
  return (
    next >= limit ||
    lines[next]!.indent >= 2 ||
    bulletText(lines[next]!) !== null ||
    PREVIOUS_NEXT.test(lines[next]!.text)
  );
}
