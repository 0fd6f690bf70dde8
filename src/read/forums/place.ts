import { attribute, type HtmlTree, hasClass } from "../html/tree.ts";

/** What finds an element among the rows `[from, to)`; -1 where there is none. */
export type Place = (tree: HtmlTree, from: number, to: number) => number;

interface Step {
  readonly name: string;
  readonly classes: readonly string[];
  /** Attributes by name, with the value that each begins with. */
  readonly attributes: readonly (readonly [string, string])[];
}

/**
 * Returns what finds elements by a selector of few words: names, classes and beginnings of attributes, each step within
 * the first element that the step before finds.
 *
 * @example
 * place("p.author .username"); place("div[id^=post_message_]"); place("time[datetime]");
 */
export function place(selector: string): Place {
  // Read when first asked: most programs that import the package read no forum.
  let read: readonly Step[] | undefined;
  return (tree, from, to) => {
    read ??= selector.split(" ").map(stepOf);
    const steps = read;
    let found = -1;
    let [first, last] = [from, to];
    for (const step of steps) {
      found = findStep(tree, first, last, step);
      if (found < 0) return -1;
      [first, last] = [found + 1, Math.min(tree.ends[found]!, last)];
    }
    return found;
  };
}

/** Returns the first element that one of several places finds, in their order. */
export function firstOf(places: readonly Place[], tree: HtmlTree, from: number, to: number): number {
  for (const one of places) {
    const found = one(tree, from, to);
    if (found >= 0) return found;
  }
  return -1;
}

/** Returns what tells whether an element is one of some: selectors of one step each. */
export function oneOf(...selectors: readonly string[]): (tree: HtmlTree, node: number) => boolean {
  let read: readonly Step[] | undefined;
  return (tree, node) => {
    read ??= selectors.map(stepOf);
    return read.some((step) => isAt(tree, node, step));
  };
}

function stepOf(text: string): Step {
  const name = /^[a-z\d]*/.exec(text)![0];
  const rest = text.slice(name.length);
  return {
    name,
    classes: [...rest.replace(/\[[^\]]*\]/g, "").matchAll(/\.([\w-]+)/g)].map((found) => found[1]!),
    attributes: [...rest.matchAll(/\[([\w-]+)(?:\^=([^\]]*))?\]/g)].map((found) => [found[1]!, found[2] ?? ""]),
  };
}

function findStep(tree: HtmlTree, from: number, to: number, step: Step): number {
  for (let node = from; node < to; node++) if (isAt(tree, node, step)) return node;
  return -1;
}

function isAt(tree: HtmlTree, node: number, { name, classes, attributes }: Step): boolean {
  const own = tree.names[node]!;
  if (own === "" || (name !== "" && own !== name)) return false;
  return (
    classes.every((one) => hasClass(tree, node, one)) &&
    attributes.every(([key, start]) => attribute(tree, node, key)?.startsWith(start) === true)
  );
}
