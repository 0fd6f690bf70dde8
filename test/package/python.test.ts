import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { yoron } from "../cli/run.ts";

/** A Python that has the libraries; another than `python3` is named in YORON_PYTHON. */
const python = process.env.YORON_PYTHON ?? "python3";
const has = (library: string): boolean =>
  spawnSync(python, ["-c", `import ${library}`], { stdio: "ignore" }).status === 0;

const folder = mkdtempSync(join(tmpdir(), "yoron-python-"));
const blocks = (page: string): readonly string[] =>
  [...readFileSync(page, "utf8").matchAll(/^```python\n(.+?)^```$/gms)].map(([, code]) => code!);

describe("the lines of docs/python.md", () => {
  it("are the same in Japanese", () => {
    expect(blocks("docs/python.md")).toHaveLength(2);
    expect(blocks("docs/ja/python.md")).toEqual(blocks("docs/python.md"));
  });

  it.each([
    [0, ["pandas", "pyarrow"], ["波止場の猫", "author"]],
    [1, ["polars"], ["sentimentLabel", "negative"]],
  ] as const)("block %i runs with %j", (place, libraries, shown) => {
    const absent = libraries.filter((library) => !has(library));
    if (absent.length > 0) {
      console.warn(
        `docs/python.md is not tried: ${python} has no ${absent.join(", ")} (pip install ${absent.join(" ")})`,
      );
      return;
    }
    const out = join(folder, "out");
    const args = ["--format", "parquet", "--tables", "comments", "--no-charts", "--no-report"];
    expect(yoron(["analyze", resolve("data/pages/harbour.txt"), "-o", out, ...args]).status).toBe(0);
    const run = spawnSync(python, ["-c", blocks("docs/python.md")[place]!], { cwd: folder, encoding: "utf8" });
    expect(run.stderr).toBe("");
    for (const words of shown) expect(run.stdout).toContain(words);
  });
});
