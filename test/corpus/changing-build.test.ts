import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type BuildEvent, buildCorpus } from "../../src/corpus/build/build-corpus.ts";
import { readSourceTask } from "../../src/corpus/build/read-sources.ts";
import { readPage } from "../../src/read/read.ts";
import { loadResources } from "../../src/resources.ts";
import { hashOf } from "../../src/tables/export/corpus/manifest.ts";
import { toParquet } from "../../src/tables/export/parquet.ts";
import { Table } from "../../src/tables/table.ts";
import { bytesOf } from "./kill-build.ts";

/** What happens before a piece of a file is read: pieces are short here, so that short files have many. */
const reading = vi.hoisted(() => ({
  before: (_path: string, _piece: number): void => {},
  after: (_path: string): void => {},
}));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const createReadStream = (path: string, options: object) => {
    const stream = fs.createReadStream(path, { ...options, highWaterMark: 256 });
    const pieces = stream[Symbol.asyncIterator].bind(stream);
    stream[Symbol.asyncIterator] = async function* () {
      let piece = 0;
      for await (const bytes of pieces()) {
        reading.before(path, piece++);
        yield bytes;
      }
      reading.after(path);
    };
    return stream;
  };
  return { ...fs, default: fs, createReadStream };
});

const root = mkdtempSync(join(tmpdir(), "yoron-changing-build-"));
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => {
  reading.before = () => {};
  reading.after = () => {};
});
const at = (name: string) => join(root, name);

const rowsOf = (who: string, from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, i) => `${who}${(from + i) % 5},${from + i},${from + i}番目の意見です。賛成！\n`,
  );
const csvOf = (who: string, rows: number) => `author,likes,text\n${rowsOf(who, 0, rows).join("")}`;
const NEW = csvOf("別人", 30);

/** Ways in which a file becomes another. */
const CHANGES = {
  grows: (path: string) => appendFileSync(path, rowsOf("後", 40, 50).join("")),
  "is truncated": (path: string) => truncateSync(path, 400),
  "is written anew in its place": (path: string) => writeFileSync(path, NEW),
  "is replaced": (path: string) => {
    writeFileSync(`${path}~`, NEW);
    renameSync(`${path}~`, path);
  },
  "is deleted": (path: string) => rmSync(path),
} as const;
type Change = keyof typeof CHANGES;
const EACH = Object.keys(CHANGES) as Change[];

const options = { layers: ["dates"] } as const;
let folders = 0;

