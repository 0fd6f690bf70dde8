import type { DateValue, Link, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { decodeReferences } from "../xml.ts";

/** Somebody who posts: the name after `@`, which nobody else has, and the one that stands above the posts. */
export interface Person {
  readonly name: string;
  readonly shown: string | null;
}

/** A post, whatever tool or version of the API it came by. */
export interface Post {
  readonly id: string | null;
  /** The id of the post that began the conversation; null where the source does not say. */
  readonly conversation: string | null;
  readonly parent: string | null;
  readonly author: string | null;
  /** By which X knows the author; never kept, but it says that a name is missing. */
  readonly authorId: string | null;
  readonly posted: DateValue | null;
  readonly reactions: Readonly<Record<string, number | null>>;
  readonly text: string;
  readonly links: readonly Link[];
  readonly attributes: Readonly<Record<string, string>>;
  /** Somebody else's words passed on. */
  readonly isRepost: boolean;
  readonly notes: readonly Note[];
}

/** What a shape of posts gives before text and date are read. */
export interface RawPost
  extends Omit<Post, "text" | "links" | "posted" | "notes" | "isRepost" | "attributes" | "author"> {
  readonly person: Person | null;
  readonly text: string;
  readonly date: unknown;
  /** Short addresses in the text, with what they stand for. */
  readonly addresses: readonly { readonly short: string | null; readonly long: string | null }[];
  readonly quotes: string | null;
  readonly isRepost?: boolean;
}

/** Returns a post with its text decoded (every version of the API escapes `&`, `<` and `>`) and its links placed. */
export function makePost({ text: escaped, date, addresses, quotes, person, isRepost = false, ...rest }: RawPost): Post {
  const notes: Note[] = [];
  const text = decodeReferences(escaped);
  return {
    ...rest,
    author: person?.name ?? null,
    posted: readDate(date, notes),
    text,
    links: placeLinks(text, addresses),
    attributes: {
      ...(person === null || person.shown === null ? {} : { displayName: person.shown }),
      ...(quotes === null ? {} : { quotes }),
    },
    isRepost: isRepost || /^RT @\w{1,20}:/.test(text),
    notes,
  };
}

function placeLinks(text: string, addresses: RawPost["addresses"]): Link[] {
  const links: Link[] = [];
  let from = 0;
  for (const { short, long } of addresses) {
    const start = short === null ? -1 : text.indexOf(short, from);
    if (short === null || start < 0) continue;
    from = start + short.length;
    links.push({ start, end: from, url: long ?? short });
  }
  return links;
}

/** Returns the addresses that an object's `entities.urls` lists. */
export function addressesOf(object: JsonObject): RawPost["addresses"] {
  return objectsOf(isObject(object.entities) ? object.entities.urls : []).map((url) => ({
    short: textOrNull(url.url),
    long: textOrNull(url.expanded_url) ?? textOrNull(url.expanded),
  }));
}
