/** Runs every notebook of `notebooks/` in Deno's kernel and saves it with its outputs. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { kernelSpecs } from "./jupyter/kernel-specs.ts";
import { notebookJson } from "./jupyter/notebook.ts";
import { runNotebook } from "./jupyter/run-notebook.ts";

const folder = resolve(import.meta.dirname, "../notebooks");
const only = process.argv.slice(2);
const deno = kernelSpecs.find(({ name }) => name === "deno")!;

for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
  const name = file.replace(/\.ts$/, "");
  if (only.length > 0 && !only.includes(name)) continue;
  const cells = await runNotebook(readFileSync(join(folder, file), "utf8"), deno, folder);
  writeFileSync(join(folder, `${name}.ipynb`), notebookJson(cells));
  process.stdout.write(`notebooks/${name}.ipynb: ${cells.length} cells\n`);
}
process.exit(0);
