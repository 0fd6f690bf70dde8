import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { loadConsiderationResources } from "../../../src/annotate/considerations/resources.ts";
import { findOpinions } from "../../../src/measure/opinions/find-opinions.ts";
import { fieldsOf } from "../../../src/measure/opinions/groups/fields.ts";
import type { Analysis } from "../../../src/model/analysis.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { readPage } from "../../../src/read/read.ts";
import { loadResources, type Resources } from "../../../src/resources.ts";
import { patience } from "../../patience.ts";

const FILES = ["harbour.txt", "railway-core.html", "survey-library.csv"];
let resources: Resources;
const whole = new Map<string, Analysis>();
beforeAll(async () => {
  resources = await loadResources();
  for (const file of FILES) {
    const path = `data/pages/${file}`;
    whole.set(file, analyze(readPage(readFileSync(path), { path }), resources));
  }
}, patience(60_000));

/** Every second comment of a page, under its title alone. */
function half(file: string, place: 0 | 1): Analysis {
  const { article, comments } = whole.get(file)!.discussion;
  const rows = comments.filter((_, i) => i % 2 === place).map(({ text }) => `"${text.replaceAll('"', '""')}"`);
  return analyze(readPage(`本文\n${rows.join("\n")}\n`, { path: `${article.title}.csv` }), resources);
}

const matters = (analyses: readonly Analysis[]): number[] => {
  const { sayings, content } = findOpinions(analyses);
  const fields = fieldsOf(sayings, content, loadConsiderationResources(dataReader()).vectors);
  return analyses.map((own) => fields[sayings.voices.findIndex(({ analysis }) => analysis === own)]!);
};

describe("what discussions speak of", () => {
  it("a harbour, a railway and a library are three matters", () => {
    expect(matters([...whole.values()])).toEqual([0, 1, 2]);
  });

  it.each(FILES)("the halves of %s are one", (file) => {
    const others = FILES.filter((other) => other !== file).map((other) => whole.get(other)!);
    const [one, , other, , last] = matters([half(file, 0), others[0]!, half(file, 1), others[1]!, whole.get(file)!]);
    expect([other, last]).toEqual([one, one]);
  });

  it("no opinion holds what was said of two", () => {
    const { opinions, sayings } = findOpinions([...whole.values()]);
    expect(opinions.length).toBeGreaterThan(8);
    for (const { members, also } of opinions) {
      const spoken = [...members, ...also].map((i) => sayings.voices[sayings.items[i]!.voice]!.analysis);
      expect(new Set(spoken).size).toBe(1);
    }
  });
});
