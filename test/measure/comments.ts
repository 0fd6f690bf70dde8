import type { Row } from "../../src/tables/table.ts";
import { Table } from "../../src/tables/table.ts";

const columns = [
  ["discussion", "string"],
  ["id", "string"],
  ["order", "integer"],
  ["replyTo", "string"],
  ["depth", "integer"],
  ["author", "string"],
  ["posted", "timestamp"],
  ["up", "integer"],
  ["down", "integer"],
  ["sentiment", "number"],
  ["sentimentLabel", "string"],
  ["sentimentConfidence", "number"],
  ["text", "string"],
] as const;

/** A table of comments by hand: ids and places by position, what is not given is unknown. */
export function commentsOf(rows: readonly Partial<Row>[]): Table {
  return Table.from(
    {
      name: "comments",
      description: "by hand",
      columns: columns.map(([name, type]) => ({ name, type, meaning: name })),
    },
    rows.map((row, i) => ({ discussion: "d", id: `c${i + 1}`, order: i, depth: 0, text: "本文", ...row })),
  );
}

/** A table of tokens by hand: texts of words, a unit a text; a full stop ends a sentence. */
export function tokensOf(units: Readonly<Record<string, string>>, discussion = "d"): Table {
  const names = ["discussion", "unit", "start", "end", "text", "sentence", "lemma", "pos"];
  const rows = Object.entries(units).flatMap(([unit, text]) => {
    let start = 0;
    let sentence = 0;
    return text.split(" ").map((word) => {
      const row = {
        discussion,
        unit,
        start,
        end: start + word.length,
        text: word,
        sentence,
        lemma: word,
        pos: "名詞,一般,*,*",
      };
      start += word.length + 1;
      if (word === "。") sentence++;
      return word === "。" ? { ...row, pos: "記号,句点,*,*" } : row;
    });
  });
  return Table.from(
    {
      name: "tokens",
      description: "by hand",
      columns: names.map((name) => ({
        name,
        type: ["start", "end", "sentence"].includes(name) ? ("integer" as const) : ("string" as const),
        meaning: name,
      })),
    },
    rows,
  );
}
