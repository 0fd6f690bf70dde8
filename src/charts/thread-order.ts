import type { Row } from "../tables/table.ts";
import { unitKey } from "./rows.ts";

/**
 * Returns whole threads, the largest first, up to `most` comments (one thread is always kept, cut if need be), in page
 * order.
 */
export function largestThreads(comments: readonly Row[], most: number): readonly Row[] {
  if (comments.length <= most) return byDiscussion(treeOrder(comments));
  const rootOf = new Map<string, string>();
  const size = new Map<string, number>();
  for (const row of comments) {
    const key = unitKey(row.discussion, row.id);
    const root = (row.replyTo === null ? undefined : rootOf.get(unitKey(row.discussion, row.replyTo))) ?? key;
    rootOf.set(key, root);
    size.set(root, (size.get(root) ?? 0) + 1);
  }
  const chosen = new Set<string>();
  let count = 0;
  for (const [root, comments] of [...size].sort((a, b) => b[1] - a[1])) {
    if (count > 0 && count + comments > most) continue;
    chosen.add(root);
    count += comments;
  }
  const kept = treeOrder(comments.filter((row) => chosen.has(rootOf.get(unitKey(row.discussion, row.id))!)));
  return byDiscussion(kept).slice(0, most);
}

/** Returns the rows with the comments of a discussion together, discussions in the order in which they first come. */
function byDiscussion(comments: readonly Row[]): readonly Row[] {
  const groups = new Map<unknown, Row[]>();
  for (const row of comments) {
    const group = groups.get(row.discussion);
    if (group === undefined) groups.set(row.discussion, [row]);
    else group.push(row);
  }
  return [...groups.values()].flat();
}

/** Returns the rows with each comment after the one it answers, children in page order. */
function treeOrder(comments: readonly Row[]): readonly Row[] {
  const known = new Set(comments.map((row) => unitKey(row.discussion, row.id)));
  const children = new Map<string, Row[]>();
  for (const row of comments) {
    const parent = row.replyTo === null ? "" : unitKey(row.discussion, row.replyTo);
    const key = known.has(parent) ? parent : "";
    const list = children.get(key);
    if (list === undefined) children.set(key, [row]);
    else list.push(row);
  }
  const ordered: Row[] = [];
  const waiting = [...(children.get("") ?? [])].reverse();
  while (waiting.length > 0) {
    const row = waiting.pop()!;
    ordered.push(row);
    waiting.push(...[...(children.get(unitKey(row.discussion, row.id)) ?? [])].reverse());
  }
  return ordered;
}
