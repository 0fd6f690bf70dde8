import { type PostNodes, readBoardPage } from "../boards/board-page.ts";
import { parseCount } from "../count.ts";
import type { Format } from "../format.ts";
import { attribute, findNode, type HtmlTree, hasClass, plainText } from "../html/tree.ts";

const NAME = "futaba";
/** Subjects that the board gives where the writer gives none. */
const NO_SUBJECT = /^(?:無念|無題|スレ立て|)$/;

/** The format of a thread of ふたば☆ちゃんねる as a browser saves it. */
export const futaba: Format = {
  name: NAME,
  description: "a saved thread of ふたば☆ちゃんねる",
  needs: "div.thre with .cnw, .cno and blockquote; replies in td.rtd",
  detect: ({ text }) => {
    const head = text.slice(0, 300_000);
    return /\bclass\s*=\s*["']?thre\b/.test(head) && /\bclass\s*=\s*["']?(?:cno|cnw|rtd)\b/.test(head) ? 0.95 : 0;
  },
  *read(decoded) {
    yield readBoardPage(decoded, NAME, postsOf);
  },
};

/** The first post stands in the thread's own element, each answer in a cell; a post ends where the next begins. */
function postsOf(tree: HtmlTree): PostNodes[] {
  const starts: number[] = [];
  for (let node = 0; node < tree.length; node++) {
    const name = tree.names[node];
    if ((name === "div" && hasClass(tree, node, "thre")) || (name === "td" && hasClass(tree, node, "rtd")))
      starts.push(node);
  }
  return starts.map((from, index) => postIn(tree, from, Math.min(tree.ends[from]!, starts[index + 1] ?? tree.length)));
}

function postIn(tree: HtmlTree, from: number, to: number): PostNodes {
  const of = (test: (at: number) => boolean) => findNode(tree, from + 1, to, test);
  const named = (name: string) => of((at) => hasClass(tree, at, name));
  const [number, subject, votes] = [named("cno"), named("csb"), named("sod")];
  const file = of((at) => tree.names[at] === "a" && /\/src\/\d+\.\w{2,5}$/.test(attribute(tree, at, "href") ?? ""));
  const title = subject < 0 ? "" : plainText(tree, subject);
  return {
    number: number < 0 ? (attribute(tree, from, "data-res") ?? "") : plainText(tree, number).replace(/\D/g, ""),
    author: named("cnm"),
    when: named("cnw"),
    body: of((at) => tree.names[at] === "blockquote"),
    end: to,
    votes,
    media: file >= 0,
    head: [number, subject, named("rsc")].filter((node) => node >= 0),
    reactions: { up: votes < 0 ? null : votesOf(plainText(tree, votes)) },
    ...(NO_SUBJECT.test(title) ? {} : { attributes: { 題: title } }),
  };
}

/** `そうだねx12`; a bare `+` is a button that nobody has pressed. */
function votesOf(shown: string): number | null {
  if (shown === "+") return 0;
  return parseCount(/[x×]\s*(\d+)$/.exec(shown)?.[1] ?? "");
}
