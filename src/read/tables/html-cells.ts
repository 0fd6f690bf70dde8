import type { Note } from "../../model/discussion.ts";
import type { CommentDraft } from "../discussion.ts";
import { flattenFragment } from "../html/fragment.ts";

const TAG = /<br ?\/?>|<\/(?:a|p|b|i|span|div|strong|em|li|blockquote)>/i;
const ENTITY = /&(?:amp|lt|gt|quot|nbsp|#39|#x27|#\d{2,6});/i;
/** Share of the cells from which tags or entities are how the column is written, not what somebody wrote of them. */
const MANY = 0.05;

/**
 * Replaces the words by what they are as HTML where many of them hold line breaks, ends of links or entities as tags;
 * links are kept. Where only single ones do, they stay as they are, and the note says so.
 */
export function readHtmlCells(drafts: readonly CommentDraft[]): Note[] {
  const found = drafts.filter(({ text }) => TAG.test(text) || ENTITY.test(text)).length;
  if (found === 0) return [];
  if (found < drafts.length * MANY) {
    return [
      { code: "html-cells", message: `tags or entities in ${found} of ${drafts.length} comments are left as text` },
    ];
  }
  for (const draft of drafts) {
    const { text, links } = flattenFragment(draft.text);
    draft.text = text;
    draft.links = links;
  }
  return [{ code: "html-cells", message: `the words are HTML in ${found} of ${drafts.length} comments, and read so` }];
}
