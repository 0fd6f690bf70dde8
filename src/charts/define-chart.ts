import { checkOptions } from "../model/error.ts";
import { need } from "../tables/need.ts";
import type { RowOf } from "../tables/row-type.ts";
import type { Column, TableSchema } from "../tables/schema.ts";
import type { Table } from "../tables/table.ts";
import { type Chart, type ChartOptions, chart } from "./chart.ts";
import { type Lines, waitingRows } from "./lines.ts";
import type { Counting, Recount } from "./recount.ts";
import { type Drawing, emptyNote, emptySpec, vegaLite } from "./vega-lite.ts";
import { withWholeWords } from "./whole-words.ts";

type Lang = NonNullable<ChartOptions["lang"]>;

/** The words of a chart in one language; each chart adds its own. */
export interface ChartWords {
  readonly title: string;
}

/** The language of a chart, and its words in it. */
export interface ChartLanguage<Words> {
  readonly lang: Lang;
  readonly words: Words;
}

/** A chart, declared once. */
export interface ChartDeclaration<
  Needs extends readonly Column[],
  Optional extends readonly Column[],
  Words extends ChartWords,
  Options extends object,
> {
  /** What the command line calls it. */
  readonly name: string;
  /** One English sentence. */
  readonly description: string;
  /** Names of the tables that `from` asks for. */
  readonly tables: readonly string[];
  /** Returns the chart's table, made of those; the first of them by default. */
  readonly from?: (tables: (name: string) => Table) => Table;
  /** Returns the table that is drawn, made of one that people have at hand; the table itself by default. */
  readonly prepare?: (table: Table) => Table;
  /** The columns that the table must have, `pick`ed from a known one. */
  readonly needs: TableSchema<Needs>;
  /** Columns that it draws too where they are there. */
  readonly optional?: TableSchema<Optional>;
  readonly words: { readonly ja: Words; readonly en: Words };
  /** Its own options with their defaults. */
  readonly options?: Options;
  /** How its rows are counted again for some comments alone, in the report; rows of one comment each need none. */
  readonly recount?: Recount;
  /** What counting its rows again takes of the tables, where rows do not tell it; for the report alone. */
  readonly counting?: (tables: (name: string) => Table) => Counting;
  /** Whether it shows discussions apart, in the order in which they are given; else it takes them together, by their ids. */
  readonly apart?: boolean;
  /** Returns the rows and the marks; null says that there is nothing to draw. */
  readonly draw: (
    table: Table<RowOf<Needs> & Partial<RowOf<Optional>>>,
    language: ChartLanguage<Words>,
    options: Options,
  ) => Drawing | null;
}

/** Options of {@link DefinedChart.build}. */
export interface BuildOptions extends ChartOptions {
  /** What discussions are called, by their id, for the charts that name them. */
  readonly discussions?: Readonly<Record<string, string>>;
  /** Whether the chart has all that counting its rows again takes, as the report needs it. Default false. */
  readonly counting?: boolean;
}

/** A chart that was declared: the function that draws it, and what the list, the command line and the report know of it. */
export interface DefinedChart<Options extends ChartOptions = ChartOptions> {
  (table: Table, options?: Options): Chart;
  /** What the command line calls it. */
  readonly name: string;
  /** Japanese name, for lists; a drawn chart's own title says what it shows. */
  readonly title: string;
  /** One English sentence. */
  readonly description: string;
  /** Names of the tables that `build` asks for. */
  readonly tables: readonly string[];
  /**
   * Returns the chart, drawn from the tables of those names. What it takes together of several discussions depends not on their
   * order; one that shows them apart keeps it.
   */
  build(tables: (name: string) => Table, options?: BuildOptions): Chart;
}

/**
 * Returns a chart that is declared once: the function that draws a table, its entry in the list, the command line and
 * the report.
 *
 * A declaration says what the chart needs of its table, its words in both languages, its options with their defaults,
 * and how rows become marks. Each row names the units behind its mark (`units`: `discussion/unit`), and where words are
 * meant their spans; the report's way back to the sentences follows these alone. A text in `words` is shown whole by
 * tooltips that name the field. A `title` that `draw` gives is the drawn chart's: a sentence that these data bear out. The chart made of it throws `unknown-option` and `unknown-column`.
 *
 * @example
 * const lengthChart = defineChart({
 *   name: "length", description: "Votes by the length of a comment.", tables: ["comments"],
 *   needs: pick(commentTable.schema, ["discussion", "id", "characters", "up"]),
 *   words: { ja: { title: "長さと票" }, en: { title: "Length and votes" } },
 *   draw: (comments) => ({
 *     subtitle: "", height: 240,
 *     rows: [...comments].map(({ discussion, id, characters, up }) => ({ characters, up, units: [`${discussion}/${id}`] })),
 *     layer: [{ mark: "point", encoding: {
 *       x: { field: "characters", type: "quantitative" }, y: { field: "up", type: "quantitative" } } }],
 *   }),
 * });
 * lengthChart(commentTable(analysis)).title; // "長さと票"
 */
