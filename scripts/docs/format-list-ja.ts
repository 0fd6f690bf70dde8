import { formats } from "../../src/read/formats.ts";
import { loadFormatWords } from "../../src/text/format-words.ts";

const [BEGIN, END] = ["<!-- list of formats: npm run docs -->\n", "<!-- end of the list -->\n"];

/** Replaces the list of formats in the Japanese page, which stands between two comments, by what the code and the words say. */
export function withJapaneseFormatList(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no place for the list of formats: ${BEGIN.trim()}`);
  const words = loadFormatWords();
  const rows = formats.map(({ name, description, needs }) => {
    const said = words(name);
    return `| \`${name}\` | ${said?.meaning ?? description} | ${said?.needs ?? needs} |\n`;
  });
  const head = "| 名前 | 読むもの | 必要なもの |\n| --- | --- | --- |\n";
  return `${page.slice(0, from + BEGIN.length)}${head}${rows.join("")}${page.slice(to)}`;
}
