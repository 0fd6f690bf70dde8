/** The pages that fuzzing starts from: fixtures of the tests and pages of the workshop, those that are not long. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const LONGEST = 60_000;

export function fuzzPages(): string[] {
  return [
    ...readdirSync("test/pages").map((name) => `test/pages/${name}/page.html`),
    ...readdirSync("workshop/pages").map((name) => `workshop/pages/${name}`),
  ]
    .filter((file) => file.endsWith(".html") && existsSync(file))
    .sort()
    .map((file) => readFileSync(file, "utf8"))
    .filter((page) => page.length < LONGEST);
}
