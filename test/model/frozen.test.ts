import { describe, expect, it } from "vitest";
import {
  type Analysis,
  analyze,
  charts,
  commentTable,
  loadResources,
  opinionTable,
  readPage,
  tables,
} from "../../src/index.ts";

const PAGE = JSON.stringify({
  title: "堺市が自転車道の予算を倍にする案",
  text: "堺市の永藤市長は2月3日、「自転車道を倍にする」と述べた。財源は決まっていない。",
  comments: [
    { id: 1, author: "青い梟", text: "賛成です。子どもが車道を走るのは危ない。", likes: 12, date: "2024-02-03" },
    {
      id: 2,
      author: "橋の下",
      text: ">>1 「車道を走るのは危ない」なら歩道を広げればいい。税金の無駄だ。https://example.jp/a",
      likes: 3,
      date: "2024-02-04",
      parent: 1,
    },
    { id: 3, author: "青い梟", text: "北海道新聞によると札幌でも反対が多いという。", likes: 0, date: "2024-02-04" },
  ],
});

/** Tries to change every property and every element that can be reached; returns the paths where it could. */
function written(value: unknown, path = "", seen = new Set<unknown>()): string[] {
  if (typeof value !== "object" || value === null || seen.has(value) || ArrayBuffer.isView(value)) return [];
  seen.add(value);
  const found = Reflect.ownKeys(value).flatMap((key) =>
    written(Reflect.get(value, key), `${path}.${String(key)}`, seen),
  );
  for (const key of [...Reflect.ownKeys(value), "one more"]) {
    const changed = Array.isArray(value) && key === "length" ? value.length + 1 : "changed";
    const before = Reflect.get(value, key);
    if (Reflect.set(value, key, changed) && Reflect.get(value, key) !== before) found.push(`${path}.${String(key)}`);
  }
  return found;
}

describe("what is made can be read only (promise 5)", async () => {
  const resources = await loadResources();
  const analysis: Analysis = analyze(readPage(PAGE), resources, { propositions: ["自転車道の予算を倍にする"] });

  it("the walk finds what can be written", () => {
    expect(written({ list: Object.freeze([{ n: 1 }]) })).toContain(".list.0.n");
  });
  it("a discussion and an analysis with all its layers", () => expect(written(analysis)).toEqual([]));
  it("typed columns of tokens are not reachable", () => {
    for (const { tokens } of analysis.units) expect(Object.values(tokens).filter(ArrayBuffer.isView)).toEqual([]);
  });
  for (const { name, project } of tables) {
    it(`the table ${name}, its rows and cells`, () => {
      const table = project([analysis]);
      expect(written(table)).toEqual([]);
      // A row is made anew for whoever asks; what it holds is not.
      const before = JSON.stringify([...table]);
      for (const row of table) for (const cell of Object.values(row)) expect(written(cell)).toEqual([]);
      for (const row of table) written(row);
      expect(JSON.stringify([...table])).toBe(before);
    });
  }
  for (const chart of charts) {
    it(`the chart ${chart.name}`, () => {
      const named = (name: string) => tables.find((table) => table.name === name)!.project([analysis]);
      expect(written(chart.build(named))).toEqual([]);
    });
  }
  it("lists of formats, tables and charts", () => {
    expect(written(tables)).toEqual([]);
    expect(written(charts)).toEqual([]);
    expect(commentTable(analysis).length).toBe(3);
    expect(opinionTable(analysis)).toBeDefined();
  });
});
