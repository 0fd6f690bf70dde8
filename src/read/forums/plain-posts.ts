import { type HtmlTree, plainText } from "../html/tree.ts";
import type { PostRows } from "./all-software.ts";

const ID = /^(p|pid|post|msg|message|reply|res)[-_]?(\d{1,12})$/i;
/** What posts have and articles in a list have not: buttons to answer them, their number in the thread. */
const BUTTON =
  /^[[(（【]?\s?(?:引用(?:して?返信|付きで返信)?(?:する)?|返信(?:する)?|通報(?:する)?|quote|reply(?: with quote)?|report)\s?[\])）】]?$/i;
const NUMBER = /^(?:#|No\.\s?)\d{1,6}$/i;
/** Rows of an element with few words. */
const BRIEF = 6;
const LONGEST = 16;

/** Returns the largest group of elements on a page that have alike ids and the marks of a forum's posts; none if fewer than two. */
export function plainPosts(tree: HtmlTree): PostRows[] {
  const named: PostRows[] = [];
  for (let node = 0; node < tree.length; node++) {
    const id = tree.names[node] === "" ? null : ID.exec(tree.attributes.get(node, "id") ?? "");
    if (id !== null) named.push({ node, to: tree.ends[node]!, id: id[2]! });
  }
  if (named.length < 2) return [];
  const before = marksBefore(tree);
  const groups = new Map<string, PostRows[]>();
  let end = 0;
  for (const post of named) {
    if (post.node < end || before[post.node] === before[post.to]) continue;
    end = post.to;
    const key = `${tree.names[post.node]} ${tree.attributes.get(post.node, "id")!.replace(/\d+/, "")}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [post]);
    else group.push(post);
  }
  const largest = [...groups.values()].reduce<PostRows[]>((most, one) => (one.length > most.length ? one : most), []);
  return largest.length > 1 ? largest : [];
}

/** How many marks stand before each row. */
function marksBefore(tree: HtmlTree): Int32Array {
  const before = new Int32Array(tree.length + 1);
  for (let node = 0; node < tree.length; node++) before[node + 1] = before[node]! + Number(isMark(tree, node));
  return before;
}

function isMark(tree: HtmlTree, node: number): boolean {
  const name = tree.names[node]!;
  if (name === "" || tree.ends[node]! - node > BRIEF) return false;
  const text = plainText(tree, node);
  if (text.length > LONGEST) return false;
  return NUMBER.test(text) || ((name === "a" || name === "button") && BUTTON.test(text));
}
