import type { ChartOptions, ChartRow } from "./chart.ts";
import { TEXT_COLORS } from "./colors.ts";
import type { Lines } from "./lines.ts";
import type { Counting, Recount } from "./recount.ts";
import { CONFIG } from "./theme.ts";
import { wrap } from "./wrap.ts";

/** Most marks that one chart sends to a browser; what is more is aggregated before. */
export const MOST_MARKS = 3000;

/** The width of a picture; where a page gives other room, it shows the words of title and subtitle itself. */
const WIDTH = 720;
const TITLE_EMS = WIDTH / CONFIG.title.fontSize;
const SUBTITLE_EMS = WIDTH / CONFIG.title.subtitleFontSize;

/** What is a chart's own in its Vega-Lite spec, with the rows that are drawn. */
export interface Drawing {
  /** What the picture shows, in a sentence that the data bear out; the chart's own name where there is none. */
  readonly title?: string;
  /** A line below the title: what a mark is, how many, what was left out. */
  readonly subtitle: string;
  readonly rows: readonly ChartRow[];
  readonly height: number;
  /** How fields that are not numbers or words are read: `{ day: "date:'%Y-%m-%d'" }`. */
  readonly parse?: Readonly<Record<string, string>>;
  readonly layer: readonly Readonly<Record<string, unknown>>[];
  /** Null where the rows, as they were drawn, cannot be counted again as the declaration says. */
  readonly recount?: Recount | null;
  /** What counting them again takes beside them. */
  readonly counting?: Counting;
  /** How lines are ranked, where the first so many are drawn; as many as the option `top` says, where they tell no number. */
  readonly lines?: Omit<Lines, "top"> & Partial<Pick<Lines, "top">>;
  readonly [more: string]: unknown;
}

/** Returns a Vega-Lite spec in the grammar that versions 5 and 6 share; width follows the room there is. */
export function vegaLite({
  title,
  subtitle,
  rows,
  height,
  parse,
  layer,
  ...more
}: Drawing & { readonly title: string }): Record<string, unknown> {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    title: { text: wrap(title, TITLE_EMS), subtitle: wrap(subtitle, SUBTITLE_EMS) },
    data: { name: "rows", values: rows, ...(parse === undefined ? {} : { format: { type: "json", parse } }) },
    width: WIDTH,
    height,
    autosize: { type: "fit-x", contains: "padding" },
    params: [
      { name: "labelRoom", value: 260 },
      { name: "legendColumns", value: 6 },
    ],
    layer,
    ...more,
    config: CONFIG,
  };
}

/** A vertical axis of names in the given order; labels are cut where there is no room. */
export function labelAxis(field: string, labels: readonly string[]): Record<string, unknown> {
  const axis = { title: null, labelLimit: { expr: "labelRoom" }, labelOverlap: false };
  return { field, type: "nominal", sort: null, scale: { domain: labels }, axis };
}

/** A note in the middle of an otherwise empty picture. */
export function emptySpec(title: string, note: string): Record<string, unknown> {
  return {
    ...vegaLite({
      title,
      subtitle: "",
      rows: [],
      height: 90,
      layer: [
        {
          data: { values: [{}] },
          mark: { type: "text", text: note, fontSize: 14, color: TEXT_COLORS.note, x: 0, y: 40, align: "left" },
        },
      ],
    }),
  };
}

/** The words for "there is nothing to draw". */
export function emptyNote(lang: ChartOptions["lang"] = "ja"): string {
  return lang === "en" ? "There is nothing to draw." : "図にするデータがありません。";
}
