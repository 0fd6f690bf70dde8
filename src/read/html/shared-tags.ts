import type { Attributes } from "./html-tree.ts";

/** Tags that are remembered; a page has few that come again, and many that come once. */
const MOST = 4_096;
/** Longer tags are taken for ones that come once. */
const LONGEST = 200;

/** One copy of what the tags of a page say over and over: the names of elements, and the attributes of tags of the same words. */
export class SharedTags {
  readonly #names = new Map<string, string>();
  readonly #attributes = new Map<string, Attributes>();

  /** Returns a name in lower case. */
  name(written: string): string {
    let name = this.#names.get(written);
    if (name === undefined) {
      name = written.toLowerCase();
      if (this.#names.size >= MOST) this.#names.clear();
      this.#names.set(written, name);
    }
    return name;
  }

  /** Returns the attributes of a tag, those of an earlier one where it is written alike. */
  attributes(own: Attributes, tag: string): Attributes {
    if (tag.length > LONGEST) return own;
    const earlier = this.#attributes.get(tag);
    if (earlier !== undefined) return earlier;
    if (this.#attributes.size >= MOST) this.#attributes.clear();
    this.#attributes.set(tag, own);
    return own;
  }
}
