/** What a comment must hold for a code to be given; words and phrases are numbered in {@link Terms}. */
export type Condition =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "phrase"; readonly text: string }
  | { readonly kind: "near" | "seq"; readonly of: readonly Term[]; readonly within: number }
  | { readonly kind: "code"; readonly place: number }
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition };

/** A word, matched by its dictionary form, or a phrase, matched by its letters. */
export type Term = Extract<Condition, { readonly kind: "word" | "phrase" }>;

/** A code and its rule. */
export interface Code {
  readonly name: string;
  readonly condition: Condition;
  /** Line of the file in which its name stands, from 1. */
  readonly line: number;
}

/** The coding rules of a file, in its order; a rule refers to others by their places. */
export interface CodeList {
  readonly codes: readonly Code[];
}
