/** Writes docs/accuracy.md, and of it data/accuracy.json, from the evaluation scripts in workshop/accuracy, or prints the sections that are named. */
import { readdirSync, writeFileSync } from "node:fs";
import { accuracyFigures, accuracyJson } from "./accuracy/figures.ts";

const FOLDER = new URL("./accuracy/", import.meta.url);
const ORDER = [
  "tokens",
  "entities",
  "dates",
  "citations",
  "quotations",
  "references",
  "sentiment",
  "tone",
  "targets",
  "stance",
  "sides",
  "claims",
  "considerations",
  "opinions",
];

const wanted = process.argv.slice(2);
const present = readdirSync(FOLDER).flatMap((file) => (file.endsWith(".ts") ? [file.replace(/\.ts$/, "")] : []));
const names = ORDER.filter((name) => present.includes(name) && (wanted.length === 0 || wanted.includes(name)));
const sections: string[] = [];
for (const name of names) {
  const { report } = (await import(new URL(`${name}.ts`, FOLDER).href)) as { report: () => Promise<string> };
  sections.push((await report()).trim());
  if (wanted.length > 0) console.log(sections.at(-1));
}
if (wanted.length === 0) {
  const intro = `# Accuracy

Made by \`npm run accuracy\`; \`npm run accuracy -- NAME\` prints one section (${names.join(", ")}).
Figures on sets of \`../shared/data\` need that folder beside the checkout; each section says what it measured on and names a baseline.

Two kinds of figures stand here, and each is called by its name. **Real text, labelled by others** says what to expect elsewhere; sets of it that were read while rules were written expect a little too much. **Regression** is a set by the hands that wrote the rules: it tells that nothing broke, and forecasts nothing, however high it is. Intervals are of 95 % (Wilson 1927).`;
  const page = `${[intro, ...sections].join("\n\n")}\n`;
  writeFileSync(new URL("../docs/accuracy.md", import.meta.url), page);
  writeFileSync(new URL("../data/accuracy.json", import.meta.url), accuracyJson(accuracyFigures(page)));
}
