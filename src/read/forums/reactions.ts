import type { Reactions } from "../../model/discussion.ts";
import { parseCount } from "../count.ts";
import { attribute, type HtmlTree, plainText } from "../html/tree.ts";

/** Names that a heart or a thumb has. */
const LIKE = /^(?:like|いいね[!！]?|thumbs?[ _-]?up|👍|❤️?)$/i;
/** How many there are, or how many more than those that are named: 「5人が」, 「と他3人」, "and 3 others". */
const OTHERS =
  /^(\d[\d,]{0,8})\s?人|(?:他|ほか)\s?(\d[\d,]{0,8})\s?[人名]|\b(\d[\d,]{0,8})\s(?:other|more|person|people)/i;
/** What a bar of reactions holds at most; more would be a hostile page's. */
const MOST = 3000;

/**
 * Returns the reactions that a bar shows: each with its count, or, where it tells only who reacted, how many they are:
 * of one kind by its name, of several together as `reactions`. `up` is null where no count of likes is shown.
 */
export function reactionsIn(tree: HtmlTree, bar: number): Reactions {
  const counts: Record<string, number | null> = { up: null };
  if (bar < 0) return counts;
  const { kinds, counted, named } = look(tree, bar);
  if (counted.size > 0) return { ...counts, ...Object.fromEntries(counted) };
  const text = plainText(tree, bar);
  const others = OTHERS.exec(text);
  const total = named + (others === null ? 0 : (parseCount(others[1] ?? others[2] ?? others[3]!) ?? 0));
  if (total > 0) counts[kinds.length > 1 ? "reactions" : (kinds[0] ?? "up")] = total;
  else if (/^\d[\d,]{0,8}$/.test(text)) counts.up = parseCount(text);
  return counts;
}

interface Bar {
  /** The reactions, by the names of their pictures. */
  readonly kinds: readonly string[];
  /** Those with a count behind the picture. */
  readonly counted: ReadonlyMap<string, number>;
  /** How many people are named. */
  readonly named: number;
}

function look(tree: HtmlTree, bar: number): Bar {
  const kinds: string[] = [];
  const counted = new Map<string, number>();
  let named = 0;
  let last: string | null = null;
  for (let node = bar + 1; node < Math.min(tree.ends[bar]!, bar + MOST); node++) {
    const name = tree.names[node];
    if (name === "bdi" || (name === "a" && (attribute(tree, node, "class") ?? "").includes("username"))) named++;
    else if (name === "img") {
      const alt = (attribute(tree, node, "alt") ?? "").trim();
      last = alt === "" ? null : LIKE.test(alt) ? "up" : alt.slice(0, 40);
      if (last !== null && !kinds.includes(last)) kinds.push(last);
    } else if (name === "" && last !== null) {
      const count = /^\d[\d,]{0,8}$/.exec(plainText(tree, node));
      if (count !== null) counted.set(last, parseCount(count[0]) ?? 0);
    }
  }
  return { kinds, counted, named };
}
