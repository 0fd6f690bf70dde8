import type { Note } from "../../model/discussion.ts";
import { parsePageDate } from "../../text/page-date.ts";
import { answeredPost } from "../boards/anchors.ts";
import { dayIdNote, isRemoved, postedWhen, posterName, postWords, REMOVED_NOTE, THREAD_NOTES } from "../boards/post.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";

const NAME = "shitaraba";

/** Whether a text is a dat whose lines begin with the post's number: したらば's raw mode, まちBBS's offlaw. */
export function isNumberedDat(text: string): boolean {
  const end = text.search(/[\r\n]/);
  const [number = "", , , when = ""] = text.slice(0, end < 0 ? 5000 : Math.min(end, 5000)).split("<>");
  return /^\d{1,6}$/.test(number.trim()) && parsePageDate(when.replace(/\s*ID:.*$/, "")) !== null;
}

/** The format of a thread of したらば (raw mode) or まちBBS (offlaw): posts carry their own numbers, and some are missing. */
export const shitaraba: Format = {
  name: NAME,
  description: "したらば raw mode and まちBBS offlaw: a line a post, which begins with its number",
  needs: "lines number<>name<>mail<>date<>body<>title<>ID",
  detect: ({ text }) => (isNumberedDat(text) ? 0.92 : 0),
  *read(decoded) {
    const lines = decoded.text.split(/\r\n|\n/).filter((line) => line !== "");
    const title = flattenFragment(lines[0]?.split("<>")[5] ?? "").text;
    const seen = new Set<number>();
    const comments = lines.map((line) => readPost(line, seen));
    const notes = [...THREAD_NOTES, ...missing(seen)];
    yield makeDiscussion(decoded, NAME, { article: { title, text: "", notes }, comments });
  },
};

function readPost(line: string, seen: Set<number>): CommentDraft {
  const [number = "", name = "", , when = "", body, , id = ""] = line.split("<>");
  const notes: Note[] = [];
  const empty = { sourceId: number.trim(), author: null, posted: null, reactions: { up: null }, text: "", notes };
  if (body === undefined) {
    if (/^\d{1,6}$/.test(number.trim())) seen.add(Number(number));
    notes.push({ code: "broken-line", message: "its line has no body" });
    return { ...empty, sourceId: null, text: flattenFragment(line).text };
  }
  if (isRemoved(body, name) || body.trim() === "") {
    seen.add(Number(number));
    notes.push(REMOVED_NOTE);
    return empty;
  }
  const posted = postedWhen(when, notes);
  const { text, links } = postWords(body);
  const parent = answeredPost(text, (at) => seen.has(at), notes);
  seen.add(Number(number));
  if (/^\S{4,20}$/.test(id)) notes.push(dayIdNote(id));
  return { ...empty, author: posterName(name), posted, text, links, parentId: parent === null ? null : String(parent) };
}

/** Posts that were taken away leave a gap in the numbers. */
function missing(seen: ReadonlySet<number>): Note[] {
  let last = 0;
  for (const number of seen) last = Math.max(last, number);
  if (last <= seen.size) return [];
  return [{ code: "deleted-comments", message: `${last - seen.size} of ${last} posts are not in the source` }];
}
