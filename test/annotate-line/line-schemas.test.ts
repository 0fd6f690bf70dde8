import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { sparkSchemas } from "../../scripts/spark/schemas.ts";
import { LINE_SCHEMAS } from "../../src/annotate-line/line-schemas.ts";
import { annotateLine, layerNames, lineTableNames, loadResources, tableNamed } from "../../src/index.ts";
import type { Column } from "../../src/tables/schema.ts";

const resources = await loadResources();
const LINES = [
  {
    text: "山田太郎知事は2024年4月に「値上げはしない」と述べた。増税には断固反対だ。なぜなら高すぎるからだ！",
    propositions: ["増税すること"],
    targets: ["増税"],
  },
  {
    text: "嬉しいし、最高だ。\n\n写真：灯台社/CC BY 4.0\n\n【参考】Oil prices slip again https://example.org/news/123",
  },
  { text: "ノヴァク元司令官はTelegraph紙に寄稿した記事で「備えが要る」と書いた。" },
  { text: "" },
];
const answers = LINES.map((line) =>
  annotateLine(JSON.stringify({ id: 1, ...line }), resources, layerNames, { tables: lineTableNames }),
);

/** What of a value does not fit its column: the path to it. */
function misfits(value: unknown, column: Column, path: string): string[] {
  if (value === null || value === undefined) return column.nullable === false ? [`${path} is not there`] : [];
  const { type, fields, items } = column;
  if (type === "list") {
    if (!Array.isArray(value)) return [`${path} is no list`];
    const inner: Column = {
      name: "",
      type: fields === undefined ? items! : "struct",
      meaning: "",
      ...(fields && { fields }),
    };
    return value.flatMap((one, i) => misfits(one, inner, `${path}[${i}]`));
  }
  if (type === "struct") {
    const unknown = Object.keys(value).filter((name) => !fields!.some((field) => field.name === name));
    return [
      ...unknown.map((name) => `${path}.${name} is not declared`),
      ...fields!.flatMap((field) =>
        misfits((value as Record<string, unknown>)[field.name], field, `${path}.${field.name}`),
      ),
    ];
  }
  const plain = { integer: "number", number: "number", boolean: "boolean" }[type as string] ?? "string";
  const fits = typeof value === plain && (type !== "integer" || Number.isSafeInteger(value));
  return fits ? [] : [`${path} is no ${type}`];
}

/** The paths of all declared columns, and those of which the values hold something. */
const pathsOf = (columns: readonly Column[], path = ""): string[] =>
  columns.flatMap(({ name, fields }) => [`${path}${name}`, ...pathsOf(fields ?? [], `${path}${name}.`)]);

function heldIn(value: unknown, path = ""): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => heldIn(one, path));
  if (typeof value !== "object") return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, inner]) => heldIn(inner, path === "" ? name : `${path}.${name}`)),
  ];
}

test("the layers are declared, all of them, in their order", () => {
  expect(LINE_SCHEMAS.map(({ name }) => name)).toEqual(layerNames);
});

test("what answers hold is what is declared", () => {
  for (const answer of answers)
    for (const layer of LINE_SCHEMAS) expect(misfits(answer[layer.name], layer, layer.name)).toEqual([]);
});

test("nothing is declared that no answer holds", () => {
  const held = new Set(answers.flatMap((answer) => heldIn(answer)));
  expect(pathsOf(LINE_SCHEMAS).filter((path) => !held.has(path))).toEqual([]);
});

test("rows of tables hold the columns of these tables, under the discussion and unit that the line names", () => {
  const line = { id: 7, unit: "c9", discussion: "港", ...LINES[0] };
  const { tables } = annotateLine(JSON.stringify(line), resources, [], { tables: lineTableNames });
  for (const [name, rows] of Object.entries(tables as Record<string, Record<string, unknown>[]>)) {
    const { columns } = name === "claims" ? { columns: null } : tableNamed(name).schema;
    expect(rows.length, name).toBeGreaterThan(name === "citations" ? -1 : 0);
    for (const row of rows) {
      expect([row.discussion, row.unit]).toEqual(["港", "c9"]);
      if (columns !== null) expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
    }
  }
  const { claims, considerations, quotations, mentions, sides } = tables as Record<string, Record<string, unknown>[]>;
  expect(claims!.map(({ id }) => id)).toEqual(claims!.map((_, i) => `c9.${i + 1}`));
  expect(claims!.map(({ id }) => id)).toContain(considerations![0]!.claim);
  expect(quotations![0]).toMatchObject({ speaker: "山田太郎知事", speakerUnit: "c9", entity: "c9.e1" });
  expect(mentions![0]).toMatchObject({ name: "山田太郎", entity: "c9.e1" });
  expect(sides![0]).toMatchObject({ side: "against", text: LINES[0]!.text });
});

test.each([
  ['{"id":"x1","text":"雨だ。"}', "lines", "x1"],
  ['{"id":12,"text":"雨だ。"}', "lines", "12"],
  ['{"text":"雨だ。"}', "lines", "null"],
  ['{"id":1742000000000000003,"discussion":"d","text":"雨だ。"}', "d", "1742000000000000003"],
])("the text of %s stands in the discussion %s as the unit %s", (line, discussion, unit) => {
  const { tables } = annotateLine(line, resources, [], { tables: ["sentences"] });
  expect(tables).toMatchObject({ sentences: [{ discussion, unit, text: "雨だ。" }] });
});

test.each(["discussion", "unit"])("a %s that is no text is told", (key) => {
  const answer = annotateLine(JSON.stringify({ id: 1, text: "雨だ。", [key]: 3 }), resources, ["sentences"]);
  expect(answer.error).toEqual({ code: "bad-value", message: `"${key}" must be a string, not 3` });
});

test("python/yoron_spark/schemas.json is current (npx tsx scripts/spark-schemas.ts), and so is its version", () => {
  expect(readFileSync("python/yoron_spark/schemas.json", "utf8")).toBe(sparkSchemas());
  expect(readFileSync("python/pyproject.toml", "utf8")).toContain(`\nversion = "${manifest.version}"\n`);
});
