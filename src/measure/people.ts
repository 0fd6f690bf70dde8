import { type DataReader, dataReader } from "../model/data-folder.ts";
import { parseTsv } from "../text/tsv.ts";

/** Names that belong to nobody in particular: 名無し, 名前, 匿名 … */
export type DefaultNames = ReadonlySet<string>;

/**
 * Returns the package's list of default names.
 *
 * @example
 * loadDefaultNames().has("名無し"); // true
 */
export function loadDefaultNames(data: DataReader = dataReader()): DefaultNames {
  const file = "data/stopwords/default-names.tsv";
  return new Set(parseTsv(data.text(file), ["name"], file).map(({ name }) => foldName(name)));
}

/**
 * Returns who wrote under a name: the name folded (NFKC, case, spaces), or null for no name and a default name.
 *
 * A number or mark that a form adds to a default name (`名無しさん＠12`) does not make a person of it, nor do the words that a board
 * puts around 名無し (風吹けば名無し, 名無し募集中。。。); a trip (◆) behind it does.
 *
 * @example
 * personOf("名無し", loadDefaultNames()); // null
 */
export function personOf(author: string | null | undefined, defaults: DefaultNames): string | null {
  if (author == null) return null;
  const folded = foldName(author);
  const bare = folded.replace(/[@#:\d.、。!?ー～~_-]+$/u, "");
  const isBoards = folded.includes("名無し") && !/[◆◇]/u.test(folded);
  return folded === "" || isBoards || defaults.has(folded) || defaults.has(bare) ? null : folded;
}

function foldName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, "");
}
