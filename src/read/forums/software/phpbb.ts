import { type HtmlTree, hasClass } from "../../html/tree.ts";
import type { ForumSoftware } from "../forum-software.ts";
import { oneOf, place } from "../place.ts";
import { idOfClass } from "../post-ids.ts";

const isNoWords = oneOf("cite", ".attachbox", ".inline-attachment", ".notice");

/** 「コード: すべて選択」 */
function isCodeHead(tree: HtmlTree, node: number): boolean {
  return tree.names[node] === "p" && hasClass(tree, tree.parents[node]!, "codebox");
}

/** phpBB 3 in prosilver and the styles made from it: `div#p12.post`, `.postbody`, `p.author`, quotes with `cite`. */
export const phpbb: ForumSoftware = {
  name: "phpBB",
  signs: [
    /<(?:div|article)\b(?=[^>]{0,300}\sid\s*=\s*["']?p\d{1,10}["'\s>])[^>]{0,300}\sclass\s*=\s*["'][^"']{0,100}\bpost\b/i,
    /\bpostbody\b/,
  ],
  title: [place(".topic-title"), place("[id^=page-body] h2")],
  postId: (tree, node) => idOfClass(tree, node, /^p(\d{1,10})$/, "post"),
  author: [
    place("p.author .username"),
    place("p.author .username-coloured"),
    place("p.author strong"),
    place(".postprofile .username"),
    place(".postprofile .username-coloured"),
  ],
  when: [place("p.author time[datetime]"), place("p.author")],
  body: [place(".postbody .content")],
  number: [place(".post-number")],
  subject: [place(".postbody h3")],
  edited: [place(".postbody .notice")],
  votes: [],
  isApart: (tree, node) => isNoWords(tree, node) || isCodeHead(tree, node),
  isGone: () => false,
};
