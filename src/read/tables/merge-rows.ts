import type { CommentDraft } from "../discussion.ts";

/**
 * What puts rows that repeat a comment into one: each of its arguments had a row. Attributes that differ stand one a
 * line.
 */
export class RowMerger {
  readonly #first = new Map<string, { readonly draft: CommentDraft; readonly values: Map<string, Set<string>> }>();

  /** Whether the row belongs to an earlier comment, which now has its attributes. */
  add(draft: CommentDraft): boolean {
    const { sourceId, attributes = {} } = draft;
    if (sourceId === undefined || sourceId === null) return false;
    const known = this.#first.get(sourceId);
    if (known === undefined) {
      const values = new Map(Object.entries(attributes).map(([name, value]) => [name, new Set([value])]));
      this.#first.set(sourceId, { draft, values });
      return false;
    }
    if (known.draft.text !== draft.text) return false;
    for (const [name, value] of Object.entries(attributes)) {
      const values = known.values.get(name);
      if (values === undefined) known.values.set(name, new Set([value]));
      else values.add(value);
    }
    return true;
  }

  /** Writes the attributes that were gathered. */
  finish(): void {
    for (const { draft, values } of this.#first.values()) {
      draft.attributes = Object.fromEntries([...values].map(([name, found]) => [name, [...found].join("\n")]));
    }
  }
}
