import type { Link, Note, Ruby } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { flattenFragment } from "../html/fragment.ts";
import { type JsonObject, textOrNull } from "../json.ts";
import type { PostShape } from "./shape.ts";
import { textAt } from "./where.ts";

/** A text as readers see it, with its links and printed readings. */
export interface Words {
  readonly text: string;
  readonly links: readonly Link[];
  readonly ruby: readonly Ruby[];
}

/** Returns the words of a post, below what is shown before them. */
export function wordsOf(post: JsonObject, shape: PostShape): Words {
  const { text, links, ruby } = shownWords(post, shape);
  const before = textAt(post, shape.before)?.trim() ?? "";
  if (before === "") return { text, links, ruby };
  if (text === "") return { text: before, links: [], ruby: [] };
  const shift = before.length + 2;
  return {
    text: `${before}\n\n${text}`,
    links: links.map(({ start, end, url }) => ({ start: start + shift, end: end + shift, url })),
    ruby: ruby.map(({ start, end, reading }) => ({ start: start + shift, end: end + shift, reading })),
  };
}

function shownWords(post: JsonObject, { words, written, links }: PostShape): Words {
  const raw = textAt(post, words) ?? "";
  if (written === "html") {
    const flat = flattenFragment(raw);
    return { text: flat.text, links: flat.links.filter(({ start }) => !isMention(flat.text, start)), ruby: flat.ruby };
  }
  const text = raw.replace(/\r\n?/g, "\n").replace(/^\n+|\s+$/g, "");
  return { text, links: links?.(post, text) ?? [], ruby: [] };
}

/** The link of 「@somebody」 is the address of a profile. */
function isMention(text: string, start: number): boolean {
  return text[start] === "@" || text[start] === "＠";
}

/** Returns a note for what was changed after it was posted, at a date or a time since 1970. */
export function editedNote(when: unknown): Note[] {
  const text = textOrNull(when);
  if (text === null) return [];
  return [{ code: "edited", message: `changed at ${readDate(text, [])?.value ?? text.slice(0, 60)}` }];
}

/** Returns a note for the pictures and other files that a post carries. */
export function mediaNote(count: number): Note[] {
  return count === 0 ? [] : [{ code: "media", message: `with pictures or other files: ${count}` }];
}
