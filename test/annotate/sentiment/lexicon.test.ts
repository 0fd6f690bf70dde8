import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeLexicon, encodeLexicon } from "../../../src/annotate/sentiment/lexicon/compiled.ts";
import { EntryKind } from "../../../src/annotate/sentiment/lexicon/entry.ts";
import { compileLexicon } from "../../../src/annotate/sentiment/lexicon/lexicon.ts";
import { LEXICON_FILES, readLexicons } from "../../../src/annotate/sentiment/lexicon/read-lexicons.ts";
import {
  COMPILED_LEXICON,
  loadSentimentResources,
  MODEL,
  TARGET_MODEL,
} from "../../../src/annotate/sentiment/resources.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { fingerprintOf } from "../../../src/model/fingerprint.ts";
import { loadFolding } from "../../../src/words/fold.ts";
import { score } from "./helper.ts";

const reader = dataReader();
const entries = readLexicons((path) => reader.text(path), loadFolding(reader));
const now = fingerprintOf(reader, LEXICON_FILES);

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
    const columns = compileLexicon(entries);
    expect(decodeLexicon(encodeLexicon(columns, 7), 7)).toEqual(columns);
  });

  test("as built is the lexicon of the files (else run `npm run build`)", () => {
    expect(Buffer.from(reader.bytes(COMPILED_LEXICON)).equals(encodeLexicon(compileLexicon(entries), now))).toBe(true);
  });

  test("bytes of something else are refused", () => expect(decodeLexicon(new Uint8Array(64), 0)).toBeNull());

  test("made of other files is not used: a word added to a file counts at once", () => {
    const text = (path: string) =>
      `${reader.text(path)}${path.endsWith("/phrases.tsv") ? "ぬるぽガッ祭り\t0.9\tjoy\n" : ""}`;
    const edited = {
      text,
      bytes: (path: string) => (path.endsWith(".tsv") ? Buffer.from(text(path)) : reader.bytes(path)),
    };
    expect(fingerprintOf(edited, LEXICON_FILES)).not.toBe(now);
    const found = score("昨日はぬるぽガッ祭りだった", {}, loadSentimentResources(edited, []));
    expect(found[0]!.evidence.map(({ text }) => text)).toContain("ぬるぽガッ祭り");
    expect(score("昨日はぬるぽガッ祭りだった")[0]!.evidence.map(({ text }) => text)).not.toContain("ぬるぽガッ祭り");
  });
});

test("both models together stay under 3 MB", () => {
  expect(readFileSync(MODEL).length + readFileSync(TARGET_MODEL).length).toBeLessThan(3_000_000);
});
