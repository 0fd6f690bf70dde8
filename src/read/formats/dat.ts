import type { DateValue, Note } from "../../model/discussion.ts";
import { parsePageDate } from "../../text/page-date.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";

const NAME = "5ch-dat";
const REMOVED = /^(?:あぼーん|うふ〜ん|透明あぼーん)$/;
/** `>>12`, `>>3-5`, `>>1,7`, also full-width. */
const ANCHOR = /(?:>>|＞＞)([\d０-９]{1,4}(?:[-,、－][\d０-９]{1,4})*)/g;

/** Reads a thread of a 2ch-like board: every line a post, so that `>>12` is the twelfth comment. */
export const dat: Format = {
  name: NAME,
  description: "5ch dat: a line a post; >>12 at first mention is the parent",
  needs: "lines name<>mail<>date ID<>body<>title",
  detect: ({ text }) => (/^[^\n]*<>[^\n]*<>[^\n]*<>/.test(text.slice(0, 5000)) ? 0.9 : 0),
  *read(decoded) {
    const lines = decoded.text.split(/\r\n|\n/);
    while (lines.at(-1) === "") lines.pop();
    const title = flattenFragment(lines[0]?.split("<>")[4] ?? "").text;
    if (title === "" && lines.length < 2) throw notAnArticle(decoded, NAME);
    const comments = lines.map((line, index) => readPost(line, index));
    const notes: Note[] = [
      { code: "no-article-text", message: "a thread has no article; its first post is comment c1" },
    ];
    yield makeDiscussion(decoded, NAME, { article: { title, text: "", notes }, comments });
  },
};

function readPost(line: string, index: number): CommentDraft {
  const [name = "", , when = "", body] = line.split("<>");
  const notes: Note[] = [];
  const empty = { sourceId: String(index + 1), author: null, posted: null, reactions: { up: null }, text: "", notes };
  if (body === undefined) {
    notes.push({ code: "broken-line", message: "its line has no body" });
    return { ...empty, text: flattenFragment(line).text };
  }
  if (REMOVED.test(body.trim()) || REMOVED.test(name.trim())) {
    notes.push({ code: "deleted", message: "removed from the board" });
    return empty;
  }
  // Anchors are links to the board's own script; what they say is in their text.
  const { text, links } = flattenFragment(body.replace(/^ | $/g, "").replace(/ ?<br> ?/gi, "<br>"));
  const author = flattenFragment(name.replace(/<\/?b>/gi, "")).text.trim();
  return {
    ...empty,
    author: author === "" ? null : author,
    posted: readWhen(when, notes),
    text,
    links: links.filter(({ url }) => !/(?:^\.\.\/|\/)test\/read\.cgi/.test(url)),
    parent: parentOf(text, index, notes),
  };
}

function readWhen(when: string, notes: Note[]): DateValue | null {
  const id = /ID:(\S{4,20})/.exec(when)?.[1];
  if (id !== undefined && !id.startsWith("?"))
    notes.push({ code: "day-id", message: `ID:${id}, the same writer on the same day` });
  const shown = when.replace(/\s*(?:ID|BE|発信元|IP):.*$/, "").trim();
  const date = parsePageDate(shown);
  if (date !== null && date !== "invalid") return date;
  if (shown !== "") notes.push({ code: "invalid-date", message: `cannot read the date ${shown.slice(0, 60)}` });
  return null;
}

function parentOf(text: string, index: number, notes: Note[]): number | null {
  const named: number[] = [];
  for (const [, list] of text.matchAll(ANCHOR)) {
    for (const part of list!.normalize("NFKC").split(/[,、]/)) {
      const [from, to] = part.split(/[-－]/).map(Number);
      for (let at = from!; at <= Math.min(to ?? from!, from! + 50); at++) named.push(at);
    }
  }
  const earlier = named.filter((number) => number >= 1 && number <= index);
  if (earlier.length > 1) {
    notes.push({
      code: "several-parents",
      message: `answers ${[...new Set(earlier)].join(", ")}; the first is taken as parent`,
    });
  }
  return earlier.length === 0 ? null : earlier[0]! - 1;
}
