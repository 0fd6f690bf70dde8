import type { Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";
import { countOrNull, isObject, type JsonObject, jsonOf, objectsOf, peekJson, textOrNull } from "../json.ts";

const NAME = "youtube";

/** Reads answers of YouTube's `commentThreads.list`: one, or an array of the pages of one video. */
export const youtube: Format = {
  name: NAME,
  description: "YouTube commentThreads.list: one answer or an array of them",
  needs: "JSON with items[].snippet.topLevelComment",
  detect: (sample) => (threadsOf(peekJson(sample)).length > 0 ? 0.95 : emptyAnswer(peekJson(sample)) ? 0.6 : 0),
  *read(decoded) {
    const comments: CommentDraft[] = [];
    const threads = threadsOf(jsonOf(decoded));
    let video: string | null = null;
    for (const { snippet, replies } of threads) {
      const thread = isObject(snippet) ? snippet : {};
      video ??= textOrNull(thread.videoId);
      const top = thread.topLevelComment as JsonObject;
      const parent = comments.length;
      const draft = readComment(top, null);
      comments.push(draft);
      const listed = objectsOf(isObject(replies) ? replies.comments : []);
      const total = countOrNull(thread.totalReplyCount) ?? listed.length;
      if (listed.length < total) {
        draft.notes!.push({
          code: "missing-replies",
          message: `the source holds ${listed.length} of its ${total} replies`,
        });
      }
      for (const reply of listed) comments.push(readComment(reply, parent));
    }
    const notes: Note[] = [{ code: "no-article-text", message: "the source holds comments only" }];
    const url = video === null ? null : `https://www.youtube.com/watch?v=${video}`;
    yield makeDiscussion(decoded, NAME, { article: { title: video ?? "", url, text: "", notes }, comments });
  },
};

function threadsOf(value: unknown): JsonObject[] {
  const pages = Array.isArray(value) ? objectsOf(value) : isObject(value) ? [value] : [];
  return pages
    .flatMap((page) => objectsOf(page.items))
    .filter(({ snippet }) => isObject(snippet) && isObject(snippet.topLevelComment));
}

function emptyAnswer(value: unknown): boolean {
  return isObject(value) && value.kind === "youtube#commentThreadListResponse";
}

function readComment(comment: JsonObject, parent: number | null): CommentDraft {
  const snippet = isObject(comment.snippet) ? comment.snippet : {};
  const notes: Note[] = [];
  const original = textOrNull(snippet.textOriginal);
  const { text, links } =
    original === null ? flattenFragment(textOrNull(snippet.textDisplay) ?? "") : { text: original.trim(), links: [] };
  const posted = readDate(snippet.publishedAt, notes);
  if (textOrNull(snippet.updatedAt) !== null && snippet.updatedAt !== snippet.publishedAt) {
    notes.push({ code: "edited", message: `changed at ${String(snippet.updatedAt)}` });
  }
  return {
    sourceId: textOrNull(comment.id),
    parent,
    author: textOrNull(snippet.authorDisplayName),
    posted,
    reactions: { up: countOrNull(snippet.likeCount) },
    text,
    links,
    notes,
  };
}
