import * as yoron from "../../src/index.ts";

const [BEGIN, END] = ["<!-- list of charts: npm run docs -->\n", "<!-- end of the list -->\n"];

/** Replaces the list of charts in a page, which stands between two comments, by what the code says. */
export function withChartList(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no place for the list of charts: ${BEGIN.trim()}`);
  return `${page.slice(0, from + BEGIN.length)}${chartList()}${page.slice(to)}`;
}

/** The same for the Japanese page. */
export function withJapaneseChartList(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no place for the list of charts: ${BEGIN.trim()}`);
  const words = yoron.loadTableWords();
  const rows = yoron.charts.map(({ name, description, tables }) => {
    const names = tables.map((table) => `\`${table}\``).join(", ");
    const said = words("charts", name);
    return `| \`${name}\` | ${said?.title ?? name} | ${said?.meaning ?? description} | ${names} |\n`;
  });
  const head = "| 名前 | 図 | 何を示すか | 使う表 |\n| --- | --- | --- | --- |\n";
  return `${page.slice(0, from + BEGIN.length)}${head}${rows.join("")}${page.slice(to)}`;
}

function chartList(): string {
  const rows = yoron.charts.map(({ name, description, tables }) => {
    const names = tables.map((table) => `\`${table}\``).join(", ");
    return `| \`${name}\` | ${functionOf(name)} | ${description} | ${names} |\n`;
  });
  return `| name | function | what it shows | tables |\n| --- | --- | --- | --- |\n${rows.join("")}`;
}

/** The public function that is this chart. */
function functionOf(chart: string): string {
  const found = Object.entries(yoron).find(([, value]) => value === yoron.charts.find(({ name }) => name === chart));
  if (found === undefined) throw new Error(`src/index.ts does not export the chart "${chart}"`);
  return `\`${found[0]}\``;
}