export function defineChart<
  const Needs extends readonly Column[],
  Words extends ChartWords,
  Options extends object = object,
  const Optional extends readonly Column[] = readonly [],
>({
  name,
  description,
  tables,
  from = (named) => named(tables[0] ?? name),
  prepare = (table) => table,
  needs,
  optional,
  words,
  options: defaults,
  recount,
  counting: countingOf,
  apart = false,
  draw,
}: ChartDeclaration<Needs, Optional, Words, Options>): DefinedChart<ChartOptions & Partial<Options>> {
  const who = `chart "${name}"`;
  const known = ["lang", "title", ...Object.keys(defaults ?? {})];
  const names = (schema: TableSchema | undefined) => (schema?.columns ?? []).map((column) => column.name);
  const drawn = (table: Table, options: ChartOptions & Partial<Options> = {}): Chart => made(table, options).whole;
  const made = (table: Table, options: ChartOptions & Partial<Options>): Made => {
    checkOptions(options, known, who);
    const checked = need(who, prepare(table), merged(needs, optional), names(needs), names(optional));
    const { lang = "ja", title: asked, ...own } = options;
    // The columns of the table were just compared with those of the declaration, the options' names with its defaults.
    const all = { ...defaults, ...own } as unknown as Options & { readonly top?: number };
    const drawing = draw(checked as never, { lang, words: words[lang] }, all);
    if (drawing === null || drawing.rows.length === 0) {
      const title = asked ?? words[lang].title;
      return { whole: chart({ name, title, spec: emptySpec(title, emptyNote(lang)), rows: [] }), lines: null };
    }
    const { recount: how = recount, counting, lines, ...parts } = withWholeWords(drawing);
    const title = asked ?? parts.title ?? words[lang].title;
    const counted = how == null ? {} : { recount: how, ...(counting === undefined ? {} : { counting }) };
    return {
      whole: chart({ name, title, spec: vegaLite({ ...parts, title }), rows: parts.rows, ...counted }),
      lines: lines === undefined ? null : { top: all.top ?? parts.rows.length, ...lines },
    };
  };
  const build: DefinedChart["build"] = (given, { discussions, counting = false, ...options } = {}) => {
    const named = apart ? given : (table: string) => byDiscussion(given(table));
    const table = from(named);
    const asked = {
      ...options,
      ...(discussions === undefined || !known.includes("discussions") ? {} : { discussions }),
    } as ChartOptions & Partial<Options>;
    const { whole, lines } = made(table, asked);
    if (!counting) return whole;
    const more = {
      ...(countingOf === undefined || whole.recount === undefined ? {} : countingOf(named)),
      ...(lines === null ? {} : { lines }),
    };
    const several = Object.keys(discussions ?? {}).length > 1;
    const waiting = lines !== null && several ? waitingOf(whole, made(table, { ...asked, top: ALL }).whole, lines) : {};
    return chart({ ...whole, counting: { ...whole.counting, ...more, ...waiting } });
  };
  const title = words.ja.title;
  const entry = { name, title, description, tables: Object.freeze([...tables]), build };
  // A function's own `name` can be redefined, though not assigned.
  for (const [key, value] of Object.entries(entry)) Object.defineProperty(drawn, key, { value, enumerable: true });
  return Object.freeze(drawn) as unknown as DefinedChart<ChartOptions & Partial<Options>>;
}

/** A chart, and how its lines are ranked. */
interface Made {
  readonly whole: Chart;
  readonly lines: Lines | null;
}

/** More lines than any chart has. */
const ALL = Number.MAX_SAFE_INTEGER;

/** Returns the rows that wait for a choice, of the same chart with all its lines, and what counting them takes. */
function waitingOf({ rows, counting }: Chart, all: Chart, lines: Lines): Counting {
  const numbers = waitingRows(all.rows, rows.length, lines);
  const more = all.counting?.rows;
  return {
    waiting: numbers.map((number) => all.rows[number]!),
    ...(more === undefined ? {} : { rows: [...(counting?.rows ?? []), ...numbers.map((number) => more[number]!)] }),
  };
}

/**
 * Returns a table with the rows of each discussion by its id: what a chart takes together depends on the order of no input, and
 * one that shows discussions apart shows them as they were given.
 */
function byDiscussion(table: Table): Table {
  const known = sorted.get(table) ?? sortedByDiscussion(table);
  sorted.set(table, known);
  return known;
}

/** Tables as they were sorted last: a table never changes, and several charts ask for the same. */
const sorted = new WeakMap<Table, Table>();

function sortedByDiscussion(table: Table): Table {
  if (!table.has("discussion")) return table;
  const ids = table.column("discussion").map(String);
  return ids.every((id, i) => i === 0 || ids[i - 1]! <= id) ? table : table.sortBy("discussion");
}

function merged(needs: TableSchema, optional: TableSchema | undefined): TableSchema {
  return { ...needs, columns: [...needs.columns, ...(optional?.columns ?? [])] };
}
