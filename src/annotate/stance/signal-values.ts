import type { Reading } from "./reading.ts";
import { STANCES } from "./stance-model.ts";
import type { Weighed } from "./verdicts.ts";

/** One of the two comments that a stance stands between. */
export interface Speaker {
  readonly text: string;
  readonly reading: Reading;
}

/** A reply and what it answers. */
export interface Exchange {
  readonly parent: Speaker;
  readonly reply: Speaker;
  /** Whether the parent answers somebody itself. */
  readonly parentIsReply: boolean;
  /** What the rules say. */
  readonly ruled: Pick<Weighed, "stance" | "confidence">;
}

const QUESTION = /[?？]/;
const ASKS_LAST = /[?？]\s?$/;
const SHORT = 15;

/** Returns the named signals of a reply, in the order of `SIGNALS`. */
export function signalValues({ parent, reply, parentIsReply, ruled }: Exchange): Float64Array {
  const common = commonWords(parent.reading, reply.reading);
  const shares = Number(common > 0);
  const likeness = likenessOf(parent.reading, reply.reading);
  const length = lengthOf(reply.text);
  const [asks, parentAsks] = [Number(QUESTION.test(reply.text)), Number(QUESTION.test(parent.text))];
  const [well = 0, side = 0, taken = 0] = reply.reading.tendencies;
  const [parentWell = 0, parentSide = 0, parentTaken = 0] = parent.reading.tendencies;
  return Float64Array.of(
    1,
    ...STANCES.map((stance) => Number(stance === ruled.stance)),
    ...STANCES.map((stance) => (stance === ruled.stance ? ruled.confidence : 0)),
    common / Math.sqrt(1 + reply.reading.words.size),
    shares,
    likeness,
    length,
    length * length,
    lengthOf(parent.text),
    Number(reply.text.length < SHORT),
    asks,
    Number(ASKS_LAST.test(reply.text)),
    parentAsks,
    asks * parentAsks,
    Number(/[!！]/.test(reply.text)),
    Number(/[wｗ笑]/.test(reply.text)),
    Number(parentIsReply),
    ...reply.reading.tendencies,
    ...parent.reading.tendencies,
    well * parentWell,
    side * parentSide,
    well * parentSide,
    side * parentWell,
    taken * parentTaken,
    Math.abs(well),
    likeness * well * parentWell,
    likeness * side * parentSide,
    shares * well * parentWell,
    shares * side * parentSide,
  );
}

function commonWords(parent: Reading, reply: Reading): number {
  let common = 0;
  for (const word of reply.words) if (parent.words.has(word)) common++;
  return common;
}

function likenessOf({ direction: a }: Reading, { direction: b }: Reading): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}

/** A text of 150 letters is 1; none counts as longer than 400. */
function lengthOf(text: string): number {
  return Math.log1p(Math.min(text.length, 400)) / 5;
}
