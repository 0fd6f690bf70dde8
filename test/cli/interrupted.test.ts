import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { start } from "../corpus/kill-build.ts";
import { patience } from "../patience.ts";
import { yoron } from "./run.ts";

const root = mkdtempSync(join(tmpdir(), "yoron-interrupted-"));
afterAll(() => rmSync(root, { recursive: true }));
const pages = join(root, "pages");
mkdirSync(pages);
for (let page = 0; page < 40; page++) {
  const rows = Array.from(
    { length: 60 },
    (_, i) => `人${i % 7},駐輪場の値上げには反対です。説明が足りません（${page}の${i}）`,
  );
  writeFileSync(join(pages, `p${page}.csv`), `author,text\n${rows.join("\n")}\n`);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

it(
  "Ctrl-C ends an analysis with the line that says how to go on, and the same command does",
  async () => {
    const out = join(root, "out");
    const args = ["analyze", pages, "-o", out, "--tables", "comments", "--no-charts", "--no-report", "--workers", "0"];
    const { child, ended } = start(args);
    const parts = join(out, "parts");
    await until(() => existsSync(parts) && readdirSync(parts).some((name) => name.endsWith(".json")));
    child.kill("SIGINT");
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([130, "yoron: interrupted; the same command goes on where it stopped\n"]);
    const again = yoron(args);
    expect(again.stderr).toMatch(/\d+ of 40 inputs were done by an earlier run/);
    expect(again.status).toBe(0);
  },
  patience(120_000),
);

it(
  "Ctrl-C ends a report, which begins anew, and leaves no half page",
  async () => {
    const out = join(root, "report.html");
    // The first input fails, which tells that the work has begun.
    const empty = join(root, "empty.html");
    writeFileSync(empty, "");
    const { child, ended } = start(["report", empty, pages, "-o", out, "--workers", "0"]);
    child.stderr?.once("data", () => child.kill("SIGINT"));
    const { status, stderr } = await ended;
    expect(status).toBe(130);
    expect(stderr).toMatch(/\nyoron: interrupted; the same command begins anew; what was written whole stays\n$/);
    expect(readdirSync(root).filter((name) => name.includes("report"))).toEqual([]);
  },
  patience(120_000),
);
