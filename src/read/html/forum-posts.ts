import { isPlain } from "./html-tree.ts";
import type { HtmlTree } from "./tree.ts";

/** Whether an element is a post by the names that phpBB, XenForo, vBulletin and their like give it. */
function isPost(tree: HtmlTree, node: number): boolean {
  const { id = "", class: classes = "" } = tree.attributes[node]!;
  if (/^p\d{1,10}$/.test(id)) return /(?:^|\s)post(?:\s|$)/.test(classes);
  if (/^js-post-\d{1,10}$/.test(id)) return true;
  return (
    /^post_?\d{1,10}$/.test(id) &&
    /(?:^|\s)(?:postcontainer|postbit\w*|message|plhin|windowbg\d?)(?:\s|$)/.test(classes)
  );
}

/** Returns how many posts of a forum stand where `outside` holds; one alone is no thread and counts as none. */
export function forumPosts(tree: HtmlTree, outside: (node: number) => boolean): number {
  let posts = 0;
  for (let node = 0; node < tree.length; node++)
    if (tree.names[node] !== "" && !isPlain(tree, node) && outside(node) && isPost(tree, node)) posts++;
  return posts > 1 ? posts : 0;
}
