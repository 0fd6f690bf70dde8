import type { Payload, PayloadChart } from "../payload.ts";
import type { ChosenMark, Filters } from "./filters.ts";
import { NO_FILTERS } from "./filters.ts";

/** The values of one row of a chart. */
export type Values = Readonly<Record<string, unknown>>;

/** Columns that one chip tells at most. */
const MOST = 3;
const LONGEST = 40;

/**
 * Returns what a mark is called: the label that its chart draws, else what the tooltip tells first, a number with what it
 * counts, and so many columns more as tell it from the other marks.
 */
export function markLabel({ columns }: Pick<PayloadChart, "columns">, rows: readonly Values[], row: number): string {
  const values = rows[row]!;
  if (typeof values.label === "string" && values.label !== "") return short(values.label);
  const told = columns.filter(({ field }) => field !== "words" && values[field] != null && values[field] !== "");
  const words = told.filter(({ field }) => typeof values[field] === "string");
  const ordered = [...words, ...told.filter((column) => !words.includes(column))];
  const example = values.words;
  // Among numbers alone the words behind the mark say more.
  if (words.length === 0 && typeof example === "string" && example !== "") return `「${short(example)}」`;
  const tell = (one: Values, count: number) =>
    ordered
      .slice(0, count)
      .map(({ field, title }) => (typeof one[field] === "string" ? one[field] : `${title} ${one[field]}`))
      .join(" ");
  for (let count = 1; count < Math.min(MOST, ordered.length); count++) {
    const label = tell(values, count);
    if (rows.every((other, i) => i === row || tell(other, count) !== label)) return short(label);
  }
  return ordered.length === 0 ? String(row + 1) : short(tell(values, MOST));
}

function short(text: string): string {
  const characters = [...text.replace(/\s+/gu, " ").trim()];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : characters.join("");
}

/** A filter that is set: what it is called, and the filters without it. */
export interface SetFilter {
  readonly label: string;
  readonly without: Filters;
}

/** Returns the filters that are set, one by one. */
export function setFilters(
  filters: Filters,
  { words, reading, charts, discussions }: Payload,
  valuesOf: (chart: string) => readonly Values[],
): readonly SetFilter[] {
  const some: SetFilter[] = filters.marks.map((mark: ChosenMark) => {
    const chart = charts.find(({ name }) => name === mark.chart)!;
    const marks = filters.marks.filter((other) => other !== mark);
    return {
      label: `${chart.called}: ${markLabel(chart, valuesOf(mark.chart), mark.row)}`,
      without: { ...filters, marks },
    };
  });
  const each = <T>(title: string, field: keyof Filters, told: (value: T) => string) => {
    const values = filters[field] as readonly T[];
    for (const value of values) {
      const rest = values.filter((other) => other !== value);
      some.push({ label: `${title}: ${told(value)}`, without: { ...filters, [field]: rest } });
    }
  };
  const tones: Readonly<Record<string, string>> = words.sentiments;
  each<string>(words.person, "people", short);
  each<string>(words.sentiment, "tones", (tone) => tones[tone] ?? tone);
  each<string>(words.author, "authors", short);
  each<number>(words.discussion, "discussions", (number) => short(discussions[number]?.title || `${number + 1}`));
  const { votes, text, named, starred } = filters;
  const one = (label: string, field: "votes" | "text" | "named" | "starred") =>
    some.push({ label, without: { ...filters, [field]: NO_FILTERS[field] } });
  if (votes !== null) one(`${words.fewestVotes}: ${votes}`, "votes");
  if (text !== "") one(`${words.search}: ${short(text)}`, "text");
  if (named !== null) one(named.label === "" ? reading.chosenHere : short(named.label), "named");
  if (starred) one(`☆ ${reading.marked}`, "starred");
  return some;
}
