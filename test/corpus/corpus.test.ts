import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyze, LAYERS } from "../../src/analyze.ts";
import { type BuildCorpusOptions, type BuildEvent, buildCorpus } from "../../src/corpus/build/build-corpus.ts";
import { MOST_COMMENTS } from "../../src/corpus/build/pieces.ts";
import { openCorpus } from "../../src/corpus/open-corpus.ts";
import { walk } from "../../src/corpus/walk.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { readAll, readSource } from "../../src/read/read.ts";
import { loadResources } from "../../src/resources.ts";
import { corpusTables } from "../../src/tables/corpus-tables.ts";
import { readManifest } from "../../src/tables/export/corpus/manifest.ts";
import { openDatabase } from "../../src/tables/export/duckdb.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-corpus-"));
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string) => join(root, name);

/** What a folder holds, each file by its hash. */
function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => statSync(join(folder, file)).isFile())
      .sort()
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(folder, file)))
          .digest("hex"),
      ]),
  );
}

const OPINIONS = [
  "図書館の開館時間を延ばすより、駐車場を広げてほしいです。",
  "市長の説明には納得できません。なぜ今、料金を上げるのでしょうか？",
  "高校生の通学が心配です。バスは1時間に2本必要だと思います😀",
  "田中市長の案に賛成。「子どもの居場所が要る」と先週の会議でも言っていました。",
];
const row = (i: number) =>
  `n${i},${i % 3 === 2 ? `n${i - 1}` : ""},読者${i % 7},${i % 90},${20 + (i % 5) * 10}代,${OPINIONS[i % 4]}（${i}番）`;
const csv = (from: number, to: number) =>
  `id,parent_id,author,likes,年代,text\n${Array.from({ length: to - from }, (_, i) => row(from + i)).join("\n")}\n`;

const pages = at("pages");
beforeAll(async () => {
  mkdirSync(join(pages, "sub"), { recursive: true });
  writeFileSync(join(pages, "a.csv"), csv(0, 40));
  writeFileSync(join(pages, "b.csv"), csv(40, 60));
  writeFileSync(join(pages, "sub/copy-of-a.csv"), csv(0, 40));
  writeFileSync(join(pages, "sub/packed.csv.gz"), gzipSync(csv(60, 75)));
  writeFileSync(
    join(pages, "lines.jsonl"),
    Array.from({ length: 12 }, (_, i) =>
      JSON.stringify({ id: i, text: `${OPINIONS[i % 4]}（行${i}）`, user: `人${i % 5}` }),
    ).join("\n"),
  );
  cpSync("data/pages/harbour.txt", join(pages, "harbour.txt"));
  await build("once", await walk(pages));
});

const build = async (name: string, inputs: readonly string[], options: BuildCorpusOptions = {}) => {
  const events: BuildEvent[] = [];
  const built = await buildCorpus(inputs, at(name), { ...options, told: (event) => events.push(event) });
  return { ...built, events };
};

describe("the same sources give the same bytes", () => {
  test("whatever the number of workers and the order of inputs", async () => {
    const inputs = await walk(pages);
    await build("workers", inputs, { workers: 2 });
    await build("reversed", [...inputs].reverse(), { workers: 3 });
    await build("twice", [...inputs, ...inputs]);
    for (const name of ["workers", "reversed", "twice"]) expect(bytesOf(at(name))).toEqual(bytesOf(at("once")));
  });

  test("built at once or a file at a time", async () => {
    for (const input of [...(await walk(pages))].reverse()) await build("grown", [input]);
    expect(bytesOf(at("grown"))).toEqual(bytesOf(at("once")));
  });

  test("what is there already is neither read nor written again", async () => {
    const before = bytesOf(at("once"));
    const { added, kept, events } = await build("once", await walk(pages));
    expect([added, kept]).toEqual([0, 5]);
    expect(events.filter(({ kind }) => kind === "source")).toEqual([]);
    expect(bytesOf(at("once"))).toEqual(before);
  });

  test("of two builds in one folder at once the second is told, and the first is whole", async () => {
    const inputs = await walk(pages);
    const both = await Promise.allSettled([build("two", inputs), build("two", inputs)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: {
        code: "unwritable",
        message: expect.stringMatching(/another build \(process \d+ on \S+\) writes to the corpus: .*two/u),
      },
    });
    expect(bytesOf(at("two"))).toEqual(bytesOf(at("once")));
  });

  test("what a build left that is gone holds up none", async () => {
    mkdirSync(join(at("left"), ".build"), { recursive: true });
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const lockOf = (pid: number, host = hostname()) => JSON.stringify({ pid, host, thread: threadId, turn: 100_000 });
    for (const lock of [lockOf(gone), lockOf(process.pid), '{"pid":12,"ho']) {
      writeFileSync(join(at("left"), ".build/lock"), lock);
      await build("left", await walk(pages));
      expect(bytesOf(at("left"))).toEqual(bytesOf(at("once")));
      mkdirSync(join(at("left"), ".build"), { recursive: true });
    }
    writeFileSync(join(at("left"), ".build/lock"), lockOf(12, "elsewhere"));
    await expect(build("left", await walk(pages))).rejects.toThrow(/another build \(process 12 on elsewhere\)/u);
  });

  test("copies count once, and are told", async () => {
    const { manifest, events } = await build("copies", await walk(pages));
    expect(manifest.sources.map(({ paths }) => paths.length).sort()).toEqual([1, 1, 1, 1, 2]);
    expect(events).toContainEqual({ kind: "same", path: join(pages, "sub/copy-of-a.csv"), as: join(pages, "a.csv") });
  });
});

