import { YoronError } from "../../model/error.ts";

/** An answer that a machine or a person may give. */
export interface CheckedLabel {
  readonly label: string;
  /** What it is called in Japanese; a sheet may hold either. */
  readonly ja: string;
  readonly en: string;
  /** Its place on the scale that ordinal agreement goes by; labels between which there is no order share one. */
  readonly rank: number;
}

/** A layer whose answers people can check. */
export interface CheckedLayer {
  readonly name: string;
  /** What a row of the sheet asks of its text. */
  readonly asks: string;
  /** The table that holds the machine's answers, and its columns of the unit and of the answer. */
  readonly table: string;
  readonly unit: string;
  readonly machine: string;
  /** Whether a text may have several labels, which the sheet and the table of answers tell in a column `labels`. */
  readonly many?: true;
  /** The column of what a row is about, where the table has several rows a unit: the proposition. */
  readonly about?: "proposition";
  /** Columns that tell of the machine's answer, so that a stratum must not be called by their cells. */
  readonly tells: readonly string[];
  readonly labels: readonly CheckedLabel[];
}

/** All that people can check, a row a layer. */
// biome-ignore format: a table
export const CHECKED_LAYERS: readonly CheckedLayer[] = [
  {
    name: "tone", asks: "how the comment sounds", table: "comments", unit: "id", machine: "sentimentLabel",
    tells: ["sentiment", "sentimentLabel", "sentimentConfidence"],
    labels: [
      { label: "positive", ja: "明るい", en: "bright",  rank: 1 },
      { label: "neutral",  ja: "中立",   en: "neutral", rank: 0 },
      { label: "mixed",    ja: "混在",   en: "mixed",   rank: 0 },
      { label: "negative", ja: "暗い",   en: "dark",    rank: -1 },
    ],
  },
  {
    name: "side", asks: "which side the comment takes toward the proposition", table: "sides", unit: "unit", machine: "side",
    about: "proposition",
    tells: ["side", "confidence", "evidence", "by"],
    labels: [
      { label: "for",         ja: "賛成",     en: "for",            rank: 1 },
      { label: "conditional", ja: "条件付き", en: "on a condition", rank: 0 },
      { label: "unsure",      ja: "態度保留", en: "undecided",      rank: 0 },
      { label: "none",        ja: "なし",     en: "none",           rank: 0 },
      { label: "against",     ja: "反対",     en: "against",        rank: -1 },
    ],
  },
  {
    name: "opinion", asks: "which of the listed opinions the comment holds", table: "opinionAnswers", unit: "unit", machine: "answer",
    many: true,
    tells: ["answer"],
    labels: [],
  },
  {
    name: "codes", asks: "which of the listed codes the comment holds", table: "codeAnswers", unit: "unit", machine: "answer",
    many: true,
    tells: ["answer"],
    labels: [],
  },
];

/** What stands between labels as a sheet shows them: `positive 明るい / neutral 中立`. */
const BETWEEN = " / ";

/** Writes labels as a sheet shows them. */
export function labelsShown(labels: readonly Pick<CheckedLabel, "label" | "ja">[]): string {
  return labels.map(({ label, ja }) => `${label} ${ja.replaceAll(BETWEEN, "／")}`).join(BETWEEN);
}

/** Returns a layer with the labels that a sheet or a table of answers shows, where these are of its own. */
export function withLabels(layer: CheckedLayer, shown: unknown): CheckedLayer {
  if (layer.many !== true) return layer;
  const labels = String(shown ?? "")
    .split(BETWEEN)
    .flatMap((one) => {
      const [, label, ja] = /^(\S+) (.+)$/su.exec(one.trim()) ?? [];
      return label === undefined || ja === undefined ? [] : [{ label, ja, en: ja, rank: 0 }];
    });
  return { ...layer, labels };
}

/** The label of a text that has none of those listed. */
export const NONE = "none";

/** Whether an answer names a label; several stand with spaces between them. */
export const says = (answer: string | null | undefined, label: string): boolean =>
  (answer ?? "").split(" ").includes(label);

/** Returns a layer that people can check by its name; throws `unknown-name`, which lists those there are. */
export function checkedLayer(name: string): CheckedLayer {
  const found = CHECKED_LAYERS.find((layer) => layer.name === name);
  if (found !== undefined) return found;
  throw new YoronError({
    code: "unknown-name",
    what: "people cannot check yet",
    value: name,
    next: `what can be checked: ${CHECKED_LAYERS.map((layer) => layer.name).join(", ")}`,
  });
}
