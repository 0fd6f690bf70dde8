import type { Note } from "../../../model/discussion.ts";
import { answeredPost } from "../../boards/anchors.ts";
import type { CommentDraft } from "../../discussion.ts";
import type { Line } from "./lines.ts";

/** Returns the number that the head of a comment begins with: 「12. みかん」, 「No.3 みかん」, "#4"; null where it shows none. */
export function shownNumber(lines: readonly Line[]): number | null {
  const found = /^\s*(?:No\.?|№|#|＃|※)?\s?(\d{1,5})(?:\s?[.．:：番)）]|\s|$)/i.exec(lines[0]?.text ?? "");
  return found === null ? null : Number(found[1]);
}

/**
 * Returns the comments with those as parents that they answer by anchors (`>>12`), where no parent is known and all
 * comments show their numbers, each one more than the one before: else a number may be anything.
 */
export function parentsByAnchor(
  comments: readonly CommentDraft[],
  numbers: readonly (number | null)[],
): readonly CommentDraft[] {
  const first = numbers[0];
  if (typeof first !== "number" || numbers.some((number, index) => number !== first + index)) return comments;
  return comments.map((comment, index) => {
    if ((comment.parent ?? null) !== null) return comment;
    const notes: Note[] = [];
    const answered = answeredPost(comment.text, (number) => number >= first && number < first + index, notes);
    return answered === null
      ? comment
      : { ...comment, parent: answered - first, notes: [...(comment.notes ?? []), ...notes] };
  });
}
