import type { Drawing } from "./vega-lite.ts";

/** The height of a bar with its words above. */
export const BAR_LINE = 36;
const BAR = 10;
const BELOW = 9;

/** A vertical place for each of these names, without an axis: words stand above the bars, where they have the whole width. */
export function barLines(field: string, names: readonly string[]): Record<string, unknown> {
  return { field, type: "nominal", sort: null, scale: { domain: names, paddingInner: 0.05 }, axis: null };
}

/** The height of a bar with two lines above: its words, and to what they belong. */
export const BAR_LINES = 50;
const BELOW_LINES = 16;

/** How what is drawn in a {@link BAR_LINES} lies below its two lines: from the middle down. */
export const BELOW_TWO = { yOffset: BELOW_LINES } as const;

/** How a bar lies below its words. */
export const BAR_BELOW = { height: BAR, yOffset: BELOW } as const;

/** How a figure stands at the end of such a bar. */
export const TEXT_BELOW = { type: "text", dy: BELOW, fontSize: 11 } as const;

/** The layer of the words, from the left edge on; cut where the picture ends. */
export function wordsAbove(
  y: Record<string, unknown>,
  field: string,
  tooltip: readonly object[] = [],
  mark: Record<string, unknown> = {},
): Drawing["layer"][number] {
  return {
    mark: {
      type: "text",
      align: "left",
      dy: -6,
      fontSize: 12,
      limit: { expr: "width" },
      tooltip: tooltip.length > 0,
      ...mark,
    },
    encoding: { y, x: { value: 0 }, text: { field }, ...(tooltip.length > 0 ? { tooltip } : {}) },
  };
}
