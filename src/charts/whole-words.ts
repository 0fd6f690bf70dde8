import type { ChartRow } from "./chart-row.ts";
import type { Chart } from "./chart-value.ts";
import { firstWords, graphemes } from "./rows.ts";
import type { Drawing } from "./vega-lite.ts";

/** The field of a row that holds the words behind its mark. */
const FIELD = "words";
/** Characters of a piece: the four lines of 27 that vega-tooltip shows of a cell (300 pixels wide, 7 em high), with room for line ends. */
const PIECE = 104;
/** Pieces of a text. */
const MOST = 6;
/** The fields of further pieces. */
const FURTHER = Array.from({ length: MOST - 1 }, (_, i) => `${FIELD}${i + 2}`);

/**
 * A drawing whose tooltips show the words behind a mark whole: the text in a row's `words` is put on one line and, where
 * a cell of a tooltip would cut it, parted into `words`, `words2`, … that stand below each other.
 *
 * Past 624 characters it is cut, with an ellipsis. Rows without `words` stay as they are.
 */
export function withWholeWords(drawing: Drawing): Drawing {
  if (!drawing.rows.some((row) => FIELD in row)) return drawing;
  const parted = drawing.rows.map((row) => piecesOf(firstWords(row[FIELD], PIECE * MOST)));
  const fields = Array.from(
    { length: Math.max(...parted.map(({ length }) => length)) },
    (_, i) => FURTHER[i - 1] ?? FIELD,
  );
  return {
    ...drawing,
    // Each row has each piece: a field that is missing would read "undefined".
    rows: drawing.rows.map((row, at) => ({
      ...row,
      ...Object.fromEntries(fields.map((field, i) => [field, parted[at]?.[i] ?? ""])),
    })),
    layer: drawing.layer.map((layer) =>
      // Titles are the keys of a tooltip: blanks make them differ without a word.
      withTooltip(layer, (first) =>
        first.field === FIELD ? fields.map((field, i) => (i === 0 ? first : { field, title: " ".repeat(i) })) : [first],
      ),
    ),
  };
}

function piecesOf(text: string): string[] {
  const characters = graphemes(text);
  const count = Math.min(MOST, Math.max(1, Math.ceil(characters.length / PIECE)));
  // The ellipsis of a text that was cut stays with the last piece.
  return Array.from({ length: count }, (_, i) =>
    characters.slice(i * PIECE, i === count - 1 ? undefined : (i + 1) * PIECE).join(""),
  );
}

interface Field {
  readonly field: string;
  readonly title?: string;
}

/** A layer whose tooltip's fields are replaced by what `change` gives for each. */
function withTooltip(
  layer: Drawing["layer"][number],
  change: (field: Field) => readonly Field[],
): Drawing["layer"][number] {
  const { encoding } = layer as { readonly encoding?: { readonly tooltip?: unknown } };
  if (!Array.isArray(encoding?.tooltip)) return layer;
  return { ...layer, encoding: { ...encoding, tooltip: (encoding.tooltip as readonly Field[]).flatMap(change) } };
}

/** The same chart for a page that has the texts themselves: the first characters of the words, no further pieces. */
export function withShortWords(chart: Chart, most = 60): Chart {
  if (!chart.rows.some((row) => FIELD in row)) return chart;
  const rows = chart.rows.map((row) => ({
    ...(Object.fromEntries(Object.entries(row).filter(([field]) => !FURTHER.includes(field))) as ChartRow),
    [FIELD]: firstWords(row[FIELD], most),
  }));
  const { data, layer = [], ...rest } = chart.spec as { readonly data?: object; readonly layer?: Drawing["layer"] };
  const short = layer.map((each) => withTooltip(each, (field) => (FURTHER.includes(field.field) ? [] : [field])));
  return { ...chart, rows, spec: { ...rest, data: { ...data, values: rows }, layer: short } };
}
