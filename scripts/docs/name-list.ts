import * as yoron from "../../src/index.ts";
import * as danfo from "../../src/tables/export/danfo.ts";
import * as duckdb from "../../src/tables/export/duckdb.ts";
import { entries, publicNames } from "./public-names.ts";

/** The modules behind the package's entry points. */
export const modules: Readonly<Record<string, object>> = { yoron, "yoron/danfo": danfo, "yoron/duckdb": duckdb };

/** The public names, an entry point after the other: what users can import, and nothing else. */
export function nameList(): string {
  const list = Object.keys(entries).map((entry) => {
    const values = Object.keys(modules[entry] ?? {}).sort();
    const types = publicNames(entry)
      .filter(({ kind }) => kind === "interface" || kind === "type")
      .map(({ name }) => name)
      .sort();
    return `${entry}\n  values: ${values.join(" ")}\n  types: ${types.join(" ")}\n`;
  });
  return list.join("\n");
}
