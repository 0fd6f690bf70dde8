import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { groupBy } from "../src/words/group-by.ts";
import { type Verbal, verbalFolder, verbalText } from "./doc-comments.ts";

// Doc comments, by folder, that began with another verb before there was a rule; the numbers may only shrink.
const LISTED = JSON.parse(readFileSync(join(import.meta.dirname, "doc-comments.json"), "utf8")) as Record<
  string,
  number
>;

const byFolder = groupBy(verbalFolder(join(import.meta.dirname, "../src")), ({ folder }) => folder);
const count = (folder: string): number => byFolder.get(folder)?.length ?? 0;

it('begins with a noun, "Returns", "Throws", "Whether" or the verb of an effect in all but the listed number', () => {
  const over = [...byFolder].filter(([folder, { length }]) => length > (LISTED[folder] ?? 0));
  expect(over.flatMap(([, comments]) => comments.map(({ at }) => at))).toEqual([]);
});

it("lists no more than there are: make the numbers smaller, and take folders without any off the list", () => {
  const left = Object.keys(LISTED).flatMap((folder) => (count(folder) === 0 ? [] : [[folder, count(folder)]]));
  const most = Object.entries(LISTED).map(([folder, number]) => [folder, Math.max(number, count(folder))]);
  expect(most).toEqual(left);
});

test("verbs are told from nouns in the plural, and from the verbs that are right", () => {
  const text = `
    /** Reads a file. */
    export function a() {}
    /** Returns what {@link a} reads. */
    export const b = 1;
    /** Names the columns. */
    export const c = 1;
    /** Names of columns. */
    export const d = 1;
    class Box {
      /** Pages print all dates alike. */
      #e = 1;
      /**
       * Tells of it.
       *
       * @example
       * f();
       */
      f() {}
      /** Writes the file. */
      g() {}
    }
    // Reads no doc comment.
    /** The types: guesses the rest. */
    export type H = 1;`;
  const found: Verbal[] = verbalText("text/dates/more/a.ts", text);
  expect(found.map(({ at }) => at)).toEqual(
    ["a.ts:2 Reads", "a.ts:6 Names", "a.ts:13 Tells"].map((at) => `text/dates/more/${at}`),
  );
  expect(found[0]!.folder).toBe("text/dates");
});
