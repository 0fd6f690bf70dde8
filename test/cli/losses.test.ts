import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BROKEN_BYTES, NO_COMMENTS, pageOf } from "./lossy-pages.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-losses-"));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const GOOD = "data/pages/harbour.txt";
const ONE = file("one.html", pageOf(["夜も開けてほしい。", "", "職員が大変では。"]));
const MANY = file("many.html", pageOf(["夜も開けてほしい。", "", "", "職員が大変では。", ""]));
const BYTES = file("bytes.txt", BROKEN_BYTES);
const SILENT = file("silent.html", NO_COMMENTS);
/** Titles stand apart, so that each page is a discussion of its own. */
const TWO = file(
  "two.jsonl",
  [MANY, file("more.html", pageOf(["", "", "", "よい。"], "図書館の改修")), GOOD]
    .map((page) => yoron(["read", page, "-q"]).stdout)
    .map((discussion) => JSON.stringify(JSON.parse(discussion)))
    .join("\n"),
);

/** Root may read everything, so that where permission is wanting it must run as somebody else. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const shutOut = yoron(["--version"], "", asNobody).status !== 0;
if (shutOut)
  console.log("SKIPPED: folders that may not be listed, since nobody but root can run the built command here.");

const lines = (text: string) => text.split("\n").filter((line) => line !== "");
const out = (name: string) => join(folder, name);
const EMPTY_ONE = `yoron: ${ONE}: c2: no words were found in it [empty-text]`;
const EMPTY_MANY = [
  `yoron: ${MANY}: no words were found in 3 of 5 comments [comments-not-read]`,
  `yoron: ${MANY}: 3 comments (the first is c2): no words were found in it [empty-text]`,
];

describe("the same thread in two files", () => {
  it("is told, with how many comments are counted twice", () => {
    const twice = yoron(["table", "comments", "data/pages/harbour.txt", "data/pages/harbour-tcd.html"]);
    expect(twice.status).toBe(0);
    expect(twice.stderr).toMatch(/harbour-tcd\.html holds \d+ comments that data\/pages\/harbour\.txt holds too/);
  });

  it("is no matter of short words that many write, nor of two threads", () => {
    const short = ["賛成です。", "反対です。", "同感です。", "そう思います。", "なるほど。", "いいと思う。"];
    const pages = [file("a.html", pageOf(short)), file("b.html", pageOf(short, "図書館の改修"))];
    expect(yoron(["table", "comments", ...pages]).stderr).not.toContain("holds too");
    const samples = ["data/pages/harbour.txt", "data/pages/railway-core.html"];
    expect(yoron(["table", "comments", ...samples]).stderr).not.toContain("holds too");
  });
});

describe("what was not read is told on stderr", () => {
  it.each([
    ["read", [MANY]],
    ["analyze", [MANY, "-o", out("analyzed")]],
    ["report", [MANY, "-o", out("report.html")]],
    ["table", ["comments", MANY]],
    ["chart", ["votes", MANY, "-o", out("votes.svg")]],
    ["query", ["SELECT id FROM comments", MANY]],
  ])("by %s: each thing once, with its file and code, and the work is done", (verb, args) => {
    const { stderr, stdout, status } = yoron([verb, ...args]);
    // What is done is told in a line of its own, and so is what there was nothing to draw for.
    const told = lines(stderr).filter(
      (line) => !/^the (?:report is ready|chart is drawn): |: charts without data /.test(line),
    );
    expect(told).toEqual(EMPTY_MANY);
    expect(stdout === "" ? readFileSync(args.at(-1)!, "utf8") : stdout).not.toBe("");
    expect(status).toBe(0);
  });

  it("by several threads as by one", () => {
    const told = ["0", "2"].map((n) => yoron(["table", "comments", ONE, MANY, GOOD, "--workers", n]).stderr);
    expect(lines(told[0]!)).toEqual([EMPTY_ONE, ...EMPTY_MANY]);
    expect(told[1]).toBe(told[0]);
  });

  it("of undecodable bytes too, once they are allowed", () => {
    expect(yoron(["read", "--lossy", BYTES]).stderr).toMatch(
      /^yoron: \S+bytes\.txt: 2 undecodable places, .+ \[lossy-decoding\]\n$/u,
    );
  });

  it("of a source with several discussions once a code, with the first and how many more", () => {
    const { stderr, stdout } = yoron(["read", TWO]);
    expect(lines(stdout)).toHaveLength(3);
    expect(lines(stderr)).toEqual([
      `yoron: ${TWO}: no words were found in 3 of 5 comments (in 「図書館の夜間開館」; the like in 1 more of its 3 discussions) [comments-not-read]`,
      `yoron: ${TWO}: 3 comments (the first is c2): no words were found in it (in 「図書館の夜間開館」; the like in 1 more of its 3 discussions) [empty-text]`,
    ]);
  });

  it("of stdin under the name -", () => {
    expect(lines(yoron(["read", "-"], readFileSync(ONE)).stderr)).toEqual([EMPTY_ONE.replace(ONE, "-")]);
  });

  it("by a query over a folder that analyze wrote, which reads no page itself: the manifest keeps it", () => {
    yoron(["analyze", ONE, GOOD, "-o", out("kept"), "-q"]);
    const { discussions } = JSON.parse(readFileSync(join(out("kept"), "manifest.json"), "utf8"));
    expect(discussions.map(({ losses }: { losses: unknown }) => losses)).toEqual([
      [{ code: "empty-text", message: "c2: no words were found in it" }],
      [],
    ]);
    const args = ["query", "SELECT count(*) FROM comments", out("kept")];
    expect(yoron(args)).toMatchObject({ stderr: `${EMPTY_ONE}\n`, status: 0 });
    expect(yoron([...args, "-q"]).stderr).toContain("1 of 2 inputs was not wholly read");
    expect(yoron([...args, "--strict"]).status).toBe(1);
  });
});

describe("-q leaves one line for all inputs", () => {
  it("that names them with their codes", () => {
    expect(yoron(["read", "-q", ONE, GOOD, MANY])).toMatchObject({
      stderr: `yoron: 2 of 3 inputs were not wholly read: ${ONE} (empty-text), ${MANY} (comments-not-read, empty-text); see them without -q\n`,
      status: 0,
    });
    expect(yoron(["table", "comments", "-q", ONE]).stderr).toBe(
      `yoron: 1 of 1 input was not wholly read: ${ONE} (empty-text); see them without -q\n`,
    );
  });

  it("that names five and counts the rest", () => {
    const pages = Array.from({ length: 7 }, (_, i) => file(`page-${i}.html`, pageOf(["", `意見${i}です。`])));
    const { stderr } = yoron(["read", "-q", ...pages]);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain("yoron: 7 of 7 inputs were not wholly read: ");
    expect(stderr).toContain("page-4.html (empty-text) and 2 more; ");
    expect(stderr).not.toContain("page-5");
  });

  it("and none where all was read", () => {
    expect(yoron(["read", "-q", GOOD]).stderr).toBe("");
    expect(yoron(["read", "-q", SILENT]).stderr).toBe("");
  });
});

describe("--json", () => {
  it.each([[[]], [["-q"]]])("gives a loss as an object, as it gives errors %j", (quiet) => {
    const { stderr } = yoron(["read", "--json", ...quiet, ONE, file("empty.html", "")]);
    expect(lines(stderr).map((line) => JSON.parse(line))).toEqual([
      { file: ONE, loss: { code: "empty-text", message: "c2: no words were found in it" } },
      { file: out("empty.html"), error: { code: "empty-input", message: expect.any(String) } },
    ]);
  });
});

describe("--strict", () => {
  it.each([
    ["read", []],
    ["analyze", ["-o", out("strict")]],
    ["report", ["-o", out("strict.html")]],
    ["table", ["comments"]],
    ["chart", ["votes", "-o", out("strict.svg")]],
    ["query", ["SELECT id FROM comments"]],
  ])("makes a loss status 1 of %s, though the work is done", (verb, args) => {
    const run = (page: string) => yoron([verb, ...args, page, "--strict", "-q"]);
    const lossy = run(ONE);
    expect(lossy.status).toBe(1);
    const output = args[args.indexOf("-o") + 1];
    if (args.includes("-o"))
      expect(readFileSync(verb === "analyze" ? join(output!, "manifest.json") : output!)).not.toHaveLength(0);
    else expect(lossy.stdout).not.toBe("");
    expect(run(GOOD).status).toBe(0);
  });

  it("prints the discussion all the same", () => {
    expect(JSON.parse(yoron(["read", "--strict", ONE]).stdout).comments).toHaveLength(3);
  });
});

describe("a source without comments", () => {
  it("is told in one note, and not when quiet", () => {
    const { stderr, status } = yoron(["read", SILENT]);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(/^yoron: note: \S+silent\.html: read as html, which found no comments; .*--list-formats/u);
    expect(status).toBe(0);
    expect(yoron(["read", "-q", SILENT]).stderr).toBe("");
  });

  it("among others is named with its format", () => {
    expect(lines(yoron(["table", "comments", SILENT, GOOD]).stderr)).toEqual([
      expect.stringContaining(`note: no comments were found in 1 of 2 inputs: ${SILENT} (read as html); `),
    ]);
  });
});

describe("options of all verbs that read", () => {
  it("--page-format is known to read too, beside --format", () => {
    for (const name of ["--format", "--page-format"]) {
      expect(JSON.parse(yoron(["read", name, "wordpress-core", ONE, "-q"]).stdout).source.format).toBe(
        "wordpress-core",
      );
      expect(yoron(["read", name, "nothing", ONE])).toMatchObject({ status: 2, stdout: "" });
    }
  });

  it.each(["2022-09-15", "2024-02-29", "2022-09-15T18:30", "2022-09-15T18:30:05+09:00"])("--saved takes %s", (date) => {
    for (const [verb, ...args] of [["read"], ["table", "comments"]])
      expect(yoron([verb!, ...args, GOOD, "--saved", date])).toMatchObject({ status: 0, stderr: "" });
  });

  it.each([
    "2022",
    "2022-09",
    "2022-02-30",
    "2022-13-01",
    "2022-09-15T25:00",
    "15.9.2022",
    "昨日",
    "",
  ])("--saved does not take %j", (date) => {
    const { stderr, stdout, status } = yoron(["table", "comments", GOOD, "--saved", date]);
    expect(stderr).toContain(`--saved takes a date like 2022-09-15 or 2022-09-15T18:30, not "${date}"`);
    expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  });
});

describe("a folder", () => {
  const pages = join(folder, "pages");
  for (const name of ["a.png", "b.PNG", "c.css", "page_files/x.html", "page_files/y.js", ".DS_Store", ".git/config"]) {
    mkdirSync(join(pages, name, ".."), { recursive: true });
    writeFileSync(join(pages, name), "x");
  }

  it("without a page says what it has", () => {
    expect(yoron(["read", pages])).toMatchObject({
      status: 2,
      stderr: `yoron: the folder holds no page "${pages}"; passed over 3 files: 2 .png, 1 .css (not pages); 2 hidden; 2 in page_files; name one with saved pages or exports, or a file itself [usage]\n`,
    });
  });

  it("with pages tells in one note what was passed over, and not when quiet", () => {
    const full = join(folder, "full");
    cpSync(pages, full, { recursive: true });
    cpSync(GOOD, join(full, "harbour.txt"));
    const { stderr, stdout, status } = yoron(["read", full]);
    expect(stderr).toBe("yoron: note: passed over 3 files: 2 .png, 1 .css (not pages); 2 hidden; 2 in page_files\n");
    expect(JSON.parse(stdout).source.path).toBe(join(full, "harbour.txt"));
    expect(status).toBe(0);
    expect(yoron(["read", "-q", full]).stderr).toBe("");
  });

  it.skipIf(shutOut)("that may not be listed says that permission is wanting, and the rest is done", () => {
    const shut = mkdtempSync(join(tmpdir(), "yoron-shut-"));
    chmodSync(shut, 0o755);
    mkdirSync(join(shut, "locked"), 0o000);
    cpSync(GOOD, join(shut, "harbour.txt"));
    const run = (input: string) => yoron(["read", input], "", asNobody);
    const denied = `yoron: there is no permission to read (EACCES) "${join(shut, "locked")}"; change its rights, or read a copy of it [unreadable]\n`;
    expect(run(join(shut, "locked"))).toMatchObject({ status: 1, stdout: "", stderr: denied });
    const whole = run(shut);
    expect(whole).toMatchObject({ status: 1, stderr: denied });
    expect(JSON.parse(whole.stdout).comments.length).toBeGreaterThan(0);
  });

  it("a file without a byte in it is told as empty, and the others are done", () => {
    const some = join(folder, "some");
    mkdirSync(some);
    writeFileSync(join(some, "nothing.html"), "");
    cpSync(GOOD, join(some, "harbour.txt"));
    const { stderr, stdout, status } = yoron(["read", some]);
    expect(lines(stderr)).toEqual([expect.stringMatching(/nothing\.html is empty; .+ \[empty-input\]$/u)]);
    expect(JSON.parse(stdout).comments.length).toBeGreaterThan(0);
    expect(status).toBe(1);
  });
});
