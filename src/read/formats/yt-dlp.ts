import type { Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { countOrNull, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { titleFromPath } from "../separated.ts";

const NAME = "yt-dlp";
const NONE = "root";
const FACTS = ["is_favorited", "is_pinned", "author_is_uploader", "author_is_verified"];

/** The format of the `info.json` that yt-dlp writes beside a video with `--write-comments`. */
export const ytDlp: Format = {
  name: NAME,
  description: "info.json of yt-dlp --write-comments: a discussion for each video",
  needs: "a JSON object with comments[] whose parent is root or an id, or with extractor and webpage_url",
  detect: (sample) => (peekRecords(sample).some(isInfo) ? 0.9 : 0),
  *read(decoded) {
    for (const info of recordsOf(decoded).filter(isInfo)) {
      const notes: Note[] = [{ code: "no-article-text", message: "the source holds comments only" }];
      const comments = objectsOf(info.comments).map(readComment);
      const total = countOrNull(info.comment_count);
      if (total !== null && total > comments.length)
        notes.push({ code: "missing-comments", message: `the source holds ${comments.length} of ${total} comments` });
      else if (!Array.isArray(info.comments))
        notes.push({ code: "missing-comments", message: "it was saved without comments: use yt-dlp --write-comments" });
      const description = textOrNull(info.description);
      const article = {
        title: textOrNull(info.title) ?? titleFromPath(decoded.path),
        author: textOrNull(info.uploader) ?? textOrNull(info.channel),
        url: textOrNull(info.webpage_url),
        published: readDate(info.timestamp ?? dashed(info.upload_date), notes),
        text: "",
        notes,
      };
      const furniture = description === null ? [] : [{ kind: "description", text: description }];
      yield makeDiscussion(decoded, NAME, { article, comments, furniture });
    }
  },
};

function isInfo(record: JsonObject): boolean {
  if (typeof record.webpage_url === "string" && typeof record.extractor === "string") return true;
  const [first] = objectsOf(record.comments);
  return (
    first !== undefined &&
    typeof first.parent === "string" &&
    typeof first.text === "string" &&
    "author_thumbnail" in first
  );
}

/** A day is written `20250401`. */
function dashed(day: unknown): string | null {
  const text = textOrNull(day);
  return text !== null && /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
}

function readComment(comment: JsonObject): CommentDraft {
  const notes: Note[] = [];
  const parent = textOrNull(comment.parent);
  const up = countOrNull(comment.like_count);
  const down = countOrNull(comment.dislike_count);
  const facts = FACTS.filter((name) => comment[name] === true).map((name) => [name, "true"]);
  return {
    sourceId: textOrNull(comment.id),
    parentId: parent === NONE ? null : parent,
    author: textOrNull(comment.author),
    posted: readDate(comment.timestamp, notes),
    reactions: down === null ? { up } : { up, down },
    attributes: Object.fromEntries(facts),
    text: (textOrNull(comment.text) ?? "").replace(/\r\n?/g, "\n").trim(),
    notes,
  };
}
