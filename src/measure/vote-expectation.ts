import { mean, standardDeviation } from "simple-statistics";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { countPosition, countQuantile, fitCounts } from "./negative-binomial.ts";

/** Below this many comments with votes only their mean is fitted, no effect of place or length. */
export const FEWEST_TO_FIT = 20;

/** The columns of the table that this makes. */
export const voteExpectationSchema = defineSchema({
  name: "voteExpectation",
  description: "A comment's votes beside those that its place, age, depth and length let expect.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "id", type: "string", nullable: false, meaning: "the comment" },
    { name: "author", type: "string", meaning: "name as shown" },
    { name: "text", type: "string", nullable: false, meaning: "the comment" },
    { name: "up", type: "integer", nullable: false, unit: "votes", meaning: "votes shown" },
    { name: "expected", type: "number", nullable: false, unit: "votes", meaning: "mean of the model" },
    {
      name: "low",
      type: "integer",
      nullable: false,
      unit: "votes",
      meaning: "2.5 % of such comments have at most so many",
    },
    { name: "high", type: "integer", nullable: false, unit: "votes", meaning: "97.5 % have at most so many" },
    { name: "surprise", type: "number", nullable: false, unit: "votes", meaning: "votes beyond the expectation" },
    {
      name: "position",
      type: "number",
      nullable: false,
      unit: "[0, 1]",
      meaning: "share of such comments that have fewer votes",
    },
    {
      name: "small",
      type: "boolean",
      nullable: false,
      meaning: "true where too few comments were there to fit more than a mean",
    },
  ],
});

/** A comment's votes beside those that were to be expected. */
export type VoteExpectation = RowOf<typeof voteExpectationSchema.columns>;

const NEEDED = ["discussion", "id", "order", "depth", "author", "posted", "up", "text"] as const;
type Post = Pick<RowOf<typeof commentTable.schema.columns>, (typeof NEEDED)[number]>;

/**
 * Returns each comment's votes beside what its place on the page, age, depth and length let expect.
 *
 * A negative binomial regression a discussion ({@link fitCounts}) on `log(1 + order)`, hours since the first comment
 * (where times differ), depth and `log(1 + characters)`, each standardised; constant ones are left out. The interval is
 * the model's 95 % prediction interval and takes the fitted values as given. It describes who is read first as much as
 * what is liked; it shows no cause. Comments without a shown vote are left out.
 *
 * @example
 * voteExpectation(commentTable(analysis)).filter((row) => row.up > row.high);
 */
export function voteExpectation(comments: Table): Table<VoteExpectation> {
  const byDiscussion = new Map<string, Post[]>();
  for (const row of need("the expectation of votes", comments, commentTable.schema, [...NEEDED])) {
    if (row.up === null) continue;
    const list = byDiscussion.get(row.discussion) ?? [];
    if (list.length === 0) byDiscussion.set(row.discussion, list);
    list.push(row);
  }
  return Table.from(voteExpectationSchema, [...byDiscussion.values()].flatMap(expectationsOf));
}

function expectationsOf(rows: readonly Post[]) {
  const small = rows.length < FEWEST_TO_FIT;
  const columns = small
    ? []
    : [orderOf, hoursOf, depthOf, lengthOf].flatMap((measure) => standardised(rows.map(measure)));
  const counts = rows.map(({ up }) => Math.max(0, up ?? 0));
  const { means, theta } = fitCounts(
    counts,
    rows.map((_, i) => columns.map((column) => column[i]!)),
  );
  return rows.map(({ discussion, id, author, text }, i) => {
    const expected = means[i]!;
    return {
      discussion,
      id,
      author,
      text,
      up: counts[i]!,
      expected,
      low: countQuantile(expected, theta, 0.025),
      high: countQuantile(expected, theta, 0.975),
      surprise: counts[i]! - expected,
      position: countPosition(counts[i]!, expected, theta),
      small,
    };
  });
}

const orderOf = ({ order }: Post) => Math.log1p(order);
const depthOf = ({ depth }: Post) => depth;
const lengthOf = ({ text }: Post) => Math.log1p(text.length);
/** Local times are compared as if they were UTC: only their differences count. */
const hoursOf = ({ posted }: Post) => {
  const found = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?/.exec(posted ?? "")?.[0];
  if (found === undefined) return Number.NaN;
  return Date.parse(found.includes("T") ? `${found}Z` : `${found}T00:00Z`) / 3_600_000;
};

/** Returns the values as one standardised column, or none where a value is missing or all are the same. */
function standardised(values: readonly number[]): number[][] {
  if (values.some(Number.isNaN)) return [];
  const [middle, spread] = [mean([...values]), standardDeviation([...values])];
  return spread === 0 ? [] : [values.map((value) => (value - middle) / spread)];
}
