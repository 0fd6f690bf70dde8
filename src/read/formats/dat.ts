import type { Note } from "../../model/discussion.ts";
import { answeredPost } from "../boards/anchors.ts";
import { isRemoved, postedWhen, posterName, postWords, REMOVED_NOTE, THREAD_NOTES } from "../boards/post.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";
import { isNumberedDat } from "./shitaraba.ts";

const NAME = "5ch-dat";

/** The format of a thread of a 2ch-like board: every line a post, so that `>>12` is the twelfth comment. */
export const dat: Format = {
  name: NAME,
  description: "5ch dat: a line a post; >>12 at first mention is the parent",
  needs: "lines name<>mail<>date ID<>body<>title",
  detect: ({ text }) => (/^[^\n]*<>[^\n]*<>[^\n]*<>/.test(text.slice(0, 5000)) && !isNumberedDat(text) ? 0.9 : 0),
  *read(decoded) {
    const lines = decoded.text.split(/\r\n|\n/);
    while (lines.at(-1) === "") lines.pop();
    const title = flattenFragment(lines[0]?.split("<>")[4] ?? "").text;
    if (title === "" && lines.length < 2) throw notAnArticle(decoded, NAME);
    const comments = lines.map((line, index) => readPost(line, index));
    yield makeDiscussion(decoded, NAME, { article: { title, text: "", notes: THREAD_NOTES }, comments });
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
  if (isRemoved(body, name)) {
    notes.push(REMOVED_NOTE);
    return empty;
  }
  const posted = postedWhen(when, notes);
  const { text, links } = postWords(body);
  const parent = answeredPost(text, (number) => number >= 1 && number <= index, notes);
  return { ...empty, author: posterName(name), posted, text, links, parent: parent === null ? null : parent - 1 };
}
