import type { Discussion, Note } from "../../model/discussion.ts";
import { settleColumns } from "../columns.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { malformed } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { isObject, type JsonObject, jsonOf, objectsOf, parseExact, peekJson, textOrNull } from "../json.ts";
import { readRow } from "../rows.ts";
import { titleFromPath } from "../separated.ts";
import { looksJson } from "../sniff.ts";

const LISTS = ["comments", "items", "data", "posts", "rows", "results", "コメント"];

/** Reads any JSON with an array of comments. */
export const json: Format = {
  name: "json",
  description: "any JSON with an array of comments; fields guessed from usual names or given",
  needs: "an array of objects, or an object with one under comments, items, data, posts …",
  detect: (sample) => {
    const value = peekJson(sample);
    if (value === undefined) return looksJson(sample.text) ? 0.3 : 0;
    return rowsOf(value).length > 0 ? 0.5 : 0.2;
  },
  *read(decoded) {
    const value = jsonOf(decoded);
    yield readObjects(decoded, "json", rowsOf(value), isObject(value) ? value : {});
  },
};

/** Reads JSON Lines: an object a line, a comment each. */
export const jsonl: Format = {
  name: "jsonl",
  description: "JSON Lines with a comment a line; fields guessed from usual names or given",
  needs: "a JSON object on each line",
  detect: ({ text, path }) => {
    if (!/^\s*\{/.test(text.slice(0, 1000))) return 0;
    const lines = text.trimStart().slice(0, 200_000).split(/\r?\n/, 2);
    const several = (lines[1] ?? "").trimStart().startsWith("{") && lines[0]!.trimEnd().endsWith("}");
    return several ? 0.6 : /\.(?:jsonl|ndjson)$/i.test(path ?? "") ? 0.55 : 0;
  },
  *read(decoded) {
    const rows: JsonObject[] = [];
    for (const [index, line] of decoded.text.split(/\r?\n/).entries()) {
      if (line.trim() === "") continue;
      const row = parseLine(decoded, line, index + 1);
      rows.push(row);
    }
    yield readObjects(decoded, "jsonl", rows, {});
  },
};

function parseLine(decoded: Decoded, line: string, number: number): JsonObject {
  let value: unknown;
  try {
    value = parseExact(line);
  } catch {
    throw malformed(decoded, `has no whole JSON on line ${number}:`, line);
  }
  if (!isObject(value)) throw malformed(decoded, `has no object on line ${number}:`, line);
  return value;
}

function rowsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return objectsOf(value);
  if (!isObject(value)) return [];
  for (const name of LISTS) if (objectsOf(value[name]).length > 0) return objectsOf(value[name]);
  return [];
}

function readObjects(decoded: Decoded, format: string, rows: readonly JsonObject[], around: JsonObject): Discussion {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const notes: Note[] = [];
  const comments: CommentDraft[] = [];
  if (rows.length > 0) {
    const columns = settleColumns(names, decoded.options.columns);
    let silent = 0;
    for (const row of rows) {
      const draft = readRow((column) => cellOf(row, column), columns);
      if (draft === null) silent++;
      else comments.push(draft);
    }
    if (silent > 0) notes.push({ code: "empty-rows", message: `${silent} objects have no words and are left out` });
  } else if (textOrNull(around.title) === null) {
    throw malformed(decoded, "holds no array of comments; its fields are", Object.keys(around));
  }
  const inner = isObject(around.article) ? around.article : around;
  const text = textOrNull(inner.text) ?? textOrNull(inner.body) ?? "";
  if (text === "") notes.push({ code: "no-article-text", message: "the source holds comments only" });
  const article = {
    title: textOrNull(inner.title) ?? titleFromPath(decoded.path),
    url: textOrNull(inner.url),
    text,
    notes,
  };
  return makeDiscussion(decoded, format, { article, comments });
}

/** A cell of plain value; of an object its `name` or `id`, as exports nest authors. */
function cellOf(row: JsonObject, column: string): string | null {
  const value = Object.hasOwn(row, column) ? row[column] : null;
  if (isObject(value)) return textOrNull(value.name) ?? textOrNull(value.username) ?? textOrNull(value.id);
  if (Array.isArray(value)) return value.every((one) => typeof one !== "object") ? value.join(", ") : null;
  return typeof value === "boolean" ? String(value) : textOrNull(value);
}
