/** Replies of written threads with the stance that is found and what a model says of their parents. */
import { probabilitiesOf } from "../../src/annotate/sides/side-model.ts";
import { findStances } from "../../src/annotate/stance/find-stances.ts";
import type { StanceResources } from "../../src/annotate/stance/resources.ts";
import type { Comment, Discussion } from "../../src/model/discussion.ts";
import { SIDES } from "../../src/model/layers.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";
import type { ReplyRow } from "./cross-validate.ts";
import { sideThreads } from "./examples.ts";

/** Returns the replies of threads by thread and text; `logits` are those of models that never saw the thread. */
export function repliesOf(
  names: readonly string[],
  logits: ReadonlyMap<string, Float64Array>,
  temperature: number,
  tokenizer: Tokenizer,
  stances: StanceResources,
): Map<string, ReplyRow> {
  const found = new Map<string, ReplyRow>();
  for (const { name, thread, gold } of sideThreads(names)) {
    const units = thread.comments.map(({ id, text }) => {
      const tokens = tokenizer.tokenize(text);
      return { id, text, date: null, tokens, sentences: splitSentences(tokens) };
    });
    const textOf = new Map(thread.comments.map(({ id, text }) => [id, text]));
    // Only ids and parents are read.
    const discussion = { comments: thread.comments as unknown as readonly Comment[] } as Discussion;
    for (const { unit, toward, stance } of findStances(discussion, units, [], stances)) {
      const own = logits.get(`${name}\t${textOf.get(unit)}`);
      const parent = logits.get(`${name}\t${textOf.get(toward)}`);
      const side = gold.comments[unit]?.side;
      if (own === undefined || parent === undefined || side === undefined) continue;
      found.set(`${name}\t${textOf.get(unit)}`, {
        logits: own,
        parent: probabilitiesOf(parent, temperature),
        stance,
        label: SIDES.indexOf(side),
      });
    }
  }
  return found;
}
