import type { Note } from "../../model/discussion.ts";
import { attribute, type HtmlTree, plainText } from "../html/tree.ts";
import type { PostRows } from "./all-software.ts";

/** Which page of a thread a source is, and how many there are. */
export interface ThreadPage {
  readonly page: number;
  readonly pages: number;
}

const AREA =
  /(?:^|[\s_-])(?:pagination|pageNav|page-?nav|pagenav|pagelinks?|ipsPagination|threadpagenav|postpagestats)(?:$|[\s_-])/i;
const CURRENT = /current|active|selected/i;

/** Returns which page of a thread is shown: by the numbers where its pages are turned. */
export function threadPage(tree: HtmlTree, posts: readonly PostRows[]): ThreadPage {
  let [page, pages] = [1, 1];
  const passed = new Map(posts.map(({ node, to }) => [node, to]));
  for (let node = 0; node < tree.length; node++) {
    const end = passed.get(node);
    if (end !== undefined) {
      node = end - 1;
      continue;
    }
    if (tree.names[node] === "" || !AREA.test((attribute(tree, node, "class") ?? "").slice(0, 300))) continue;
    const numbers = numbersIn(tree, node);
    const current = numbers.find(({ marked }) => marked) ?? numbers.find(({ linked }) => !linked);
    page = Math.max(page, current?.number ?? 1);
    pages = numbers.reduce((most, { number }) => Math.max(most, number), pages);
    node = tree.ends[node]! - 1;
  }
  return { page: Math.min(page, pages), pages };
}

/** Returns the loss of a thread of which other pages exist; none where it has one page. */
export function otherPages({ page, pages }: ThreadPage): Note[] {
  if (pages === 1) return [];
  return [
    {
      code: "missing-comments",
      message: `it is page ${page} of ${pages} of the thread: save the others too and join them with joinPages`,
    },
  ];
}

interface PageNumber {
  readonly number: number;
  /** Whether a class calls it the page that is shown. */
  readonly marked: boolean;
  readonly linked: boolean;
}

/** Numbers that stand alone, and those of 「2 / 5」. */
function numbersIn(tree: HtmlTree, area: number): PageNumber[] {
  const found: PageNumber[] = [];
  let markedEnd = area;
  let linkEnd = area;
  for (let node = area; node < tree.ends[area]!; node++) {
    const end = tree.ends[node]!;
    if (tree.names[node] !== "") {
      if (node > area && CURRENT.test(attribute(tree, node, "class") ?? "")) markedEnd = Math.max(markedEnd, end);
      if (tree.names[node] === "a") linkEnd = Math.max(linkEnd, end);
      continue;
    }
    const text = plainText(tree, node);
    const alone = /^\[?(\d{1,5})\]?$/.exec(text)?.[1];
    const [, shown, all] = /^\D{0,12}?(\d{1,5})\s?(?:\/|of|／)\s?(\d{1,5})\D{0,6}$/i.exec(text) ?? [];
    if (alone !== undefined) found.push({ number: Number(alone), marked: node < markedEnd, linked: node < linkEnd });
    else if (shown !== undefined)
      found.push(
        { number: Number(shown), marked: true, linked: false },
        { number: Number(all), marked: false, linked: true },
      );
  }
  return found;
}
