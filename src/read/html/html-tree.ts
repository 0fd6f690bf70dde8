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
  readonly attributes: Attributes;
  /** Decoded text of a text node; undefined where the source is its own text. */
  readonly decoded: ReadonlyMap<number, string>;
}

/** The attributes of elements, by row; text nodes have none. */
export interface Attributes {
  /** Returns the value of an attribute, of its name in lower case; undefined where there is none. */
  get(row: number, name: string): string | undefined;
  isEmpty(row: number): boolean;
}

/** Whether an element has no attributes: what is known by class, id or any other of them it is not. */
export function isPlain(tree: HtmlTree, node: number): boolean {
  return tree.attributes.isEmpty(node);
}
