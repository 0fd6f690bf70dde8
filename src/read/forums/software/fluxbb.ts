import type { ForumSoftware } from "../forum-software.ts";
import { oneOf, place } from "../place.ts";
import { idOfClass } from "../post-ids.ts";

/** FluxBB and PunBB 1.2: `div#p12.blockpost`, `.postleft`, `.postmsg`, quotes in `.quotebox`. */
export const fluxbb: ForumSoftware = {
  name: "FluxBB",
  signs: [/<div\b(?=[^>]{0,300}\sid\s*=\s*["']p\d{1,10}["'])[^>]{0,300}\sclass\s*=\s*["'][^"']{0,100}\bblockpost\b/i],
  title: [place(".crumbs strong"), place("h1 span")],
  postId: (tree, node) => idOfClass(tree, node, /^p(\d{1,10})$/, "blockpost"),
  author: [place(".postleft dt strong"), place(".postleft dt")],
  when: [place("h2 a[href]"), place("h2")],
  body: [place(".postmsg")],
  number: [place("h2 .conr")],
  subject: [],
  edited: [place(".postedit")],
  votes: [],
  isApart: oneOf("cite", ".postedit", "h4"),
  isGone: () => false,
};
