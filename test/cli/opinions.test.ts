import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-opinions-"));
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const PAGE = "data/pages/harbour.txt";
const COPIES = file(
  "copies.csv",
  `id,text\n${[1, 2, 3].map((i) => `${i},市営バスの本数を増やしてください。`).join("\n")}\n`,
);
const vectors = (name: string, of: (i: number) => string) =>
  file(name, [1, 2, 3].map((i) => `{"id": "c${i}", "vector": [${of(i)}]}\n`).join(""));

describe("opinions on the command line", () => {
  test("table opinions has labels, shares and examples; claims name their opinion", () => {
    const opinions = JSON.parse(yoron(["table", "opinions", PAGE, "--format", "json"]).stdout);
    expect(opinions[0]).toMatchObject({ id: "o1", examples: expect.any(Array) });
    const claims = JSON.parse(yoron(["table", "claims", PAGE, "--format", "json"]).stdout);
    expect(claims.some(({ opinion }: { opinion: string | null }) => opinion === "o1")).toBe(true);
  });

  test("table copies has the group", () => {
    const { stdout } = yoron(["table", "copies", COPIES, "--columns", "group,unit,kind,original"]);
    expect(stdout).toBe("group,unit,kind,original\r\nk1,c1,exact,c1\r\nk1,c2,exact,c1\r\nk1,c3,exact,c1\r\n");
  });

  test("the same seed gives the same bytes", () => {
    const run = (seed: string) => yoron(["table", "opinions", PAGE, "--seed", seed]).stdout;
    expect(run("1")).toBe(yoron(["table", "opinions", PAGE]).stdout);
  });

  test("vectors of one's own are read", () => {
    const given = vectors("good.jsonl", (i) => `1, ${i}`);
    const { stdout, stderr } = yoron([
      "table",
      "opinions",
      COPIES,
      "--vectors",
      given,
      "--columns",
      "id,comments,texts",
    ]);
    expect(stdout).toBe("id,comments,texts\r\no1,3,1\r\n");
    expect(stderr).toContain("all 3 comments are copies of one text");
  });

  test("vectors of one's own part opinions in every verb that tells them", () => {
    const survey = "data/pages/survey-library.csv";
    const units = JSON.parse(yoron(["table", "comments", survey, "--columns", "id", "--format", "json"]).stdout);
    const given = file(
      "halves.jsonl",
      units
        .map(({ id }: { id: string }, i: number) => `{"id": "${id}", "vector": [${i % 2}, ${1 - (i % 2)}]}\n`)
        .join(""),
    );
    const asked = ["--vectors", given, "--format", "csv"];
    const table = yoron(["table", "opinions", survey, "--columns", "id,label,comments", ...asked]).stdout;
    const usual = yoron(["table", "opinions", survey, "--columns", "id,label,comments"]).stdout;
    expect(table).not.toBe(usual);
    expect(yoron(["query", "SELECT id, label, comments FROM opinions", survey, ...asked]).stdout).toBe(table);
    const out = join(folder, "out");
    expect(yoron(["analyze", survey, "-o", out, "--no-charts", "--no-bom", "--vectors", given]).status).toBe(0);
    const whole = yoron(["table", "opinions", survey, ...asked]).stdout;
    expect(readFileSync(join(out, "tables/opinions.csv"), "utf8")).toBe(whole);
    const page = join(folder, "report.html");
    expect(yoron(["report", survey, "-o", page, "--vectors", given, "--seed", "7"]).status).toBe(0);
    const html = readFileSync(page, "utf8");
    expect(html).toContain("利用者の与えたベクトル");
    expect(html).toContain("シード：7");
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain("利用者の与えたベクトル");
  });

  test("SQL that asks for no opinions takes no vectors", () => {
    const given = vectors("idle.jsonl", (i) => `1, ${i}`);
    const { status, stderr } = yoron(["query", "SELECT id FROM comments", COPIES, "--vectors", given]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("SQL hangs on no opinions")]);
  });

  test.each([
    [
      "vectors of differing lengths",
      ["--vectors", vectors("lengths.jsonl", (i) => (i === 3 ? "1" : "1, 2"))],
      'that of "c3" 1',
    ],
    ["NaN", ["--vectors", vectors("nan.jsonl", (i) => (i === 2 ? "NaN" : "1"))], "line 2 of the vectors is not JSON"],
    ["ids that do not fit", ["--vectors", file("ids.jsonl", '{"id": "x9", "vector": [1]}\n')], 'no comment: "x9"'],
    ["no file", ["--vectors", join(folder, "absent.jsonl")], "absent.jsonl"],
    ["a seed that is no number", ["--seed", "one"], '--seed takes a whole number, not "one"'],
  ])("%s: one clear error", (_, options, message) => {
    const { status, stderr, stdout } = yoron(["table", "opinions", COPIES, ...options]);
    expect([status === 0, stdout]).toEqual([false, ""]);
    expect(stderr).toContain(message);
  });

  test("an option that can do nothing is an error", () => {
    const { status, stderr } = yoron(["chart", "votes", PAGE, "-o", join(folder, "v.svg"), "--seed", "2"]);
    expect([status, stderr.includes('chart "votes" hangs on no opinions')]).toEqual([2, true]);
  });

  test("without a claim it says so", () => {
    const page = file("nothing.csv", "id,text\n1,👏👏👏\n");
    expect(yoron(["table", "opinions", page]).stderr).toContain("no opinions");
  });

  test.each([
    ["opinions", "no claims in 1 comments, and so no opinions"],
    ["opinion-map", "no claims in 1 comments, and so no opinions"],
    ["opinion-time", "none of 1 comments has a date"],
    ["considerations", "none of 1 comments argues from a consideration"],
  ])("chart %s is not empty without a word why", (name, why) => {
    const page = file("nothing.csv", "id,text\n1,👏👏👏\n");
    expect(yoron(["chart", name, page, "-o", join(folder, "none.svg")]).stderr).toContain(why);
  });

  test("one worker or four give the same bytes", () => {
    const run = (workers: string) => {
      const { status, stdout } = yoron(["table", "opinions", PAGE, COPIES, "--workers", workers]);
      expect(status).toBe(0);
      return stdout;
    };
    expect(run("4")).toBe(run("1"));
  });
});
