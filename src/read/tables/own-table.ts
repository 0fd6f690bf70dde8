import type { Attributes, DateValue, Discussion, Note, Precision } from "../../model/discussion.ts";
import { PRECISIONS } from "../../model/precisions.ts";
import { loadTableWords } from "../../text/table-words.ts";
import { parseCount } from "../count.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded } from "../format.ts";
import { noComments, titleFromPath } from "./article-notes.ts";
import type { SourceTable } from "./source-table.ts";

/** Columns of the table of comments by which it is known. */
const KNOWN_BY = ["discussion", "id", "replyTo", "posted", "up", "text"];
/** Columns that say again what others say, or that an analysis adds. */
const DERIVED = new Set(
  "discussion id order replyTo depth author posted postedText postedPrecision up down replies sentiment sentimentLabel sentimentConfidence sourceId characters text".split(
    " ",
  ),
);
const KNOWN_PRECISIONS: ReadonlySet<string> = new Set(PRECISIONS);

/**
 * Returns the names of the columns if they are those of the table of comments that Yoron itself writes, in Japanese too, as
 * its workbooks have them; null for any other table.
 */
export function ownNames(names: readonly string[]): readonly string[] | null {
  if (KNOWN_BY.every((name) => names.includes(name))) return names;
  // Most tables are not ours, and need no words of ours.
  if (!names.includes("議論")) return null;
  const words = loadTableWords();
  const english = new Map([...DERIVED].map((name) => [words("comments", name)?.title, name]));
  const translated = names.map((name) => english.get(name) ?? name);
  return KNOWN_BY.every((name) => translated.includes(name)) ? translated : null;
}

interface Thread {
  readonly drafts: CommentDraft[];
  readonly byId: Map<string, number>;
  readonly answers: (string | null)[];
}

/** Returns the discussions of the table of comments, read back: the rows of one discussion are one again. */
export function* readOwnTable(decoded: Decoded, table: SourceTable): Generator<Discussion, void, undefined> {
  const places = new Map(table.names.map((name, index) => [name, index]));
  const extra = table.names.filter((name) => !DERIVED.has(name));
  const threads = new Map<string, Thread>();
  for (const { cells } of table.rows) {
    const get = (name: string): string | null => {
      const value = cells[places.get(name) ?? -1] ?? "";
      return value === "" ? null : value;
    };
    const discussion = get("discussion") ?? "";
    let thread = threads.get(discussion);
    if (thread === undefined) {
      thread = { drafts: [], byId: new Map(), answers: [] };
      threads.set(discussion, thread);
    }
    const id = get("id");
    if (id !== null && !thread.byId.has(id)) thread.byId.set(id, thread.drafts.length);
    thread.answers.push(get("replyTo"));
    const notes: Note[] = [];
    thread.drafts.push({
      sourceId: get("sourceId"),
      author: get("author"),
      posted: postedOf(get("postedText") ?? get("posted"), get("postedPrecision"), notes),
      reactions: {
        up: countOf(get("up"), notes),
        ...(get("down") === null ? {} : { down: countOf(get("down"), notes) }),
      },
      attributes: Object.fromEntries(extra.flatMap((name) => attributesOf(name, get(name)))),
      text: get("text") ?? "",
      notes,
    });
  }
  if (threads.size === 0) threads.set("", { drafts: [], byId: new Map(), answers: [] });
  for (const { drafts, byId, answers } of threads.values()) {
    resolve(drafts, byId, answers);
    const notes: Note[] = [
      ...table.notes,
      ...noComments(drafts, 0),
      { code: "no-article-text", message: "the source holds comments only" },
    ];
    const title = titleFromPath(decoded.path);
    yield makeDiscussion(decoded, table.format, { article: { title, text: "", notes }, comments: drafts });
  }
}

/** Parents are named by the ids of the table, not by the page's own. Dislikes are there for all comments, or for none. */
function resolve(
  drafts: readonly CommentDraft[],
  byId: ReadonlyMap<string, number>,
  answers: readonly (string | null)[],
): void {
  const down = drafts.some(({ reactions }) => reactions.down !== undefined);
  for (const [index, draft] of drafts.entries()) {
    if (down) draft.reactions = { ...draft.reactions, down: draft.reactions.down ?? null };
    const answered = answers[index];
    if (answered === null || answered === undefined) continue;
    const parent = byId.get(answered);
    if (parent !== undefined) draft.parent = parent;
    else draft.parentId = answered;
  }
}

/** A column of our own called attributes holds them all, as an object. */
function attributesOf(name: string, value: string | null): (readonly [string, string])[] {
  if (value === null) return [];
  if (name !== "attributes") return [[name, value]];
  try {
    const found: unknown = JSON.parse(value);
    if (typeof found === "object" && found !== null && !Array.isArray(found)) {
      return Object.entries(found as Attributes).map(([key, one]) => [key, String(one)]);
    }
  } catch {
    // Not an object: kept as it is.
  }
  return [[name, value]];
}

function postedOf(value: string | null, precision: string | null, notes: Note[]): DateValue | null {
  if (value !== null && precision !== null && KNOWN_PRECISIONS.has(precision) && /^\d{4}/.test(value)) {
    return { value, precision: precision as Precision };
  }
  return readDate(value, notes);
}

function countOf(value: string | null, notes: Note[]): number | null {
  if (value === null) return null;
  const count = parseCount(value);
  if (count === null) notes.push({ code: "invalid-count", message: `cannot read the count ${value.slice(0, 40)}` });
  return count;
}
