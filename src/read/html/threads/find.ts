import type { HtmlTree } from "../tree.ts";
import { type Item, type Items, isPing, makeItems } from "./item.ts";
import { parentsByLevel } from "./parents.ts";
import { senseOf } from "./sense.ts";
import { splitRanges } from "./split.ts";
import { findUnits, type Unit } from "./units.ts";
import { headingZone } from "./zones.ts";

const NAMED = new Set(["li", "div", "article", "section", "dl", "tr", "table", "blockquote", "p", "details"]);
const ALIKE = new Set(["li", "ul", "ol", "div", "article", "section", "dl", "tr", "table"]);
const HEADINGS = /^h[1-6]$/;
/** The page as a whole, on which themes hang classes of all kinds. */
const WHOLE = new Set(["html", "body"]);
const MUTE = new Set(["head", "script", "style"]);

/**
 * Returns the comments of a page of any markup: elements that a class, an id or a schema calls a comment; where there are
 * none, what repeats in a part of the page that speaks of comments.
 */
export function findItems(tree: HtmlTree): Items {
  const named = findUnits(tree, namedRows(tree));
  const loose = (from: number, to: number): Unit[] => findUnits(tree, looseRows(tree, from, to));
  const whole = named.length > 0 ? named : loose(0, tree.length);
  const list = flat(
    tree,
    whole.length === 1 ? lookInto(tree, whole[0]!, loose) : whole.map((unit) => withAnswers(tree, unit)),
  );
  return makeItems(tree, parentsByLevel(tree, mainCluster(tree, list)));
}

/** What is called a comment and stands alone may be the box that holds them: several alike in it are the comments. */
function lookInto(tree: HtmlTree, unit: Unit, loose: (from: number, to: number) => Unit[]): Unit[] {
  if (unit.inner.length > 0 || isNumbered(tree, unit.node)) return [unit];
  const units = loose(unit.node + 1, tree.ends[unit.node]!);
  if (units.length === 1 && splitRanges(tree, units[0]!.node).length > 1) return units;
  const alike = units.filter(({ node }) => isAlike(tree, node, units[0]!.node));
  return alike.length > 1 ? alike : [unit];
}

/** What has a number of its own is one comment. */
function isNumbered(tree: HtmlTree, node: number): boolean {
  return /\d/.test(tree.attributes.get(node, "id") ?? "");
}

const HEAD_OR_FOOT = /(?:head|header|foot|footer|meta|info|data|author|posted)(?:$|\s)/i;

/** A blog's owner may answer within the comment: a part with words and a date of its own, beside those of the comment. */
function withAnswers(tree: HtmlTree, unit: Unit): Unit {
  if (unit.inner.length > 0) return unit;
  const rows: number[] = [unit.node];
  for (let node = unit.node + 1; node < tree.ends[unit.node]!; node++) {
    if (tree.names[node] === "") continue;
    const sense = senseOf(tree, node);
    // In what holds the words everything is the writer's.
    if (sense.body >= 2 || sense.elsewhere || HEAD_OR_FOOT.test(tree.attributes.get(node, "class") ?? ""))
      node = tree.ends[node]! - 1;
    else if (ALIKE.has(tree.names[node]!)) rows.push(node);
  }
  const [found, ...others] = findUnits(tree, rows);
  return found !== undefined && others.length === 0 && found.node === unit.node && found.inner.length > 0
    ? found
    : unit;
}

function isAlike(tree: HtmlTree, one: number, other: number): boolean {
  const first = (node: number): string =>
    `${tree.names[node]} ${(tree.attributes.get(node, "class") ?? "").split(/\s+/, 1)[0]}`;
  return tree.parents[one] === tree.parents[other] && first(one) === first(other);
}

/** Rows that are named as comments. */
function namedRows(tree: HtmlTree): number[] {
  const rows: number[] = [];
  for (let node = 0; node < tree.length; node++) {
    const name = tree.names[node]!;
    if (name === "" || WHOLE.has(name)) continue;
    if (isElsewhere(tree, node)) node = tree.ends[node]! - 1;
    else if (senseOf(tree, node).item && NAMED.has(name)) rows.push(node);
  }
  return rows;
}

/** Rows in `[from, to)` that stand where comments are. */
function looseRows(tree: HtmlTree, from: number, to: number): number[] {
  const rows: number[] = [];
  let zoneEnd = from > 0 ? to : 0;
  for (let node = from; node < to; node++) {
    const name = tree.names[node]!;
    if (name === "" || WHOLE.has(name)) continue;
    if (isElsewhere(tree, node)) {
      node = tree.ends[node]! - 1;
      continue;
    }
    if (HEADINGS.test(name)) zoneEnd = headingZone(tree, node, zoneEnd);
    else if (senseOf(tree, node).zone) zoneEnd = Math.max(zoneEnd, tree.ends[node]!);
    if (node >= zoneEnd || !ALIKE.has(name)) continue;
    rows.push(node);
    // The terms of a list part its comments.
    if (name === "dl") node = tree.ends[node]! - 1;
  }
  return rows;
}

/** Whether no comment of the page stands in an element. */
function isElsewhere(tree: HtmlTree, node: number): boolean {
  return senseOf(tree, node).elsewhere || MUTE.has(tree.names[node]!) || isPing(tree, node);
}

/** Brings units into page order with their parents. Parts such as hold several comments in a row are split. */
function flat(tree: HtmlTree, units: readonly Unit[]): Item[] {
  const items: Item[] = [];
  const waiting = units.map((unit) => ({ unit, parent: -1 })).reverse();
  while (waiting.length > 0) {
    const { unit, parent } = waiting.pop()!;
    const ranges = unit.inner.length === 0 && !isNumbered(tree, unit.node) ? splitRanges(tree, unit.node) : [];
    for (const { from, to } of ranges) items.push({ from, to, node: from, parent });
    if (ranges.length > 0) continue;
    for (let i = unit.inner.length - 1; i >= 0; i--) waiting.push({ unit: unit.inner[i]!, parent: items.length });
    items.push({ from: unit.node, to: tree.ends[unit.node]!, node: unit.node, parent });
  }
  return items;
}

/** Comments stand together: of those before and after a title of the page the larger part is taken. */
function mainCluster(tree: HtmlTree, items: readonly Item[]): Item[] {
  const clusters: { first: number; count: number }[] = [];
  let end = -1;
  for (const [index, { from, to, parent }] of items.entries()) {
    if (parent < 0 && (index === 0 || hasTitle(tree, end, from))) clusters.push({ first: index, count: 0 });
    clusters.at(-1)!.count++;
    end = Math.max(end, to);
  }
  if (clusters.length <= 1) return [...items];
  const best = clusters.reduce((most, one) => (one.count > most.count ? one : most));
  return items
    .slice(best.first, best.first + best.count)
    .map((item) => ({ ...item, parent: item.parent < 0 ? -1 : item.parent - best.first }));
}

function hasTitle(tree: HtmlTree, from: number, to: number): boolean {
  for (let node = from; node < to; node++) {
    if (
      tree.names[node] === "h1" ||
      /(?:entry|post|article)-(?:title|content|body)/.test(tree.attributes.get(node, "class") ?? "")
    )
      return true;
  }
  return false;
}
