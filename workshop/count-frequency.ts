/**
 * Counts how often texts touch each connection id and each character of the dictionary, and writes the two orders to
 * `data/tokenizer/frequency.tsv`. They decide only where things lie in memory, never which words are found.
 *
 * `tsx workshop/count-frequency.ts TEXT.txt[.gz]`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packageRoot } from "../src/model/data-folder.ts";
import { CODE_MASK } from "../src/tokenize/dictionary/character-word.ts";
import { ENTRY_SHIFT, LABEL, LEAF, STATE_WORDS } from "../src/tokenize/dictionary/double-array.ts";
import { ID_MASK, LAST_ENTRY } from "../src/tokenize/dictionary/entry-word.ts";
import { dictionaryPath } from "../src/tokenize/dictionary/locate.ts";
import { readDictionary } from "../src/tokenize/dictionary/read-dictionary.ts";

const path = process.argv[2];
if (path === undefined) throw new Error("name a text");
const bytes = readFileSync(path);
const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");

const { characters, trie, entries, ids } = readDictionary(dictionaryPath());
const units = new Float64Array(0x10000);
const uses = new Float64Array(ids.length);
for (let start = 0; start < text.length; start++) {
  units[text.charCodeAt(start)]!++;
  for (let at = start, base = trie[0]!; at < text.length && base !== LEAF; at++) {
    const code = characters[text.charCodeAt(at)]! & CODE_MASK;
    const next = base + code * STATE_WORDS;
    const label = trie[next + LABEL]!;
    if ((label & CODE_MASK) !== code) break;
    base = trie[next]!;
    const first = label >>> ENTRY_SHIFT;
    if (first === 0) continue;
    let i = first;
    do uses[entries[i]! & ID_MASK]!++;
    while ((entries[i++]! & LAST_ENTRY) === 0);
  }
}

const order = (counts: Float64Array): number[] =>
  [...counts.keys()].filter((i) => counts[i]! > 0).sort((a, b) => counts[b]! - counts[a]! || a - b);
const original = new Map([...ids].map((own, id) => [own, id]));
const rows = [
  ...order(uses).map((id) => `id\t${original.get(id)}`),
  ...order(units)
    .filter((unit) => (characters[unit]! & CODE_MASK) !== 0)
    .map((unit) => `character\t${unit.toString(16).toUpperCase().padStart(4, "0")}`),
];
writeFileSync(
  join(packageRoot(), "data", "tokenizer", "frequency.tsv"),
  `# IPADIC's connection ids and characters, those that Japanese texts touch most often first; made by workshop/count-frequency.ts.\nkind\tname\n${rows.join("\n")}\n`,
);