describe("what is in a corpus", () => {
  test("every table has the rows of the analyses, whatever their source", async () => {
    await build("rows", await walk(pages), {
      layers: ["tokens", "sentences", ...LAYERS],
    });
    const resources = await loadResources();
    const analyses: Analysis[] = [];
    for (const path of await walk(pages)) {
      if (path.includes("copy")) continue;
      for (const discussion of readAll(await readSource(path), { path })) analyses.push(analyze(discussion, resources));
    }
    const [ours, theirs] = [
      await openDatabase(at("rows")),
      await openDatabase(corpusTables.map(({ project }) => project.pieces(analyses))),
    ];
    for (const { schema } of corpusTables) {
      const sql = `SELECT * FROM "${schema.name}" ORDER BY ALL`;
      const [got, expected] = [await ours.query(sql), await theirs.query(sql)];
      expect([...got], schema.name).toEqual([...expected]);
      if (!["sides"].includes(schema.name)) expect(got.length, schema.name).toBeGreaterThan(0);
    }
    await Promise.all([ours.close(), theirs.close()]);
  });

  test("the analyses are what they were", async () => {
    const corpus = await openCorpus(at("rows"));
    const resources = await loadResources();
    const titles = [];
    for await (const analysis of corpus.analyses()) {
      titles.push(analysis.discussion.article.title);
      expect(analysis).toEqual(analyze(analysis.discussion, resources));
    }
    expect(titles).toHaveLength(5);
    await corpus.close();
  });

  test("sums over it are SQL", async () => {
    const corpus = await openCorpus(at("rows"));
    const authors = await corpus.query("SELECT sum(comments) AS comments, count(*) AS people FROM authors");
    const comments = await corpus.query("SELECT count(*) AS comments FROM comments WHERE author IS NOT NULL");
    expect(authors.column("comments")).toEqual(comments.column("comments"));
    const tones = await corpus.query("SELECT sum(comments) AS comments FROM tone_shares");
    expect(tones.column("comments")).toEqual((await corpus.query("SELECT count(*) AS c FROM comments")).column("c"));
    await corpus.close();
  });
});

