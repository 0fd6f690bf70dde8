import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findEntities } from "../../../src/annotate/entities/find-entities.ts";
import { dataReader } from "../../../src/model/data-folder.ts";
import { labelsWhere } from "../../../src/model/labels.ts";
import { parseTsv } from "../../../src/text/tsv.ts";
import { readUnit } from "../../../src/tokenize/reading/read-unit.ts";
import { loadFolding } from "../../../src/words/fold.ts";
import { resources, tokenizer } from "./helper.ts";

const FILE = fileURLToPath(new URL("cases.tsv", import.meta.url));
const ROWS = parseTsv(readFileSync(FILE, "utf8"), ["class", "text", "names"], FILE);
const FIGURES = labelsWhere(({ kind }) => kind === "figure");

/** A name as the table writes it: the forms and labels that are right, and whether it may be missing. */
const read = (cell: string) => {
  const [forms = "", labels = ""] = cell.replace(/^\?/, "").split("/");
  return { cell, optional: cell.startsWith("?"), forms: forms.split("|"), labels: labels.split("|") };
};

/** Splits at blanks before a name and its label, so that names may hold blanks: Emma Stone/PERSON. */
const cells = (names: string) => names.match(/\S[^/]*\/[A-Z_|]+/g) ?? [];

const folding = loadFolding(dataReader());

/** The names of a text as `analyze` reads it: folded, without links. */
const found = (text: string) =>
  findEntities([readUnit({ id: "article", text, date: null }, { tokenizer, folding }).read], resources).mentions.filter(
    ({ label, by }) => !FIGURES.has(label) && by !== "pronoun" && by !== "bare-title",
  );

describe.each([...new Set(ROWS.map((row) => row.class))])("%s", (wanted) => {
  test.each(ROWS.filter((row) => row.class === wanted))("$text", ({ text, names }) => {
    const expected = cells(names).map(read);
    const mentions = found(text);
    const fits = ({ forms, labels }: ReturnType<typeof read>, index: number) =>
      forms.includes(mentions[index]!.text) && labels.includes(mentions[index]!.label);
    const missing = expected.filter((name) => !name.optional && !mentions.some((_, index) => fits(name, index)));
    const extra = mentions.filter((_, index) => !expected.some((name) => fits(name, index)));
    expect({
      missing: missing.map(({ cell }) => cell),
      extra: extra.map(({ text: form, label }) => `${form}/${label}`),
    }).toEqual({ missing: [], extra: [] });
  });
});
