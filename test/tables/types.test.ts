import { expectTypeOf, it } from "vitest";
import type { Analysis } from "../../src/model/analysis.ts";
import { count, mean, sum } from "../../src/tables/aggregates.ts";
import { commentTable } from "../../src/tables/comments.ts";
import { need } from "../../src/tables/need.ts";
import { sentimentTable } from "../../src/tables/sentiment.ts";
import { stanceTable } from "../../src/tables/stances.ts";
import { Table } from "../../src/tables/table.ts";

// Checked by the compiler (`npm run check`); the functions are never called.
declare const analysis: Analysis;
const never = (_: () => unknown) => {};

it("a table's rows have the types that its schema declares", () => {
  never(() => {
    const comments = commentTable(analysis);
    expectTypeOf(comments.row(0).id).toEqualTypeOf<string>();
    expectTypeOf(comments.column("up")).toEqualTypeOf<readonly (number | null)[]>();
    expectTypeOf(comments.row(0).author).toEqualTypeOf<string | null>();
    expectTypeOf(sentimentTable(analysis).row(0).evidence[0]?.emotion).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(sentimentTable(analysis).row(0).flags).toEqualTypeOf<readonly string[]>();
    // @ts-expect-error there is no such column
    comments.column("upp");
    // @ts-expect-error nor in a row
    comments.filter((row) => row.upp !== null);
    // @ts-expect-error a count is no text
    comments.filter((row) => row.up === "3");
  });
});

it("the columns that were asked for are the columns there are", () => {
  never(() => {
    const chosen = commentTable(analysis, { columns: ["id", "up"] });
    expectTypeOf(chosen.row(0)).toEqualTypeOf<{ readonly id: string; readonly up: number | null }>();
    // @ts-expect-error it was left out
    chosen.column("text");
    // @ts-expect-error it is not there
    commentTable(analysis, { columns: ["id", "upp"] });
  });
});

it("each verb gives a table of what it makes", () => {
  never(() => {
    const comments = commentTable(analysis);
    const derived = comments.derive({ long: (row) => row.characters > 200, likes: (row) => row.up ?? undefined });
    expectTypeOf(derived.row(0).long).toEqualTypeOf<boolean>();
    expectTypeOf(derived.row(0).likes).toEqualTypeOf<number | null>();
    const grouped = comments.groupBy("author").rollup({ n: count(), votes: sum("up"), tone: mean("sentiment") });
    expectTypeOf(grouped.row(0)).toEqualTypeOf<{
      readonly author: string | null;
      readonly n: number;
      readonly votes: number | null;
      readonly tone: number | null;
    }>();
    // @ts-expect-error a text has no mean
    comments.groupBy("author").rollup({ tone: mean("text") });
    // @ts-expect-error a misspelt column
    comments.groupBy("author").rollup({ tone: mean("sentimant") });
    const joined = comments.leftJoin(stanceTable(analysis).select(["unit", "stance"]), { id: "unit" });
    expectTypeOf(joined.row(0).stance).toEqualTypeOf<string | null>();
    expectTypeOf(joined.row(0).id).toEqualTypeOf<string>();
    expectTypeOf(comments.rename({ up: "likes" }).row(0).likes).toEqualTypeOf<number | null>();
    expectTypeOf(comments.select(["id"]).row(0)).toEqualTypeOf<{ readonly id: string }>();
    expectTypeOf(comments.map((row) => row.up)).toEqualTypeOf<(number | null)[]>();
    expectTypeOf(comments.select("id").row(0)).toEqualTypeOf<{ readonly id: string }>();
    expectTypeOf(comments.select("id", "up").row(0)).toEqualTypeOf<{
      readonly id: string;
      readonly up: number | null;
    }>();
  });
});

it("what is known of a table from elsewhere is known once it was checked", () => {
  never(() => {
    const queried: Table = Table.from({ name: "query", description: "", columns: [] }, []);
    const known = need("a chart", queried, commentTable.schema, ["id", "up"], ["down"]);
    expectTypeOf(known.row(0).up).toEqualTypeOf<number | null>();
    expectTypeOf(known.row(0).down).toEqualTypeOf<number | null | undefined>();
  });
});