describe("a corpus that is brought up to date", () => {
  test("a changed file takes the place of what it was; the others stay", async () => {
    const folder = at("changing");
    mkdirSync(folder);
    for (const [name, from] of [
      ["a", 0],
      ["b", 10],
      ["c", 20],
    ] as const)
      writeFileSync(join(folder, `${name}.csv`), csv(from, from + 10));
    await build("changed", await walk(folder));
    writeFileSync(join(folder, "b.csv"), csv(100, 125));
    rmSync(join(folder, "c.csv"));
    const { added, kept, replaced, manifest } = await build("changed", await walk(folder));
    expect([added, kept, replaced]).toEqual([1, 2, 1]);
    expect(manifest.sources.map(({ paths, comments }) => [paths[0]!.slice(-5), comments])).toEqual([
      ["a.csv", 10],
      ["b.csv", 25],
      ["c.csv", 10],
    ]);
    const corpus = await openCorpus(at("changed"));
    expect((await corpus.query("SELECT count(*) AS n FROM comments")).column("n")).toEqual([45]);
    expect((await corpus.query("SELECT count(*) AS n FROM comments WHERE text LIKE '%（12番）'")).column("n")).toEqual([
      0,
    ]);
    await corpus.close();
    const parts = readdirSync(join(at("changed"), "comments"));
    expect(parts).toEqual(manifest.groups.map((group) => group.parts.comments!.file.split("/")[1]));
  });

  test("what was read before and lies there as JSON too counts once, whichever comes first", async () => {
    const page = join(pages, "b.csv");
    const json = at("read-before.json");
    const [discussion] = [...readAll(await readSource(page), { path: page })];
    writeFileSync(json, JSON.stringify(discussion));
    const both = await build("both", [page, json]);
    expect(both.events).toContainEqual({ kind: "left-out", path: json, discussions: 1 });
    await build("json-first", [json]);
    await build("json-first", [page]);
    expect(bytesOf(at("json-first"))).toEqual(bytesOf(at("both")));
    const corpus = await openCorpus(at("both"));
    expect((await corpus.query("SELECT count(*) AS n FROM comments")).column("n")).toEqual([20]);
    await corpus.close();
  });

  test.each([
    ["of a program", '{"name":"app"}'],
    ["of an analysis", '{"schema":"yoron/manifest@1"}'],
    ["that is no JSON", "rows\n"],
    ["that is empty", ""],
  ])("a manifest.json %s is never written over", async (_, text) => {
    const folder = mkdtempSync(join(root, "foreign-"));
    writeFileSync(join(folder, "manifest.json"), text);
    await expect(buildCorpus([join(pages, "b.csv")], folder)).rejects.toThrow(
      /a manifest\.json that is not of a corpus/,
    );
    expect(readdirSync(folder)).toEqual(["manifest.json"]);
    expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe(text);
  });

  test("other settings than it was built with are an error that names them", async () => {
    await build("settings", [join(pages, "b.csv")], { layers: ["sentiment"] });
    const again = (options: BuildCorpusOptions) => build("settings", [join(pages, "a.csv")], options);
    await expect(again({})).rejects.toThrow(/built with other settings \(layers\): \["sentiment"\]/u);
    await expect(again({ layers: ["sentiment"], privacy: { authors: "none" } })).rejects.toThrow(/\(authors\)/u);
  });
});

describe("a thread that is longer than a piece", () => {
  const count = MOST_COMMENTS + 500;
  test("is one discussion with all its comments, replies and votes, and says that it was parted", async () => {
    const path = at("long.csv");
    writeFileSync(path, csv(0, count));
    const { manifest } = await build("long", [path], { layers: ["entities", "sentiment", "stance"], workers: 1 });
    expect(manifest.sources[0]).toMatchObject({ discussions: 1, comments: count, items: [{}, {}] });
    expect(manifest.sources[0]!.notes.map(({ code }) => code)).toContain("in-pieces");
    const corpus = await openCorpus(at("long"));
    const [whole] = [...readAll(await readSource(path), { path })];
    const got = await corpus.query(`SELECT id, replyTo, replies, author, up, text FROM comments ORDER BY "order"`);
    const replies = new Map<string, number>();
    for (const { replyTo } of whole!.comments)
      if (replyTo !== null) replies.set(replyTo, (replies.get(replyTo) ?? 0) + 1);
    expect([...got]).toEqual(
      whole!.comments.map(({ id, replyTo, author, reactions, text }) => ({
        id,
        replyTo,
        replies: replies.get(id) ?? 0,
        author,
        up: reactions.up,
        text,
      })),
    );
    const one = async (sql: string) => (await corpus.query(`SELECT ${sql} AS n`)).column("n")[0];
    expect(await one("(SELECT count(*) FROM discussions)")).toBe(1);
    expect(await one("(SELECT comments FROM discussions)")).toBe(count);
    expect(
      await one("(SELECT count(*) FROM (SELECT discussion, id FROM entities GROUP BY ALL HAVING count(*) > 1))"),
    ).toBe(0);
    expect(
      await one("(SELECT count(*) FROM mentions m WHERE NOT EXISTS (FROM entities e WHERE e.id = m.entity))"),
    ).toBe(0);
    expect(await one("(SELECT count(*) FROM stances)")).toBe(Math.floor(count / 3));
    await corpus.close();
  }, 120_000);
});

