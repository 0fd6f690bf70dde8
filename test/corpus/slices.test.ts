import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BuildSettings } from "../../src/corpus/build/build-settings.ts";
import { hashedSource } from "../../src/corpus/build/hashed-source.ts";
import { readJson } from "../../src/corpus/build/item-file.ts";
import type { Piece } from "../../src/corpus/build/pieces.ts";
import { readSlices } from "../../src/corpus/build/read-slices.ts";
import { readSourceTask, todoFile } from "../../src/corpus/build/read-sources.ts";
import { checkLength, isSliced, slicesOf } from "../../src/corpus/build/slices.ts";
import type { Discussion } from "../../src/model/discussion.ts";
import { readAll, readSource } from "../../src/read/read.ts";
import { loadResources } from "../../src/resources.ts";
import { toParquet } from "../../src/tables/export/parquet.ts";
import { Table } from "../../src/tables/table.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-slices-"));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string) => join(root, name);

const COUNT = 60;
const text = (i: number) =>
  i % 5 === 0 ? `改行の\nある意見、\n\n${i}番です` : i % 7 === 0 ? `「""」を含む${i}番` : `${i}番の意見です。賛成！`;
const answers = (i: number) => (i % 4 === 3 ? `n${i - 1}` : i % 10 === 9 ? `n${i - 9}` : "");
const csv = `id,parent_id,author,likes,text\r\n${Array.from({ length: COUNT }, (_, i) => `n${i},${answers(i)},人${i % 6},${i},"${text(i)}"`).join("\r\n")}\r\n`;
const jsonl = Array.from({ length: COUNT }, (_, i) =>
  JSON.stringify({ id: `n${i}`, parent_id: answers(i) || null, author: `人${i % 6}`, likes: i, text: text(i) }),
).join("\n");

beforeAll(async () => {
  writeFileSync(at("rows.csv"), csv);
  writeFileSync(at("rows.csv.gz"), gzipSync(csv));
  writeFileSync(at("rows.jsonl"), jsonl);
  const column = (name: string) => ({ name, type: "string" as const, meaning: "" });
  const rows = Array.from({ length: COUNT }, (_, i) => ({
    id: `n${i}`,
    parent_id: answers(i),
    author: `人${i % 6}`,
    likes: String(i),
    text: text(i),
  }));
  const schema = { name: "rows", description: "", columns: ["id", "parent_id", "author", "likes", "text"].map(column) };
  writeFileSync(at("rows.parquet"), await toParquet(Table.from(schema, rows)));
  const threads = Array.from({ length: 9 }, (_, i) =>
    JSON.stringify({ title: `題${i}`, text: `本文${i}です。`, comments: [{ text: text(i) }, { text: text(i + 1) }] }),
  );
  writeFileSync(at("threads.jsonl"), threads.join("\n"));
});

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
const sliced = async (name: string, bytes: number) => {
  const found: { discussion: Discussion; goesOn: boolean }[] = [];
  for await (const one of readSlices(at(name), sha256(at(name)), {}, at("scratch"), { bytes, rows: 13 }))
    found.push(one);
  return found;
};

describe("a source of records, read slice by slice", () => {
  test.each([
    "rows.csv",
    "rows.csv.gz",
    "rows.jsonl",
    "rows.parquet",
  ])("%s: every comment once, numbered and answered as in the whole", async (name) => {
    const [whole] = [...readAll(await readSource(at(name)), { path: at(name) })];
    const slices = await sliced(name, 700);
    expect(slices.length).toBeGreaterThan(2);
    expect(
      slices.every(
        ({ goesOn, discussion }) =>
          goesOn && discussion.id === whole!.id && discussion.source.sha256 === whole!.source.sha256,
      ),
    ).toBe(true);
    const comments = slices.flatMap(({ discussion }) => discussion.comments);
    expect(
      comments.map(({ id, order, text: words, author, reactions }) => [id, order, words, author, reactions]),
    ).toEqual(
      whole!.comments.map(({ id, order, text: words, author, reactions }) => [id, order, words, author, reactions]),
    );
    for (const [i, { replyTo, notes }] of comments.entries()) {
      const wanted = whole!.comments[i]!.replyTo;
      if (replyTo === null && wanted !== null) expect(notes.map(({ code }) => code)).toContain("missing-parent");
      else expect(replyTo).toBe(wanted);
    }
    expect(comments.filter(({ replyTo }) => replyTo !== null).length).toBeGreaterThan(COUNT / 8);
  });

  test("threads a line keep their comments, and each has an id of its own", async () => {
    const whole = [...readAll(await readSource(at("threads.jsonl")), { path: at("threads.jsonl") })];
    const slices = (await sliced("threads.jsonl", 300)).map(({ discussion }) => discussion);
    expect(
      slices.map(({ article, comments }) => [article.title, comments.map(({ id, text: words }) => [id, words])]),
    ).toEqual(
      whole.map(({ article, comments }) => [article.title, comments.map(({ id, text: words }) => [id, words])]),
    );
    expect(new Set(slices.map(({ id }) => id)).size).toBe(whole.length);
  });

  test.each([
    1,
    100,
    5_000,
    1 << 20,
  ])("slices of %i bytes together are the source, each under its header", async (bytes) => {
    const parts: string[] = [];
    for await (const slice of slicesOf(hashedSource(at("rows.csv")), at("scratch"), { bytes })) {
      const [header, ...rest] = Buffer.from(slice.bytes).toString().split("\r\n");
      expect(header).toBe("id,parent_id,author,likes,text");
      parts.push(rest.join("\r\n"));
    }
    expect(`id,parent_id,author,likes,text\r\n${parts.join("")}`).toBe(csv);
  });

  test.each<[string, number, boolean]>([
    ["a.csv", 65e6, true],
    ["a.csv", 63e6, false],
    ["a.jsonl.gz", 13e6, true],
    ["a.parquet", 9e6, true],
    ["a.html", 9e9, false],
    ["a.json", 9e9, false],
  ])("%s of %d bytes: %s", (path, bytes, expected) => {
    expect(isSliced(path, bytes)).toBe(expected);
    if (!expected && bytes > 1e9)
      expect(() => checkLength(path, bytes)).toThrow(/too long to be read at once.*JSON Lines/u);
    else expect(() => checkLength(path, bytes)).not.toThrow();
  });
});

test("what is read of a source in slices is one discussion with all its comments, and says how it was read", async () => {
  mkdirSync(at("work"));
  const path = at("rows.csv");
  const settings: BuildSettings = {
    layers: [],
    read: {},
    analyze: { layers: [] },
    privacy: {},
    ownWords: false,
    words: "",
    sliced: 700,
  };
  const staged = at("work/rows");
  const read = await readSourceTask({ path, sha256: sha256(path), staged, big: true }, loadResources, settings);
  expect(read).toMatchObject({ discussions: 1, comments: COUNT, items: 1 });
  expect(read.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(["in-slices", "missing-parent"]));
  const pieces = (await readJson<readonly Piece[]>(todoFile(staged, 0)))!;
  expect(pieces.map(({ piece }) => piece)).toEqual(pieces.map((_, i) => i + 1));
  expect(pieces[0]!.comments).toBe(COUNT);
});