/** Three files in a folder of their own, of which one changes. */
function filesAnew() {
  const folder = at(`pages-${++folders}`);
  mkdirSync(folder);
  const [first, changing, last] = ["a.csv", "m.csv", "z.csv"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(first, csvOf("甲", 12));
  writeFileSync(changing, csvOf("乙", 40));
  writeFileSync(last, csvOf("丙", 12));
  return { first, changing, last, all: [first, changing, last], corpus: at(`corpus-${folders}`) };
}

async function build(paths: Iterable<string> | AsyncIterable<string>, corpus: string) {
  const events: BuildEvent[] = [];
  const built = await buildCorpus(paths, corpus, { ...options, told: (event) => events.push(event) });
  const told = events.flatMap((event) => (event.kind === "failed" ? [[event.path, event.error.message]] : []));
  return { ...built, told, sources: built.manifest.sources.flatMap(({ paths }) => paths) };
}

/** When nothing changes any more, the same command makes what it would have made of nothing. */
async function expectWholeWhenQuiet({ all, corpus, changing }: ReturnType<typeof filesAnew>) {
  if (!existsSync(changing)) writeFileSync(changing, NEW);
  expect((await build(all, corpus)).failed).toEqual([]);
  await build(all, `${corpus}-anew`);
  expect(bytesOf(corpus)).toEqual(bytesOf(`${corpus}-anew`));
}

const gone = (path: string) => `cannot read the file (ENOENT) ${JSON.stringify(path)}; check its name and permissions`;
const changed = (path: string) =>
  `the file changed while it was read ${JSON.stringify(path)}; wait until it is written, and build again`;

describe("a source that changes while a corpus is built", () => {
  test.each(EACH)("%s after its hash was taken: it is told, the others are there, and no row of it", async (change) => {
    const files = filesAnew();
    async function* paths() {
      yield* files.all;
      // All are hashed, none is read.
      CHANGES[change](files.changing);
    }
    const { told, sources, failed } = await build(paths(), files.corpus);
    const message = change === "is deleted" ? gone(files.changing) : changed(files.changing);
    expect(told).toEqual([[files.changing, message]]);
    expect(failed.map(({ path }) => path)).toEqual([files.changing]);
    expect(sources).toEqual([files.first, files.last]);
    await build([files.first, files.last], `${files.corpus}-rest`);
    const { manifest: _, ...parts } = Object.fromEntries(
      Object.entries(bytesOf(files.corpus)).map(([name, hash]) => [name.replace(/\.json$/u, ""), hash]),
    );
    const { manifest: __, ...rest } = Object.fromEntries(
      Object.entries(bytesOf(`${files.corpus}-rest`)).map(([name, hash]) => [name.replace(/\.json$/u, ""), hash]),
    );
    expect(parts).toEqual(rest);
    await expectWholeWhenQuiet(files);
  });

  test.each(EACH)("%s while its hash is taken: it is told, or is what it became", async (change) => {
    const files = filesAnew();
    let isDone = false;
    reading.before = (path, piece) => {
      if (isDone || path !== files.changing || piece !== 1) return;
      isDone = true;
      CHANGES[change](path);
    };
    const { told, sources } = await build(files.all, files.corpus);
    expect(isDone).toBe(true);
    const isTold = sources.length === 2;
    // What grows may have been hashed to its new end: then it is there as it is now.
    expect([isTold, told]).toEqual(
      change === "grows" && !isTold
        ? [false, []]
        : [true, [[files.changing, change === "is deleted" ? gone(files.changing) : changed(files.changing)]]],
    );
    await expectWholeWhenQuiet(files);
  });

  test.each(EACH)("%s before its hash is taken: it is what it became", async (change) => {
    const files = filesAnew();
    const seen = new Set<string>();
    const events = (event: BuildEvent) => {
      if (event.kind === "found" && event.path === files.changing && !seen.has(event.path)) {
        seen.add(event.path);
        CHANGES[change](event.path);
      }
    };
    const { failed } = await buildCorpus(files.all, files.corpus, { ...options, told: events });
    expect(failed.map(({ message }) => message)).toEqual(change === "is deleted" ? [gone(files.changing)] : []);
    await build(change === "is deleted" ? [files.first, files.last] : files.all, `${files.corpus}-now`);
    expect(Object.keys(bytesOf(files.corpus))).toEqual(Object.keys(bytesOf(`${files.corpus}-now`)));
    await expectWholeWhenQuiet(files);
  });

  test("that stands in the corpus already leaves it, is told, and is there when it is quiet", async () => {
    const files = filesAnew();
    await build(files.all, files.corpus);
    CHANGES.grows(files.changing);
    async function* paths() {
      yield* files.all;
      CHANGES.grows(files.changing);
    }
    const { told, sources } = await build(paths(), files.corpus);
    expect([told, sources]).toEqual([[[files.changing, changed(files.changing)]], [files.first, files.last]]);
    await expectWholeWhenQuiet(files);
  });

  test.each(EACH)("%s, of which a copy lies elsewhere: the copy is read", async (change) => {
    const files = filesAnew();
    const copy = files.changing.replace("m.csv", "n.csv");
    copyFileSync(files.changing, copy);
    async function* paths() {
      yield* [...files.all, copy];
      CHANGES[change](files.changing);
    }
    const { told, sources } = await build(paths(), files.corpus);
    expect(told.map(([path]) => path)).toEqual([files.changing]);
    expect(sources).toEqual([files.first, copy, files.last]);
    await expectWholeWhenQuiet({ ...files, all: [...files.all, copy] });
  });

  test("that must be read again for what another held costs no more than itself", async () => {
    const folder = at("again");
    mkdirSync(folder);
    // Two exports hold the same discussion, read before: one of them is left out.
    const page = JSON.stringify(readPage(readFileSync("data/pages/harbour.txt"), { path: "harbour.txt" }));
    const [one, two, other] = ["one.jsonl", "two.jsonl", "other.csv"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(one, `${page}\n`);
    writeFileSync(two, `${page}\n\n`);
    writeFileSync(other, csvOf("丁", 12));
    const { manifest } = await build([one, two, other], at("again-corpus"));
    const holder = manifest.sources.find(({ foreign, without }) => foreign.length > 0 && without.length === 0)!;
    const second = manifest.sources.find(({ without }) => without.length > 0)!;
    expect([holder.discussions, second.discussions]).toEqual([1, 0]);
    // The one that held it becomes something else, while the second is gone.
    rmSync(second.paths[0]!);
    writeFileSync(holder.paths[0]!, csvOf("戊", 12));
    const again = await build([holder.paths[0]!, other], at("again-corpus"));
    expect(again.told).toEqual([[second.paths[0], gone(second.paths[0]!)]]);
    expect(again.sources.sort()).toEqual([holder.paths[0], other].sort());
  });
});

describe("a source that changes while it is read in slices", () => {
  const settings = {
    ...{ layers: [], read: {}, analyze: { layers: [] }, privacy: {}, ownWords: false, words: "" },
    sliced: 700,
  };
  const COUNT = 120;
  const records = Array.from({ length: COUNT }, (_, i) => ({
    author: `人${i % 6}`,
    text: `${i}番の意見です。${(i * 7919) % 1009}円は高いと思う。`,
  }));
  const csv = `author,text\n${records.map(({ author, text }) => `${author},${text}\n`).join("")}`;
  const whole = at("whole");

  beforeAll(async () => {
    mkdirSync(whole);
    writeFileSync(join(whole, "rows.csv"), csv);
    writeFileSync(join(whole, "rows.csv.gz"), gzipSync(csv));
    writeFileSync(join(whole, "rows.jsonl"), records.map((record) => JSON.stringify(record)).join("\n"));
    const columns = ["author", "text"].map((name) => ({ name, type: "string" as const, meaning: "" }));
    const table = Table.from({ name: "rows", description: "", columns }, records);
    writeFileSync(join(whole, "rows.parquet"), await toParquet(table));
  });

  const WAYS = {
    "grows at its end": (path: string) => appendFileSync(path, readFileSync(path).subarray(-300)),
    "is truncated": (path: string) => truncateSync(path, 700),
    "is written over": (path: string) => {
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0x7b, bytes.length >> 1));
    },
  } as const;
  const NAMES = ["rows.csv", "rows.csv.gz", "rows.jsonl", "rows.parquet"];

  async function readWhile(name: string, happens: (path: string, piece: number) => void) {
    const folder = at(`sliced-${++folders}`);
    cpSync(whole, folder, { recursive: true });
    const path = join(folder, name);
    const task = { path, sha256: await hashOf(path), staged: join(folder, "staged"), big: true };
    reading.before = (read, piece) => read === path && happens(path, piece);
    const read = readSourceTask(task, loadResources, settings);
    return { path, read, isDone: () => existsSync(join(folder, "staged.source")) };
  }

  test.each(
    NAMES.flatMap((name) => (Object.keys(WAYS) as (keyof typeof WAYS)[]).map((way) => [name, way] as const)),
  )("%s that %s is told, and counts as unread", async (name, way) => {
    const { path, read, isDone } = await readWhile(name, (path, piece) => piece === 1 && WAYS[way](path));
    await expect(read).rejects.toMatchObject({ code: "unreadable", message: changed(path) });
    expect(isDone()).toBe(false);
  });

  test.each(NAMES)("%s that is another while it is read, and itself again at the end, is told", async (name) => {
    let kept: Buffer | null = null;
    const { path, read, isDone } = await readWhile(name, (path, piece) => {
      // Bytes within texts: what is read has nothing wrong but that it is not what was hashed.
      if (piece === 0) {
        kept = readFileSync(path);
        const other = Buffer.from(kept);
        for (let i = other.length >> 1; i < other.length; i++)
          if (other[i]! >= 0x31 && other[i]! <= 0x38) other[i]! += 1;
        writeFileSync(path, other);
      }
    });
    reading.after = (read) => read === path && writeFileSync(path, kept!);
    await expect(read).rejects.toMatchObject({ code: "unreadable", message: changed(path) });
    expect(readFileSync(path).equals(readFileSync(join(whole, name)))).toBe(true);
    expect(isDone()).toBe(false);
  });

  test.each(NAMES)("%s that is replaced or deleted while it is open is read to its end as it was", async (name) => {
    for (const act of [CHANGES["is replaced"], CHANGES["is deleted"]]) {
      const { read, isDone } = await readWhile(name, (path, piece) => piece === 1 && act(path));
      expect((await read).comments).toBe(COUNT);
      expect(isDone()).toBe(true);
    }
  });

  test("gzip that was cut off before anybody read it is told as what it is", async () => {
    const packed = join(whole, "rows.csv.gz");
    truncateSync(packed, statSync(packed).size >> 1);
    const { path, read } = await readWhile("rows.csv.gz", () => {});
    await expect(read).rejects.toMatchObject({
      code: "malformed",
      message: expect.stringContaining(`${path} is cut off inside its gzip data`),
    });
  });
});
