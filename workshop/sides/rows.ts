/** Turns comments with their side into rows to learn from, with the very features that the finder uses. */
import { type Proposition, readProposition } from "../../src/annotate/sides/proposition.ts";
import { CommentReader } from "../../src/annotate/sides/read-comment.ts";
import type { SideResources } from "../../src/annotate/sides/resources.ts";
import type { Decision } from "../../src/annotate/sides/signals.ts";
import { SIDES } from "../../src/model/layers.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import type { TrainingRow } from "../sentiment/train-linear.ts";
import type { SideExample } from "./examples.ts";

/** A comment of a thread counts as many: 1, 2 and 4 gave .630, .631 and .637 on writers left out, .656, .655 and .647 on measures (`train-sides.ts` prints it for the number that stands here). */
const THREAD = 4;

/** A comment as a row of features, with what the rules alone decide. */
export interface SideRow extends TrainingRow {
  readonly example: SideExample;
  readonly decision: Decision | null;
}

/** Returns the rows of comments. */
export function sideRows(examples: readonly SideExample[], tokenizer: Tokenizer, resources: SideResources): SideRow[] {
  const reader = new CommentReader(resources);
  const read = new Map<string, Proposition>();
  return examples.map((example) => {
    const { proposition: text } = example;
    const proposition = read.get(text) ?? readProposition({ text, tokens: tokenizer.tokenize(text) }, resources);
    read.set(text, proposition);
    const tokens = tokenizer.tokenize(example.text);
    const { dense, grams, decision } = reader.read({ text: example.text, tokens }, proposition);
    return {
      dense: dense.slice(),
      slots: grams.ids.slice(0, grams.length),
      label: SIDES.indexOf(example.side),
      weight: example.measure.startsWith("t") ? THREAD : 1,
      example,
      decision,
    };
  });
}
