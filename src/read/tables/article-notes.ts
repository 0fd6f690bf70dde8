import type { Note } from "../../model/discussion.ts";

/** Returns the note of a table without comments, none for another. */
export function noComments(comments: readonly unknown[], rows: number): Note[] {
  if (comments.length > 0) return [];
  return [{ code: "no-comments", message: `the table has no comments in ${rows} rows below its header` }];
}

/** Returns what stands in for the title that a table has not: the name of its file. */
export function titleFromPath(path: string | null): string {
  return (path ?? "").replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}
