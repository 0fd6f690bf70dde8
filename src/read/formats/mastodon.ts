import type { Attributes, Note } from "../../model/discussion.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { conversationOf, type Post } from "../shapes/conversation.ts";
import type { CommentShape, Left, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { objectsAt, valueAt } from "../shapes/where.ts";
import { editedNote, mediaNote } from "../shapes/words.ts";

const post = {
  // A full account name (name@host) looks like an address of mail and is not taken.
  author: ["account.display_name", "account.username"],
  date: "created_at",
  words: "content",
  written: "html",
  before: "spoiler_text",
  notes: notesOf,
} as const;

const comment: CommentShape = {
  ...post,
  id: "id",
  parent: "in_reply_to_id",
  votes: { up: "favourites_count", reposts: "reblogs_count" },
  moreAttributes: pollOf,
  left: boost,
};

/** The format of posts of Mastodon: a post's context with or without the post, or a list of posts. */
export const mastodon = shapedFormat({
  name: "mastodon",
  description: "Mastodon: context of a post, with or without the post itself, or a list of posts",
  needs: "JSON with ancestors[] and descendants[], or posts with account, content and in_reply_to_id",
  sure: 0.94,
  posts: postsIn,
  isPost: isStatus,
  threads,
  article: { ...post, url: ["url", "uri"] },
  comment,
});

function isStatus(one: JsonObject): boolean {
  return (
    typeof one.content === "string" &&
    isObject(one.account) &&
    "acct" in one.account &&
    ("in_reply_to_id" in one || "reblogs_count" in one)
  );
}

function postsIn(record: JsonObject): JsonObject[] {
  const status = valueAt(record, "status");
  const inside = [
    ...objectsAt(record, "ancestors"),
    ...(isObject(status) ? [status] : []),
    ...objectsAt(record, "statuses"),
    ...objectsAt(record, "descendants"),
  ];
  return isStatus(record) ? [record, ...inside] : inside;
}

function* threads(records: readonly JsonObject[], all: readonly JsonObject[]): Iterable<Thread> {
  const boosts = all.filter((one) => boost(one) !== null);
  const posts = all
    .filter((one) => boost(one) === null)
    .map((object): Post => {
      return { id: textOrNull(object.id) ?? "", parent: textOrNull(object.in_reply_to_id), object };
    });
  yield conversationOf(posts, { first: topOf(records), aside: boosts });
}

/** A context begins with the first of a conversation; without ancestors the post itself is that, where it is there. */
function topOf(records: readonly JsonObject[]): string | null {
  const contexts = records.filter((record) => Array.isArray(record.descendants));
  if (contexts.length !== 1) return null;
  const [ancestor] = contexts.flatMap((context) => objectsAt(context, "ancestors"));
  const beside = records.filter(isStatus);
  const status =
    contexts.map((context) => context.status).find(isObject) ?? (beside.length === 1 ? beside[0] : undefined);
  return textOrNull((ancestor ?? status)?.id);
}

function notesOf(one: JsonObject): Note[] {
  const media = objectsOf(one.media_attachments).length;
  return [...editedNote(one.edited_at), ...mediaNote(media)];
}

function boost(one: JsonObject): Left | null {
  return isObject(one.reblog) ? { code: "reposts", what: "boosts" } : null;
}

function pollOf({ poll }: JsonObject): Attributes {
  if (!isObject(poll)) return {};
  const options = objectsOf(poll.options).map(
    ({ title, votes_count }) => `${textOrNull(title) ?? ""}: ${textOrNull(votes_count) ?? "?"}`,
  );
  return options.length === 0 ? {} : { poll: options.join(", ") };
}
