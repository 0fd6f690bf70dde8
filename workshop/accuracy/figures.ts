/**
 * The figures that the report tells of how far each layer is right: taken from docs/accuracy.md into data/accuracy.json.
 *
 * @module
 */

/** A figure with its interval and the number of cases, where the page has them. */
export interface AccuracyFigure {
  readonly layer: string;
  readonly measure: string;
  /**
   * `real`: real texts; `written`: texts written for the project that nothing was learned from; `own`: a set by the hands that
   * wrote the rules, which forecasts nothing.
   */
  readonly on: "real" | "written" | "own";
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly cases: number | null;
}

interface Pick {
  readonly layer: string;
  readonly measure: string;
  readonly on: AccuracyFigure["on"];
  /** Heading of the section, the beginning of the first cells of the row, and the head of the column. */
  readonly section: string;
  readonly row: readonly string[];
  readonly column: string;
  /** Heads of the columns that hold interval and number of cases, where the cell itself does not. */
  readonly interval?: string;
  readonly cases?: string;
}

// biome-ignore format: a table
const PICKS: readonly Pick[] = [
  { layer: "tokens", measure: "f", on: "real", section: "Words and tags", row: ["words, F"], column: "figure" },
  { layer: "entities", measure: "f", on: "real", section: "Entities", row: ["web text"], column: "F1" },
  { layer: "dates", measure: "found", on: "real", section: "Dates", row: ["found, to the character"], column: "never read" },
  { layer: "citations", measure: "recall", on: "own", section: "Citations", row: ["outlets that carry information: recall"], column: "found" },
  { layer: "quotations", measure: "kind", on: "real", section: "Quotations", row: ["kind of brackets"], column: "one annotator, never read" },
  { layer: "quotations", measure: "speaker", on: "real", section: "Quotations", row: ["speaker exact"], column: "one annotator, never read" },
  { layer: "references", measure: "found", on: "own", section: "References", row: ["found"], column: "" },
  { layer: "tone", measure: "accuracy", on: "written", section: "Tone of comments", row: ["**threads of other hands**"], column: "accuracy", interval: "95 %", cases: "comments" },
  { layer: "targets", measure: "accuracy", on: "real", section: "Sentiment toward targets", row: ["chABSA aspects"], column: "said", cases: "targets" },
  { layer: "stance", measure: "accuracy", on: "written", section: "Agreement of replies", row: ["accuracy, with its 95 % interval"], column: "odd threads and thread-dev, never read" },
  { layer: "sides", measure: "called", on: "written", section: "Sides toward a proposition", row: ["**t5 and t7 (not read)**"], column: "called", cases: "comments" },
  { layer: "sides", measure: "wrong", on: "written", section: "Sides toward a proposition", row: ["**t5 and t7 (not read)**"], column: "wrong sign" },
  { layer: "claims", measure: "accuracy", on: "real", section: "Kinds of claims", row: ["**real sentences**"], column: "accuracy", interval: "95 %", cases: "sentences" },
  { layer: "considerations", measure: "f", on: "written", section: "Considerations", row: ["**model**"], column: "micro-F1" },
  { layer: "opinions", measure: "ami", on: "written", section: "Opinions", row: ["unread (t5, t7)", "**all together**"], column: "AMI", cases: "comments" },
];

/**
 * Returns the figures of docs/accuracy.md that the report tells; throws where its tables no longer have one.
 *
 * @example
 * accuracyFigures(readFileSync("docs/accuracy.md", "utf8")).find(({ layer }) => layer === "stance");
 */
export function accuracyFigures(page: string): readonly AccuracyFigure[] {
  const sections = new Map(
    page.split(/^## /mu).map((text) => [text.slice(0, text.indexOf("\n")).trim(), tablesOf(text)] as const),
  );
  return PICKS.map((pick) => {
    for (const [head, ...rows] of sections.get(pick.section) ?? []) {
      const at = (column: string) => head!.indexOf(column);
      const row = rows.find((cells) => pick.row.every((start, i) => cells[i]!.startsWith(start)));
      const column = pick.column === "" ? 1 : at(pick.column);
      if (row === undefined || column < 0) continue;
      const cell = row[column]!;
      const [low = null, high = null] = numbers(/\[[^\]]+\]/u.exec(cell)?.[0] ?? sibling(row, at, pick.interval));
      const [cases = null] = numbers(/ of (\d+)/u.exec(cell)?.[1] ?? sibling(row, at, pick.cases));
      const [value] = numbers(cell);
      if (value === undefined) continue;
      const { layer, measure, on } = pick;
      return { layer, measure, on, value, low, high, cases };
    }
    throw new Error(`docs/accuracy.md has no figure for ${pick.section}: ${pick.row.join(", ")}: ${pick.column}`);
  });
}

/** The text of data/accuracy.json: a line a figure. */
export function accuracyJson(figures: readonly AccuracyFigure[]): string {
  return `[\n${figures.map((figure) => `  ${JSON.stringify(figure)}`).join(",\n")}\n]\n`;
}

function sibling(row: readonly string[], at: (column: string) => number, column: string | undefined): string {
  return column === undefined ? "" : (row[at(column)] ?? "");
}

/** Returns the tables of a section, each as rows of cells, the head first. */
function tablesOf(text: string): string[][][] {
  const blocks = text.split(/\n(?!\|)/u).map((block) => block.split("\n").filter((line) => line.startsWith("|")));
  const cells = (line: string) =>
    line
      .slice(1, line.lastIndexOf("|"))
      .split("|")
      .map((cell) => cell.trim());
  return blocks
    .filter((lines) => lines.length > 2)
    .map((lines) => lines.filter((line, i) => i === 0 || !/^[|\s:-]+$/u.test(line)).map(cells));
}

function numbers(text: string): number[] {
  return [...text.matchAll(/\d*\.?\d+/gu)].map(([found]) => Number(found));
}
