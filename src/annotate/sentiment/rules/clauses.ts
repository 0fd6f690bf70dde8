import { Is } from "../../../words/token-bits.ts";
import { EntryKind } from "../lexicon/entry.ts";
import type { Match } from "../lexicon/scan.ts";
import { type Clause, clauseAt, Mark } from "./clause.ts";
import { CUTTING, cutsByCues, TOKEN_CUTS } from "./clause-cuts.ts";
import { markOf } from "./clause-marks.ts";
import type { Scene } from "./scene.ts";

/** Returns the clauses of a sentence, each with what it does besides telling. */
export function splitClauses(scene: Scene): Clause[] {
  const clauses = cutClauses(scene);
  regret(scene, clauses);
  longing(scene, clauses);
  for (const cue of scene.matches) if (cue.kind === EntryKind.cue) markClauses(scene, clauses, cue);
  for (const clause of clauses) if ((clause.marks & Mark.embedded) !== 0) clause.marks &= ~Mark.question;
  if (tellsOfPast(scene)) for (const clause of clauses) clause.marks &= ~Mark.conditional;
  return clauses;
}

function cutClauses(scene: Scene): Clause[] {
  const clauses: Clause[] = [];
  const cuts = cutsByCues(scene);
  let from = scene.first;
  let next = 0;
  const close = (to: number, marks: number) => {
    if (to > from) clauses.push({ first: from, last: to, marks, conceded: false, contrast: false });
    from = Math.max(from, to);
  };
  for (let i = scene.first; i < scene.last; i++) {
    while (next < cuts.length && cuts[next]! < i) next++;
    if (cuts[next] === i) close(i, 0);
    if ((scene.bits[i]! & CUTTING) === 0) continue;
    for (const { when, cut, marks } of TOKEN_CUTS) {
      if (!when(scene, i, from)) continue;
      close(cut === "before" ? i : i + 1, marks);
      break;
    }
  }
  close(scene.last, 0);
  return clauses;
}

/** Whether the last predicate is past, so that nothing is supposed (電話したら来てくれた), unless it regrets (よかったのに). */
function tellsOfPast({ tokens, bits, first, last }: Scene): boolean {
  for (let i = last - 1; i >= first; i--) {
    const own = bits[i]!;
    if ((own & (Is.period | Is.symbol | Is.final)) !== 0) continue;
    return (own & Is.auxiliary) !== 0 && tokens.lemma(i) === "た" && !tokens.text.startsWith("のに", tokens.end(i));
  }
  return false;
}

function markClauses(scene: Scene, clauses: readonly Clause[], cue: Match): void {
  const at = clauseAt(clauses, cue.first);
  const clause = clauses[at];
  if (clause === undefined) return;
  const mark = markOf(scene, clause, cue);
  if (mark === "turn") {
    const opens = cue.first === clause.first && (scene.bits[cue.first]! & Is.conjunctive) === 0;
    turn(clauses, opens ? at - 1 : at);
  } else if (mark !== null) clause.marks |= Mark[mark];
}

/** Concedes all clauses up to one, against which the next turns. */
function turn(clauses: readonly Clause[], before: number): void {
  // Whatever was conceded, so was all before it.
  for (let i = before; i >= 0 && !clauses[i]!.conceded; i--) clauses[i]!.conceded = true;
  const after = clauses[before + 1];
  if (after !== undefined) after.contrast = true;
}

/** Mark for a sentence that ends in たかった as one of regret: もう一度食べたかった. */
function longing({ tokens, bits, words }: Scene, clauses: readonly Clause[]): void {
  const end = clauses.at(-1);
  if (end === undefined) return;
  let i = end.last - 1;
  while (
    i > end.first &&
    ((bits[i]! & (Is.symbol | Is.final | Is.period | Is.polite)) !== 0 || words.sigh.has(tokens.surface(i)))
  )
    i--;
  if (i > end.first && tokens.lemma(i) === "た" && tokens.surface(i - 1) === "たかっ") end.marks |= Mark.regret;
}

/** Sets as a wish a sentence that ends in ば and leaves the rest unsaid: もっと早く知っていれば. */
function regret({ tokens, bits, words }: Scene, clauses: readonly Clause[]): void {
  const end = clauses.at(-1);
  if (end === undefined) return;
  const isThought =
    end.first + 1 < end.last && tokens.surface(end.first) === "と" && words.thought.has(tokens.lemma(end.first + 1));
  const clause = (isThought ? clauses.at(-2) : end) ?? end;
  let i = clause.last - 1;
  while (i > clause.first && (bits[i]! & (Is.symbol | Is.final | Is.period)) !== 0) i--;
  if (tokens.surface(i) === "ば" && (bits[i]! & Is.conjunctive) !== 0) clause.marks = Mark.wish;
}
