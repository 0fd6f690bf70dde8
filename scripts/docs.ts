/**
 * Writes the pages of `docs/` that come from the code: the tables, the list of charts and the API reference; and the types of
 * layers and tables for Spark (spark-schemas.ts).
 *
 * `npm run docs -- --names` also writes `test/package/public-names.txt`: public names are added and taken away by intent.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { apiPages } from "./docs/api-page.ts";
import { withChartList, withJapaneseChartList } from "./docs/chart-list.ts";
import { withJapaneseFormatList } from "./docs/format-list-ja.ts";
import { nameList } from "./docs/name-list.ts";
import { tablesPage } from "./docs/tables-page.ts";
import { japaneseTablesPage } from "./docs/tables-page-ja.ts";
import "./spark-schemas.ts";

const root = resolve(import.meta.dirname, "..");
const folder = resolve(root, "docs");
writeFileSync(resolve(folder, "tables.md"), tablesPage());
const charts = resolve(folder, "charts.md");
writeFileSync(charts, withChartList(readFileSync(charts, "utf8")));
writeFileSync(resolve(folder, "ja/tables.md"), japaneseTablesPage());
const japaneseCharts = resolve(folder, "ja/charts.md");
writeFileSync(japaneseCharts, withJapaneseChartList(readFileSync(japaneseCharts, "utf8")));
const japaneseFormats = resolve(folder, "ja/formats.md");
writeFileSync(japaneseFormats, withJapaneseFormatList(readFileSync(japaneseFormats, "utf8")));
rmSync(resolve(folder, "api"), { recursive: true, force: true });
mkdirSync(resolve(folder, "api"));
for (const [name, page] of Object.entries(apiPages())) writeFileSync(resolve(folder, "api", name), page);
if (process.argv.includes("--names")) writeFileSync(resolve(root, "test/package/public-names.txt"), nameList());
