import type { Discussion, Note } from "../../model/discussion.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded, Format } from "../format.ts";
import { isObject, type JsonObject, objectsOf } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { titleFromPath } from "../separated.ts";
import { archiveRecords, isArchive } from "../x/archive.ts";
import type { Post } from "../x/post.ts";
import { candidatesIn, isPost, peopleIn, readPost } from "../x/shapes.ts";

const NAME = "x";
const LONGEST_TITLE = 60;

/**
 * The format of posts of X: a discussion for each conversation, its first post is the article; without conversations
 * one of all.
 */
export const x: Format = {
  name: NAME,
  description:
    "X (Twitter) posts: API v2 and v1.1, twarc2, snscrape, the archive's tweets.js; a discussion a conversation",
  needs: "JSON posts with conversation_id, full_text or rawContent, in an answer, an array or one a line",
  detect: (sample) => {
    if (isArchive(sample)) return 0.95;
    return peekRecords(sample).some((record) => candidatesIn(record).some(isPost)) ? 0.95 : 0;
  },
  *read(decoded) {
    const records = isArchive(decoded) ? archiveRecords(decoded) : recordsOf(decoded);
    const { posts, notes } = collect(records);
    const loose: Post[] = [];
    const conversations = new Map<string, Post[]>();
    for (const post of posts) {
      const known = post.conversation === null ? loose : conversations.get(post.conversation);
      if (known === undefined) conversations.set(post.conversation!, [post]);
      else known.push(post);
    }
    for (const [id, own] of conversations) yield readConversation(decoded, id, own, notes);
    if (loose.length > 0 || conversations.size === 0) yield readLoose(decoded, loose, notes);
  },
};

/**
 * Returns the posts of a source. Those that answers give beside count where they belong to a conversation that is
 * there.
 */
function collect(records: readonly JsonObject[]): { posts: Post[]; notes: Note[] } {
  const people = peopleIn(records);
  const posts = new Map<string, Post>();
  let [reposts, unknown, aside] = [0, 0, 0];
  const add = (post: Post): void => {
    if (post.isRepost) reposts++;
    else posts.set(post.id ?? `no id ${posts.size}`, posts.get(post.id ?? "") ?? post);
  };
  for (const record of records) {
    for (const candidate of candidatesIn(record)) {
      const post = readPost(candidate, people);
      if (post === null) unknown++;
      else add(post);
    }
  }
  const conversations = new Set([...posts.values()].map(({ conversation }) => conversation));
  for (const { includes } of records) {
    for (const candidate of objectsOf(isObject(includes) ? includes.tweets : [])) {
      const post = readPost(candidate, people);
      if (post === null || posts.has(post.id ?? "")) continue;
      if (conversations.has(post.conversation)) add(post);
      else aside++;
    }
  }
  const unnamed = [...posts.values()].filter(({ author, authorId }) => author === null && authorId !== null).length;
  const notes: Note[] = [];
  if (unnamed > 0)
    notes.push({
      code: "not-understood",
      message: `authors of ${unnamed} posts: the source gives their number, not their name`,
    });
  if (reposts > 0) notes.push({ code: "reposts", message: `${reposts} posts only pass on another's and are left out` });
  if (aside > 0)
    notes.push({
      code: "quoted-posts",
      message: `${aside} posts of other conversations stand beside and are not read`,
    });
  if (unknown > 0) notes.push({ code: "not-understood", message: `${unknown} objects are no posts of a known shape` });
  return { posts: [...posts.values()], notes };
}

function readConversation(decoded: Decoded, id: string, posts: readonly Post[], shared: readonly Note[]): Discussion {
  const root = posts.find((post) => post.id === id);
  const notes: Note[] = [...shared, ...(root?.notes ?? [])];
  if (root?.attributes.quotes !== undefined)
    notes.push({ code: "quotes", message: `the first post quotes ${root.attributes.quotes}` });
  if (root === undefined)
    notes.push({ code: "no-article-text", message: "the first post of the conversation is not in the source" });
  const comments = posts.filter((post) => post !== root).map((post) => draftOf(post, id));
  const article = {
    title: root === undefined ? id : titleOf(root.text),
    author: root?.author ?? null,
    url: `https://x.com/i/status/${id}`,
    published: root?.posted ?? null,
    text: root?.text ?? "",
    links: root?.links ?? [],
    notes,
  };
  return makeDiscussion(decoded, NAME, { article, comments });
}

/** Posts of a search or of one person's archive: they answer each other where they do. */
function readLoose(decoded: Decoded, posts: readonly Post[], shared: readonly Note[]): Discussion {
  const notes: Note[] = [
    ...shared,
    { code: "no-article-text", message: "the source holds posts without a common first one" },
  ];
  const comments = posts.map((post) => draftOf(post, null));
  return makeDiscussion(decoded, NAME, { article: { title: titleFromPath(decoded.path), text: "", notes }, comments });
}

function draftOf(post: Post, root: string | null): CommentDraft {
  const { id, parent, author, posted, reactions, attributes, text, links, notes } = post;
  return {
    sourceId: id,
    parentId: parent === root ? null : parent,
    author,
    posted,
    reactions,
    attributes,
    text,
    links,
    notes: [...notes],
  };
}

function titleOf(text: string): string {
  const line = text.split("\n", 1)[0]!;
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE)}…` : line;
}
