import type { Table } from "../tables/table.ts";
import { checkedLayer } from "./check/layers.ts";
import { codeAnswers } from "./codes/code-answers.ts";
import type { CodeList } from "./codes/code-list.ts";
import { opinionAnswers } from "./opinions/opinion-answers.ts";

/**
 * Returns the table of the machine's answers that people check, made of the tables of the analyses: what `sampleTable` draws
 * from, and labels are compared with; `codes` are the rules of that of codes. Throws `unknown-name` for what cannot be checked.
 *
 * @example
 * const answers = checkedTable("opinion", (name) => tableNamed(name).project(analysis));
 * sampleTable(answers, { of: "opinion", n: 100 });
 */
export function checkedTable(of: string, tables: (name: string) => Table, codes?: CodeList): Table {
  const { table } = checkedLayer(of);
  // Rows of one kind are a table of any.
  if (table === "codeAnswers")
    return codeAnswers(tables("codes"), tables("comments"), codes === undefined ? {} : { codes }) as unknown as Table;
  if (table !== "opinionAnswers") return tables(table);
  return opinionAnswers(tables("opinions"), tables("claims"), tables("comments")) as unknown as Table;
}
