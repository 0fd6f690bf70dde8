/**
 * Runs the notebooks of `notebooks/` in Deno's kernel and saves them with their outputs: `npm run notebooks [NAME…]`.
 *
 * With `--check N` nothing is saved: each is run N times, and every output must stand under the cell of the saved one.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { comparable } from "./jupyter/comparable.ts";
import { kernelSpecs } from "./jupyter/kernel-specs.ts";
import { notebookJson, readNotebook } from "./jupyter/notebook.ts";
import { runNotebook } from "./jupyter/run-notebook.ts";

const folder = resolve(import.meta.dirname, "../notebooks");
const words = process.argv.slice(2);
const check = words.indexOf("--check");
const times = check < 0 ? 0 : Number(words[check + 1]);
if (check >= 0 && !(times >= 1)) throw new Error(`--check takes a number of runs, not ${words[check + 1]}`);
const only = words.filter((_, i) => check < 0 || (i !== check && i !== check + 1));
const deno = kernelSpecs.find(({ name }) => name === "deno")!;

let wrong = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
  const name = file.replace(/\.ts$/, "");
  if (only.length > 0 && !only.includes(name)) continue;
  const script = readFileSync(join(folder, file), "utf8");
  const saved = join(folder, `${name}.ipynb`);
  if (times === 0) {
    const cells = await runNotebook(script, deno, folder);
    writeFileSync(saved, notebookJson(cells));
    process.stdout.write(`notebooks/${name}.ipynb: ${cells.length} cells\n`);
    continue;
  }
  const expected = readNotebook(readFileSync(saved, "utf8")).map(({ outputs }) => comparable(outputs));
  let right = 0;
  for (let run = 0; run < times; run++) {
    const outputs = (await runNotebook(script, deno, folder)).map((cell) => comparable(cell.outputs));
    const odd = outputs.findIndex((output, i) => !isDeepStrictEqual(output, expected[i]));
    if (odd < 0) right++;
    else process.stdout.write(`notebooks/${name}.ipynb, run ${run + 1}: cell ${odd + 1} shows something else\n`);
  }
  wrong += times - right;
  process.stdout.write(`notebooks/${name}.ipynb: ${right} of ${times} runs as saved\n`);
}
process.exit(wrong === 0 ? 0 : 1);
