import type { Note } from "../../model/discussion.ts";
import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import type { CommentShape, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { textAt, valueAt } from "../shapes/where.ts";
import { editedNote } from "../shapes/words.ts";

const comment: CommentShape = {
  id: "comment.id",
  parent: ({ comment }) => parentIn(isObject(comment) ? textOrNull(comment.path) : null),
  author: ["creator.display_name", "creator.name"],
  date: ["comment.published", "comment.published_at"],
  words: "comment.content",
  votes: { up: ["counts.upvotes", "comment.upvotes"], down: ["counts.downvotes", "comment.downvotes"] },
  gone: goneBy,
  notes: (one) => editedNote(textAt(one, ["comment.updated", "comment.updated_at"])),
};

/** The format of the comments of a post of Lemmy, with the post where it is there. */
export const lemmy = shapedFormat({
  name: "lemmy",
  description: "Lemmy comment list, with the post (getPost) beside it or as each comment carries it",
  needs: "JSON with comments[] of comment.path, comment.content and creator",
  sure: 0.95,
  posts: viewsIn,
  isPost: isView,
  isFrame: (record) => isObject(record.post_view),
  threads,
  article: {
    title: "post.name",
    category: ["community.title", "community.name"],
    author: ["creator.display_name", "creator.name"],
    url: "post.ap_id",
    date: ["post.published", "post.published_at"],
    words: "post.body",
    notes: linkNote,
  },
  comment,
});

function isView(view: JsonObject): boolean {
  return isObject(view.comment) && typeof view.comment.path === "string" && typeof view.comment.content === "string";
}

function viewsIn(record: JsonObject): JsonObject[] {
  return isView(record) ? [record] : objectsOf(record.comments);
}

function* threads(records: readonly JsonObject[], views: readonly JsonObject[]): Iterable<Thread> {
  const posts = new Map<string, { post: JsonObject | null; comments: JsonObject[] }>();
  const of = (id: string | null) => {
    const known = posts.get(id ?? "") ?? { post: null, comments: [] };
    posts.set(id ?? "", known);
    return known;
  };
  for (const { post_view: view } of records) if (isObject(view)) of(textAt(view, "post.id")).post = view;
  for (const one of views) {
    const known = of(textAt(one, ["comment.post_id", "post.id"]));
    // The writer of a view is the comment's, so that a post without its own view has none.
    if (known.post === null && isObject(one.post)) known.post = { post: one.post, community: one.community };
    known.comments.push(one);
  }
  for (const { post, comments } of posts.values()) {
    const total = post === null ? null : countOrNull(valueAt(post, ["counts.comments", "post.comments"]));
    yield { article: post, comments, total, without: "the post is a link, or not in the source" };
  }
}

/** A path names all that a comment stands below, from 0 for the post, and the comment itself last. */
function parentIn(path: string | null): string | null {
  const above = path?.split(".").at(-2);
  return above === undefined || above === "0" ? null : above;
}

function goneBy({ comment }: JsonObject): string | null {
  if (!isObject(comment)) return null;
  if (comment.removed === true) return "removed by a moderator";
  return comment.deleted === true ? "deleted by its author" : null;
}

function linkNote(view: JsonObject): Note[] {
  const url = textAt(view, "post.url");
  return url === null ? [] : [{ code: "link", message: `the post links to ${url}` }];
}
