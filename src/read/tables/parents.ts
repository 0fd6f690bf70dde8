import type { CommentDraft } from "../discussion.ts";
import { simplify } from "./usual-names.ts";

type CellOf = (column: string) => string | null;
/** A function that sets the parent of a comment that was read from a row and stands at `index`. */
export type FindParent = (cell: CellOf, draft: CommentDraft, index: number) => void;

/**
 * Returns the rule by which a table says what a comment answers, beside a column that names it.
 *
 * Scrapers of Yahoo! comments give a reply the rank of what it answers; Decidim says of what kind the thing is; ids of
 * YouTube are those of the parent, a dot and more; Reddit's lead with the kind of thing.
 */
export function parentRule(names: readonly string[], idColumn: string | undefined): FindParent {
  const column = (simple: string): string | undefined => names.find((name) => simplify(name) === simple);
  const [rank, type, sort] = [column("rank"), column("type"), column("sort")];
  if (rank !== undefined && type !== undefined) return byRank(rank, type, sort);
  const [of, kind] = [column("commentableid"), column("commentabletype")];
  if (of !== undefined && kind !== undefined) {
    return (cell, draft) => {
      if (/comment$/i.test(cell(kind)?.trim() ?? "")) draft.parentId = cell(of)?.trim() ?? null;
    };
  }
  const dotted = idColumn !== undefined && simplify(idColumn) === "cid";
  return (_, draft) => {
    const dot = draft.sourceId?.indexOf(".") ?? -1;
    if (dotted && draft.parentId === null && dot > 0) draft.parentId = draft.sourceId!.slice(0, dot);
    const reddit = /^(t[13])_(\w+)$/.exec(draft.parentId ?? "");
    if (reddit !== null && draft.sourceId?.startsWith("t1_") !== true)
      draft.parentId = reddit[1] === "t1" ? reddit[2]! : null;
  };
}

function byRank(rank: string, type: string, sort: string | undefined): FindParent {
  const heads = new Map<string, number>();
  return (cell, draft, index) => {
    const key = `${sort === undefined ? "" : cell(sort)}\n${cell(rank)}`;
    if (!/reply|返信/i.test(cell(type) ?? "")) {
      heads.set(key, index);
      return;
    }
    const head = heads.get(key);
    if (head !== undefined) draft.parent = head;
    else
      draft.notes?.push({
        code: "missing-parent",
        message: "answers a comment that is not in the source; taken as top-level",
      });
  };
}
