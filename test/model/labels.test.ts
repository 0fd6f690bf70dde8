import { expect, it } from "vitest";
import { COARSE_OF, SPAN_LABELS } from "../../src/annotate/entities/model/span-types.ts";
import { ENTITY_LABELS, LABELS, labelsWhere, PLACES } from "../../src/model/labels.ts";

it("labels are twenty, and what the model learned keeps the order on which its weights depend", () => {
  expect(new Set(ENTITY_LABELS).size).toBe(20);
  expect(SPAN_LABELS.join(" ")).toBe("PERSON ORG GPE LOC FAC PRODUCT WORK_OF_ART EVENT NORP LAW");
  expect(COARSE_OF).toEqual([0, 1, 2, 2, 2, 3, 3, 3, 1, 3]);
});

it("sets of labels are filters of the rows", () => {
  expect([...PLACES].sort()).toEqual(["FAC", "GPE", "LOC"]);
  expect([...labelsWhere(({ speaks }) => speaks)].sort()).toEqual(["GPE", "NORP", "ORG", "PERSON"]);
});

it("only names have to do with speaking, spreading, acronyms and charts; each label has two names of its own", () => {
  for (const { kind, speaks, spreads, ruled, shortens, shown } of LABELS)
    expect(kind === "name" || !(speaks || spreads || ruled || shortens || shown)).toBe(true);
  for (const names of [LABELS.map(({ ja }) => ja), LABELS.map(({ en }) => en)])
    expect(new Set(names).size).toBe(LABELS.length);
});
