import { describe, expect, it } from "vitest";
import { askedTables } from "../../src/cli/asked-tables.ts";
import { views } from "../../src/tables/export/duckdb/views.ts";

describe("the tables that SQL may read", () => {
  it.each([
    ["SELECT count(*) FROM comments", ["comments"]],
    ['SELECT * FROM "Comments" c JOIN main.tokens t ON t.unit = c.id', ["comments", "tokens"]],
    ["SELECT * FROM entity_votes", ["comments", "entities", "mentions"]],
    ['SELECT text FROM "references"', ["references"]],
    ["SELECT 1", []],
    ["SELECT * FROM opinions", ["opinions"]],
  ])("%s", (sql, names) => {
    expect(askedTables(sql, views)?.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    "SHOW TABLES",
    "SHOW ALL TABLES",
    "SELECT * FROM query_table('com' || 'ments')",
    "SELECT * FROM duckdb_tables()",
    "EXPORT DATABASE 'out'",
    "SELECT * FROM information_schema.columns",
  ])("%s may read any", (sql) => {
    expect(askedTables(sql, views)).toBeNull();
  });
});
