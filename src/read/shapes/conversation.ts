import type { JsonObject } from "../json.ts";
import type { Thread } from "./shape.ts";

/** A post of a service where a thread begins with a post like any other. */
export interface Post {
  readonly id: string;
  /** The id of the post that it answers. */
  readonly parent: string | null;
  readonly object: JsonObject;
}

export interface ConversationOptions {
  /** The id of the post that the source puts at the top. */
  readonly first?: string | null;
  /** What the note says where the post is missing that they all answer. */
  readonly missing?: string;
  /** Objects in the list that are no posts of the conversation; they are counted as left out. */
  readonly aside?: readonly JsonObject[];
}

/**
 * Returns the thread that posts form. The article is the post at the top: the one that the source puts there, else the one
 * that all others lead up to. Where there is none, all are comments, and the post that they all answer is what is missing.
 */
export function conversationOf(
  posts: readonly Post[],
  { first = null, missing = "the post that is answered is not in the source", aside = [] }: ConversationOptions = {},
): Thread {
  const own = withoutDoubles(posts);
  const ids = new Set(own.map(({ id }) => id));
  const tops = own.filter(({ parent }) => parent === null || !ids.has(parent));
  const only = tops.length === 1 && tops[0]!.parent === null && own.length > 1 ? tops[0] : undefined;
  const top = own.find(({ id }) => id === first) ?? only;
  if (top !== undefined) {
    const comments = own.filter((post) => post !== top).map(({ object }) => object);
    return { article: top.object, comments: [...comments, ...aside], root: top.id };
  }
  const wanted = new Set(tops.map(({ parent }) => parent));
  const [root = null] = wanted.size === 1 ? wanted : [];
  const without = root === null ? "the source holds posts only" : missing;
  return { article: null, comments: [...own.map(({ object }) => object), ...aside], root, without };
}

/**
 * Returns the posts without those that stand there twice, as where pages overlap; those without an id are all their
 * own.
 */
function withoutDoubles(posts: readonly Post[]): Post[] {
  const seen = new Set<string>();
  return posts.filter(({ id }) => id === "" || (!seen.has(id) && seen.add(id)));
}
