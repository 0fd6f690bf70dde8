import type { HtmlTree } from "../tree.ts";
import { senseOf } from "./sense.ts";
import { isComplete, signReader } from "./signs.ts";

/** A comment found: the element that holds it with the replies to it, and those. */
export interface Unit {
  node: number;
  readonly inner: Unit[];
}

/**
 * Returns the comments among candidates, rows in page order: the innermost that have words and a name or a date by
 * themselves, and outside of these those that have them beside what they hold. What wraps one comment alone and is
 * one of several alike, is its extent: the replies stand in it.
 */
export function findUnits(tree: HtmlTree, candidates: readonly number[]): Unit[] {
  const flags = new Uint8Array(candidates.length);
  const outer = new Int32Array(candidates.length).fill(-1);
  const kinds = new Map<string, number>();
  collect(tree, candidates, flags, outer);
  for (const node of candidates) kinds.set(kindOf(tree, node), (kinds.get(kindOf(tree, node)) ?? 0) + 1);
  const units: Unit[][] = candidates.map(() => []);
  const top: Unit[] = [];
  for (let i = candidates.length - 1; i >= 0; i--) {
    const own = units[i]!.reverse();
    const into = outer[i]! < 0 ? top : units[outer[i]!]!;
    const node = candidates[i]!;
    if (own.length === 0) {
      if (isComplete(flags[i]!)) into.push({ node, inner: [] });
      else if (outer[i]! >= 0) flags[outer[i]!]! |= flags[i]!;
      continue;
    }
    const kind = kindOf(tree, node);
    const other = own.filter((unit) => kindOf(tree, unit.node) !== kind);
    const alike = other.length < own.length;
    if (isComplete(flags[i]!) && (alike || !holdsSeveral(tree, node))) into.push({ node, inner: own });
    else if (other.length === 1 && other[0] === own[0] && (alike || kinds.get(kind)! > 1 || isOne(tree, node))) {
      other[0]!.node = node;
      other[0]!.inner.push(...own.slice(1));
      into.push(other[0]!);
    } else for (let at = own.length - 1; at >= 0; at--) into.push(own[at]!);
  }
  return top.reverse();
}

/** Returns for each candidate what the rows have that are its own, and the next candidate outside of it. */
function collect(tree: HtmlTree, candidates: readonly number[], flags: Uint8Array, outer: Int32Array): void {
  const open: number[] = [];
  const signs = signReader(tree);
  let next = 0;
  for (let node = candidates[0] ?? tree.length; node < tree.length; node++) {
    while (open.length > 0 && tree.ends[candidates[open.at(-1)!]!]! <= node) open.pop();
    if (candidates[next] === node) {
      outer[next] = open.at(-1) ?? -1;
      open.push(next);
      next++;
    } else if (open.length === 0) {
      node = (candidates[next] ?? tree.length) - 1;
      continue;
    }
    flags[open.at(-1)!]! |= signs(node);
  }
}

/** Elements of one kind have the same name and classes, but for numbers and what differs from one to the next. */
function kindOf(tree: HtmlTree, node: number): string {
  const classes = tree.attributes.get(node, "class") ?? "";
  const id = tree.attributes.get(node, "id") ?? "";
  const own = /\d/.test(id) ? id : (/^\s*(\S{1,60})/.exec(classes)?.[1] ?? id);
  return `${tree.names[node]} ${own.slice(0, 60).replace(/\d+/g, "#")}`;
}

function holdsSeveral(tree: HtmlTree, node: number): boolean {
  const classes = tree.attributes.get(node, "class") ?? "";
  const id = tree.attributes.get(node, "id") ?? "";
  return /comments|list|area|section|thread|wrap/i.test(`${classes.slice(0, 200)} ${id.slice(0, 200)}`);
}

function isOne(tree: HtmlTree, node: number): boolean {
  const name = tree.names[node];
  return (
    name === "li" ||
    name === "article" ||
    (senseOf(tree, node).item && /\d/.test(tree.attributes.get(node, "id") ?? ""))
  );
}
