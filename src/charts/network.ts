import type { ChartRow } from "./chart.ts";
import { CATEGORY, COLORS } from "./colors.ts";

/** Colours of communities: the largest have one each, the others share a quiet one. */
export function communityColor(community: number): string {
  return CATEGORY[community] ?? COLORS.quiet;
}

/** Areas of circles, in square pixels. */
const SMALLEST = 30;
const LARGEST = 800;

/** As high as the nodes need, no higher. */
export function networkHeight(nodes: number): number {
  return Math.min(500, 140 + nodes * 8);
}

const hidden = { axis: null, scale: { domain: [-0.06, 1.06], nice: false } };

/**
 * Returns the layers of a network chart over rows of two kinds: links (`x, y, x2, y2, weight`) and nodes
 * (`x, y, name, size, color`); links lie below, the larger names are written.
 */
export function networkLayers(
  rows: readonly ChartRow[],
  tooltips: { readonly link: readonly object[]; readonly node: readonly object[] },
): readonly Record<string, unknown>[] {
  const x = (field: string) => ({ field, type: "quantitative", ...hidden });
  const most = Math.max(1, ...rows.map(({ weight }) => Number(weight ?? 0)));
  const largest = Math.max(1, ...rows.map(({ kind, size }) => (kind === "node" ? Number(size) : 0)));
  const radius = `sqrt((${SMALLEST} + ${LARGEST - SMALLEST} * datum.size / ${largest}) / PI)`;
  return [
    {
      transform: [{ filter: "datum.kind == 'link'" }],
      mark: { type: "rule", color: COLORS.quiet, opacity: 0.45, tooltip: true },
      encoding: {
        x: x("x"),
        y: x("y"),
        x2: { field: "x2" },
        y2: { field: "y2" },
        strokeWidth: {
          field: "weight",
          type: "quantitative",
          scale: { domain: [0, most], range: [0.6, 6] },
          legend: null,
        },
        tooltip: tooltips.link,
      },
    },
    {
      transform: [{ filter: "datum.kind == 'node'" }],
      mark: { type: "point", opacity: 0.95, stroke: COLORS.paper, strokeWidth: 1.2, tooltip: true },
      encoding: {
        x: x("x"),
        y: x("y"),
        size: {
          field: "size",
          type: "quantitative",
          scale: { domain: [0, largest], range: [SMALLEST, LARGEST] },
          legend: null,
        },
        color: { field: "color", type: "nominal", scale: null },
        tooltip: tooltips.node,
      },
    },
    {
      transform: [{ filter: "datum.kind == 'node'" }, { calculate: "datum.name", as: "shown" }],
      mark: { type: "text", dy: { expr: `-(${radius} + 8)` }, fontSize: 12, tooltip: true },
      encoding: { x: x("x"), y: x("y"), text: { field: "shown" }, tooltip: tooltips.node },
    },
  ];
}
