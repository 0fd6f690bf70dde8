/**
 * Scores words and their Universal Dependencies tags on UD_Japanese-GSD's development part: `npx tsx bench/tokenizer/upos.ts`.
 *
 * The treebank cuts shorter units (UniDic's) than IPADIC has, so the tag is scored where both cut the same word, and the
 * F of words and tags together is bounded by that of words. `--confusions` lists what the mapping gets wrong most.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/model/data-folder.ts";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";

interface GoldLine {
  readonly text: string;
  readonly tokens: readonly { readonly surface: string; readonly pos: string }[];
}

const path = join(packageRoot(), "..", "shared", "data", "tokens_gsd_dev.jsonl");
if (!existsSync(path)) {
  console.error(`nothing to score on: ${path} is missing`);
  process.exit(1);
}
const tokenizer = openTokenizer();
let gold = 0;
let own = 0;
let words = 0;
let tags = 0;
const confusions = new Map<string, number>();
for (const line of readFileSync(path, "utf8").split("\n")) {
  if (line === "") continue;
  const { text, tokens } = JSON.parse(line) as GoldLine; // the shape that data/README.md tells
  const expected = new Map<string, string>();
  let at = 0;
  for (const { surface, pos } of tokens) {
    at = text.indexOf(surface, at);
    expected.set(`${at}-${at + surface.length}`, pos);
    at += surface.length;
  }
  gold += tokens.length;
  for (const token of tokenizer.tokenize(text)) {
    own++;
    const tag = expected.get(`${token.start}-${token.end}`);
    if (tag === undefined) continue;
    words++;
    if (tag === token.upos) tags++;
    else {
      const key = `${tag} not ${token.upos}: ${token.pos} ${token.lemma}`;
      confusions.set(key, (confusions.get(key) ?? 0) + 1);
    }
  }
}
const f = (right: number): string => ((100 * 2 * right) / (gold + own)).toFixed(2);
console.log(
  `words F ${f(words)}, words with tag F ${f(tags)}, tag right on equal words ${((100 * tags) / words).toFixed(2)} %`,
);
if (process.argv.includes("--confusions")) {
  for (const [key, count] of [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log(count, key);
}
