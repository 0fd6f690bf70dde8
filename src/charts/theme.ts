/** Fonts for pictures and report: the shipped faces first (Latin and Cyrillic, then Japanese), then what Japanese systems have. */
export const FONT =
  "'Open Sans', 'BIZ UDPGothic', 'Hiragino Sans', 'Yu Gothic UI', 'Yu Gothic', Meiryo, 'Noto Sans JP', 'Noto Emoji', sans-serif";

/** Colours that stay apart for colour-blind readers, in grey print and on light and dark ground (after Okabe and Ito, 2008). */
export const COLORS = Object.freeze({
  main: "#3b82b5",
  accent: "#d9803b",
  quiet: "#8a939c",
  ink: "#22262a",
  faint: "#dfe3e7",
  negative: "#cf5c36",
  neutral: "#9aa2a9",
  positive: "#2f86b7",
  mixed: "#9a6fb0",
});

/** Eight hues for groups that have no order. */
export const CATEGORY = Object.freeze([
  "#3b82b5",
  "#d9803b",
  "#3e9c7c",
  "#b565a7",
  "#b8941f",
  "#6c7a89",
  "#cc5a4e",
  "#7e8f3a",
]);

/** Sentiment labels in their order, with their colours. */
export const SENTIMENT_LABELS = Object.freeze(["negative", "mixed", "neutral", "positive"] as const);

/** Colours of {@link SENTIMENT_LABELS}, in that order, then that of no label. */
export const SENTIMENT_COLORS = Object.freeze([COLORS.negative, COLORS.mixed, COLORS.neutral, COLORS.positive]);

/** The look that all charts share, as a Vega-Lite config: calm axes, titles that start at the left edge, no frame. */
export const CONFIG = Object.freeze({
  font: FONT,
  background: "transparent",
  padding: { left: 8, right: 16, top: 8, bottom: 8 },
  title: {
    anchor: "start",
    // The Japanese face first: a picture's bold comes only from the first face that is named.
    font: FONT.replace("'Open Sans', ", ""),
    fontSize: 16,
    fontWeight: 700,
    color: COLORS.ink,
    subtitleColor: "#59626b",
    subtitleFontSize: 12,
    subtitlePadding: 6,
    subtitleLineHeight: 17,
    offset: 14,
    frame: "bounds",
  },
  view: { stroke: null },
  axis: {
    domainColor: "#aab2b9",
    gridColor: "#e6e9ec",
    tickColor: "#aab2b9",
    labelColor: "#3b434a",
    labelFontSize: 12,
    labelPadding: 6,
    titleColor: "#59626b",
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
    labelColor: "#3b434a",
    titleFontSize: 12,
    titleFontWeight: 400,
    titleColor: "#59626b",
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
  text: { fontSize: 11, color: "#3b434a" },
});
