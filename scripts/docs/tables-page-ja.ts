import { tables } from "../../src/measure/tables.ts";
import type { Column } from "../../src/tables/schema.ts";
import { loadTableWords } from "../../src/text/table-words.ts";

const HEAD = `# 表

\`npm run docs\` が \`src/tables\` の宣言と \`data/table-words.tsv\` から作ります。手で直さないでください。

「空」は分からないという意味で、0 ではありません。\`start\` と \`end\` は、\`unit\` の文章の中の位置（UTF-16、終わりは含まない）です。見出しは、\`--lang ja\` で書いたブック（.xlsx）での列の名前です。ファイルの形式、SQL、データフレームについては [tables.md](../tables.md)（英語）をご覧ください。`;

const TYPES: Readonly<Record<Column["type"], string>> = {
  string: "文字列",
  integer: "整数",
  number: "数",
  boolean: "真偽",
  date: "日付",
  timestamp: "日時",
  list: "リスト",
  struct: "組",
};

/** Says in Japanese what every column of every table is; what has no Japanese stands in English. */
export function japaneseTablesPage(): string {
  const words = loadTableWords();
  const contents = tables.map(
    ({ name, description }) => `- [${name}](#${name}): ${words(name)?.meaning ?? description}`,
  );
  const parts = tables.map(({ name, description, schema }) => {
    const rowOf = (column: Column, path: string): string[] => {
      const said = words(name, path);
      const row = `| \`${path}\` | ${said?.title ?? ""} | ${TYPES[column.type]} | ${(said?.meaning ?? column.meaning).replaceAll("|", "\\|")} |`;
      return [row, ...(column.fields ?? []).flatMap((field) => rowOf(field, `${path}.${field.name}`))];
    };
    const rows = schema.columns.flatMap((column) => rowOf(column, column.name));
    return `## ${name}\n\n${words(name)?.meaning ?? description}\n\n| 列 | 見出し | 型 | 意味 |\n| --- | --- | --- | --- |\n${rows.join("\n")}`;
  });
  return `${[HEAD, contents.join("\n"), ...parts].join("\n\n")}\n`;
}
