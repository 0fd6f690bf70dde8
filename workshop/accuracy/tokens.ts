import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";

const GOLD = "../shared/data/tokens_gsd_dev.jsonl";
const MOST_SHOWN = 12;

interface GoldLine {
  readonly text: string;
  readonly tokens: readonly { readonly surface: string; readonly pos: string }[];
}

/** Where the gold words begin and end, and their tags. */
function goldTags({ text, tokens }: GoldLine): Map<string, string> {
  const tags = new Map<string, string>();
  let at = 0;
  for (const { surface, pos } of tokens) {
    at = text.indexOf(surface, at);
    tags.set(`${at}-${at + surface.length}`, pos);
    at += surface.length;
  }
  return tags;
}

/**
 * Scores words and their Universal Dependencies tags.
 *
 * The treebank cuts shorter units (UniDic's) than IPADIC has, so the tag is scored where both cut the same word, and
 * the F of words and tags together is bounded by that of words.
 */
export async function report(): Promise<string> {
  if (!existsSync(GOLD)) return `## Words and tags\n\n${GOLD} is absent: nothing was measured.`;
  const tokenizer = openTokenizer();
  const seen = { gold: 0, own: 0, words: 0, tags: 0, nouns: 0 };
  const confusions = new Map<string, number>();
  for (const line of readFileSync(GOLD, "utf8").split("\n")) {
    if (line === "") continue;
    const gold = JSON.parse(line) as GoldLine; // the shape that the file's README tells
    const expected = goldTags(gold);
    seen.gold += gold.tokens.length;
    for (const token of tokenizer.tokenize(gold.text)) {
      seen.own++;
      const tag = expected.get(`${token.start}-${token.end}`);
      if (tag === undefined) continue;
      seen.words++;
      if (tag === "NOUN") seen.nouns++;
      if (tag === token.upos) seen.tags++;
      else {
        const key = `${tag}, not ${token.upos}: ${token.lemma} (${token.pos})`;
        confusions.set(key, (confusions.get(key) ?? 0) + 1);
      }
    }
  }
  const f = (right: number): string => ((2 * right) / (seen.gold + seen.own)).toFixed(3);
  const commonest = [...confusions].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_SHOWN);
  return `## Words and tags

UD_Japanese-GSD, development part (short units, which IPADIC's words often join). Command: \`npm run accuracy -- tokens\`

| what | figure | baseline |
| --- | --- | --- |
| words, F | ${f(seen.words)} | |
| words with their tag, F | ${f(seen.tags)} | bounded by words: ${f(seen.words)} |
| tag right where both cut the same word | ${(seen.tags / seen.words).toFixed(3)} | always NOUN: ${(seen.nouns / seen.words).toFixed(3)} |

Commonest differences of tags:

${commonest.map(([key, count]) => `- ${count} × ${key}`).join("\n")}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(await report());
