import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { chart } from "../../src/charts/chart.ts";
import { JUPYTER_DISPLAY } from "../../src/model/mime.ts";
import { count } from "../../src/tables/aggregates.ts";
import { commentTable } from "../../src/tables/comments.ts";
import type { Cell, ColumnType } from "../../src/tables/schema.ts";
import { columnsOf, cut } from "../../src/tables/show/columns.ts";
import { Table } from "../../src/tables/table.ts";
import { sample } from "../charts/sample.ts";

function tableOf(types: Record<string, ColumnType>, rows: Record<string, Cell>[]): Table {
  const columns = Object.entries(types).map(([name, type]) => ({ name, type, meaning: "" }));
  return Table.from({ name: "sample", description: "", columns }, rows);
}

const votes = tableOf({ author: "string", up: "integer", score: "number" }, [
  { author: "みかん", up: 41, score: 0.5 },
  { author: "ﾎﾟﾝ太", up: null, score: -0.25 },
  { author: null, up: 7, score: 1 },
]);

describe("a table as text", () => {
  it("aligns full-width names, numbers to the right with equal decimals, and tells null from zero", () => {
    expect(votes.toString()).toBe(
      [
        "author  up  score",
        "──────  ──  ─────",
        "みかん  41   0.50",
        "ﾎﾟﾝ太    –  -0.25",
        "–        7   1.00",
        "sample: 3 rows, 3 columns",
      ].join("\n"),
    );
    expect(inspect(votes)).toBe(votes.toString());
  });

  it("writes a number that rounds to zero without a sign", () => {
    expect(tableOf({ score: "number" }, [{ score: -0.0000001 }, { score: -0.25 }]).toString()).toContain(
      "\n 0.00\n-0.25\n",
    );
  });

  it("shows the first rows and columns that fit, and says what it leaves out", () => {
    const wide = tableOf(
      { id: "string", text: "string", more: "string" },
      Array.from({ length: 12 }, (_, i) => ({ id: `c${i}`, text: "長い本文です。\n".repeat(9), more: "続き" })),
    );
    const text = wide.toString({ width: 50 });
    expect(text.split("\n")).toHaveLength(2 + 10 + 1);
    expect(text).toContain("長い本文です。 ⏎ 長い本文です。 ⏎ 長い…");
    expect(text).toContain("sample: 12 rows, 3 columns; first 10 shown; not shown: more");
  });

  it.each([
    ["世論", 4],
    ["ｶﾞｷﾞ", 4],
    ["👨‍👩‍👧‍👦だ", 4],
    ["が", 2],
    ["か\u3099", 2],
    ["abc", 3],
    ["𠮷野家", 6],
  ])("%s takes %d columns", (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });

  it("never cuts a character in two", () => {
    expect(cut("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 5)).toBe("👨‍👩‍👧‍👦👨‍👩‍👧‍👦…");
    expect(cut("世論調査", 6)).toBe("世論…");
  });
});

describe("a table in a notebook", () => {
  const bundle = (table: Table) => table[JUPYTER_DISPLAY]() as Record<string, string>;

  it("is HTML and plain text", () => {
    expect(Object.keys(bundle(votes))).toEqual(["text/html", "text/plain"]);
  });

  it.each([
    `<script>alert("1")</script>`,
    `<img src=x onerror=alert(1)>`,
    `"><b>'&amp;`,
    `</td></table><h1>`,
  ])("escapes %s in names and cells", (evil) => {
    const html = bundle(tableOf({ [evil]: "string" }, [{ [evil]: evil }]))["text/html"]!;
    const tags = html.replace(/<\/?(div|table|thead|tbody|tr|th|td|p)( (class|style)="[a-z0-9 :;.-]*")*>/g, "");
    expect(tags).not.toMatch(/[<>"']/);
  });

  it("shows twenty rows and the count, numbers to the right, line breaks as such", () => {
    const rows = Array.from({ length: 45 }, (_, i) => ({ n: i, text: "一\n二" }));
    const html = bundle(tableOf({ n: "integer", text: "string" }, rows))["text/html"]!;
    expect(html.match(/<tr>/g)).toHaveLength(21);
    expect(html).toContain("sample: 45 rows, 2 columns; first 20 shown");
    expect(html).toContain('<td style="text-align:right;font-variant-numeric:tabular-nums">19</td>');
    expect(html).toContain("一<br>二");
  });
});

describe("a table of analyses", () => {
  const comments = commentTable(sample);

  it("is shown by what names a row, then its words; what says the same in every row is told in a line", () => {
    const text = comments.toString({ width: 100, rows: 3 });
    expect(text.split("\n")[0]).toMatch(/^id\s+text\s+order/);
    expect(text.split("\n").at(-1)).toContain(`in every row: discussion = ${cut(sample.discussion.article.title, 24)}`);
  });

  it("names discussions by their titles where there are several, also after grouping", () => {
    const other = {
      ...sample,
      discussion: {
        ...sample.discussion,
        id: "ffffffffffff",
        article: { ...sample.discussion.article, title: "駅前のパン屋、閉店へ" },
      },
    };
    const grouped = commentTable([sample, other]).groupBy("discussion").rollup({ n: count() });
    expect(grouped.toString()).toContain(`${sample.discussion.article.title}  `);
    expect(grouped.toString()).toContain("駅前のパン屋、閉店へ");
    expect(grouped.column("discussion")).toEqual([sample.discussion.id, "ffffffffffff"]);
  });

  it("stands as it was chosen by select", () => {
    expect(comments.select(["up", "discussion"]).toString({ rows: 1 }).split("\n")[0]).toMatch(/^up\s+discussion$/);
  });

  it("among many columns has titles of discussions cut, whole where one points; among few they are whole", () => {
    const title = "駅前の商店街を終日歩行者専用にする計画、荷さばきの時間をめぐり意見が分かれる";
    const other = {
      ...sample,
      discussion: { ...sample.discussion, id: "ffffffffffff", article: { ...sample.discussion.article, title } },
    };
    const all = commentTable([sample, other]);
    const html = (table: object) =>
      (table as { [JUPYTER_DISPLAY](): Record<string, string> })[JUPYTER_DISPLAY]()["text/html"]!;
    expect(html(all.slice(-20))).toContain(`white-space:nowrap" title="${title}">${cut(title, 24)}</td>`);
    expect(html(all.slice(-20).select(["discussion", "up"]))).toContain(`>${title}</td>`);
  });

  it("is at most 480 pixels high in a notebook, with room for words and one line for names", () => {
    const html = String((comments[JUPYTER_DISPLAY]() as Record<string, string>)["text/html"]);
    expect(html).toContain('<div style="max-height:480px;overflow:auto">');
    expect(html).toContain("white-space:nowrap");
  });
});

describe("numbers are written as people read them", () => {
  it.each([
    [20400, "20,400"],
    [-1234567, "-1,234,567"],
    [2023, "2023"],
    [9999, "9999"],
  ])("%d is %s", (n, shown) => {
    expect(tableOf({ n: "integer" }, [{ n }]).toString().split("\n")[2]!.trim()).toBe(shown);
  });
});

it("long words are cut between characters and opened by a click", () => {
  const long = `${"👨‍👩‍👧‍👦が夜の図書館で静かに待っていた。".repeat(12)}おわり`;
  const html = String(
    (tableOf({ text: "string" }, [{ text: long }])[JUPYTER_DISPLAY]() as Record<string, string>)["text/html"],
  );
  const [, short, whole] = /<details><summary>(.*?)<\/summary>(.*?)<\/details>/.exec(html)!;
  expect(whole).toBe(long);
  expect(columnsOf(short!)).toBeLessThanOrEqual(160);
  expect(long.startsWith(short!.slice(0, -1))).toBe(true);
  expect(short).not.toMatch(/[\uD800-\uDBFF]…$/);
});

describe("sorting and slicing", () => {
  it.each([
    [false, ["–", "みかん", "ﾎﾟﾝ太"]],
    [true, ["みかん", "–", "ﾎﾟﾝ太"]],
  ])("null comes last, descending %s", (descending, authors) => {
    expect(
      votes
        .sortBy("up", { descending })
        .column("author")
        .map((name) => name ?? "–"),
    ).toEqual(authors);
  });

  it("slices as an array does", () => {
    expect(votes.slice(1).column("up")).toEqual([null, 7]);
    expect(votes.slice(-1).column("up")).toEqual([7]);
    expect(votes.slice(5).length).toBe(0);
  });
});

describe("a chart", () => {
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    data: { values: [{ x: "世論", y: 3 }] },
    mark: "bar",
    encoding: { x: { field: "x", type: "nominal" }, y: { field: "y", type: "quantitative" } },
  };
  const mine = chart({ name: "mine", title: "自分の図", spec, rows: [{ x: "世論", y: 3, units: ["d/c1"] }] });

  it("is a spec, a picture and a line of text in a notebook, and no HTML, which would win", async () => {
    const display = Reflect.get(mine, JUPYTER_DISPLAY) as () => Promise<Record<string, unknown>>;
    const shown = await display();
    expect(Object.keys(shown)).toEqual(["application/vnd.vegalite.v5+json", "image/png", "text/plain"]);
    expect(shown["application/vnd.vegalite.v5+json"]).toEqual(spec);
    expect(Buffer.from(String(shown["image/png"]), "base64").subarray(1, 4).toString()).toBe("PNG");
    expect(shown["text/plain"]).toBe("mine: 自分の図 (1 mark)");
  });

  it("is one line in Node, and the same value as its parts", () => {
    expect(inspect(mine)).toBe("mine: 自分の図 (1 mark)");
    expect(JSON.parse(JSON.stringify(mine))).toEqual({ name: "mine", title: "自分の図", spec, rows: mine.rows });
    expect(Object.isFrozen(mine)).toBe(true);
  });
});
