import type { Link, Note, Reactions, Ruby } from "../../model/discussion.ts";
import { REMOVED_NOTE, shownName } from "../boards/post.ts";
import { readDate } from "../dates.ts";
import type { Places } from "../html/places.ts";
import { flatten } from "../html/text.ts";
import { findDate } from "../html/threads/dates.ts";
import type { Dated } from "../html/threads/when.ts";
import { attribute, type HtmlTree, plainText } from "../html/tree.ts";
import { editedNote } from "../shapes/words.ts";
import type { PostRows } from "./all-software.ts";
import type { ForumSoftware } from "./forum-software.ts";
import { firstOf, type Place } from "./place.ts";
import { postNumber } from "./post-number.ts";
import { quotedPosts } from "./quotes.ts";
import { reactionsIn } from "./reactions.ts";
import { postWhen } from "./when.ts";

/** A post of a forum, but for its date and its parent, which the whole thread helps to read. */
export interface Post {
  readonly id: string;
  /** Its number in the thread, where the page shows it. */
  readonly number: number | null;
  readonly author: string | null;
  readonly when: Dated;
  readonly subject: string | null;
  readonly text: string;
  readonly links: readonly Link[];
  readonly ruby: readonly Ruby[];
  readonly reactions: Reactions;
  /** Ids of the posts that it quotes. */
  readonly quoted: readonly string[];
  readonly notes: readonly Note[];
}

/** Addresses of people: links to them say nothing that their names do not say. */
const PROFILE = /(?:memberlist|member|profile)\.php|\/(?:members?|profile|user)s?\/|[?;&]action=profile/i;

/** Returns one post, whose text nodes it takes in `places`. */
export function readPost(
  tree: HtmlTree,
  places: Places,
  software: ForumSoftware,
  { node, to, id }: PostRows,
  place: string,
): Post {
  const find = (list: readonly Place[]): number => firstOf(list, tree, node + 1, to);
  const notes: Note[] = [];
  // An element that nobody closed goes on into other posts.
  const take = (row: number, reason: string): string | null => {
    if (row < 0) return null;
    places.takeAll(row, place, reason, to);
    return plainText(tree, row, to) || null;
  };
  const given = software.authorAttribute === undefined ? null : attribute(tree, node, software.authorAttribute);
  const shown = take(find(software.author), "author");
  const when = postWhen(tree, find(software.when));
  for (const row of when.nodes) take(row, "date");
  const votes = find(software.votes);
  take(votes, "votes");
  const body = find(software.body);
  const end = body < 0 ? to : Math.min(tree.ends[body]!, to);
  const words = body < 0 ? NO_WORDS : wordsOf(tree, places, software, { from: body + 1, to: end, place });
  const gone = software.isGone(tree, node);
  if (gone) notes.push(REMOVED_NOTE);
  else if (words.text === "" && words.pictures) notes.push({ code: "media", message: "it is a picture without words" });
  const edited = find(software.edited);
  const number = postNumber(tree, find(software.number));
  if (number !== null) places.take(number.node, place, "number");
  if (edited >= 0) notes.push(...editedOn(tree, edited));
  return {
    id,
    number: number?.number ?? null,
    author: gone ? null : shownName(given ?? shown ?? ""),
    when,
    subject: take(find(software.subject), "subject"),
    text: words.text,
    links: words.links,
    ruby: words.ruby,
    reactions: reactionsIn(tree, votes),
    quoted: body < 0 ? [] : quotedPosts(tree, body + 1, end, software.isApart),
    notes,
  };
}

const NO_WORDS = { text: "", links: [], ruby: [], pictures: false } as const;

function wordsOf(
  tree: HtmlTree,
  places: Places,
  { isApart }: ForumSoftware,
  { from, to, place }: { readonly from: number; readonly to: number; readonly place: string },
): Pick<Post, "text" | "links" | "ruby"> & { readonly pictures: boolean } {
  let pictures = false;
  const { text, links, ruby } = flatten(tree, from, to, {
    skip: (node) => {
      if (tree.names[node] === "img") pictures = true;
      if (tree.names[node] === "" || !isApart(tree, node)) return false;
      places.takeAll(node, place, "quoted", to);
      return true;
    },
    take: (node, reason) => places.takeWords(node, place, reason),
  });
  const others = links.filter(({ start, url }) => !/^[@＠]/.test(text.slice(start)) && !PROFILE.test(url));
  return { text, links: others, ruby, pictures };
}

/** What tells when a post was changed; other notices that stand there tell no date. */
function editedOn(tree: HtmlTree, node: number): Note[] {
  const text = plainText(tree, node);
  const date = attribute(tree, node, "datetime") ?? findDate(text.slice(0, 300))?.text ?? null;
  return date === null || readDate(date, []) === null ? [] : editedNote(date);
}
