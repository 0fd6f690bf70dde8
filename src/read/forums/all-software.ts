import type { HtmlTree } from "../html/tree.ts";
import type { ForumSoftware } from "./forum-software.ts";
import { fluxbb } from "./software/fluxbb.ts";
import { invision } from "./software/invision.ts";
import { mybb } from "./software/mybb.ts";
import { phpbb } from "./software/phpbb.ts";
import { smf } from "./software/smf.ts";
import { vbulletin } from "./software/vbulletin.ts";
import { xenforo } from "./software/xenforo.ts";

/** The forum software whose threads are read. */
export const forumSoftware: readonly ForumSoftware[] = [phpbb, xenforo, vbulletin, smf, invision, mybb, fluxbb];

/** Whether a source is a thread that a software has made. */
export function isOf({ signs }: ForumSoftware, source: string): boolean {
  return signs.every((sign) => sign.test(source));
}

/** A post of a thread: the rows that hold it, and its id. */
export interface PostRows {
  readonly node: number;
  readonly to: number;
  readonly id: string;
}

/** Returns the posts of a thread in page order; one in another, as after a tag that nobody closed, ends it. */
export function postsOf(tree: HtmlTree, software: ForumSoftware): PostRows[] {
  const found: { node: number; id: string }[] = [];
  for (let node = 0; node < tree.length; node++) {
    const id = tree.names[node] === "" ? null : software.postId(tree, node);
    if (id !== null) found.push({ node, id });
  }
  return found.map(({ node, id }, index) => ({
    node,
    id,
    to: Math.min(tree.ends[node]!, found[index + 1]?.node ?? tree.length),
  }));
}
