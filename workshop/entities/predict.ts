import { readFileSync } from "node:fs";
import { findEntities, loadEntityResources } from "../../src/annotate/entities/find-entities.ts";
import type { AnalyzedUnit } from "../../src/model/analysis.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import type { Mention } from "../../src/model/layers.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";

/** A row of the development data; offsets count code points. */
export interface GoldRow {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly {
    readonly start: number;
    readonly end: number;
    readonly type?: string;
    readonly label?: string;
  }[];
}

export function readRows(file: string): GoldRow[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRow);
}

export function unitOf(id: string, text: string, tokenizer: Tokenizer): AnalyzedUnit {
  const tokens = tokenizer.tokenize(text);
  return { id, text, date: null, tokens, sentences: splitSentences(tokens) };
}

/** Turns UTF-16 offsets of a text into code point offsets. */
export function toCodePoints(text: string, { start, end }: { start: number; end: number }): [number, number] {
  const count = (until: number) => [...text.slice(0, until)].length;
  return [count(start), count(end)];
}

/** Names of one text at a time, in the scorer's form. */
export async function makePredictor(): Promise<(text: string) => readonly Mention[]> {
  const tokenizer = await loadTokenizer();
  const resources = loadEntityResources(dataReader());
  return (text) => findEntities([unitOf("article", text, tokenizer)], resources).mentions;
}

if (process.argv[1]?.endsWith("predict.ts")) {
  const predict = await makePredictor();
  for (const { id, text } of readRows(process.argv[2]!)) {
    const entities = predict(text).map((mention) => {
      const [start, end] = toCodePoints(text, mention);
      return { start, end, type: mention.label, text: mention.text, by: mention.by };
    });
    process.stdout.write(`${JSON.stringify({ id, text, entities })}\n`);
  }
}
