/** Writes the pages of `docs/` that come from the code: the tables and the API reference. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { apiPages } from "./docs/api-page.ts";
import { tablesPage } from "./docs/tables-page.ts";

const folder = resolve(import.meta.dirname, "../docs");
writeFileSync(resolve(folder, "tables.md"), tablesPage());
rmSync(resolve(folder, "api"), { recursive: true, force: true });
mkdirSync(resolve(folder, "api"));
for (const [name, page] of Object.entries(apiPages())) writeFileSync(resolve(folder, "api", name), page);
