import type { DateValue, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { flattenFragment } from "../html/fragment.ts";

/** What stands in the place of a post that the board took away. */
const REMOVED =
  /^(?:あぼーん|うふ〜ん|透明あぼーん|削除されました|書き込みをした人によって削除されました|スレッドを立てた人によって削除されました|なー)$/;
/** Where a board's own script is linked: what an anchor says is in its text. */
const OWN_SCRIPT = /(?:^\.\.\/|\/)(?:test|bbs)\/read(?:_archive)?\.cgi/;

/** Notes that a thread of a board carries. */
export const THREAD_NOTES: readonly Note[] = [
  { code: "no-article-text", message: "a thread has no article; its first post is comment c1" },
];

/** Whether name or words say that the post was removed. */
export function isRemoved(...texts: readonly string[]): boolean {
  return texts.some((text) => REMOVED.test(text.trim()));
}

/** The note of a removed post. */
export const REMOVED_NOTE: Note = { code: "deleted", message: "removed from the board" };

/** Returns the words of a post's HTML, without links to the board's own script. */
export function postWords(html: string): Pick<ReturnType<typeof flattenFragment>, "text" | "links"> {
  const { text, links } = flattenFragment(html.replace(/^ | $/g, "").replace(/ ?<br> ?/gi, "<br>"));
  return { text, links: links.filter(({ url }) => !OWN_SCRIPT.test(url)) };
}

/** Returns a poster's name without the board's bold tags; null where there is none. */
export function posterName(html: string): string | null {
  const name = flattenFragment(html.replace(/<\/?b>/gi, "")).text.trim();
  return name === "" ? null : name;
}

/** Returns when a post was written, of a field like `2025/04/01(火) 09:05:31.12 ID:AbCd`; the day's id becomes a note. */
export function postedWhen(when: string, notes: Note[]): DateValue | null {
  const id = /ID:(\S{4,20})/.exec(when)?.[1];
  if (id !== undefined && !id.startsWith("?")) notes.push(dayIdNote(id));
  const shown = when.replace(/\s*(?:ID|BE|発信元|IP|HOST|No\.?):?.*$/, "").trim();
  return readDate(shown, notes);
}

/** The note of the id that a board gives a writer for a day. */
export function dayIdNote(id: string): Note {
  return { code: "day-id", message: `ID:${id}, the same writer on the same day` };
}
