import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileTrie } from "../../../src/annotate/sentiment/lexicon/char-trie.ts";
import { decodeTrie, encodeTrie } from "../../../src/annotate/sentiment/lexicon/compiled.ts";
import { EntryKind } from "../../../src/annotate/sentiment/lexicon/entry.ts";
import { readLexicons } from "../../../src/annotate/sentiment/lexicon/read-lexicons.ts";
import { COMPILED_LEXICON, MODEL, TARGET_MODEL } from "../../../src/annotate/sentiment/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";

const reader = dataReader();
const entries = readLexicons((path) => reader.text(path));

describe("the lexicon", () => {
  test("holds at least 8,000 words, 200 kaomoji and emoji, all in range", () => {
    expect(entries.filter(({ kind }) => kind === EntryKind.word).length).toBeGreaterThan(8000);
    expect(entries.filter(({ kind }) => kind === EntryKind.face).length).toBeGreaterThan(500);
    for (const { text, value } of entries) {
      expect(text).not.toBe("");
      expect(Number.isFinite(value)).toBe(true);
    }
  });

  test("survives writing and reading", () => {
    const columns = compileTrie(entries);
    expect(decodeTrie(encodeTrie(columns))).toEqual(columns);
  });

  test("as built is the lexicon of the files (else run `npm run build`)", () => {
    expect(Buffer.from(reader.bytes(COMPILED_LEXICON)).equals(encodeTrie(compileTrie(entries)))).toBe(true);
  });

  test("bytes of something else are refused", () => expect(decodeTrie(new Uint8Array(64))).toBeNull());
});

test("both models together stay under 3 MB", () => {
  expect(readFileSync(MODEL).length + readFileSync(TARGET_MODEL).length).toBeLessThan(3_000_000);
});