describe("what is wrong is told in one line", () => {
  const wrong = (change: (folder: string) => void) => {
    const folder = mkdtempSync(join(root, "wrong-"));
    cpSync(at("once"), folder, { recursive: true });
    change(folder);
    return folder;
  };
  const manifestWith = (folder: string, change: (text: string) => string) => {
    const file = join(folder, "manifest.json");
    writeFileSync(file, change(readFileSync(file, "utf8")));
  };
  test.each<[string, (folder: string) => void, RegExp, string]>([
    ["no corpus", (folder) => rmSync(join(folder, "manifest.json")), /holds no corpus/u, "unreadable"],
    [
      "a newer version",
      (folder) => manifestWith(folder, (text) => text.replace("yoron/corpus@1", "yoron/corpus@7")),
      /of version 7, and this Yoron reads up to 1/u,
      "unknown-format",
    ],
    [
      "a broken manifest",
      (folder) => manifestWith(folder, (text) => text.slice(0, -40)),
      /manifest of the corpus is damaged/u,
      "malformed",
    ],
    ["a manifest of something else", (folder) => manifestWith(folder, () => "[]"), /holds no corpus/u, "unreadable"],
  ])("%s", async (_, change, message, code) => {
    const folder = wrong(change);
    await expect(openCorpus(folder)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test.each<[string, (path: string) => void, RegExp]>([
    ["missing", (path) => rmSync(path), /a part of the corpus is missing: ".*comments\/part-/u],
    [
      "cut off",
      (path) => writeFileSync(path, readFileSync(path).subarray(0, 900)),
      /is damaged \(it is not what was written\)/u,
    ],
    [
      "another byte",
      (path) => {
        const bytes = readFileSync(path);
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(path, bytes);
      },
      /is damaged \(it is not what was written\)/u,
    ],
  ])("a part that is %s", async (_, damage, message) => {
    const folder = wrong((copy) => damage(join(copy, "comments", readdirSync(join(copy, "comments"))[0]!)));
    const told = { code: "malformed", message: expect.stringMatching(message) };
    for (const sql of ["SELECT count(*) FROM comments", "SELECT * FROM tone_shares"])
      await expect(openCorpus(folder).then((corpus) => corpus.query(sql))).rejects.toMatchObject(told);
    await expect(openCorpus(folder).then((corpus) => corpus.check())).rejects.toMatchObject(told);
  });

  test("an unknown column, and SQL that would write into the corpus", async () => {
    const database = await openDatabase(at("once"), { allowFiles: false });
    await expect(database.query("SELECT votes FROM comments")).rejects.toMatchObject({
      code: "bad-query",
      message: expect.stringMatching(/"votes" not found/u),
    });
    const before = bytesOf(at("once"));
    for (const sql of [
      `COPY (SELECT 1) TO '${join(at("once"), "comments/x.parquet")}'`,
      `CREATE TABLE t AS SELECT 1; COPY t TO '${join(at("once"), "comments/x.parquet")}'`,
      `ATTACH '${join(at("once"), "x.duckdb")}'`,
      `EXPORT DATABASE '${join(at("once"), "x")}'`,
      "SELECT * FROM read_text('/etc/hostname')",
    ])
      await expect(database.query(sql), sql).rejects.toMatchObject({ code: "bad-query" });
    await database.close();
    expect(bytesOf(at("once"))).toEqual(before);
  });

  test("a source that cannot be read stops no other, and is told by the corpus until it can", async () => {
    const bad = at("bad.pdf");
    writeFileSync(bad, "%PDF-1.4 \u0000\u0001");
    const { failed, manifest } = await build("failing", [bad, join(pages, "b.csv"), at("absent.html")]);
    expect(failed.map(({ path, code }) => [path, code])).toEqual([
      [at("absent.html"), "unreadable"],
      [bad, "binary-input"],
    ]);
    expect(manifest.failed).toEqual(failed);
    writeFileSync(bad, csv(0, 3));
    const { manifest: later } = await build("failing", [bad]);
    expect(later.failed.map(({ path }) => path)).toEqual([at("absent.html")]);
  });
});

test("Spark and DuckDB can read the parts as they lie", async () => {
  const { groups } = await readManifest(at("once"));
  expect(groups).toHaveLength(1);
  const script = `SELECT count(*) AS n FROM read_parquet('${join(at("once"), "comments/*.parquet")}')`;
  const database = await openDatabase(at("once"));
  expect((await database.query(script)).column("n")).toEqual([132]);
  await database.close();
  expect(
    execFileSync(
      "zcat",
      readdirSync(join(at("once"), "analyses")).map((file) => join(at("once"), "analyses", file)),
      { encoding: "utf8" },
    )
      .trim()
      .split("\n"),
  ).toHaveLength(5);
});
