/**
 * Reads mutated pages and compares each trace with the standard's tree, and each comment with its rows: `npm run fuzz:pages -- [count] [seed]`.
 * A fault is shrunk to a small page and printed; the exit code tells whether there was one.
 */
import { compareBodies } from "./body-faults.ts";
import { mutatePage } from "./mutate-page.ts";
import { fuzzPages } from "./seed-pages.ts";
import { shrinkPage } from "./shrink-page.ts";
import { compareTrace, traceFaults } from "./trace-faults.ts";

const bodyFaults = (page: string): readonly string[] => compareBodies(page)?.faults ?? [];
const faultsOf = (page: string): readonly string[] => [...traceFaults(page), ...bodyFaults(page)];

const [count = 2000, seed = 20261129] = process.argv.slice(2).map(Number);
const pages = fuzzPages();
const kinds = new Map<string, number>();
let bad = 0;
let refused = 0;
for (let run = 0; run < count; run++) {
  const page = mutatePage(pages[run % pages.length]!, seed + run);
  const traced = compareTrace(page);
  const faults = traced === null ? null : [...traced, ...bodyFaults(page)];
  if (faults === null) refused++;
  const [first] = faults ?? [];
  if (first === undefined) continue;
  bad++;
  const kind = first.slice(0, first.indexOf(":"));
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.get(kind)! > 12) continue;
  const small = shrinkPage(page, (shorter) => faultsOf(shorter).some((fault) => fault.startsWith(kind)));
  console.log(`run ${run}: ${faultsOf(small).find((fault) => fault.startsWith(kind))}\n  ${JSON.stringify(small)}`);
}
console.log(
  `${count} pages (${refused} refused with a clear error), seed ${seed}: ${bad} with a fault`,
  Object.fromEntries(kinds),
);
process.exitCode = bad > 0 ? 1 : 0;
