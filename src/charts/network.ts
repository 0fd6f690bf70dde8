import type { ChartRow } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { halfWidth, intoPictureExpr, labelRooms } from "./label-room.ts";

/** What a network's links and nodes are coloured by. */
export interface NetworkColors {
  readonly node: object;
  readonly link?: object;
}

/** Areas of circles, in square pixels. */
const SMALLEST = 30;
const LARGEST = 800;

/** As high as the nodes need, no higher. */
export function networkHeight(nodes: number): number {
  return Math.min(500, 140 + nodes * 8);
}

/** Pixels that a directed link lies beside the line between its nodes, and ends before them. */
const BESIDE = 3;
const BEFORE = 13;
const MARGIN = 0.06;
const SPAN = 1 + 2 * MARGIN;
/** Pixels between a circle and the middle of its name, and those of the letters. */
const ABOVE = 8;
const LETTERS = 12;

/** Where a directed link begins and ends, and how its arrow is turned, in a picture of any size. */
const aside = [
  { calculate: `(datum.x2 - datum.x) * width / ${SPAN}`, as: "dx" },
  { calculate: `(datum.y2 - datum.y) * height / ${SPAN}`, as: "dy" },
  { calculate: "max(1, sqrt(datum.dx * datum.dx + datum.dy * datum.dy))", as: "long" },
  { calculate: `datum.dy / datum.long * ${BESIDE} * ${SPAN} / width`, as: "sideX" },
  { calculate: `-datum.dx / datum.long * ${BESIDE} * ${SPAN} / height`, as: "sideY" },
  { calculate: `min(0.4, ${BEFORE} / datum.long)`, as: "cut" },
  { calculate: "datum.x + datum.sideX", as: "fromX" },
  { calculate: "datum.y + datum.sideY", as: "fromY" },
  { calculate: "datum.x2 + datum.sideX - (datum.x2 - datum.x) * datum.cut", as: "toX" },
  { calculate: "datum.y2 + datum.sideY - (datum.y2 - datum.y) * datum.cut", as: "toY" },
  { calculate: "atan2(datum.dx, datum.dy) * 180 / PI", as: "turn" },
];

/** Returns the rows with the room that their names have (`room`): the names of larger nodes are written first. */
export function withNameRoom<Row extends ChartRow>(rows: readonly Row[], height: number): readonly Row[] {
  const nodes = rows.filter(({ kind }) => kind === "node").sort((a, b) => Number(b.size) - Number(a.size));
  const place = (at: unknown) => (Number(at) + MARGIN) / SPAN;
  const largest = largestOf(nodes);
  const rooms = labelRooms(
    nodes.map(({ name, x, y, size }) => ({
      name: String(name),
      x: place(x),
      // The axis of the picture goes up.
      y: 1 - place(y),
      rise: Math.sqrt((SMALLEST + ((LARGEST - SMALLEST) * Number(size)) / largest) / Math.PI) + ABOVE,
    })),
    { height, size: LETTERS },
  );
  const told = new Map(
    nodes.map((row, i) => [row, { room: rooms[i]!, half: halfWidth(String(row.name), LETTERS) }] as const),
  );
  return rows.map((row) => ({ ...row, ...told.get(row) }));
}

const hidden = { axis: null, scale: { domain: [-MARGIN, 1 + MARGIN], nice: false } };

/** The largest size of a node. */
function largestOf(rows: readonly ChartRow[]): number {
  return Math.max(1, ...rows.map(({ kind, size }) => (kind === "node" ? Number(size) : 0)));
}

/**
 * Returns the layers of a network chart over rows of two kinds: links (`x, y, x2, y2, weight`) and nodes
 * (`x, y, name, size, color`); links lie below, the larger names are written. Links of a colour are directed: each lies a little
 * to its own right, with an arrow before the node that it leads to. Names without room (`room`, of {@link withNameRoom}) are told
 * by their nodes alone.
 */
export function networkLayers(
  rows: readonly ChartRow[],
  tooltips: { readonly link: readonly object[]; readonly node: readonly object[] },
  colors: NetworkColors = { node: { field: "color", type: "nominal", scale: null } },
): readonly Record<string, unknown>[] {
  const x = (field: string) => ({ field, type: "quantitative", ...hidden });
  const most = Math.max(1, ...rows.map(({ weight }) => Number(weight ?? 0)));
  const largest = largestOf(rows);
  const radius = `sqrt((${SMALLEST} + ${LARGEST - SMALLEST} * datum.size / ${largest}) / PI)`;
  const directed = colors.link !== undefined;
  const [fromX, fromY, toX, toY] = directed ? ["fromX", "fromY", "toX", "toY"] : ["x", "y", "x2", "y2"];
  const links = [{ filter: "datum.kind == 'link'" }, ...(directed ? aside : [])];
  return [
    {
      transform: links,
      mark: { type: "rule", color: COLORS.quiet, opacity: directed ? 0.7 : 0.45, tooltip: true },
      encoding: {
        x: x(fromX!),
        y: x(fromY!),
        x2: { field: toX },
        y2: { field: toY },
        ...(directed ? { color: colors.link } : {}),
        strokeWidth: {
          field: "weight",
          type: "quantitative",
          scale: directed ? { domain: [0, Math.max(4, most)], range: [1, 5] } : { domain: [0, most], range: [0.6, 6] },
          legend: null,
        },
        tooltip: tooltips.link,
      },
    },
    ...(directed
      ? [
          {
            transform: links,
            mark: { type: "point", shape: "triangle-up", size: 46, opacity: 1, tooltip: true },
            encoding: {
              x: x("toX"),
              y: x("toY"),
              angle: { field: "turn", type: "quantitative", scale: null },
              color: colors.link,
              tooltip: tooltips.link,
            },
          },
        ]
      : []),
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
        color: colors.node,
        tooltip: tooltips.node,
      },
    },
    {
      transform: [
        { filter: "datum.kind == 'node'" },
        { calculate: "datum.room < labelRoom ? datum.name : ''", as: "shown" },
      ],
      mark: {
        type: "text",
        dx: { expr: intoPictureExpr(`(datum.x + ${MARGIN}) * width / ${SPAN}`) },
        dy: { expr: `-(${radius} + ${ABOVE})` },
        fontSize: LETTERS,
        tooltip: true,
      },
      encoding: { x: x("x"), y: x("y"), text: { field: "shown" }, tooltip: tooltips.node },
    },
  ];
}
