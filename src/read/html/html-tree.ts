/**
 * An HTML page as columns: one row a node in the order of the source, so that an element's subtree is the rows
 * `[i, end[i])`. Nothing here or above recurses on depth.
 */
export interface HtmlTree {
  readonly source: string;
  readonly length: number;
  /** Element name in lower case; `""` for a text node. */
  readonly names: readonly string[];
  /** Row of the parent element; -1 at the top. */
  readonly parents: Int32Array;
  /** Row after the last of the subtree. */
  readonly ends: Int32Array;
  /** Half-open range in the source: of the text, or of the element's start tag. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Attributes of an element; the shared empty record for none. */
  readonly attributes: readonly Attributes[];
  /** Decoded text of a text node; undefined where the source is its own text. */
  readonly decoded: ReadonlyMap<number, string>;
}

export type Attributes = Readonly<Record<string, string>>;

/**
 * A record without a prototype whose fields engines keep in place, which they do not for `Object.create(null)`: there are
 * as many as elements with attributes, and each is read many times.
 */
export const AttributeBag = function AttributeBag() {} as unknown as { new (): Record<string, string> };
(AttributeBag as { prototype: unknown }).prototype = Object.create(null);

/** The attributes of every element that has none. */
export const NO_ATTRIBUTES: Attributes = Object.freeze(new AttributeBag());

/** Whether an element has no attributes: what is known by class, id or any other of them it is not. */
export function isPlain(tree: HtmlTree, node: number): boolean {
  return tree.attributes[node] === NO_ATTRIBUTES;
}
