import { type PostNodes, readBoardPage } from "../boards/board-page.ts";
import { isThreadList } from "../boards/thread-list.ts";
import type { Format } from "../format.ts";
import { findIn } from "../html/take.ts";
import { attribute, findNode, type HtmlTree, hasClass, isSmall, plainText } from "../html/tree.ts";

const NAME = "5ch-html";

/** `1 ：名無しさん：2012/03/04(日) 05:06:07.89 ID:AbCd`, the head of a post in the oldest pages and at したらば. */
const HEAD = /^\D{0,2}(\d{1,6})\s?[：:]\s*(.{0,120}?)\s?[：:]\s*((?:\d{4}|\d{2})[/年].*|あぼーん.*|[＜<]削除[＞>].*)$/;
/** The same in a page's source: what is merely numbered (`<dt>1：質問`) has no date behind it. */
const LISTED =
  /<dt\b[^>]{0,200}>\s{0,20}(?:<a[^>]{0,300}>)?\s{0,5}\d{1,6}\s{0,5}(?:<\/a>)?\s{0,5}[：:].{0,300}?[：:]\s{0,5}\d{2,4}\/\d\d?\/\d\d?/i;

/** A post of today's pages, an `article` or a `div` whose attributes come in either order. */
const TODAY =
  /<(?:article|div)(?=[^>]{0,300}\sdata-userid\s*=)(?=[^>]{0,300}\sdata-id\s*=)[^>]{0,300}\sclass\s*=\s*["'][^"']{0,60}\bpost\b/i;

/**
 * The format of a thread of 5ch, 2ch and boards like them as a browser saves it, in any of its three generations of
 * pages.
 */
export const fivechHtml: Format = {
  name: NAME,
  description: "a saved thread of 5ch, 2ch or したらば: pages of today, of 2017 and the older dl.thread",
  needs: "article.post[data-id], div.post with .meta and .message, or dl with dt 1 ：name：date",
  detect: ({ text, path }) => {
    const head = text.slice(0, 300_000);
    if (TODAY.test(head)) return 0.9;
    if (
      /<div[^>]{0,200}\bclass\s*=\s*["']post["'][^>]{0,300}>\s{0,20}<div[^>]{0,100}\bclass\s*=\s*["']meta["']/i.test(
        head,
      )
    )
      return 0.9;
    if (LISTED.test(head)) return 0.9;
    return isThreadList({ text, path }) ? 0.8 : 0;
  },
  *read(decoded) {
    yield readBoardPage(decoded, NAME, postsOf);
  },
};

function postsOf(tree: HtmlTree): PostNodes[] {
  const posts: PostNodes[] = [];
  for (let node = 0; node < tree.length; node++) {
    const name = tree.names[node]!;
    if ((name === "article" || name === "div") && hasClass(tree, node, "post") && isNumbered(tree, node)) {
      posts.push(classedPost(tree, node));
      node = tree.ends[node]! - 1;
    } else if (name === "dt") {
      const post = listedPost(tree, node);
      if (post !== null) posts.push(post);
    }
  }
  return posts;
}

/** What merely has the class is a post of a blog. */
function isNumbered(tree: HtmlTree, post: number): boolean {
  if (attribute(tree, post, "data-id") !== null) return true;
  return findIn(tree, post, (at) => hasClass(tree, at, "postid") || hasClass(tree, at, "number")) >= 0;
}

/** A post of today (`.postid .postusername .date .uid .post-content`) or of 2017 (`.number .name .date .uid .message`). */
function classedPost(tree: HtmlTree, post: number): PostNodes {
  const of = (...classes: string[]) => findIn(tree, post, (at) => classes.some((one) => hasClass(tree, at, one)));
  const number = of("postid", "number");
  const uid = of("uid");
  const when = of("date");
  const message = of("post-content", "message");
  const escaped = findIn(tree, message, (at) => hasClass(tree, at, "escaped"));
  const shown = number < 0 ? (attribute(tree, post, "data-id") ?? "") : plainText(tree, number);
  return {
    number: shown.replace(/\D/g, "").replace(/^0+(?=\d)/, ""),
    author: of("postusername", "name"),
    when,
    dated: `${when < 0 ? "" : plainText(tree, when)} ${uid < 0 ? "" : plainText(tree, uid)}`.trim(),
    body: escaped < 0 ? message : escaped,
    votes: -1,
    head: [number, uid].filter((node) => node >= 0),
  };
}

/** A `dt` that begins as a post's head does, and the `dd` behind it. */
function listedPost(tree: HtmlTree, dt: number): PostNodes | null {
  if (!isSmall(tree, dt)) return null;
  const found = HEAD.exec(plainText(tree, dt));
  if (found === null) return null;
  const dd = findNode(tree, tree.ends[dt]!, Math.min(tree.length, tree.ends[dt]! + 4), (at) => tree.names[at] === "dd");
  const [, number = "", name = "", dated = ""] = found;
  return { number, author: -1, name: name === "" ? null : name, when: dt, dated, body: dd, votes: -1 };
}
