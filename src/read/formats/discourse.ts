import type { Reactions } from "../../model/discussion.ts";
import { countOrNull, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import type { CommentShape, Left, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { objectsAt, textAt, valueAt } from "../shapes/where.ts";
import { editedNote } from "../shapes/words.ts";

const LIKE = 2;
const SMALL_ACTION = 3;

const post = {
  author: ["username", "name"],
  date: "created_at",
  words: ["cooked", "raw"],
  written: "html",
  notes: (one: JsonObject) => ((countOrNull(one.version) ?? 1) > 1 ? editedNote(one.updated_at) : []),
} as const;

const comment: CommentShape = {
  ...post,
  id: "post_number",
  parent: "reply_to_post_number",
  reactions: reactionsOf,
  attributes: { solution: "accepted_answer" },
  gone: (one) => (one.user_deleted === true || textOrNull(one.deleted_at) !== null ? "deleted" : null),
  left: systemMessage,
};

/** The format of a topic of a Discourse forum: its address with `.json` at the end, one page or several. */
export const discourse = shapedFormat({
  name: "discourse",
  description: "Discourse topic JSON; the first post is the article, likes are up",
  needs: "JSON with post_stream.posts[]",
  sure: 0.95,
  posts: postsIn,
  isPost: (one) => "cooked" in one && "post_number" in one,
  threads,
  article: { ...post, title: ["title", "fancy_title", "topic_title"], category: "category_name" },
  comment,
});

function postsIn(record: JsonObject): JsonObject[] {
  return [...objectsAt(record, "post_stream.posts"), ...objectsAt(record, "latest_posts")];
}

/** Pages of one topic share its id; the first page names the posts of all. */
function* threads(records: readonly JsonObject[]): Iterable<Thread> {
  const topics = new Map<string, { topic: JsonObject; posts: Map<string, JsonObject>; stream: number }>();
  for (const record of records) {
    for (const one of postsIn(record)) {
      const id = textOrNull(one.topic_id) ?? textOrNull(record.id) ?? "";
      const known = topics.get(id) ?? { topic: record, posts: new Map(), stream: 0 };
      topics.set(id, known);
      if (textOrNull(known.topic.title) === null) known.topic = record;
      const stream = valueAt(record, "post_stream.stream");
      known.stream = Math.max(known.stream, Array.isArray(stream) ? stream.length : 0);
      known.posts.set(textOrNull(one.post_number) ?? String(known.posts.size), one);
    }
  }
  for (const { topic, posts, stream } of topics.values()) {
    const all = [...posts.values()];
    const first = posts.get("1");
    yield {
      article: first ?? null,
      title: textAt(topic, ["title", "fancy_title"]) ?? textAt(all[0] ?? {}, "topic_title"),
      root: "1",
      comments: all.filter((one) => one !== first),
      total: stream === 0 ? null : stream - 1,
      without: first === undefined ? "the first post is not in the source" : "the first post has no words",
    };
  }
}

/** The like is an action; with the plug-in for reactions there are others beside it, and the heart is the like. */
function reactionsOf(one: JsonObject): Reactions {
  const like = objectsOf(one.actions_summary).find(({ id }) => id === LIKE);
  const counts: [string, number | null][] = [["up", countOrNull(like?.count)]];
  for (const reaction of objectsOf(one.reactions)) {
    const name = textOrNull(reaction.id);
    if (name !== null) counts.push([name === "heart" ? "up" : name, countOrNull(reaction.count)]);
  }
  return Object.fromEntries(counts);
}

function systemMessage(one: JsonObject): Left | null {
  if (one.post_type !== SMALL_ACTION) return null;
  return { code: "system-messages", what: "messages of the system", text: textOrNull(one.action_code) ?? "" };
}
