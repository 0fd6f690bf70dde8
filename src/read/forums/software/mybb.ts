import type { ForumSoftware } from "../forum-software.ts";
import { oneOf, place } from "../place.ts";
import { idOfClass } from "../post-ids.ts";

/** MyBB 1.8: `div#post_12.post`, `.post_body#pid_12`, quotes with `cite`. */
export const mybb: ForumSoftware = {
  name: "MyBB",
  signs: [
    /\sid\s*=\s*["']pid_\d{1,12}["'][^>]{0,200}\sclass\s*=\s*["'][^"']{0,60}\bpost_body\b|\sclass\s*=\s*["'][^"']{0,60}\bpost_body\b[^>]{0,200}\sid\s*=\s*["']pid_\d/i,
  ],
  title: [place(".thead strong"), place("td.thead strong")],
  postId: (tree, node) => idOfClass(tree, node, /^post_(\d{1,12})$/, "post"),
  author: [place(".author_information .largetext"), place(".author_information strong"), place(".post_author strong")],
  when: [place(".post_head .post_date"), place(".post_date")],
  body: [place(".post_body")],
  number: [place(".post_head .float_right")],
  subject: [],
  edited: [place(".post_edit")],
  votes: [],
  isApart: oneOf("cite", ".codeblock_title", ".title"),
  isGone: oneOf(".post_deleted"),
};
