import { describe, expect, it } from "vitest";
import { charts } from "../../src/charts/charts.ts";
import { tableNamed } from "../../src/measure/tables.ts";
import { columnsOfChart } from "../../src/report/columns-of-chart.ts";
import { sample } from "../charts/sample.ts";

const x = { field: "letters", type: "quantitative", axis: { title: "文字数" } };
const y = { field: "up", type: "quantitative", title: "票" };
const LETTERS = { field: "letters", title: "文字数" };
const UP = { field: "up", title: "票" };

describe("the columns of a chart's text alternative", () => {
  it.each([
    ["a tooltip of a layer", { layer: [{ encoding: { x, tooltip: [UP] } }] }, [UP]],
    ["a tooltip of a layer behind others", { layer: [{ encoding: {} }, { encoding: { x, tooltip: [UP] } }] }, [UP]],
    ["a tooltip without titles", { encoding: { x, tooltip: [{ field: "up" }] } }, [{ field: "up", title: "up" }]],
    ["a tooltip of one field", { encoding: { x, tooltip: UP } }, [UP]],
    ["axes and no tooltip", { encoding: { x, y } }, [LETTERS, UP]],
    ["axes of a layer", { layer: [{ encoding: { x, y } }] }, [LETTERS, UP]],
    ["axes beside layers", { encoding: { x }, layer: [{ encoding: { y } }] }, [LETTERS, UP]],
    ["a field twice", { encoding: { x, y, color: { field: "up" } } }, [LETTERS, UP]],
    ["a legend without an axis", { encoding: { color: { field: "up", legend: { title: "票" } } } }, [UP]],
    ["axes without titles", { encoding: { x: { field: "up", axis: null } } }, [{ field: "up", title: "up" }]],
    ["what Vega counts", { encoding: { x: { aggregate: "count" }, y } }, [UP]],
    ["a field that no row has", { encoding: { x: { field: "made" }, y } }, [UP]],
    ["nothing", { mark: "bar" }, []],
  ])("are of %s", (_, spec, columns) => {
    const rows = [{ letters: 3, up: 1, units: [] }];
    expect(columnsOfChart({ name: "mine", title: "", rows, spec })).toEqual(columns);
  });

  it("are there for every chart of the package", () => {
    for (const named of charts) {
      const drawn = named.build((name) => tableNamed(name).project(sample));
      if (drawn.rows.length > 0) expect([named.name, columnsOfChart(drawn).length > 0]).toEqual([named.name, true]);
    }
  });
});
