import type { Note } from "../../model/discussion.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { countOrNull, isObject, type JsonObject, jsonOf, objectsOf, peekJson, textOrNull } from "../json.ts";
import { personOf, plainText, postedAt, readRedditComment } from "../reddit.ts";

const NAME = "reddit";

/** The format of a Reddit page with `.json` at its address: the post's listing and that of its comments. */
export const reddit: Format = {
  name: NAME,
  description: "Reddit listing JSON of one post; its score is net of down votes and kept under the name score",
  needs: "a JSON array of two listings, post and comments",
  detect: (sample) => (isPair(peekJson(sample)) ? 0.95 : 0),
  *read(decoded) {
    const [posts, listing] = jsonOf(decoded) as [JsonObject, JsonObject];
    const post = dataOf(objectsOf(dataOf(posts).children)[0] ?? {});
    const comments: CommentDraft[] = [];
    const notes: Note[] = [];
    let more = 0;
    const waiting: { thing: JsonObject; parent: number | null }[] = [];
    const add = (replies: unknown, parent: number | null): void => {
      const children = objectsOf(isObject(replies) ? dataOf(replies).children : []);
      for (let i = children.length - 1; i >= 0; i--) waiting.push({ thing: children[i]!, parent });
    };
    add(listing, null);
    while (waiting.length > 0) {
      const { thing, parent } = waiting.pop()!;
      const data = dataOf(thing);
      if (thing.kind === "more") {
        const count = countOrNull(data.count) ?? 0;
        more += count;
        if (parent !== null)
          comments[parent]!.notes!.push({
            code: "missing-replies",
            message: `${count} more replies are not in the source`,
          });
        continue;
      }
      if (thing.kind !== "t1") continue;
      comments.push(readRedditComment(data, parent));
      add(data.replies, comments.length - 1);
    }
    if (more > 0) notes.push({ code: "missing-comments", message: `${more} more comments are not in the source` });
    const permalink = textOrNull(post.permalink);
    const article = {
      title: plainText(post.title),
      category: textOrNull(post.subreddit),
      author: personOf(post.author),
      url: permalink === null ? textOrNull(post.url) : `https://www.reddit.com${permalink}`,
      published: postedAt(post.created_utc, notes),
      text: plainText(post.selftext).trim(),
      notes,
    };
    yield makeDiscussion(decoded, NAME, { article, comments });
  },
};

function isPair(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((one) => isObject(one) && one.kind === "Listing" && isObject(one.data))
  );
}

function dataOf(thing: JsonObject): JsonObject {
  return isObject(thing.data) ? thing.data : {};
}
