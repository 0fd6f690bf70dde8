import type { ChartRow } from "./chart-row.ts";
import type { Lines } from "./lines.ts";

/**
 * How a field of a row is told anew from what of the chosen comments stands behind it.
 *
 * - `count`: the comments; `count told`: the same as text; `people`: their different names; `count behind`, `people behind`: of
 *   those that the mark leads to, where others are counted; `count besides`: of these without those;
 * - `spans`, `spans told`: the places in them;
 * - `sum up`: their votes; `vote share`, `vote share told`: of the votes of all chosen comments;
 * - `share`, `wilson low`, `wilson high`, `interval`: of all chosen comments (those that the row's {@link RowCounting.of} names,
 *   where it does), with Wilson's 95 % interval, as text `3.1%–5.4%`; `of`: how many these are; `told TEXT`: the text with `{n}`
 *   comments `{of}` so many;
 * - `count from FIELD`, `count to FIELD`: the ends of the count, stacked on the rows before it of the same FIELD; in one row the
 *   end that begins comes first;
 * - `spans from FIELD`, `spans to FIELD`, `share from FIELD`, `share to FIELD`: likewise of the places, of the share;
 * - `estimate`, `estimate low`, `estimate high`, `estimate interval TEXT`: the share that takes the row's side, from the machine's
 *   probabilities; the text has it in `{low}` and `{high}`;
 * - `keyness …`: how much more one of the two texts of {@link Counting.compared} uses the row's word: `count`, `otherCount`,
 *   `perThousand`, `otherPerThousand`, `logRatio`, `logLikelihood`, `range`; `sure` is 1 where chance would give such a difference in fewer
 *   than one of twenty, else 0; `side FIRST|SECOND` names the text that uses it more; `told TEXT` is the text with how many times as
 *   often in `{often}` and how often there in `{own}`;
 * - `none`: nothing, where it can be told of all comments alone.
 */
export type Counted =
  | "count"
  | "count told"
  | "people"
  | "count behind"
  | "people behind"
  | "count besides"
  | "spans"
  | "spans told"
  | "sum up"
  | "vote share"
  | "vote share told"
  | "share"
  | "wilson low"
  | "wilson high"
  | "interval"
  | "of"
  | "estimate"
  | "estimate low"
  | "estimate high"
  | "none"
  | `told ${string}`
  | `${"count" | "spans" | "share"} ${"from" | "to"} ${string}`
  | `estimate interval ${string}`
  | `keyness ${KeynessFigure}`
  | `keyness side ${string}|${string}`
  | `keyness told ${string}`;

/** A figure of {@link Counted}'s `keyness`. */
export type KeynessFigure =
  | "count"
  | "otherCount"
  | "perThousand"
  | "otherPerThousand"
  | "logRatio"
  | "logLikelihood"
  | "range"
  | "sure";

/**
 * How the rows of a chart are counted again when a reader looks at some comments alone: fields of a row, and what each tells
 * of the comments behind it. `KIND.FIELD` tells a field of the rows of a `kind` alone. Other fields stay as they are, and those
 * that a row lacks are left out; a row without such comments is left out.
 *
 * @example
 * const recount: Recount = { comments: "count", share: "share", low: "wilson low", high: "wilson high" };
 */
export type Recount = Readonly<Record<string, Counted>>;

/** What counting one row again takes beside the comments behind its mark. */
export interface RowCounting {
  /** Of which comments its share is: `in DISCUSSION` or `at 2024-05-01`, `at 2024-05-01T13` of a day or hour. All by default. */
  readonly of?: string;
  /** The comments that are counted, where these are not those behind the mark; the row stays while one of either is chosen. */
  readonly counted?: readonly string[];
  /** Which side toward the first proposition those take that are counted; `none`: those that take none. All by default. */
  readonly side?: string;
  /** Of `estimate`: toward what, which side, and the machine's rates of it (`taken`, `other`, `between`, `within`). */
  readonly estimate?: {
    readonly proposition: string;
    readonly side: string;
    readonly rates: readonly [taken: number, other: number, between: number, within: number];
  };
}

/** What counting a chart again takes beside its rows. */
export interface Counting {
  /** How its lines are ranked anew. */
  readonly lines?: Lines;
  /** Rows that are drawn of some comments alone: what is first among them is not among the first of all. */
  readonly waiting?: readonly ChartRow[];
  /** In the order of the chart's rows, those that wait behind them. */
  readonly rows?: readonly RowCounting[];
  /** The units of the two texts whose words are compared, and how many content words each unit has. */
  readonly compared?: {
    readonly first: readonly string[];
    readonly second: readonly string[];
    readonly words: readonly (readonly [unit: string, words: number])[];
  };
}
