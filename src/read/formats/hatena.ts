import type { Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { countOrNull, isObject, type JsonObject, jsonOf, objectsOf, peekJson, textOrNull } from "../json.ts";

const NAME = "hatena";

/** The format of the bookmarks of one entry of Hatena Bookmark; a bookmark without words is counted, not a comment. */
export const hatena: Format = {
  name: NAME,
  description: "Hatena Bookmark's entry/jsonlite: the bookmarks of one page that have a comment",
  needs: "a JSON object with title, url and bookmarks",
  detect: (sample) => (isEntry(peekJson(sample)) ? 0.9 : 0),
  *read(decoded) {
    const entry = jsonOf(decoded) as JsonObject;
    const notes: Note[] = [];
    const comments: CommentDraft[] = [];
    let silent = 0;
    for (const bookmark of objectsOf(entry.bookmarks)) {
      const text = textOrNull(bookmark.comment)?.trim() ?? null;
      if (text === null) {
        silent++;
        continue;
      }
      const own: Note[] = [];
      const posted = readDate(bookmark.timestamp, own);
      const tags = Array.isArray(bookmark.tags) ? bookmark.tags.filter((tag) => typeof tag === "string") : [];
      if (tags.length > 0) own.push({ code: "tags", message: tags.join(", ") });
      comments.push({ author: textOrNull(bookmark.user), posted, reactions: { up: null }, text, notes: own });
    }
    const count = countOrNull(entry.count) ?? comments.length + silent;
    notes.push({
      code: "bookmarks",
      message: `${count} bookmarks; the source lists ${comments.length} with words and ${silent} without`,
    });
    notes.push({ code: "no-article-text", message: "the source does not hold the article's text" });
    const article = { title: textOrNull(entry.title) ?? "", url: textOrNull(entry.url), text: "", notes };
    yield makeDiscussion(decoded, NAME, { article, comments });
  },
};

function isEntry(value: ReturnType<typeof peekJson>): boolean {
  return isObject(value) && Array.isArray(value.bookmarks) && ("url" in value || "eid" in value);
}
