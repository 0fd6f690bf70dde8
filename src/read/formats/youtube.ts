import type { Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";
import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { titleFromPath } from "../separated.ts";

const NAME = "youtube";

/**
 * The format of what YouTube's API gave: answers of `commentThreads.list` or `comments.list`, or their items one by
 * one.
 */
export const youtube: Format = {
  name: NAME,
  description:
    "YouTube commentThreads.list or comments.list: answers, an array of them, or their items, also one a line",
  needs: "JSON with snippet.topLevelComment, or comments with snippet.textDisplay",
  detect: (sample) => {
    const records = peekRecords(sample);
    if (itemsOf(records).some((item) => isThread(item) || isComment(item))) return 0.95;
    return records.some(({ kind }) => kind === "youtube#commentThreadListResponse") ? 0.6 : 0;
  },
  *read(decoded) {
    const items = itemsOf(recordsOf(decoded));
    const videos = videosOf(items);
    if (videos.size === 0) videos.set("", []);
    for (const [video, own] of videos) {
      const notes: Note[] = [{ code: "no-article-text", message: "the source holds comments only" }];
      const comments = readItems(own, notes);
      const url = video === "" ? null : `https://www.youtube.com/watch?v=${video}`;
      yield makeDiscussion(decoded, NAME, {
        article: { title: video || titleFromPath(decoded.path), url, text: "", notes },
        comments,
      });
    }
  },
};

function itemsOf(records: readonly JsonObject[]): JsonObject[] {
  return records.flatMap((record) => (Array.isArray(record.items) ? objectsOf(record.items) : [record]));
}

function snippetOf(item: JsonObject): JsonObject {
  return isObject(item.snippet) ? item.snippet : {};
}

function isThread(item: JsonObject): boolean {
  return isObject(snippetOf(item).topLevelComment);
}

function isComment(item: JsonObject): boolean {
  const { textDisplay, textOriginal, authorDisplayName } = snippetOf(item);
  return (typeof textDisplay === "string" || typeof textOriginal === "string") && authorDisplayName !== undefined;
}

/** Comments by themselves may not say of which video they are: they go to the thread they answer, else to the first. */
function videosOf(items: readonly JsonObject[]): Map<string, JsonObject[]> {
  const videos = new Map<string, JsonObject[]>();
  const videoOfThread = new Map<string, string>();
  for (const item of items) {
    const video = textOrNull(snippetOf(item).videoId);
    const id = textOrNull(item.id);
    if (isThread(item) && id !== null) videoOfThread.set(id, video ?? "");
  }
  const first = [...videoOfThread.values()][0] ?? "";
  for (const item of items) {
    if (!isThread(item) && !isComment(item)) continue;
    const { videoId, parentId } = snippetOf(item);
    const video = textOrNull(videoId) ?? videoOfThread.get(textOrNull(parentId) ?? "") ?? first;
    const own = videos.get(video);
    if (own === undefined) videos.set(video, [item]);
    else own.push(item);
  }
  return videos;
}

function readItems(items: readonly JsonObject[], notes: Note[]): CommentDraft[] {
  const comments: CommentDraft[] = [];
  const seen = new Set<string>();
  let repeated = 0;
  const add = (comment: JsonObject, parent: number | null): CommentDraft | null => {
    const draft = readComment(comment, parent);
    if (draft.sourceId != null && seen.has(draft.sourceId)) {
      repeated++;
      return null;
    }
    if (draft.sourceId != null) seen.add(draft.sourceId);
    comments.push(draft);
    return draft;
  };
  const short: { draft: CommentDraft; total: number; id: string }[] = [];
  for (const item of items) {
    if (!isThread(item)) {
      add(item, null);
      continue;
    }
    const thread = snippetOf(item);
    const place = comments.length;
    const draft = add(thread.topLevelComment as JsonObject, null);
    const listed = objectsOf(isObject(item.replies) ? item.replies.comments : []);
    for (const reply of listed) {
      const answer = add(reply, draft === null ? null : place);
      if (answer !== null) answer.parentId ??= draft?.sourceId ?? textOrNull(item.id);
    }
    const total = countOrNull(thread.totalReplyCount) ?? listed.length;
    if (draft !== null && listed.length < total) short.push({ draft, total, id: draft.sourceId ?? "" });
  }
  noteMissing(comments, short);
  if (repeated > 0)
    notes.push({ code: "repeated", message: `${repeated} comments stand in it twice and are read once` });
  return comments;
}

/** Replies that a thread does not list may stand beside it, from an answer of their own. */
function noteMissing(
  comments: readonly CommentDraft[],
  short: readonly { draft: CommentDraft; total: number; id: string }[],
): void {
  const answers = new Map<string, number>();
  for (const { parentId } of comments) {
    if (parentId != null) answers.set(parentId, (answers.get(parentId) ?? 0) + 1);
  }
  for (const { draft, total, id } of short) {
    const held = answers.get(id) ?? 0;
    if (held >= total) continue;
    draft.notes!.push({ code: "missing-replies", message: `the source holds ${held} of its ${total} replies` });
  }
}

function readComment(comment: JsonObject, parent: number | null): CommentDraft {
  const snippet = snippetOf(comment);
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
    parentId: textOrNull(snippet.parentId),
    author: textOrNull(snippet.authorDisplayName),
    posted,
    reactions: { up: countOrNull(snippet.likeCount) },
    text,
    links,
    notes,
  };
}
