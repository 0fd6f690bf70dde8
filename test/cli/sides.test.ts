import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-sides-"));
const PAGE = "data/pages/railway-core.html";
const PROPOSITION = "白樺線の北部区間をバスに転換すること";

describe("--proposition", () => {
  it("gives a row for each comment and proposition", () => {
    const { stdout, status } = yoron([
      ...["table", "sides", PAGE, "--columns", "unit,proposition,side"],
      ...["--proposition", PROPOSITION, "--proposition", "橋を直すこと"],
    ]);
    const rows = stdout.trim().split("\r\n");
    expect(status).toBe(0);
    expect(rows).toHaveLength(1 + 2 * 30);
    expect(rows[1]).toBe(`c1,${PROPOSITION},against`);
    expect(rows[31]).toMatch(/^c1,橋を直すこと,/u);
  });

  it("draws the chart", () => {
    const path = join(folder, "sides.svg");
    expect(yoron(["chart", "sides", PAGE, "--proposition", PROPOSITION, "-o", path]).status).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("条件付き");
  });

  it("holds for every line of annotate, but where a line has its own", () => {
    const lines = [
      { text: "反対です" },
      { text: "反対です", propositions: ["別の話"] },
      { text: "反対です", propositions: [] },
    ];
    const { stdout } = yoron(
      ["annotate", "--layers", "sides", "--proposition", PROPOSITION],
      lines.map((line) => JSON.stringify(line)).join("\n"),
    );
    const propositions = stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { sides: { proposition: string }[] }).sides.map((side) => side.proposition));
    expect(propositions).toEqual([[PROPOSITION], ["別の話"], []]);
  });

  it("is proposed where it is missing, never assumed", () => {
    const table = yoron(["table", "sides", PAGE]);
    expect(table.status).toBe(0);
    expect(table.stdout.trim().split("\r\n")).toHaveLength(1);
    expect(table.stderr).toMatch(/^yoron: note: proposed: 「.+」; give --proposition to use it\n$/u);
    const path = join(folder, "none.svg");
    const chart = yoron(["chart", "sides", PAGE, "-o", path]);
    expect(chart.status).toBe(2);
    expect(chart.stderr).toContain("proposed: 「");
    expect(existsSync(path)).toBe(false);
  });

  it("lets people check sides", () => {
    const { stdout, status } = yoron(["sample", PAGE, "--of", "side", "-n", "5", "--proposition", PROPOSITION]);
    expect(status).toBe(0);
    expect(stdout).toContain("for 賛成 / conditional 条件付き");
    expect(yoron(["sample", PAGE, "--of", "side"]).stderr).toContain("needs one proposition");
  });

  it.each([
    ["empty", [""], "must not be empty"],
    ["too long", ["長".repeat(201)], "at most 200 characters, not 201"],
    ["given twice", ["甲", "甲"], "given twice"],
  ])("is refused where it is %s", (_, given, message) => {
    const options = given.flatMap((text) => ["--proposition", text]);
    for (const verb of [["table", "sides", PAGE], ["annotate"], ["report", PAGE, "-o", join(folder, "r.html")]]) {
      const { status, stderr } = yoron([...verb, ...options], "");
      expect(stderr).toContain(message);
      expect(status).toBe(2);
    }
  });
});
