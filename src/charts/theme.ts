import { deepFreeze } from "../model/freeze.ts";
import { CATEGORY, COLORS, FONT, TEXT_COLORS } from "./colors.ts";

/** Sentiment labels in their order, with their colours. */
export const SENTIMENT_LABELS = Object.freeze(["negative", "mixed", "neutral", "positive"] as const);

/** Colours of {@link SENTIMENT_LABELS}, in that order, then that of no label. */
export const SENTIMENT_COLORS = Object.freeze([COLORS.negative, COLORS.mixed, COLORS.neutral, COLORS.positive]);

/** The look that all charts share, as a Vega-Lite config: calm axes, titles that start at the left edge, no frame. */
export const CONFIG = deepFreeze({
  font: FONT,
  background: "transparent",
  padding: { left: 8, right: 16, top: 8, bottom: 8 },
  title: {
    anchor: "start",
    // The Japanese face first: a picture's bold comes only from the first face that is named.
    font: FONT.replace("'Open Sans', ", ""),
    fontSize: 16,
    fontWeight: 700,
    color: TEXT_COLORS.title,
    subtitleColor: TEXT_COLORS.subtitle,
    subtitleFontSize: 12,
    subtitlePadding: 6,
    subtitleLineHeight: 17,
    offset: 14,
    frame: "bounds",
  },
  view: { stroke: null },
  axis: {
    domainColor: TEXT_COLORS.axis,
    gridColor: TEXT_COLORS.grid,
    tickColor: TEXT_COLORS.axis,
    labelColor: TEXT_COLORS.label,
    labelFontSize: 12,
    labelPadding: 6,
    labelSeparation: 4,
    titleColor: TEXT_COLORS.subtitle,
    titleFontSize: 12,
    titleFontWeight: 400,
    titlePadding: 10,
    tickSize: 4,
  },
  axisY: { domain: false, ticks: false, grid: false },
  // A horizontal title above the axis: rotated Japanese is hard to read.
  axisYQuantitative: {
    titleAngle: 0,
    titleAlign: "left",
    titleAnchor: "start",
    titleBaseline: "bottom",
    titleX: -24,
    titleY: -10,
  },
  axisX: { grid: true },
  legend: {
    orient: "bottom",
    direction: "horizontal",
    labelFontSize: 12,
    labelColor: TEXT_COLORS.label,
    titleFontSize: 12,
    titleFontWeight: 400,
    titleColor: TEXT_COLORS.subtitle,
    symbolType: "circle",
    symbolSize: 90,
    titleLimit: 400,
    labelLimit: 260,
    offset: 14,
    columns: { expr: "legendColumns" },
  },
  range: { category: CATEGORY },
  bar: { color: COLORS.main, cornerRadiusEnd: 2 },
  point: { color: COLORS.main, filled: true, opacity: 0.85, size: 70 },
  rule: { color: COLORS.quiet },
  line: { color: COLORS.main, strokeWidth: 2 },
  text: { fontSize: 11, color: TEXT_COLORS.label },
});
