import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { patience } from "../patience.ts";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-verbs-"));
const PAGE = "data/pages/harbour.txt";
/** The page names a source in Chinese, which the shipped fonts lack. */
const BLANK =
  /^yoron: note: PNGs leave blank, for want of a font: Chinese or rare kanji \(.+\); name one with --font FILE, or try --system-fonts\nthe report is ready: \S+report\.html\n$/u;

describe("yoron read", () => {
  it("prints a discussion as JSON", () => {
    const discussion = JSON.parse(yoron(["read", PAGE]).stdout);
    expect(discussion).toMatchObject({ schema: "yoron/discussion@1", source: { path: PAGE, format: "page-text" } });
    expect(discussion.comments.length).toBeGreaterThanOrEqual(40);
  });

  it("reads stdin, and prints several discussions as JSON lines", () => {
    const piped = yoron(["read", "-"], readFileSync(PAGE));
    expect(JSON.parse(piped.stdout).comments.length).toBeGreaterThanOrEqual(40);
    const lines = yoron(["read", PAGE, "data/pages/railway-core.html"]).stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).source.format)).toEqual(["page-text", "wordpress-core"]);
  });

  it("lists the formats", () => {
    expect(yoron(["read", "--list-formats"]).stdout).toContain("wordpress-tcd");
  });
});

describe("yoron analyze", () => {
  it("writes tables, charts, the report and a manifest that names them all", () => {
    const out = join(folder, "out");
    const { stdout, stderr, status } = yoron(["analyze", PAGE, "data/pages/railway-core.html", "-o", out]);
    expect(stderr).toMatch(BLANK);
    expect(status).toBe(0);
    expect(stdout.trim()).toBe(join(out, "report.html"));
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect(manifest.discussions).toHaveLength(2);
    expect(manifest.files).toEqual(
      expect.arrayContaining(["tables/comments.csv", "charts/votes.png", "charts/votes.svg", "report.html"]),
    );
    for (const name of manifest.files) expect(existsSync(join(out, name))).toBe(true);
  });

  it(
    "gives the same bytes whatever the number of workers; a bad file and a copy are told and stop nothing",
    () => {
      const pages = join(folder, "pages");
      mkdirSync(pages);
      for (const name of ["harbour.txt", "railway-core.html", "survey-library.csv"])
        cpSync(`data/pages/${name}`, join(pages, name));
      cpSync("data/pages/harbour.txt", join(pages, "again.txt"));
      writeFileSync(join(pages, "empty.html"), "");
      const results = ["0", "2"].map((workers) => {
        const out = join(folder, `workers-${workers}`);
        const { status, stderr } = yoron(["analyze", pages, "-o", out, "--workers", workers]);
        expect(status).toBe(1);
        return { out, stderr };
      });
      expect(results[0]!.stderr.trim().split("\n")).toEqual([
        `yoron: ${join(pages, "empty.html")} is empty; give a saved page with an article [empty-input]`,
        `yoron: note: ${join(pages, "harbour.txt")} has the same content as ${join(pages, "again.txt")} and is not counted twice`,
        expect.stringContaining("PNGs leave blank"),
        `the report is ready: ${join(results[0]!.out, "report.html")}`,
      ]);
      const files = (out: string) => readdirSync(out, { recursive: true, encoding: "utf8" }).sort();
      for (const { out, stderr } of results) {
        expect(stderr.replace(out, results[0]!.out)).toBe(results[0]!.stderr);
        expect(files(out)).toEqual(files(results[0]!.out));
        expect(files(out)).not.toContain("parts");
        for (const file of files(out).filter((file) => file.includes(".")))
          expect(readFileSync(join(out, file)).equals(readFileSync(join(results[0]!.out, file))), file).toBe(true);
      }
    },
    patience(180_000),
  );

  it("goes on where a run was broken off", () => {
    const out = join(folder, "broken-off");
    // The folder of charts cannot be written: the run ends after the analysis.
    mkdirSync(out);
    writeFileSync(join(out, "manifest.json"), '{"schema":"yoron/manifest@1"}');
    writeFileSync(join(out, "tables"), "");
    expect(yoron(["analyze", PAGE, "-o", out]).status).toBe(1);
    rmSync(join(out, "tables"));
    expect(existsSync(join(out, "parts"))).toBe(true);
    const { status, stderr } = yoron(["analyze", PAGE, "-o", out]);
    expect(status).toBe(0);
    expect(stderr).toContain("yoron: note: 1 of 1 inputs were done by an earlier run\n");
    expect(existsSync(join(out, "parts"))).toBe(false);
  });

  it("gives the same bytes whatever the run", () => {
    const csv = () => yoron(["table", "sentiment", PAGE]).stdout;
    expect(csv()).toBe(csv());
  });
});

