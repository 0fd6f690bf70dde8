/** What a proposition does: something comes or is allowed, goes or shrinks, somebody must or may no longer, or it changes hands or form. */
export const CHANGES = ["removes", "restricts", "adds", "moves"] as const;
export type Change = (typeof CHANGES)[number];
