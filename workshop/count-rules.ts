/**
 * Counts how often each row of the annotators' tables of rules decides, while something else runs.
 *
 *     npx tsx --import ./workshop/count-rules.ts workshop/compare-output.ts      the rows with their counts, on stderr at the end
 *
 * A row decides where its condition holds, since the rows are asked in the order of their priority. `SHOW=name` also prints
 * the texts of the rows whose name has these words, as far as they are short.
 */
import { readdirSync } from "node:fs";
import { relative } from "node:path";

interface Row {
  readonly name: string;
  readonly example: string;
  when: (...args: unknown[]) => unknown;
}

const ROOMS = new URL("../src/annotate/", import.meta.url);

const isTable = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => typeof row?.when === "function" && "example" in row);

const counts = new Map<string, number>();
for (const file of readdirSync(ROOMS, { recursive: true, encoding: "utf8" }).sort()) {
  if (!file.endsWith(".ts")) continue;
  const exported = (await import(new URL(file, ROOMS).href)) as Record<string, unknown>;
  for (const [name, table] of Object.entries(exported)) {
    if (!isTable(table)) continue;
    for (const row of table) {
      const key = `${relative(".", file)}\t${name}\t${row.name}`;
      const { when } = row;
      counts.set(key, 0);
      row.when = (...args) => {
        const decides = when(...args);
        if (decides !== false && decides !== null) counts.set(key, counts.get(key)! + 1);
        return decides;
      };
    }
  }
}

process.on("exit", () => {
  for (const [key, count] of counts) console.error(`${String(count).padStart(8)}\t${key}`);
});
