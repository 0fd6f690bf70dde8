import { beforeAll, expect, it } from "vitest";
import { findReferences } from "../../../src/annotate/references/find-references.ts";
import { CALLS } from "../../../src/annotate/stance/call-stance.ts";
import { CORRECTIONS } from "../../../src/annotate/stance/corrections.ts";
import { READINGS } from "../../../src/annotate/stance/cue-readings.ts";
import { findStances } from "../../../src/annotate/stance/find-stances.ts";
import { LEANS } from "../../../src/annotate/stance/lean.ts";
import { loadStanceResources } from "../../../src/annotate/stance/resources.ts";
import { MOVES } from "../../../src/annotate/stance/sides.ts";
import { VERDICTS } from "../../../src/annotate/stance/verdicts.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import type { Stance } from "../../../src/model/layers.ts";
import { unitMaker } from "../../../workshop/accuracy/unit-of.ts";
import { decidingRows, type Row, rowsOf } from "../deciding-rows.ts";

const TABLES: Readonly<Record<string, readonly Row[]>> = { READINGS, MOVES, CORRECTIONS, LEANS, VERDICTS, CALLS };

let maker: Awaited<ReturnType<typeof unitMaker>>;
const resources = loadStanceResources(dataReader());
beforeAll(async () => {
  maker = await unitMaker();
});

/** The stance of a reply to 「この政策は失敗だったと思う。」. */
function stanceOf(reply: string): Stance {
  const discussion = maker.discussionOf("記事。", [
    { text: "この政策は失敗だったと思う。", replyTo: null },
    { text: reply, replyTo: "c1" },
  ]);
  const units = [maker.unitOf("記事。"), ...discussion.comments.map(({ id, text }) => maker.unitOf(text, id))];
  return findStances(discussion, units, findReferences(discussion, units), resources)[0]!;
}

it.each(rowsOf(TABLES))("%s: %s decides on its example", (table, name, { example }) => {
  expect(decidingRows(TABLES[table]!, () => stanceOf(example))).toContain(name);
});

it.each(VERDICTS)("$name is what the stance of $example is by", ({ name, example }) => {
  expect(stanceOf(example).by).toBe(name);
});

it.each(CALLS.slice(1))("$name is what the stance of $example is by", ({ name, example }) => {
  expect(stanceOf(example).by).toBe(name);
});
