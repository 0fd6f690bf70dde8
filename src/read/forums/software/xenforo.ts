import { hasClass } from "../../html/tree.ts";
import type { ForumSoftware } from "../forum-software.ts";
import { oneOf, place } from "../place.ts";
import { idOf, idOfClass } from "../post-ids.ts";

/** XenForo 2 (`article.message[data-content=post-12]`, `.bbWrapper`) and 1 (`li#post-12.message`, `.messageText`). */
export const xenforo: ForumSoftware = {
  name: "XenForo",
  signs: [
    /\s(?:data-content\s*=\s*["']post-\d|id\s*=\s*["']js-post-\d)|<li\b(?=[^>]{0,300}\sid\s*=\s*["']post-\d)(?=[^>]{0,300}\sdata-author\s*=)[^>]{0,300}\sclass\s*=\s*["'][^"']{0,100}\bmessage\b/i,
  ],
  title: [place("h1.p-title-value"), place(".titleBar h1")],
  postId: (tree, node) =>
    hasClass(tree, node, "message")
      ? (idOf(tree, node, /^post-(\d{1,12})$/, "data-content") ??
        idOf(tree, node, /^js-post-(\d{1,12})$/) ??
        idOfClass(tree, node, /^post-(\d{1,12})$/, "message"))
      : null,
  author: [place(".message-name .username"), place(".message-name"), place(".userText .username")],
  authorAttribute: "data-author",
  when: [
    place(".message-attribution time[datetime]"),
    place(".message-attribution-main time[datetime]"),
    place(".messageMeta .DateTime"),
    place("time[datetime]"),
  ],
  body: [place(".message-body .bbWrapper"), place(".messageText")],
  number: [place(".message-attribution-opposite"), place(".postNumber")],
  subject: [],
  edited: [place(".message-lastEdit time[datetime]"), place(".editDate .DateTime")],
  votes: [place(".reactionsBar"), place(".likesSummary")],
  isApart: oneOf(
    ".bbCodeBlock-title",
    ".bbCodeBlock-expandLink",
    ".bbCodeBlock-shrinkLink",
    ".attribution",
    ".quoteExpand",
    ".attachmentList",
    ".js-selectToQuoteEnd",
  ),
  isGone: oneOf(".message--deleted", ".deleted"),
};
