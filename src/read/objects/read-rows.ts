import type { Note } from "../../model/discussion.ts";
import { type Columns, columnNotes } from "../columns.ts";
import type { CommentDraft } from "../discussion.ts";
import type { ColumnMapping } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";
import type { JsonObject } from "../json.ts";
import { isPersonal, readRow } from "../rows.ts";
import { decodeReferences } from "../xml.ts";
import { isNoParent, settleFields } from "./columns.ts";
import type { FieldNames } from "./field-names.ts";
import { type FlatRow, flatRow } from "./flat-row.ts";
import { isMarkedField } from "./marked.ts";
import { namedCounts } from "./named-counts.ts";
import { isAddress } from "./person.ts";

interface Nested {
  readonly flat: FlatRow;
  readonly parent: number | null;
}

/** Returns comments and their replies, of any depth, as one list, in the order of the page. */
function unfold(rows: readonly JsonObject[], names: FieldNames): Nested[] {
  const nested: Nested[] = [];
  const waiting: { row: JsonObject; parent: number | null }[] = [];
  const add = (some: readonly JsonObject[], parent: number | null): void => {
    for (let i = some.length - 1; i >= 0; i--) waiting.push({ row: some[i]!, parent });
  };
  add(rows, null);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const flat = flatRow(next.row, names);
    nested.push({ flat, parent: next.parent });
    add(flat.replies, nested.length - 1);
  }
  return nested;
}

/** What was read of a list. */
export interface ReadRows {
  readonly comments: readonly CommentDraft[];
  readonly notes: readonly Note[];
}

/** Returns the comments of a list with the replies in them; fields are settled by name for all of them together. */
export function readRows(
  list: readonly JsonObject[],
  {
    columns: given,
    names,
    threadIds,
  }: {
    readonly columns: ColumnMapping | undefined;
    readonly names: FieldNames;
    /** Ids of what the list stands in: a comment that names one as its parent answers none. */
    readonly threadIds: ReadonlySet<string | null>;
  },
): ReadRows {
  const nested = unfold(list, names);
  const notes: Note[] = [];
  if (nested.length === 0) return { comments: [], notes };
  const rows = nested.map(({ flat }) => flat);
  const columns = settleFields(rows, given);
  const others = new Set(columns.rest);
  // What is left over is read object by object: objects whose names all differ would cost the square of their number.
  const table = { ...columns, rest: [] };
  const marked = isMarked(rows, columns);
  const places: (number | null)[] = [];
  const comments: CommentDraft[] = [];
  const lost = new Map<string, number>();
  let silent = 0;
  for (const { flat, parent } of nested) {
    const read = readRow((column) => flat.cells.get(column) ?? null, table);
    if (read === null && flat.replies.length === 0) {
      silent++;
      places.push(null);
      continue;
    }
    const draft = read ?? emptyDraft();
    if (marked && read !== null) {
      Object.assign(draft, flattenFragment(draft.text));
      // A source that gives words as HTML escapes names as well.
      if (draft.author !== null) draft.author = decodeReferences(draft.author);
    }
    if (parent !== null) draft.parent = places[parent] ?? null;
    draft.attributes = attributesOf(flat, others);
    draft.reactions = mergeVotes(draft.reactions, flat.reactions);
    for (const name of flat.lost) {
      if (draft.author === null || names.kindOf(name) !== "author") lost.set(name, (lost.get(name) ?? 0) + 1);
    }
    places.push(comments.length);
    comments.push(draft);
  }
  dropNoParents(comments, threadIds);
  if (silent > 0) notes.push({ code: "empty-rows", message: `${silent} objects have no words and are left out` });
  const personal = columns.personal.filter((name) => !isPersonal(name));
  notes.push(...columnNotes({ ...columns, personal }), ...notesOfLost(lost));
  return { comments, notes };
}

function isMarked(rows: readonly FlatRow[], { roles }: Columns): boolean {
  const name = [roles.get("text")].flat()[0];
  if (name === undefined) return false;
  return isMarkedField(
    name,
    rows.map(({ cells }) => cells.get(name) ?? "").filter((text) => text !== ""),
  );
}

/** What an object says beside words, author, date, votes and parent, by its own names. */
function attributesOf({ cells }: FlatRow, others: ReadonlySet<string>): Record<string, string> {
  const found: [string, string][] = [];
  for (const [name, value] of cells) {
    if (value === null || !others.has(name) || isPersonal(name) || (value.includes("@") && isAddress(value))) continue;
    found.push([name.replace(/^attributes?[-_.]/, ""), value.replace(/\r\n?/g, "\n").trim()]);
  }
  return Object.fromEntries(found);
}

function emptyDraft(): CommentDraft {
  return {
    author: null,
    posted: null,
    reactions: { up: null },
    text: "",
    notes: [{ code: "deleted", message: "it has no words; kept because others answer it" }],
  };
}

/** A vote of a field of its own goes before one among reactions; where they differ, the second has another name. */
function mergeVotes(votes: CommentDraft["reactions"], nested: FlatRow["reactions"]): CommentDraft["reactions"] {
  const merged: Record<string, number | null> = { ...nested };
  for (const [name, count] of Object.entries(votes)) {
    if (name in nested && count !== null && count !== nested[name]) merged[`${name} (2)`] = nested[name]!;
    if (count !== null || !(name in nested)) merged[name] = count;
  }
  return merged;
}

/** A parent `root`, `0` or that is the thread itself is none, unless a comment has that id. */
function dropNoParents(comments: readonly CommentDraft[], threadIds: ReadonlySet<string | null>): void {
  const ids = new Set(comments.map(({ sourceId }) => sourceId));
  for (const comment of comments) {
    const { parentId } = comment;
    if (parentId == null || ids.has(parentId)) continue;
    if (isNoParent(parentId) || threadIds.has(parentId)) comment.parentId = null;
  }
}

function notesOfLost(counts: ReadonlyMap<string, number>): Note[] {
  if (counts.size === 0) return [];
  return [{ code: "not-understood", message: `fields that were not understood: ${namedCounts([...counts])}` }];
}
