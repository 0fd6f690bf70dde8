import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-gazetteer-"));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const LINE = '{"id":"a","text":"くうねるの説明が足りない。"}\n';
const namesOf = (stdout: string) =>
  (JSON.parse(stdout) as { entities: { text: string; label: string }[] }).entities.map(({ text, label }) => [
    text,
    label,
  ]);

describe("--gazetteer", () => {
  it.each([0, 2])("finds own names, with %i threads too", (workers) => {
    const own = file("own.tsv", "name\tlabel\tid\taliases\nくうねる\tORG\tkuuneru\t\n");
    const args = ["annotate", "--layers", "entities", "--workers", String(workers)];
    expect(namesOf(yoron([...args, "--gazetteer", own], LINE).stdout)).toContainEqual(["くうねる", "ORG"]);
    expect(namesOf(yoron(args, LINE).stdout)).not.toContainEqual(["くうねる", "ORG"]);
  });
  it("tells what is wrong with one", () => {
    const bad = file("bad.tsv", "name\tkind\nくうねる\tORG\n");
    const run = yoron(["annotate", "--gazetteer", bad], LINE);
    expect(run.status).not.toBe(0);
    expect(run.stderr).toMatch(/label/);
  });
});
