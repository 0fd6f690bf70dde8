import { attribute, type HtmlTree, hasClass, isSmall } from "../../html/tree.ts";
import type { ForumSoftware } from "../forum-software.ts";
import { oneOf, place } from "../place.ts";
import { idOf, idOfClass } from "../post-ids.ts";

const isNamed = oneOf(
  ".bbcode_postedby",
  ".bbcode_description",
  ".smallfont",
  ".b-bbcode__quote-postedby",
  "fieldset.fieldset",
);

/** vBulletin 3 (`table#post12`, `#post_message_12`), 4 (`li#post_12.postcontainer`) and 5 (`li.b-post[data-node-id]`). */
export const vbulletin: ForumSoftware = {
  name: "vBulletin",
  signs: [
    /\sid\s*=\s*["']?post_message_\d|<li\b(?=[^>]{0,500}\sdata-node-id\s*=)[^>]{0,500}\sclass\s*=\s*["'][^"']{0,100}\bb-post\b/i,
  ],
  title: [place(".threadtitle"), place("h1.main-title"), place(".navbar strong"), place("td.navbar strong")],
  postId: (tree, node) => {
    if (tree.names[node] === "table") return idOf(tree, node, /^post(\d{1,12})$/);
    return (
      idOfClass(tree, node, /^post_?(\d{1,12})$/, "postcontainer", "postbit", "postbitlegacy") ??
      (hasClass(tree, node, "b-post") ? idOf(tree, node, /^(\d{1,12})$/, "data-node-id") : null)
    );
  },
  author: [
    place(".username_container .username"),
    place(".bigusername"),
    place("[id^=postmenu_] a"),
    place("[id^=postmenu_]"),
    place(".b-userinfo__details .author"),
    place(".author"),
  ],
  when: [place(".postdate .date"), place(".postdate"), place(".b-post__timestamp"), place("td.thead")],
  body: [
    place("[id^=post_message_] .postcontent"),
    place("[id^=post_message_]"),
    place(".js-post__content-text"),
    place(".b-post__content"),
  ],
  number: [place(".postcounter"), place("[id^=postcount]"), place(".b-post__count")],
  subject: [place("h2.title"), place(".b-post__title")],
  edited: [place(".lastedited"), place(".b-post__edit")],
  votes: [],
  isApart: (tree, node) => isNamed(tree, node) || isPostedBy(tree, node),
  isGone: oneOf(".postbitdeleted"),
};

/** In vBulletin 3 who is quoted stands in the first of two parts of the box, the words in the second. */
function isPostedBy(tree: HtmlTree, node: number): boolean {
  const box = tree.parents[node]!;
  const next = tree.ends[node]!;
  if (tree.names[node] !== "div" || box < 0 || !hasClass(tree, box, "alt2") || !isSmall(tree, node)) return false;
  for (let at = next; at < tree.ends[box]!; at++) {
    if (tree.names[at] === "div") return /italic/.test(attribute(tree, at, "style") ?? "");
  }
  return false;
}
