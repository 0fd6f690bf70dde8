/**
 * How a field of a row is told anew from what of the chosen comments stands behind it.
 *
 * - `count`: the comments; `count told`: the same as text; `people`: their different names;
 * - `spans`, `spans told`: the places in them;
 * - `sum up`: their votes; `vote share`, `vote share told`: of the votes of all chosen comments;
 * - `share`, `wilson low`, `wilson high`, `interval`: of all chosen comments, with Wilson's 95 % interval, as text `3.1%–5.4%`;
 * - `count from FIELD`, `count to FIELD`: the ends of the count, stacked on the rows before it of the same FIELD; in one row the
 *   end that begins comes first;
 * - `spans from FIELD`, `spans to FIELD`: likewise of the places;
 * - `none`: nothing, where it can be told of all comments alone.
 */
export type Counted =
  | "count"
  | "count told"
  | "people"
  | "spans"
  | "spans told"
  | "sum up"
  | "vote share"
  | "vote share told"
  | "share"
  | "wilson low"
  | "wilson high"
  | "interval"
  | "none"
  | `count from ${string}`
  | `count to ${string}`
  | `spans from ${string}`
  | `spans to ${string}`;

/**
 * How the rows of a chart are counted again when a reader looks at some comments alone: fields of a row, and what each tells
 * of the comments behind it. Other fields stay as they are; a row without such comments is left out.
 *
 * @example
 * const recount: Recount = { comments: "count", share: "share", low: "wilson low", high: "wilson high" };
 */
export type Recount = Readonly<Record<string, Counted>>;
