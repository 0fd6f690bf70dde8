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