describe("what the reader noted", () => {
  const ragged = join(folder, "ragged.csv");
  writeFileSync(ragged, "名前,本文,いいね\nみかん,よい, とても,3\nほたる,はい,1\n");

  it("is told on stderr, and not when quiet", () => {
    const { stdout, stderr, status } = yoron(["table", "comments", ragged]);
    expect(status).toBe(0);
    expect(stdout).toContain("みかん");
    expect(stderr).toBe(
      `yoron: note: ${ragged}: row 2 has not as many cells as the header: is a separator or line break in an unquoted cell? [ragged-rows]\n`,
    );
    expect(yoron(["read", ragged]).stderr).toBe(stderr);
    expect(yoron(["table", "comments", ragged, "-q"]).stderr).toBe("");
  });
});

describe("yoron chart", () => {
  it("tells what a PNG leaves blank", () => {
    const korean = join(folder, "korean.csv");
    writeFileSync(korean, "名前,本文,いいね\n한국,よい,3\n");
    const png = yoron(["chart", "votes", korean, "-o", join(folder, "korean.png")]);
    expect(png.stderr).toContain(
      "yoron: note: PNGs leave blank, for want of a font: Korean (한 국); name one with --font FILE, or try --system-fonts\n",
    );
    expect(yoron(["chart", "votes", korean, "-o", join(folder, "korean.svg"), "-q"]).stderr).toBe("");
    const wrong = yoron(["chart", "votes", korean, "-o", join(folder, "x.png"), "--font", "nowhere.otf"]);
    expect(wrong).toMatchObject({ status: 1 });
    expect(wrong.stderr).toContain('there is no font file "nowhere.otf"');
  });

  it("draws SVG, PNG and Vega-Lite by the file's name", () => {
    for (const [name, start] of [
      ["votes.svg", "<svg"],
      ["votes.png", "\u0089PNG"],
      ["votes.vl.json", "{"],
    ] as const) {
      const path = join(folder, name);
      expect(yoron(["chart", "votes", PAGE, "-o", path])).toMatchObject({
        status: 0,
        stderr: `the chart is drawn: ${path}\n`,
      });
      expect(readFileSync(path, "latin1").startsWith(start)).toBe(true);
    }
  });
});

describe("yoron annotate", () => {
  const line = (row: object) => `${JSON.stringify(row)}\n`;

  it("answers line for line, in order, and goes on after a bad line", () => {
    const input = [
      line({ id: "a", text: "彼女は公共投資に賛成だと述べた。", targets: ["公共投資"] }),
      "これはJSONではない\n",
      line({ id: 2, text: 5 }),
      line({ id: "d", text: "" }),
      line({ id: "e", text: "14日に発表した。", published: "2022-09-20" }),
    ].join("");
    const { stdout, status } = yoron(["annotate"], input);
    const answers = stdout
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row));
    expect(answers.map(({ id }) => id)).toEqual(["a", null, 2, "d", "e"]);
    expect(answers[0].tokens[0]).toMatchObject({
      start: 0,
      end: 2,
      surface: "彼女",
      pos: "名詞,代名詞,一般,*",
      lemma: "彼女",
      reading: "カノジョ",
      upos: "PRON",
    });
    expect(answers[0].targets[0]).toMatchObject({ target: "公共投資", start: 3, end: 7 });
    expect(answers[1].error.code).toBe("malformed");
    expect(answers[2].error.code).toBe("bad-value");
    expect(answers[3]).toMatchObject({
      sentences: [],
      tokens: [],
      sentiment: { score: 0, label: "neutral", evidence: [] },
    });
    expect(answers[4].dates[0]).toMatchObject({ text: "14日", value: "2022-09-14", precision: "day" });
    expect(status).toBe(1);
  });

  it("--layers computes and prints only those", () => {
    const { stdout } = yoron(["annotate", "--layers", "sentences,entities"], line({ id: 1, text: "日本は雨だ。" }));
    expect(Object.keys(JSON.parse(stdout))).toEqual(["id", "sentences", "entities"]);
  });

  it("keeps its answers to offsets in UTF-16 code units", () => {
    const text = "😀😀トカエフ大統領は「賛成だ」と述べた。";
    const answer = JSON.parse(yoron(["annotate"], line({ id: 1, text })).stdout);
    for (const { start, end, surface } of answer.tokens) expect(text.slice(start, end)).toBe(surface);
    for (const { start, end, text: words } of [...answer.entities, ...answer.quotations])
      expect(text.slice(start, end)).toBe(words);
  });
});
