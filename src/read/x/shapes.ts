import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { addressesOf, makePost, type Person, type Post } from "./post.ts";

/** People by their id, as an answer of v2 gives them beside the posts. */
export type People = ReadonlyMap<string, Person>;

/** A way in which posts are written down. */
interface Shape {
  readonly fits: (record: JsonObject) => boolean;
  readonly read: (record: JsonObject, people: People) => Post;
}

/** v2, alone or flattened by twarc2 (then its author is an object). */
const v2: Shape = {
  fits: (post) => textOrNull(post.conversation_id) !== null && typeof post.text === "string",
  read: (post, people) => {
    const long = isObject(post.note_tweet) && typeof post.note_tweet.text === "string" ? post.note_tweet : null;
    const named = objectsOf(post.referenced_tweets);
    const idOf = (type: string): string | null => textOrNull(named.find((one) => one.type === type)?.id);
    const metrics = isObject(post.public_metrics) ? post.public_metrics : {};
    return makePost({
      id: textOrNull(post.id),
      conversation: textOrNull(post.conversation_id),
      parent: idOf("replied_to"),
      authorId: textOrNull(post.author_id),
      person: personOf(post.author) ?? people.get(textOrNull(post.author_id) ?? "") ?? null,
      date: post.created_at,
      reactions: {
        up: countOrNull(metrics.like_count),
        reposts: countOrNull(metrics.retweet_count),
        quotes: countOrNull(metrics.quote_count),
      },
      text: String(long?.text ?? post.text),
      addresses: addressesOf(long !== null && isObject(long.entities) ? long : post),
      quotes: idOf("quoted"),
      isRepost: idOf("retweeted") !== null,
    });
  },
};

/** v1.1, and the archive that X gives to its users. */
const v1: Shape = {
  fits: (post) =>
    (typeof post.full_text === "string" || typeof post.text === "string") &&
    (typeof post.id_str === "string" || typeof post.in_reply_to_status_id_str === "string") &&
    "favorite_count" in post,
  read: (post) => {
    const long =
      isObject(post.extended_tweet) && typeof post.extended_tweet.full_text === "string" ? post.extended_tweet : post;
    return makePost({
      id: textOrNull(post.id_str) ?? textOrNull(post.id),
      conversation: textOrNull(post.conversation_id_str),
      parent: textOrNull(post.in_reply_to_status_id_str) ?? textOrNull(post.in_reply_to_status_id),
      authorId: null,
      person: personOf(post.user),
      date: post.created_at,
      reactions: {
        up: countOrNull(post.favorite_count),
        reposts: countOrNull(post.retweet_count),
        ...("quote_count" in post ? { quotes: countOrNull(post.quote_count) } : {}),
      },
      text: textOrNull(long.full_text) ?? textOrNull(long.text) ?? "",
      addresses: addressesOf(long),
      quotes: textOrNull(post.quoted_status_id_str),
      isRepost: isObject(post.retweeted_status),
    });
  },
};

/** snscrape, and tools after its manner. */
const scraped: Shape = {
  fits: (post) =>
    (typeof post.rawContent === "string" || (typeof post.content === "string" && "renderedContent" in post)) &&
    "likeCount" in post,
  read: (post) =>
    makePost({
      id: textOrNull(post.id) ?? textOrNull(post.id_str),
      conversation: textOrNull(post.conversationId) ?? textOrNull(post.conversationIdStr),
      parent: textOrNull(post.inReplyToTweetId) ?? textOrNull(post.inReplyToTweetIdStr),
      authorId: null,
      person: personOf(post.user),
      date: post.date,
      reactions: {
        up: countOrNull(post.likeCount),
        reposts: countOrNull(post.retweetCount),
        quotes: countOrNull(post.quoteCount),
      },
      text: textOrNull(post.rawContent) ?? textOrNull(post.content) ?? "",
      addresses: objectsOf(post.links).map((link) => ({
        short: textOrNull(link.tcourl) ?? textOrNull(link.url),
        long: textOrNull(link.url),
      })),
      quotes: isObject(post.quotedTweet)
        ? (textOrNull(post.quotedTweet.id) ?? textOrNull(post.quotedTweet.id_str))
        : null,
      isRepost: isObject(post.retweetedTweet),
    }),
};

const SHAPES: readonly Shape[] = [v2, v1, scraped];

function personOf(user: unknown): Person | null {
  if (!isObject(user)) return null;
  // snscrape's `displayname`; in the others `name` is what stands above a post.
  const shown = textOrNull(user.displayname) ?? textOrNull(user.name);
  const name = textOrNull(user.username) ?? textOrNull(user.screen_name) ?? shown;
  return name === null ? null : { name, shown: shown === name ? null : shown };
}

/** Returns the post that an object is; null where it is none of the known shapes. */
export function readPost(record: JsonObject, people: People): Post | null {
  const shape = SHAPES.find(({ fits }) => fits(record));
  return shape === undefined ? null : shape.read(record, people);
}

/** Whether an object is a post of a known shape. */
export function isPost(record: JsonObject): boolean {
  return SHAPES.some(({ fits }) => fits(record));
}

/** Returns the objects that may be posts in an answer, a search result, an archive's wrapper, or the object itself. */
export function candidatesIn(record: JsonObject): readonly JsonObject[] {
  if (Array.isArray(record.data)) return objectsOf(record.data);
  if (isObject(record.data)) return [record.data];
  if (Array.isArray(record.statuses)) return objectsOf(record.statuses);
  return isObject(record.tweet) ? [record.tweet] : [record];
}

/** Returns the people that answers of v2 give beside the posts. */
export function peopleIn(records: readonly JsonObject[]): People {
  const people = new Map<string, Person>();
  for (const { includes } of records) {
    for (const user of objectsOf(isObject(includes) ? includes.users : [])) {
      const id = textOrNull(user.id);
      const person = personOf(user);
      if (id !== null && person !== null) people.set(id, person);
    }
  }
  return people;
}
