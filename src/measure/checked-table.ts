import type { Table } from "../tables/table.ts";
import { checkedLayer } from "./check/layers.ts";
import { opinionAnswers } from "./opinions/opinion-answers.ts";

/**
 * Returns the table of the machine's answers that people check, made of the tables of the analyses: what `sampleTable` draws
 * from, and labels are compared with. Throws `unknown-name` for what cannot be checked.
 *
 * @example
 * const answers = checkedTable("opinion", (name) => tableNamed(name).project(analysis));
 * sampleTable(answers, { of: "opinion", n: 100 });
 */
export function checkedTable(of: string, tables: (name: string) => Table): Table {
  const { table } = checkedLayer(of);
  if (table !== "opinionAnswers") return tables(table);
  // Rows of one kind are a table of any.
  return opinionAnswers(tables("opinions"), tables("claims"), tables("comments")) as unknown as Table;
}
