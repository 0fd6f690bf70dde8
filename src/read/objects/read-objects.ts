import type { Discussion, Note } from "../../model/discussion.ts";
import type { Columns } from "../columns.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { malformed } from "../errors.ts";
import type { Decoded } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";
import { isObject, type JsonObject, textOrNull } from "../json.ts";
import { isPersonal, readRow } from "../rows.ts";
import { titleFromPath } from "../separated.ts";
import { articleAround } from "./article.ts";
import { isNoParent, settleFields } from "./columns.ts";
import { type FlatRow, flatRow, isAuthorField } from "./flat-row.ts";
import { type FoundLists, findLists, isListField, type Thread, titleOf } from "./lists.ts";
import { isMarkedField } from "./marked.ts";
import { isAddress } from "./person.ts";

const MOST_NAMED = 8;

/**
 * Reads a discussion of the array of objects with the most words, wherever it lies in a JSON value; a discussion for each
 * where objects with a title have one each. Throws `malformed` where there is none, naming the arrays that there are.
 */
export function* readObjects(decoded: Decoded, format: string, value: unknown): Generator<Discussion, void, undefined> {
  const [given] = [decoded.options.columns?.text].flat();
  const [best, ...others] = findLists(value, given);
  if (best === undefined) throw noComments(decoded, value);
  const notes = [...notesOfPath(best), ...notesOfOthers(others)];
  for (const thread of threadsOf(best)) yield readThread(decoded, format, thread, notes);
}

/** Pages of one answer are one thread; articles with a title have one each. */
function threadsOf({ threads }: FoundLists): readonly Thread[] {
  if (threads.length === 1 || threads.every(({ around }) => around[0] !== undefined && titleOf(around[0]) !== null))
    return threads;
  return [{ rows: threads.flatMap(({ rows }) => rows), around: threads[0]!.around }];
}

function notesOfPath({ path }: FoundLists): Note[] {
  return path === "" || isListField(path) ? [] : [{ code: "comments-from", message: `comments are read from ${path}` }];
}

function notesOfOthers(others: readonly FoundLists[]): Note[] {
  const worded = others.filter(({ words }) => words > 0);
  if (worded.length === 0) return [];
  const names = worded.slice(0, MOST_NAMED).map(({ path, count }) => `${path || "the source's own array"} (${count})`);
  const more = worded.length > MOST_NAMED ? ` and ${worded.length - MOST_NAMED} more` : "";
  return [
    {
      code: "not-understood",
      message: `arrays that may hold comments too and were not read: ${names.join(", ")}${more}`,
    },
  ];
}

function noComments(decoded: Decoded, value: unknown): Error {
  // Shown as a count, since what is nested deeply cannot be shown at all.
  if (!isObject(value))
    return malformed(decoded, "holds no array of comments, only", `${[value].flat().length} values`);
  const arrays = Object.keys(value).filter((name) => Array.isArray(value[name]));
  return arrays.length > 0
    ? malformed(decoded, "holds no array of comments; it has arrays", arrays)
    : malformed(decoded, "holds no array of comments; its fields are", Object.keys(value));
}

interface Nested {
  readonly flat: FlatRow;
  readonly parent: number | null;
}

function readThread(decoded: Decoded, format: string, thread: Thread, shared: readonly Note[]): Discussion {
  const { article, furniture } = articleAround(thread.around, titleFromPath(decoded.path));
  const notes: Note[] = [...shared];
  const nested = unfold(thread.rows);
  const comments =
    nested.length === 0 ? [] : readRows(decoded, nested, notes, new Set(thread.around.map(({ id }) => textOrNull(id))));
  return makeDiscussion(decoded, format, {
    article: { ...article, notes: [...notes, ...(article.notes ?? [])] },
    comments,
    furniture,
  });
}

/** Lays out comments and their replies, of any depth, in the order of the page. */
function unfold(rows: readonly JsonObject[]): Nested[] {
  const nested: Nested[] = [];
  const waiting: { row: JsonObject; parent: number | null }[] = [];
  const add = (some: readonly JsonObject[], parent: number | null): void => {
    for (let i = some.length - 1; i >= 0; i--) waiting.push({ row: some[i]!, parent });
  };
  add(rows, null);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const flat = flatRow(next.row);
    nested.push({ flat, parent: next.parent });
    add(flat.replies, nested.length - 1);
  }
  return nested;
}

function readRows(
  decoded: Decoded,
  nested: readonly Nested[],
  notes: Note[],
  threadIds: ReadonlySet<string | null>,
): CommentDraft[] {
  const rows = nested.map(({ flat }) => flat);
  const columns = settleFields(rows, decoded.options.columns);
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
    if (marked && read !== null) Object.assign(draft, flattenFragment(draft.text));
    if (parent !== null) draft.parent = places[parent] ?? null;
    draft.attributes = attributesOf(flat, others);
    draft.reactions = { ...flat.reactions, ...shown(draft.reactions, flat.reactions) };
    for (const name of flat.lost) {
      if (draft.author === null || !isAuthorField(name)) lost.set(name, (lost.get(name) ?? 0) + 1);
    }
    places.push(comments.length);
    comments.push(draft);
  }
  dropNoParents(comments, threadIds);
  if (silent > 0) notes.push({ code: "empty-rows", message: `${silent} objects have no words and are left out` });
  notes.push(...notesOfLost(lost));
  return comments;
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

/** What no column tells is left to the reactions that an object of its own tells. */
function shown(votes: CommentDraft["reactions"], nested: FlatRow["reactions"]): CommentDraft["reactions"] {
  return Object.fromEntries(Object.entries(votes).filter(([name, count]) => count !== null || !(name in nested)));
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
  const named = [...counts].slice(0, MOST_NAMED).map(([name, count]) => `${name} (${count})`);
  const more = counts.size > MOST_NAMED ? ` and ${counts.size - MOST_NAMED} more` : "";
  return [{ code: "not-understood", message: `fields that were not understood: ${named.join(", ")}${more}` }];
}
