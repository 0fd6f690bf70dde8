import type { Blocks } from "./blocks.ts";
import { isLinks } from "./prose.ts";
import { Sums } from "./sums.ts";
import type { HtmlTree } from "./tree.ts";

const CARDS = new Set(["li", "article", "div", "section", "tr", "dl"]);
/** In wide characters: what a teaser holds at most, and a link that is its headline at least. */
const LARGEST = 110;
const HEADLINE = 5;
const FEWEST = 3;

/**
 * Marks the rows of teasers: three or more elements of one kind under one parent, each with a link that is a headline
 * and with few words beside it. A list of other articles is made of them, however much text it shows.
 */
export function cardRows(tree: HtmlTree, blocks: Blocks, prose: Uint8Array): Uint8Array {
  const { length, names, parents, ends, attributes } = tree;
  const rows = new Uint8Array(length);
  const headlines = new Sums(blocks, (block) => Number(isLinks(blocks, block) && blocks.linked[block]! >= HEADLINE));
  const words = new Sums(blocks, (block) => prose[block]! * (blocks.size[block]! - blocks.linked[block]!));
  /** Of each parent and kind of child: how many cards, and how many children with words but no headline. */
  const families = new Map<string, { cards: number[]; others: number }>();
  for (let node = 0; node < length; node++) {
    if (!CARDS.has(names[node]!)) continue;
    const end = ends[node]!;
    const own = words.of(node, end);
    if (own === 0) continue;
    const key = `${parents[node]} ${names[node]} ${(attributes.get(node, "class") ?? "").slice(0, 200)}`;
    const family = families.get(key) ?? { cards: [], others: 0 };
    families.set(key, family);
    if (own <= LARGEST && headlines.of(node, end) > 0) family.cards.push(node);
    else family.others++;
  }
  for (const { cards, others } of families.values()) {
    if (cards.length < FEWEST || others > cards.length / 2) continue;
    for (const node of cards) rows.fill(1, node, ends[node]!);
  }
  return rows;
}
