import type { Discussion, Note } from "../../model/discussion.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded, Format } from "../format.ts";
import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { personOf, plainText, postedAt, readRedditComment } from "../reddit.ts";

const NAME = "reddit-dump";

/**
 * The format of dumps of Reddit (Pushshift, Arctic Shift): comments and posts one a line; a discussion for each post.
 */
export const redditDump: Format = {
  name: NAME,
  description: "dumps of Reddit (Pushshift, Arctic Shift), a comment or post a line; a discussion for each post",
  needs: "JSON objects with link_id, parent_id and body, or posts with selftext and subreddit",
  detect: (sample) => (objectsIn(peekRecords(sample)).some((one) => isComment(one) || isPost(one)) ? 0.93 : 0),
  *read(decoded) {
    const threads = new Map<string, { post: JsonObject | null; comments: JsonObject[] }>();
    const threadOf = (link: string) => {
      let thread = threads.get(link);
      if (thread === undefined) {
        thread = { post: null, comments: [] };
        threads.set(link, thread);
      }
      return thread;
    };
    let unknown = 0;
    for (const one of objectsIn(recordsOf(decoded))) {
      if (isComment(one)) threadOf(String(one.link_id)).comments.push(one);
      else if (isPost(one)) threadOf(textOrNull(one.name) ?? `t3_${String(one.id)}`).post ??= one;
      else unknown++;
    }
    const notes: Note[] =
      unknown === 0 ? [] : [{ code: "not-understood", message: `${unknown} objects are neither comments nor posts` }];
    for (const [link, { post, comments }] of threads) yield readThread(decoded, link, post, comments, notes);
  },
};

function objectsIn(records: readonly JsonObject[]): readonly JsonObject[] {
  return records.flatMap((record) => {
    if (Array.isArray(record.data)) return objectsOf(record.data);
    // A listing by itself: the comments of a person or of a whole subreddit.
    const things = record.kind === "Listing" && isObject(record.data) ? objectsOf(record.data.children) : null;
    return things === null ? [record] : things.flatMap(({ data }) => (isObject(data) ? [data] : []));
  });
}

function isComment(one: JsonObject): boolean {
  return typeof one.link_id === "string" && typeof one.body === "string" && "parent_id" in one;
}

function isPost(one: JsonObject): boolean {
  return (
    typeof one.title === "string" &&
    typeof one.selftext === "string" &&
    "subreddit" in one &&
    textOrNull(one.id) !== null
  );
}

function readThread(
  decoded: Decoded,
  link: string,
  post: JsonObject | null,
  rows: readonly JsonObject[],
  shared: readonly Note[],
): Discussion {
  const notes: Note[] = [...shared];
  if (post === null) notes.push({ code: "no-article-text", message: "the post is not in the source" });
  const comments = rows.map((row): CommentDraft => {
    const parent = textOrNull(row.parent_id);
    const id = textOrNull(row.name) ?? `t1_${textOrNull(row.id) ?? ""}`;
    return {
      ...readRedditComment(row, null),
      sourceId: id === "t1_" ? null : id,
      parentId: parent === null || parent === link || parent.startsWith("t3_") ? null : parent,
    };
  });
  const total = countOrNull(post?.num_comments);
  if (total !== null && total > rows.length)
    notes.push({ code: "missing-comments", message: `the source holds ${rows.length} of ${total} comments` });
  const first = post ?? rows[0] ?? {};
  const permalink = textOrNull(first.permalink);
  const body = plainText(post?.selftext).trim();
  const gone = body === "[deleted]" || body === "[removed]";
  if (gone) notes.push({ code: "no-article-text", message: `the post's text was ${body.slice(1, -1)}` });
  const article = {
    title: post === null ? link : plainText(post.title),
    category: textOrNull(first.subreddit),
    author: personOf(post?.author),
    url:
      post !== null && permalink !== null
        ? `https://www.reddit.com${permalink}`
        : `https://www.reddit.com/comments/${link.replace(/^t3_/, "")}/`,
    published: postedAt(post?.created_utc, notes),
    text: gone ? "" : body,
    notes,
  };
  return makeDiscussion(decoded, NAME, { article, comments });
}
