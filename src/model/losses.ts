import type { Note } from "./discussion.ts";

/** Codes of the notes that say that a source holds something that was not read, or not surely. */
export const LOSS_CODES = [
  "comments-not-read",
  "body-uncertain",
  "empty-text",
  "not-understood",
  "missing-comments",
  "cut-text",
  "lossy-decoding",
  "no-comments",
  "error-cells",
  "cut-off",
] as const;
export type LossCode = (typeof LOSS_CODES)[number];

const LOSSES: ReadonlySet<string> = new Set(LOSS_CODES);

/**
 * Whether a code is that of a loss.
 *
 * @example
 * isLossCode("comments-not-read"); // true
 */
export function isLossCode(code: string): code is LossCode {
  return LOSSES.has(code);
}

/** Whether a note tells of something that was not read, or not surely: what a reader must see before any figure. */
export function isLoss({ code }: Note): boolean {
  return isLossCode(code);
}

/**
 * Returns the losses of a discussion: those of its source and article as they are, those of comments counted by code.
 *
 * @example
 * const notes = [{ code: "comments-not-read", message: "the page shows signs of 12 comments; 0 were read" }];
 * lossesOf({ source: { notes: [] }, article: { notes }, comments: [] }); // notes
 */
export function lossesOf({
  source,
  article,
  comments,
}: {
  readonly source: { readonly notes: readonly Note[] };
  readonly article: { readonly notes: readonly Note[] };
  readonly comments: readonly { readonly id: string; readonly notes: readonly Note[] }[];
}): readonly Note[] {
  const counted = new Map<string, { count: number; first: string; message: string }>();
  for (const { id, notes } of comments) {
    for (const note of notes.filter(isLoss)) {
      const known = counted.get(note.code);
      if (known === undefined) counted.set(note.code, { count: 1, first: id, message: note.message });
      else known.count++;
    }
  }
  return [
    ...source.notes.filter(isLoss),
    ...article.notes.filter(isLoss),
    ...[...counted].map(([code, { count, first, message }]) => ({
      code,
      message: count === 1 ? `${first}: ${message}` : `${count} comments (the first is ${first}): ${message}`,
    })),
  ];
}
