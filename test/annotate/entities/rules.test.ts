import { expect, test } from "vitest";
import { BARE_RULES } from "../../../src/annotate/entities/bare-titles.ts";
import { NORTH_RULES, PAIR_RULES, RUN_RULES } from "../../../src/annotate/entities/country-rules.ts";
import { CUT_RULES, cutTitle } from "../../../src/annotate/entities/cut-titles.ts";
import { findEntities } from "../../../src/annotate/entities/find-entities.ts";
import { isName, NOT_NAMES } from "../../../src/annotate/entities/is-name.ts";
import type { EntitySpan } from "../../../src/annotate/entities/span.ts";
import { TITLE_RULES } from "../../../src/annotate/entities/titled.ts";
import { TRIMS, trimmed } from "../../../src/annotate/entities/trims.ts";
import { ENTRY_RULES, withEntry } from "../../../src/annotate/entities/with-entry.ts";
import { decidingRows, type Row, rowsOf } from "../deciding-rows.ts";
import { resources, units } from "./helper.ts";

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  RUN_RULES,
  PAIR_RULES,
  NORTH_RULES,
  TITLE_RULES,
  BARE_RULES,
};

/** A name of the model that covers words of a text. */
function named(text: string, { surface = text, ...rest }: Partial<EntitySpan> & { surface?: string } = {}): EntitySpan {
  const start = text.indexOf(surface);
  return { start, end: start + surface.length, label: "PERSON", by: "entity-model", confidence: 0.9, ...rest };
}

test.each(rowsOf(TABLES))("%s: %s decides on its example", (table, name, { example }) => {
  expect(decidingRows(TABLES[table]!, () => findEntities(units(example), resources))).toContain(name);
});

test.each(NOT_NAMES)("$name alone tells that $example is no name", ({ name, example, where }) => {
  expect([...decidingRows(NOT_NAMES, () => isName(named(example, where), example, resources))]).toEqual([name]);
});

test.each(TRIMS)("$name is trimmed in $example", ({ name, example, where, label = "PERSON" }) => {
  const trim = () => trimmed(named(example, { surface: where, label }), example, resources);
  expect([...decidingRows(TRIMS, trim)]).toEqual([name]);
});

test.each(ENTRY_RULES)("$name tells what $example is", ({ name, example, where }) => {
  const find = () => withEntry(named(example, where), example, resources);
  expect([...decidingRows(ENTRY_RULES, find)]).toEqual([name]);
});

test.each(CUT_RULES)("a $name is left of $example", ({ name, example, where }) => {
  const cut = () => cutTitle(named(example, { label: where }), example, resources, () => true);
  expect([...decidingRows(CUT_RULES, cut)]).toEqual([name]);
});
