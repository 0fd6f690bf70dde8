import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { yoron } from "./run.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-own-folder-"));
afterAll(() => rmSync(root, { recursive: true }));
const PAGE = "data/pages/harbour.txt";
const PART = `parts/${"0".repeat(32)}.json`;

/** Makes a folder of files and analyses a page into it. */
function analyzeInto(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(root, "folder-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const run = yoron(["analyze", PAGE, "-o", folder, "--tables", "comments", "--no-charts", "--no-report"]);
  return { ...run, folder };
}

describe("yoron analyze -o into a folder", () => {
  it.each([
    ["a manifest", { "manifest.json": '{"name":"app"}' }, "manifest.json"],
    ["a manifest that is no JSON", { "manifest.json": "rows\n" }, "manifest.json"],
    ["the manifest of a corpus", { "manifest.json": '{"schema":"yoron/corpus@1"}' }, "manifest.json"],
    ["a folder of parts", { "parts/chapter1.txt": "one" }, "parts"],
    ["parts beside those of a run", { [PART]: "[]", "parts/chapter1.txt": "one" }, "parts"],
    ["a collection in a folder of parts", { "parts/corpus/letters.txt": "one" }, "parts"],
    ["tables", { "tables/comments.csv": "mine" }, "tables"],
    ["a report and charts", { "report.html": "mine", "charts/a.png": "mine" }, "charts, report.html"],
    [
      "parts in a folder of its own",
      { "manifest.json": '{"schema":"yoron/manifest@1"}', "parts/chapter1.txt": "one" },
      "parts",
    ],
  ])("that holds %s of others writes and takes away nothing", (_, files: Record<string, string>, names) => {
    const { status, stdout, stderr, folder } = analyzeInto(files);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${names} of the folder were not written by yoron analyze`);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), "utf8")).toBe(text);
    expect(existsSync(join(folder, ".yoron-lock"))).toBe(false);
  });

  it.each([
    ["nothing", {}, ""],
    ["what is hidden", { ".DS_Store": "" }, ""],
    ["other files", { "thesis.docx": "", "notes.txt": "" }, "holds other files too (notes.txt, thesis.docx)"],
    ["many files", { a: "", b: "", c: "", d: "", e: "" }, "holds other files too (a, b, c and 2 more)"],
    ["an earlier run's results", { "manifest.json": '{"schema":"yoron/manifest@1"}', "tables/comments.csv": "" }, ""],
    ["what a broken run left", { [PART]: "[]", [`${PART}.12.part`]: "[", "tables/comments.csv": "" }, ""],
    ["what a broken run of long inputs left", { "parts/corpus/.build/run.json": "{}", "tables/comments.csv": "" }, ""],
    ["a corpus of long inputs", { "parts/corpus/manifest.json": '{"schema":"yoron/corpus@1"}' }, ""],
  ])("that holds %s writes there", (_, files: Record<string, string>, note) => {
    const { status, stderr, folder } = analyzeInto(files);
    expect(status).toBe(0);
    if (note === "") expect(stderr).not.toContain("holds other files");
    else expect(stderr).toContain(note);
    expect(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"))).toMatchObject({
      schema: "yoron/manifest@1",
    });
    expect(readFileSync(join(folder, "tables/comments.csv"), "utf8").length).toBeGreaterThan(1000);
    const others = Object.keys(files).filter((name) => !/^(?:manifest|parts|tables)/.test(name));
    for (const name of others) expect(existsSync(join(folder, name))).toBe(true);
  });

  it("that is not there makes it, and says in one what it wrote", () => {
    const folder = join(root, "not", "yet");
    const { status, stderr } = yoron([
      "analyze",
      PAGE,
      "-o",
      folder,
      "--tables",
      "dates",
      "--no-charts",
      "--no-report",
    ]);
    expect([status, stderr]).toEqual([0, `all is written: ${folder} (1 table, 0 charts)\n`]);
  });
});
