import { senseOf } from "./threads/sense.ts";
import { attribute, type HtmlTree, plainText, textOf } from "./tree.ts";

/** A number of comments that a page shows, with the words. */
export interface ShownCount {
  readonly count: number;
  readonly words: string;
}

const COUNTS: readonly RegExp[] = [
  /^[^\p{L}\p{N}]{0,3}(?:この記事への)?コメント(?:数|一覧)?\s?[:：(（[［【]?\s?(\d[\d,]{0,9})\s?(?:件|個|つ)?\s?[)）\]］】]?$/iu,
  /(?:^|[^\d,])(\d[\d,]{0,9})\s?(?:件|個|つ)の?\s?(?:コメント|フィードバック|返信|反応)/,
  /^[^\p{L}\p{N}]{0,3}(\d[\d,]{0,9})\s?(?:コメント|comments?|responses?|replies|thoughts? on|opinions?)(?![a-z])/iu,
  /^(?:view|show|see|read)\s(?:all\s)?(\d[\d,]{0,9})\s(?:comments?|responses?|replies)$/i,
  /^[^\p{L}\p{N}]{0,3}(?:comments?|responses?)\s?[:(（[]?\s?(\d[\d,]{0,9})\s?[)）\]]?$/iu,
];
/** Rows that a line with a count takes. */
const NEAR = 12;
const LONGEST = 120;
/** A text that is a count by itself, whatever the element. */
const PLAIN = 40;

/** Reads a text such as 「コメント(12)」, 「12件のコメント」, "12 Comments" as a count; null for any other. */
export function countIn(text: string): number | null {
  const line = text.normalize("NFKC");
  for (const pattern of COUNTS) {
    const digits = pattern.exec(line)?.[1];
    if (digits !== undefined) return Number(digits.replaceAll(",", ""));
  }
  return null;
}

/** What counts are looked for in: a row, whether it lies in what is of no account, and the address of the page. */
export interface CountSearch {
  readonly passed: (node: number) => boolean;
  readonly url: string | null;
}

/**
 * Returns the greatest number of comments that a page shows of its own article: in a heading, in what speaks of comments,
 * or in a link to its own comments. Numbers beside links to other articles are of those.
 */
export function shownCount(tree: HtmlTree, { passed, url }: CountSearch): ShownCount | null {
  const sure: ShownCount[] = [];
  const loose: ShownCount[] = [];
  const linked = new Map<string, ShownCount>();
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] === "") {
      const text = mayBegin(tree, node) ? textOf(tree, node).trim() : "";
      if (text !== "" && text.length <= PLAIN && isCountAlone(text) && !passed(tree.parents[node]!))
        loose.push({ count: countIn(text)!, words: text });
      continue;
    }
    if (passed(node)) {
      node = tree.ends[node]! - 1;
      continue;
    }
    if (tree.ends[node]! - node > NEAR || !mayCount(tree, node)) continue;
    const words = plainText(tree, node);
    if (words === "" || words.length > LONGEST) continue;
    const count = countIn(words);
    if (count === null) continue;
    const target = linkOf(tree, node);
    const found = { count, words };
    if (target !== null) linked.set(target, found);
    else if (/^h[1-6]$/.test(tree.names[node]!)) sure.push(found);
    else loose.push(found);
  }
  const own = [...linked].filter(([target]) => isOwn(target, url, linked.size)).map(([, found]) => found);
  // The cards of other articles show different numbers; those of this one are the same everywhere.
  const same = new Set(loose.map(({ count }) => count)).size === 1 ? loose : [];
  return [...sure, ...own, ...same].reduce<ShownCount | null>(
    (most, one) => (most === null || one.count > most.count ? one : most),
    null,
  );
}

/** Whether the first letter of a text node lets it be a count by itself; most texts are put aside by it. */
function mayBegin({ source, from, to, decoded }: HtmlTree, node: number): boolean {
  if (decoded.has(node)) return true;
  let at = from[node]!;
  while (at < to[node]! && source.charCodeAt(at) <= 32) at++;
  const unit = source.charCodeAt(at);
  // こ, コ, c, C, or a space beyond ASCII, behind which anything may stand.
  return unit === 0x3053 || unit === 0x30b3 || unit === 0x63 || unit === 0x43 || /\s/.test(source[at]!);
}

function isCountAlone(text: string): boolean {
  return /^(?:この記事への)?(?:コメント|comments?)/i.test(text) && countIn(text) !== null;
}

function mayCount(tree: HtmlTree, node: number): boolean {
  const name = tree.names[node]!;
  return (
    name === "a" ||
    /^h[1-6]$/.test(name) ||
    senseOf(tree, node).zone ||
    /comment/i.test(tree.attributes.get(node, "class")?.slice(0, 300) ?? "")
  );
}

/** The address that a count leads to, without its fragment: `""` for the page itself; null where it is no link. */
function linkOf(tree: HtmlTree, node: number): string | null {
  let link = -1;
  for (let at = node, steps = 0; at >= 0 && steps < 4; at = tree.parents[at]!, steps++)
    if (tree.names[at] === "a") link = at;
  for (let at = node + 1; link < 0 && at < tree.ends[node]!; at++) if (tree.names[at] === "a") link = at;
  const href = link < 0 ? null : attribute(tree, link, "href");
  return href === null ? null : href.replace(/#.*$/s, "");
}

function isOwn(target: string, url: string | null, targets: number): boolean {
  if (target === "") return true;
  if (targets === 1) return true;
  if (url === null) return false;
  const path = (address: string): string => address.replace(/^https?:\/\/[^/]*/, "").replace(/\/+$/, "");
  return path(target) === path(url);
}
