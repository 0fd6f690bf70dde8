import { describe, expect, it } from "vitest";
import { tableNamed } from "../../src/measure/tables.ts";
import { sample } from "../charts/sample.ts";

/** Rows of the sample's tables, found by some of their cells, with what else stands in them. */
const CLAIMS: readonly (readonly [table: string, where: object, holds: object])[] = [
  ["comments", { id: "c1" }, { author: "みかん", up: 41, replies: 2, characters: 50, sentimentLabel: "positive" }],
  ["comments", { id: "c2" }, { replyTo: "c1", depth: 1, up: 12, down: null, posted: "2023-04-01" }],
  // A vote that the page does not show is no zero, and one that is zero is no null.
  ["comments", { id: "c4" }, { up: null }],
  ["comments", { id: "c5" }, { up: 0, author: null }],
  ["tokens", { unit: "article", start: 0 }, { text: "町", lemma: "町", upos: "NOUN", sentence: 0 }],
  ["sentences", { unit: "c4", index: 1 }, { text: "町の商工会も助成を出すべき。", start: 3 }],
  ["entities", { id: "e1" }, { name: "山本花", label: "PERSON", mentions: 4, units: 4 }],
  ["mentions", { unit: "article", start: 10 }, { text: "山本花", entity: "e1" }],
  ["citations", { role: "source" }, { title: "Bakery hours and wheat prices", language: "en", outlet: null }],
  [
    "quotations",
    { unit: "article", start: 22 },
    { speaker: "山本花", verb: "語る", outlet: "町の広報", kind: "speech" },
  ],
  ["references", { unit: "c8" }, { text: "行列がひどいし", target: "c7", targetStart: 0, change: "exact" }],
  ["sentiment", { unit: "c1", scope: "unit" }, { score: 0.6, label: "positive", target: null }],
  ["authors", { author: "みかん" }, { comments: 3, replies: 2, up: 73, characters: 110 }],
  ["reactions", { unit: "c1" }, { name: "up", count: 41 }],
];

describe("cells of the sample", () => {
  it.each(CLAIMS)("%s where %o: %o", (name, where, holds) => {
    const rows = tableNamed(name).project([sample]).toRows();
    const found = rows.filter((row) => Object.entries(where).every(([column, cell]) => row[column] === cell));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(holds);
  });
});
