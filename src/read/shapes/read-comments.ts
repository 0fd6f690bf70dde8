import type { Attributes, Furniture, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import type { CommentDraft } from "../discussion.ts";
import { countOrNull, type JsonObject } from "../json.ts";
import type { CommentShape } from "./shape.ts";
import { objectsAt, textAt, valueAt, type Where } from "./where.ts";
import { wordsOf } from "./words.ts";

/** The comments of a thread, and what is to be said of those that are none. */
export interface FoundComments {
  readonly comments: readonly CommentDraft[];
  readonly notes: readonly Note[];
  readonly furniture: readonly Furniture[];
  /** How many objects are no comments. */
  readonly left: number;
}

interface Waiting {
  readonly object: JsonObject;
  readonly parent: number | null;
}

/** Returns objects as comments, their answers right after each; what answers the article (`root`) stands at the top. */
export function readComments(
  objects: readonly JsonObject[],
  shape: CommentShape,
  root: string | null = null,
): FoundComments {
  const comments: CommentDraft[] = [];
  const furniture: Furniture[] = [];
  const left = new Map<string, { count: number; what: string }>();
  const waiting: Waiting[] = [];
  const add = (some: readonly JsonObject[], parent: number | null): void => {
    for (let i = some.length - 1; i >= 0; i--) waiting.push({ object: some[i]!, parent });
  };
  add(objects, null);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { object, parent } = next;
    const replies = shape.replies === undefined ? [] : objectsAt(object, shape.replies);
    const reason = shape.left?.(object) ?? null;
    if (reason !== null) {
      const known = left.get(reason.code);
      if (known === undefined) left.set(reason.code, { count: 1, what: reason.what });
      else known.count++;
      if (reason.text !== undefined) furniture.push({ kind: "system", text: reason.text });
      add(replies, parent);
      continue;
    }
    comments.push(readComment(object, shape, parent, root, replies.length));
    add(replies, comments.length - 1);
  }
  const notes = [...left].map(([code, { count, what }]) => ({ code, message: `${count} ${what} are left out` }));
  const all = [...left.values()].reduce((sum, { count }) => sum + count, 0);
  return { comments, notes, furniture, left: all };
}

function readComment(
  object: JsonObject,
  shape: CommentShape,
  parent: number | null,
  root: string | null,
  listed: number,
): CommentDraft {
  const gone = shape.gone?.(object) ?? null;
  const notes: Note[] = shape.notes?.(object) ?? [];
  if (gone !== null) notes.unshift({ code: "deleted", message: gone });
  const answers = shape.answers === undefined ? null : countOrNull(valueAt(object, shape.answers));
  if (answers !== null && answers > listed)
    notes.push({ code: "missing-replies", message: `the source holds ${listed} of its ${answers} replies` });
  const named = idAt(object, shape.parent);
  const { text, links, ruby } = gone === null ? wordsOf(object, shape) : { text: "", links: [], ruby: [] };
  return {
    sourceId: idAt(object, shape.id),
    parent,
    parentId: named === root ? null : named,
    author: textAt(object, shape.author)?.trim() ?? null,
    posted: readDate(textAt(object, shape.date ?? []), notes),
    reactions: { ...votesOf(object, shape), ...shape.reactions?.(object) },
    attributes: { ...attributesOf(object, shape), ...shape.moreAttributes?.(object) },
    text,
    links,
    ruby,
    notes,
  };
}

function idAt(object: JsonObject, where: CommentShape["parent"]): string | null {
  return typeof where === "function" ? where(object) : textAt(object, where);
}

function votesOf(object: JsonObject, { votes = {} }: CommentShape): Record<string, number | null> {
  const counts: Record<string, number | null> = { up: null };
  for (const [name, where] of Object.entries(votes)) {
    const value = valueAt(object, where);
    if (value !== undefined) counts[name] = countOrNull(value);
  }
  return counts;
}

function attributesOf(object: JsonObject, { attributes = {} }: CommentShape): Attributes {
  const found: Record<string, string> = {};
  for (const [name, where] of Object.entries(attributes)) {
    const value = plainAt(object, where);
    if (value !== null) found[name] = value;
  }
  return found;
}

function plainAt(object: JsonObject, where: Where): string | null {
  const value = valueAt(object, where);
  return typeof value === "boolean" ? String(value) : textAt(object, where);
}
