import type { HtmlTree } from "../tree.ts";
import type { Item } from "./item.ts";
import { senseOf } from "./sense.ts";

/** Rows to climb from a comment to the list that it stands in; more would make a hostile page slow. */
const NEAR = 6;

/**
 * Returns comments that do not stand in each other with the parents that the page shows otherwise: by a list of replies after
 * the comment, by the id of the parent, by a depth in a class, an attribute or a margin.
 */
export function parentsByLevel(tree: HtmlTree, items: readonly Item[]): Item[] {
  const ids = new Map<string, number>();
  for (const [index, { node }] of items.entries()) {
    const id = numberOf(tree.attributes.get(node, "id") ?? tree.attributes.get(node, "data-id") ?? "");
    if (id !== null && !ids.has(id)) ids.set(id, index);
  }
  const lists = items.map((item) => (item.parent < 0 ? listOf(tree, item.node) : -1));
  const lastIn = new Map<number, number>();
  const levels = items.map((item) => (item.parent < 0 ? levelOf(tree, item.node) : null));
  const least = levels.reduce<number | null>(
    (low, one) => (one !== null && (low === null || one < low) ? one : low),
    null,
  );
  const open: { level: number; index: number }[] = [];
  return items.map((item, index) => {
    if (item.parent >= 0) return item;
    const named = ids.get(parentId(tree, item.node) ?? "");
    if (named !== undefined && named < index) return { ...item, parent: named };
    const list = lists[index]!;
    const before = list < 0 ? undefined : lastIn.get(listOf(tree, list));
    lastIn.set(list, index);
    if (before !== undefined) return { ...item, parent: before };
    const level = levels[index] ?? least;
    if (level === null || level === undefined) return item;
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const above = open.at(-1);
    open.push({ level, index });
    return above === undefined ? item : { ...item, parent: above.index };
  });
}

/** The nearest list of replies around an element, or -1. */
function listOf(tree: HtmlTree, node: number): number {
  let at = tree.parents[node]!;
  for (let steps = 0; at >= 0 && steps < NEAR; at = tree.parents[at]!, steps++) {
    if (senseOf(tree, at).children) return at;
  }
  return -1;
}

function numberOf(id: string): string | null {
  return /(\d+)(?:_\d+)?\D*$/.exec(id.slice(-40))?.[1] ?? null;
}

const PARENT_IDS = ["data-parent", "data-parent-id", "data-comment-parent", "data-reply-to"];

function firstAttribute(tree: HtmlTree, node: number, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = tree.attributes.get(node, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function parentId(tree: HtmlTree, node: number): string | null {
  const given =
    firstAttribute(tree, node, PARENT_IDS) ?? /^wc-comm-\d+_(\d+)$/.exec(tree.attributes.get(node, "id") ?? "")?.[1];
  const id = given === undefined ? null : numberOf(given);
  return id === "0" ? null : id;
}

function levelOf(tree: HtmlTree, node: number): number | null {
  const classes = tree.attributes.get(node, "class") ?? "";
  const style = tree.attributes.get(node, "style") ?? "";
  const depth = tree.attributes.get(node, "data-depth");
  const level = tree.attributes.get(node, "data-level");
  const given = depth ?? level ?? /(?:depth|level|indent|nest)[-_]?(\d{1,3})\b/i.exec(classes.slice(0, 500))?.[1];
  if (given !== undefined && /^\d{1,5}$/.test(given)) return Number(given);
  const margin = /(?:margin|padding)-left\s{0,3}:\s{0,3}(\d{1,4})/i.exec(style.slice(0, 500))?.[1];
  return margin === undefined ? null : Number(margin);
}
