import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { loadConsiderationResources } from "../../../src/annotate/considerations/resources.ts";
import { threadOf } from "../../../src/corpus/opinions/thread-of.ts";
import { type Assignment, assignClaims, OTHER } from "../../../src/measure/opinions/assign/assign-claims.ts";
import { Centres, claimOf } from "../../../src/measure/opinions/assign/centres.ts";
import { type FoundOpinions, findOpinions } from "../../../src/measure/opinions/find-opinions.ts";
import { meaningRows } from "../../../src/measure/opinions/likeness/meaning.ts";
import { wordBags } from "../../../src/measure/opinions/likeness/word-bags.ts";
import type { Analysis } from "../../../src/model/analysis.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { loadResources, type Resources } from "../../../src/resources.ts";
import { loadWordVectors } from "../../../src/words/load-word-vectors.ts";

const comments = ["t1", "t2"].flatMap(
  (name) =>
    JSON.parse(readFileSync(`workshop/training/threads/${name}.json`, "utf8")).thread.comments as readonly {
      readonly text: string;
    }[],
);
const [sampleTexts, restTexts] = [comments.filter((_, i) => i % 2 === 0), comments.filter((_, i) => i % 2 === 1)];

let resources: Resources;
let sample: Analysis;
let found: FoundOpinions;
let assignment: Assignment;
beforeAll(async () => {
  resources = await loadResources();
  sample = analyze(threadOf(sampleTexts), resources, { layers: ["claims"] });
  found = findOpinions([sample]);
  assignment = assignClaims(found);
});

describe("claims outside of a sample", () => {
  test("are read in its space: its own comments, read as if they were others, lie where they lay", () => {
    const data = dataReader();
    const considerations = loadConsiderationResources(data, loadWordVectors(data));
    const again = meaningRows(found.sayings, found.content, considerations, found.inCommon!).rows;
    expect(again.data).toEqual(found.likeness.vectors.data);
    const words = wordBags(found.sayings, found.content, found.likeness.words.vocabulary);
    expect(words.weights).toEqual(found.likeness.words.weights);
    expect(words.terms).toEqual(found.likeness.words.terms);
  });

  test("are as near to a centre as to the claims in it on the average", () => {
    const centres = new Centres(found);
    const { likeness, opinions, original, sayings } = found;
    for (let i = 0; i < 20; i++) {
      const means = opinions.map(({ members }) => {
        const own = members.filter((other) => original[sayings.items[other]!.voice] === sayings.items[other]!.voice);
        return own.reduce((sum, other) => sum + likeness.of(i, other), 0) / own.length;
      });
      const { opinion, odds } = centres.nearest(claimOf(likeness, i));
      expect(odds).toBeCloseTo(Math.max(...means), 3);
      expect(opinion).toBe(means.indexOf(Math.max(...means)));
    }
  });

  test("join an opinion or none; what joins is the same whoever stands beside it", () => {
    const all = assignment.assign(analyze(threadOf(restTexts), resources, { layers: ["claims"] }));
    expect(all).toHaveLength(restTexts.length);
    expect(all.some((own) => own.has(OTHER))).toBe(true);
    expect(all.some((own) => [...own].some((place) => place !== OTHER))).toBe(true);
    const alone = restTexts.slice(0, 12).map((text) => {
      const [own] = assignment.assign(analyze(threadOf([text]), resources, { layers: ["claims"] }));
      return own;
    });
    expect(alone).toEqual(all.slice(0, 12));
  });

  test("greetings join none, and are not counted as fitting none", () => {
    const [own] = assignment.assign(analyze(threadOf([{ text: "こんにちは。" }]), resources, { layers: ["claims"] }));
    expect([...own!]).toEqual([]);
  });
});

test("held-out comments of a sample find their group far more often than by chance", () => {
  let [both, said] = [0, 0];
  let chance = 0;
  const { grouped, heldOut } = assignment;
  for (const [i, own] of heldOut.entries()) {
    for (const place of own) {
      said++;
      if (grouped[i]!.has(place)) both++;
      chance += grouped.filter((other) => other.has(place)).length / grouped.length;
    }
  }
  expect(both / said).toBeGreaterThan(2.5 * (chance / said));
});
