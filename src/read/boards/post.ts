import type { DateValue, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { flattenFragment } from "../html/fragment.ts";

/** What stands in the place of a post that the board took away. */
const REMOVED = /^(?:あぼーん|うふ[〜～]ん|透明あぼーん|[＜<]削除[＞>]|削除されました)$/;
/** What ふたば puts over the words of such a post, which it hides. */
const REMOVED_OVER =
  /^(?:(?:書き込みをした人|スレッドを立てた人|管理人)によって削除されました|削除依頼によって隔離されました)/;
/** An address that some boards print in a poster's name. */
const ADDRESS = /\s?\[\s?(?:\d{1,3}(?:\.(?:\d{1,3}|\*)){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7})\s?\]/gi;
/** Where a board's own script is linked: what an anchor says is in its text. */
const OWN_SCRIPT = /(?:^\.\.\/|\/)(?:test|bbs)\/read(?:_archive)?\.cgi/;

/** Notes that a thread of a board carries. */
export const THREAD_NOTES: readonly Note[] = [
  { code: "no-article-text", message: "a thread has no article; its first post is comment c1" },
];

/** Whether name or words say that the post was removed. */
export function isRemoved(...texts: readonly string[]): boolean {
  return texts.some((text) => REMOVED.test(text.trim()) || REMOVED_OVER.test(text.trimStart()));
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
  return shownName(flattenFragment(html.replace(/<\/?b>/gi, "")).text);
}

/** Returns a poster's name as readers may see it: without an IP address in brackets; null for none. */
export function shownName(name: string): string | null {
  const shown = name.replace(ADDRESS, "").trim();
  return shown === "" || shown === "()" ? null : shown;
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
