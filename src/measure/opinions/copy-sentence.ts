import { commentTable } from "../../tables/comments.ts";
import { need } from "../../tables/need.ts";
import { COPIES } from "../../tables/opinion-schemas.ts";
import type { Table } from "../../tables/table.ts";
import { grouped } from "../../text/grouped.ts";
import { loadDefaultNames, personOf } from "../people.ts";
import { lettersOf } from "./copies/letters.ts";

/**
 * Returns the sentence that says how many texts the comments are: 「コメント120件、文面117通り、名前98人」. Copies of all kinds
 * count as one text; comments under no name, or a default one, are told apart.
 *
 * @example
 * copySentence(copyTable(analysis), commentTable(analysis)); // "コメント45件、文面45通り、名前31人（ほかに無記名3件）"
 */
export function copySentence(
  copies: Table,
  comments: Table,
  { lang = "ja" }: { readonly lang?: "ja" | "en" } = {},
): string {
  const originals = new Map<string, string>();
  for (const { discussion, group, unit } of need("the sentence on copies", copies, COPIES, [
    "discussion",
    "group",
    "unit",
  ]))
    originals.set(`${discussion}/${unit}`, `copies ${group}`);
  const texts = new Set<string>();
  const names = new Set<string>();
  let nameless = 0;
  const defaults = loadDefaultNames();
  const rows = need("the sentence on copies", comments, commentTable.schema, ["discussion", "id", "author", "text"]);
  for (const { discussion, id, author, text } of rows) {
    texts.add(originals.get(`${discussion}/${id}`) ?? `text ${lettersOf(text) || text}`);
    const name = personOf(author, defaults);
    if (name === null) nameless++;
    else names.add(name);
  }
  if (lang === "ja") {
    const rest = nameless === 0 ? "" : `（ほかに無記名${grouped(nameless)}件）`;
    const by = names.size === 0 ? "すべて無記名" : `名前${grouped(names.size)}人${rest}`;
    return `コメント${grouped(rows.length)}件、文面${grouped(texts.size)}通り、${by}`;
  }
  const rest = nameless === 0 ? "" : ` (and ${grouped(nameless)} without a name)`;
  const by = names.size === 0 ? "none with a name" : `${grouped(names.size)} names${rest}`;
  return `${grouped(rows.length)} comments, ${grouped(texts.size)} texts, ${by}`;
}
