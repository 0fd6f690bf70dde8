import { hasClass } from "../../html/tree.ts";
import type { ForumSoftware } from "../forum-software.ts";
import { oneOf, place } from "../place.ts";
import { idOf } from "../post-ids.ts";

const words = place(".inner[id^=msg_]");
/** Rows of a post before its words: its writer's profile. */
const NEAR = 500;

/** Simple Machines Forum 2: `.post_wrapper` with `.poster` and `.postarea`, the words in `#msg_12`. */
export const smf: ForumSoftware = {
  name: "SMF",
  signs: [/\bclass\s*=\s*["'][^"']{0,60}\bpost_wrapper\b/i, /\sid\s*=\s*["']msg_\d/i],
  title: [place(".display_title .title"), place("[id^=top_subject]"), place(".navigate_section .last a")],
  postId: (tree, node) => {
    if (!hasClass(tree, node, "post_wrapper")) return null;
    const body = words(tree, node + 1, Math.min(tree.ends[node]!, node + NEAR));
    return body < 0 ? null : idOf(tree, body, /^msg_(\d{1,12})$/);
  },
  author: [place(".poster h4 a[title]"), place(".poster h4 a[href^=http]"), place(".poster h4")],
  when: [place(".postinfo a"), place(".postinfo"), place(".keyinfo .smalltext")],
  body: [words],
  number: [place(".page_number"), place(".keyinfo .smalltext strong")],
  subject: [place("[id^=subject_]")],
  edited: [place(".modified"), place("[id^=modified_]")],
  votes: [place(".like_count")],
  isApart: oneOf("cite", ".quoteheader", ".quotefooter", ".codeheader", ".attachments"),
  isGone: () => false,
};
