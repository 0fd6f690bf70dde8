/**
 * Annotates random texts in all layers and checks what every answer promises: `npm run fuzz:strings -- [count] [seed]`.
 * A fault is shrunk to a small text and printed, the slowest texts are named; the exit code tells whether there was a fault.
 */
import { loadResources } from "../../src/index.ts";
import { layerFaults } from "./layer-faults.ts";
import { randomText, sampleSentences } from "./random-text.ts";
import { shrinkPage } from "./shrink-page.ts";

const [count = 5000, seed = 20261130] = process.argv.slice(2).map(Number);
const resources = await loadResources();
const sentences = sampleSentences();
const kinds = new Map<string, number>();
const slow: { readonly perSign: number; readonly text: string }[] = [];
let bad = 0;
for (let run = 0; run < count; run++) {
  const text = randomText(sentences, seed + run);
  const before = performance.now();
  const [first] = layerFaults(text, resources);
  const perSign = (performance.now() - before) / (text.length + 50);
  if (run > 500 && (slow.length < 5 || perSign > slow[4]!.perSign)) {
    slow.push({ perSign, text });
    slow.sort((a, b) => b.perSign - a.perSign).splice(5);
  }
  if (first === undefined) continue;
  bad++;
  const kind = first.slice(0, first.indexOf(" ", first.indexOf(":") + 2));
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.get(kind)! > 4) continue;
  const small = shrinkPage(text, (shorter) => layerFaults(shorter, resources).some((fault) => fault.startsWith(kind)));
  console.log(`run ${run}: ${layerFaults(small, resources)[0]}\n  ${JSON.stringify(small)}`);
}
for (const { perSign, text } of slow)
  console.log(`slow, ${perSign.toFixed(3)} ms a sign: ${JSON.stringify(text.slice(0, 80))}`);
console.log(`${count} texts, seed ${seed}: ${bad} with a fault`, Object.fromEntries(kinds));
process.exitCode = bad > 0 ? 1 : 0;
