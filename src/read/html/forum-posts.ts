import { forumSoftware } from "../forums/all-software.ts";
import { isPlain } from "./html-tree.ts";
import type { HtmlTree } from "./tree.ts";

/** Returns how many posts of a forum stand where `outside` holds; one alone is no thread and counts as none. */
export function forumPosts(tree: HtmlTree, outside: (node: number) => boolean): number {
  let posts = 0;
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "" || isPlain(tree, node) || !outside(node)) continue;
    if (forumSoftware.some((software) => software.postId(tree, node) !== null)) posts++;
  }
  return posts > 1 ? posts : 0;
}
