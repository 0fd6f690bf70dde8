import type { Corpus } from "../index.ts";

/** Returns the title of the one discussion there is, undefined where there are more or it has none. */
export async function onlyTitle(corpus: Corpus): Promise<string | undefined> {
  const titles = await corpus.query("SELECT title FROM discussions LIMIT 2");
  const title = titles.length === 1 ? titles.row(0).title : null;
  return typeof title === "string" && title !== "" ? title : undefined;
}
