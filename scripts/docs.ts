/** Writes the pages of `docs/` that come from the code: the tables and the API reference. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { apiPage } from "./docs/api-page.ts";
import { tablesPage } from "./docs/tables-page.ts";

const folder = resolve(import.meta.dirname, "../docs");
writeFileSync(resolve(folder, "tables.md"), tablesPage());
writeFileSync(resolve(folder, "api.md"), apiPage());
