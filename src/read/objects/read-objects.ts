import type { Discussion, Note } from "../../model/discussion.ts";
import { makeDiscussion } from "../discussion.ts";
import { malformed } from "../errors.ts";
import type { Decoded } from "../format.ts";
import { isObject, textOrNull } from "../json.ts";
import { titleFromPath } from "../separated.ts";
import { articleAround } from "./article.ts";
import { byContent } from "./by-content.ts";
import { FieldNames } from "./field-names.ts";
import { isListField, titleOf } from "./list-rows.ts";
import { type FoundLists, findLists, type Thread } from "./lists.ts";
import { namedCounts } from "./named-counts.ts";
import { readRows } from "./read-rows.ts";

/**
 * Returns a discussion of the array of objects with the most words, wherever it lies in a JSON value; a discussion for
 * each where objects with a title have one each. Throws `malformed` where there is none, naming the arrays that there
 * are.
 */
export function* readObjects(decoded: Decoded, format: string, value: unknown): Generator<Discussion, void, undefined> {
  const asked = [decoded.options.columns?.text].flat();
  const names = new FieldNames();
  const lists = findLists(value, { words: asked[0], names });
  const [best, ...others] = asked[0] === undefined && lists[0]?.words === 0 ? byContent(lists, names) : lists;
  if (best === undefined) throw noComments(decoded, value);
  const notes = [...notesOfPath(best), ...notesOfOthers(others)];
  for (const thread of threadsOf(best)) {
    for (const words of asked) {
      const question = asked.length > 1 ? words : undefined;
      yield readThread(decoded, format, thread, { notes, names, question });
    }
  }
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
  const named = namedCounts(worded.map(({ path, count }) => [path || "the source's own array", count]));
  return [{ code: "not-understood", message: `arrays that may hold comments too and were not read: ${named}` }];
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

interface ThreadOptions {
  readonly notes: readonly Note[];
  readonly names: FieldNames;
  /** The field of words to read, where several are asked for: each is a discussion of its own. */
  readonly question: string | undefined;
}

function readThread(
  decoded: Decoded,
  format: string,
  thread: Thread,
  { notes: shared, names, question }: ThreadOptions,
): Discussion {
  const { article, furniture } = articleAround(thread.around, titleFromPath(decoded.path));
  const notes: Note[] = [...shared];
  const ids = new Set(thread.around.map(({ id }) => textOrNull(id)));
  const { columns } = decoded.options;
  const mapping = question === undefined ? columns : { ...columns, text: question };
  const { comments, notes: own } = readRows(thread.rows, { columns: mapping, names, threadIds: ids });
  notes.push(...own);
  return makeDiscussion(decoded, format, {
    article: {
      ...article,
      title: question === undefined ? article.title : `${article.title}: ${question}`,
      notes: [...notes, ...(article.notes ?? [])],
    },
    comments,
    furniture,
  });
}
