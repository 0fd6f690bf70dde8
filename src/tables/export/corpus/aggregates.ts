import { readdirSync } from "node:fs";
import { join } from "node:path";
import { dataReader, packageRoot } from "../../../model/data-folder.ts";

/** What is summed over the tables of a corpus: SQL in a file of its own, which DuckDB and Spark run as it is. */
export interface SqlAggregate {
  readonly name: string;
  readonly description: string;
  readonly tables: readonly string[];
  readonly sql: string;
}

const FOLDER = "data/sql";
/** What a file says of itself: `-- name: …`, one a line. */
const HEAD = /^-- (\w+): (.+)$/gmu;

/**
 * Returns the aggregates of a corpus, by name.
 *
 * @example
 * sqlAggregates().find(({ name }) => name === "tone_shares")?.sql; // "SELECT sentimentLabel …"
 */
export function sqlAggregates(): readonly SqlAggregate[] {
  const data = dataReader();
  return readdirSync(join(packageRoot(), FOLDER))
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const text = data.text(`${FOLDER}/${file}`);
      const head = new Map([...text.matchAll(HEAD)].map(([, key, value]) => [key, value]));
      return {
        name: file.slice(0, -".sql".length),
        description: head.get("what") ?? "",
        tables: (head.get("tables") ?? "").split(", "),
        sql: text.replace(/^--.*$\n?/gmu, "").trim(),
      };
    });
}
