import type { Note } from "../../model/discussion.ts";

/** `>>12`, `>>3-5`, `>>1,7`, also full-width. */
const ANCHOR = /(?:>>|＞＞)\s?([\d０-９]{1,10}(?:[-,、－][\d０-９]{1,10})*)/g;
/** A range names so many posts at most. */
const LONGEST_RANGE = 50;

/** Returns the numbers of the posts that a text answers by anchors, in the order in which it names them. */
export function anchoredNumbers(text: string): number[] {
  const named: number[] = [];
  for (const [, list] of text.matchAll(ANCHOR)) {
    for (const part of list!.normalize("NFKC").split(/[,、]/)) {
      const [from, to] = part.split(/[-－]/).map(Number);
      for (let at = from!; at <= Math.min(to ?? from!, from! + LONGEST_RANGE); at++) named.push(at);
    }
  }
  return named;
}

/** Returns the first earlier post that a text answers; a note names the others. `isEarlier` says which posts there are. */
export function answeredPost(text: string, isEarlier: (number: number) => boolean, notes: Note[]): number | null {
  const earlier = [...new Set(anchoredNumbers(text).filter(isEarlier))];
  if (earlier.length > 1) {
    notes.push({
      code: "several-parents",
      message: `answers ${earlier.join(", ")}; the first is taken as parent`,
    });
  }
  return earlier[0] ?? null;
}
