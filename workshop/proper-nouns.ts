import type { EntityLabel } from "../src/model/layers.ts";
import type { Range } from "../src/model/span.ts";
import type { Tokens } from "../src/model/tokens.ts";

/** A name and what it is. */
export interface Named extends Range {
  readonly label: EntityLabel;
}

/**
 * Takes runs of the dictionary's proper nouns for names: the baseline that a model has to beat.
 *
 * @example
 * findProperNouns(tokenizer.tokenize("田中角栄は新潟に")).map(({ label }) => label); // ["PERSON", "GPE"]
 */
export function findProperNouns(tokens: Tokens): Named[] {
  const spans: Named[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const label = labelOf(tokens, i);
    if (label === null) continue;
    let last = i;
    while (last + 1 < tokens.length && tokens.start(last + 1) === tokens.end(last) && joins(tokens, last + 1, label))
      last++;
    spans.push({ start: tokens.start(i), end: tokens.end(last), label });
    i = last;
  }
  return spans;
}

function labelOf(tokens: Tokens, index: number): EntityLabel | null {
  const pos = tokens.pos(index);
  if (!pos.startsWith("名詞,固有名詞")) return null;
  if (pos.startsWith("名詞,固有名詞,人名")) return "PERSON";
  if (pos.startsWith("名詞,固有名詞,地域")) return "GPE";
  if (pos.startsWith("名詞,固有名詞,組織")) return tokens.unknown(index) ? null : "ORG";
  return null;
}

function joins(tokens: Tokens, index: number, label: EntityLabel): boolean {
  if (label === "PERSON") return labelOf(tokens, index) === label || tokens.surface(index) === "・";
  const suffix = tokens.pos(index).startsWith("名詞,接尾,地域");
  return label === "GPE" ? suffix || labelOf(tokens, index) === label : tokens.pos(index).startsWith("名詞,接尾,一般");
}
