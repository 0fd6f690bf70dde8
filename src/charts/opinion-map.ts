import { opinionPlaceSchema, opinionPlaces } from "../measure/opinions/opinion-places.ts";
import type { ChartOptions } from "./chart.ts";
import { CATEGORY, COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { halfWidth, intoPictureExpr, labelRooms } from "./label-room.ts";
import { counted, firstWords, spanKey, unitKey } from "./rows.ts";
import { MOST_MARKS } from "./vega-lite.ts";

export interface OpinionMapChartOptions extends ChartOptions {
  /** How many claims are drawn at most; of more, evenly chosen ones of each opinion. Default 2500. */
  readonly top?: number;
}

const TEXT = {
  ja: {
    title: "意見の地図",
    subtitle: (claims: number, opinions: number, left: number) =>
      `点は主張（${counted(claims)}個）、円は意見（${counted(opinions)}個、面積は主張の数）。近い円は似ている。軸に意味はない${left > 0 ? `。ほか${counted(left)}個の主張は描いていない` : ""}`,
    found: (claims: number, opinions: number) => `${counted(claims)}の主張が${counted(opinions)}の意見に分かれる`,
    opinion: "意見",
    claim: "主張",
  },
  en: {
    title: "A map of opinions",
    subtitle: (claims: number, opinions: number, left: number) =>
      `Dots are claims (${counted(claims)}), circles opinions (${counted(opinions)}, their area the number of claims). Near ones are alike; the axes mean nothing${left > 0 ? `; ${counted(left)} more claims are not drawn` : ""}`,
    found: (claims: number, opinions: number) => `${counted(claims)} claims fall into ${counted(opinions)} opinions`,
    opinion: "opinion",
    claim: "claim",
  },
};

/** How many corners draw a circle. */
const CORNERS = 40;
/** Pixels of the letters. */
const LETTERS = 11;

/**
 * The chart of opinions as a map: a circle each, like ones near, none over another, filled with its claims.
 *
 * Its axes mean nothing, and it says so. Each dot leads to its claim.
 *
 * @example
 * opinionMapChart(opinionPlaces(opinionTable(analysis), claimTable(analysis)));
 */
export const opinionMapChart: DefinedChart<OpinionMapChartOptions> = defineChart({
  name: "opinion-map",
  description: "A map of opinions and their claims, like ones near.",
  tables: ["opinions", "claims"],
  from: (named) => opinionPlaces(named("opinions"), named("claims")),
  needs: opinionPlaceSchema,
  words: TEXT,
  options: { top: 2500 },
  recount: {},
  draw(places, { words }, { top }) {
    const all = [...places];
    if (all.length === 0) return null;
    const step = Math.max(1, all.length / Math.min(top, MOST_MARKS));
    const drawn = all.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
    const circles = [...new Map(all.map((row) => [row.opinion, row])).values()];
    const groups = [...new Set(circles.map(({ parent, opinion }) => parent ?? opinion))];
    const colorOf = (row: (typeof all)[number]) =>
      CATEGORY[groups.indexOf(row.parent ?? row.opinion) % CATEGORY.length]!;
    const dots = drawn.map((row) => ({
      kind: "claim",
      opinion: firstWords(row.label, 24),
      words: row.text,
      x: row.x,
      y: row.y,
      color: colorOf(row),
      units: [unitKey(row.discussion, row.unit)],
      spans: [spanKey(row)],
    }));
    const names = circles.map((row) => {
      const own = all.filter(({ opinion }) => opinion === row.opinion);
      return {
        kind: "opinion",
        opinion: firstWords(row.label, 13),
        words: row.label,
        x: row.centerX,
        y: row.centerY + row.radius,
        units: [...new Set(own.map(({ discussion, unit }) => unitKey(discussion, unit)))],
        spans: own.map(spanKey),
      };
    });
    const corners = circles.flatMap((row) =>
      Array.from({ length: CORNERS + 1 }, (_, i) => {
        const turn = (2 * Math.PI * i) / CORNERS;
        return {
          name: row.opinion,
          corner: i,
          color: colorOf(row),
          x: Number((row.centerX + row.radius * Math.cos(turn)).toFixed(2)),
          y: Number((row.centerY + row.radius * Math.sin(turn)).toFixed(2)),
        };
      }),
    );
    const box = boxOf(circles);
    const height = Math.round((710 * (box.y[1] - box.y[0])) / (box.x[1] - box.x[0]));
    const rooms = labelRooms(
      names.map(({ opinion, x, y }) => ({
        name: opinion,
        x: (x - box.x[0]) / (box.x[1] - box.x[0]),
        y: (y - box.y[0]) / (box.y[1] - box.y[0]),
      })),
      { height, size: LETTERS },
    );
    return {
      title: words.found(all.length, circles.length),
      subtitle: words.subtitle(drawn.length, circles.length, all.length - drawn.length),
      rows: [...dots, ...names.map((row, i) => ({ ...row, room: rooms[i]!, half: halfWidth(row.opinion, LETTERS) }))],
      height,
      layer: layersOf(words, box, corners),
    };
  },
});

interface Box {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Returns what holds all circles and their labels. */
function boxOf(
  circles: readonly { readonly centerX: number; readonly centerY: number; readonly radius: number }[],
): Box {
  return {
    // The width in which labels were given room.
    x: [0, 130],
    y: [
      Math.min(...circles.map(({ centerY, radius }) => centerY - radius - 2)),
      Math.max(...circles.map(({ centerY, radius }) => centerY + radius + 6)),
    ],
  };
}

function layersOf(words: (typeof TEXT)["ja" | "en"], box: Box, corners: readonly object[]) {
  const axis = (field: "x" | "y") => ({
    field,
    type: "quantitative",
    scale: { domain: box[field], nice: false, zero: false },
    axis: null,
  });
  const color = { field: "color", type: "nominal", scale: null };
  const tooltip = [
    { field: "opinion", title: words.opinion },
    { field: "words", title: words.claim },
  ];
  return [
    {
      data: { values: corners },
      mark: { type: "line", strokeWidth: 1, opacity: 0.7 },
      encoding: { x: axis("x"), y: axis("y"), order: { field: "corner" }, detail: { field: "name" }, color },
    },
    {
      transform: [{ filter: "datum.kind == 'claim'" }],
      mark: { type: "circle", size: 26, opacity: 0.85, tooltip: true, stroke: COLORS.paper, strokeWidth: 0.5 },
      encoding: { x: axis("x"), y: axis("y"), color, tooltip },
    },
    {
      transform: [
        { filter: "datum.kind == 'opinion'" },
        { calculate: "datum.room < labelRoom ? datum.opinion : ''", as: "shown" },
      ],
      mark: {
        type: "text",
        baseline: "bottom",
        dx: { expr: intoPictureExpr(`datum.x * width / ${box.x[1]}`) },
        dy: -3,
        fontSize: LETTERS,
        tooltip: true,
      },
      encoding: {
        x: axis("x"),
        y: axis("y"),
        text: { field: "shown" },
        tooltip: [{ field: "words", title: words.opinion }],
      },
    },
  ];
}
