/**
 * Every colour, and the fonts, of charts and report: this is the one place to change them.
 *
 * @module
 */

/** Colours of marks; they stay apart for colour-blind readers, in grey print and on light and dark ground (after Okabe and Ito, 2008). */
export const COLORS = Object.freeze({
  main: "#3b82b5",
  accent: "#d9803b",
  quiet: "#8a939c",
  faint: "#dfe3e7",
  /** Tone, from dusk to daylight: no red and blue, which read as against and for. */
  negative: "#6f63a6",
  neutral: "#a3aab0",
  positive: "#dda32b",
  mixed: "#a8837a",
  /** Between neighbouring marks. */
  paper: "#ffffff",
  /** Bars and lines behind what is looked at. */
  behind: "#b9c9d6",
  rule: "#c3c9ce",
  interval: "#c2c9cf",
  /** What is in no group, and what has no label. */
  none: "#c5cbd0",
  unlabelled: "#d5d9dd",
});

/** Colours of axes, titles and labels. */
export const TEXT_COLORS = Object.freeze({
  title: "#22262a",
  subtitle: "#59626b",
  label: "#3b434a",
  note: "#6b747c",
  axis: "#aab2b9",
  grid: "#e6e9ec",
});

/** Eight hues for groups that have no order. */
export const CATEGORY = Object.freeze([
  COLORS.main,
  COLORS.accent,
  "#3e9c7c",
  "#b565a7",
  "#b8941f",
  "#6c7a89",
  "#cc5a4e",
  "#7e8f3a",
]);

/** Colours of sides toward a proposition and of replies toward a comment, none of them one of tone. */
export const SIDE_COLORS = Object.freeze({
  for: "#2f9673",
  against: "#bd4f8f",
  conditional: "#4d8fbf",
  unsure: COLORS.quiet,
  none: COLORS.none,
});

/** Colours of what a reply is to the comment that it answers. */
export const STANCE_COLORS = Object.freeze({
  agree: SIDE_COLORS.for,
  disagree: SIDE_COLORS.against,
  mixed: SIDE_COLORS.conditional,
  none: COLORS.quiet,
});

/** Colours of the roles of a citation: source, in the text, link, credit of a picture, related. */
export const ROLE_COLORS = Object.freeze([COLORS.main, "#3e9c7c", "#b8941f", "#b565a7", COLORS.quiet]);

/** Fonts for pictures: the shipped faces first (Latin and Cyrillic, then Japanese), then what Japanese systems have. */
export const FONT =
  "'Open Sans', 'BIZ UDPGothic', 'Hiragino Sans', 'Yu Gothic UI', 'Yu Gothic', Meiryo, 'Noto Sans JP', 'Noto Emoji', sans-serif";

/** Fonts of the report's page, which takes what the reader has. */
export const PAGE_FONT =
  '"Greek and Cyrillic", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "BIZ UDPGothic", "Yu Gothic UI", "Yu Gothic", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", system-ui, sans-serif';

/** The report's page by daylight; each is a CSS property of that name (`--on-accent`). */
export const PAGE_LIGHT = Object.freeze({
  paper: "#fbfaf7",
  card: "#ffffff",
  ink: "#22262a",
  soft: "#565f68",
  line: "#e3e2dc",
  accent: "#22648f",
  onAccent: "#ffffff",
  hit: "#ffdf6b",
  hitInk: "#22262a",
  entity: "#22648f",
  quote: "#eef3e6",
  taken: "#f3edf8",
  cited: "#7d5a12",
  negative: "#574a93",
  positive: "#8a5f00",
  neutral: "#5c646c",
  mixed: "#80594e",
  none: "#b4bbc1",
  for: "#2c8064",
  against: "#a04f93",
  conditional: "#2f6c9c",
  grid: "#e6e9ec",
});

/** The report's page in the dark. */
export const PAGE_DARK: Readonly<Record<keyof typeof PAGE_LIGHT, string>> = Object.freeze({
  paper: "#14171a",
  card: "#1b1f23",
  ink: "#e6e8ea",
  soft: "#a4adb6",
  line: "#2f353b",
  accent: "#7fbce6",
  onAccent: "#10202c",
  hit: "#c99a1f",
  hitInk: "#14171a",
  entity: "#8cc4ea",
  quote: "#25301f",
  taken: "#2e2638",
  cited: "#d8b264",
  negative: "#b3a8ea",
  positive: "#edbb54",
  neutral: "#a9b1b9",
  mixed: "#d6b0a5",
  none: "#69727a",
  for: "#5fc3a2",
  against: "#d993cc",
  conditional: "#82b6de",
  grid: "#2b3137",
});
