import type { ForumSoftware } from "../forum-software.ts";
import { oneOf, place } from "../place.ts";
import { idOfClass } from "../post-ids.ts";

/** Invision Community 4: `article#elComment_12.cPost`, the words in `[data-role=commentContent]`. */
export const invision: ForumSoftware = {
  name: "Invision",
  signs: [/<article\b(?=[^>]{0,300}\sid\s*=\s*["']elComment_\d)[^>]{0,300}\sclass\s*=\s*["'][^"']{0,100}\bcPost\b/i],
  title: [place(".ipsType_pageTitle"), place("h1")],
  postId: (tree, node) => idOfClass(tree, node, /^elComment_(\d{1,12})$/, "cPost"),
  author: [place(".cAuthorPane_author strong"), place(".cAuthorPane_author"), place(".ipsComment_author a")],
  when: [place(".ipsComment_meta time[datetime]"), place("time[datetime]")],
  body: [place("[data-role^=commentContent]")],
  number: [place(".ipsComment_tools")],
  subject: [],
  edited: [place(".ipsComment_edited"), place(".ipsType_reset.ipsType_light em")],
  votes: [place(".ipsReact_reactions"), place("[data-role^=reactCountText]")],
  isApart: oneOf(".ipsQuote_citation", ".ipsAttachLink_block", ".ipsComment_edited"),
  isGone: oneOf(".ipsModerated_deleted"),
};
