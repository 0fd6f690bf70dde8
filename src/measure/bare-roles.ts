import { type DataReader, dataReader } from "../model/data-folder.ts";
import { parseTsv } from "../text/tsv.ts";

/** Kinds of words beside a name that are offices: さん and 元 are none. */
const NO_OFFICE: ReadonlySet<string> = new Set(["honorific", "prefix"]);

/**
 * Returns the words that name an office, whoever holds it: 大統領, 主席. Alone they are nobody in particular.
 *
 * @example
 * loadRoles().has("大統領"); // true
 */
export function loadRoles(data: DataReader = dataReader()): ReadonlySet<string> {
  const file = "data/gazetteers/titles.tsv";
  const rows = parseTsv(data.text(file), ["title", "kind"], file);
  return new Set(rows.filter(({ kind }) => !NO_OFFICE.has(kind)).map(({ title }) => title));
}
