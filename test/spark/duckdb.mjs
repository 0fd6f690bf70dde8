/** Prints what DuckDB says of the command's answers, as CSV: node duckdb.mjs ANSWERS.jsonl COMMENTS.jsonl QUERY.sql */
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const [answers, comments, query] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`
  CREATE VIEW comments AS SELECT * FROM read_json('${comments}', columns = {id: 'BIGINT', discussion: 'VARCHAR', text: 'VARCHAR'});
  CREATE VIEW answers AS SELECT * FROM read_json('${answers}', maximum_object_size = 100000000, columns = {id: 'BIGINT',
    entities: 'STRUCT(label VARCHAR, name VARCHAR, confidence DOUBLE)[]', sentiment: 'STRUCT(label VARCHAR, score DOUBLE)'});
  CREATE VIEW mentions AS SELECT id AS unit, unnest(entities, recursive := true) FROM answers;
  CREATE VIEW tones AS SELECT discussion, sentiment.label, sentiment.score FROM answers JOIN comments USING (id)`);
const reader = await connection.runAndReadAll(readFileSync(query, "utf8"));
process.stdout.write(
  reader
    .getRows()
    .map((row) => `${row.join(",")}\n`)
    .join(""),
);
