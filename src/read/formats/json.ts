import type { Format } from "../format.ts";
import { jsonOf, peekJson } from "../json.ts";
import { linesOf } from "../json-records.ts";
import { findLists } from "../objects/lists.ts";
import { readObjects } from "../objects/read-objects.ts";
import { looksJson } from "../sniff.ts";

/** The format of any JSON with an array of comments, wherever it lies. */
export const json: Format = {
  name: "json",
  description: "any JSON with an array of comments, replies nested or named; fields guessed from usual names or given",
  needs: "an array of objects anywhere in it: under comments, items, data, posts or another name",
  columns: true,
  detect: (sample) => {
    const value = peekJson(sample);
    if (value === undefined) return looksJson(sample.text) ? 0.3 : 0;
    if (typeof value !== "object" || value === null) return 0.2;
    return findLists(value).some(({ count }) => count > 0) ? 0.5 : 0.2;
  },
  *read(decoded) {
    yield* readObjects(decoded, "json", jsonOf(decoded));
  },
};

/** The format of JSON Lines: an object a line, a comment each. */
export const jsonl: Format = {
  name: "jsonl",
  description: "JSON Lines with a comment or a thread a line; fields guessed from usual names or given",
  needs: "a JSON object on each line",
  columns: true,
  detect: ({ text, path }) => {
    if (!/^\s*\{/.test(text.slice(0, 1000))) return 0;
    const lines = text.trimStart().slice(0, 200_000).split(/\r?\n/, 2);
    const several = (lines[1] ?? "").trimStart().startsWith("{") && lines[0]!.trimEnd().endsWith("}");
    return several ? 0.6 : /\.(?:jsonl|ndjson)$/i.test(path ?? "") ? 0.55 : 0;
  },
  *read(decoded) {
    yield* readObjects(decoded, "jsonl", linesOf(decoded));
  },
};
