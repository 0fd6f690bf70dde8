import { SPACE } from "../dictionary/character-word.ts";
import type { Dictionary } from "../dictionary/dictionary.ts";
import { COST_SHIFT, ID_MASK, LAST_ENTRY } from "../dictionary/entry-word.ts";
import type { UserLexicon } from "../user/lexicon.ts";
import { COST, END, ENTRY, FIRST_ENTRY, ID, NODE_WORDS, PREVIOUS, type Scratch, START } from "./scratch.ts";

/**
 * Adds the nodes that `connect` adds elsewhere, at one place where the user's words end, or both a word and white
 * space.
 */
export function connectRarely(
  dictionary: Dictionary,
  user: UserLexicon | undefined,
  scratch: Scratch,
  place: number,
): void {
  const { entries } = dictionary;
  const { words, heads, places, matches, nodes } = scratch;
  const from = scratch.free;
  let free = from;
  const add = (cost: number, id: number, previous: number, entry: number, end: number): void => {
    nodes[free + COST] = cost;
    nodes[free + ID] = id;
    nodes[free + PREVIOUS] = previous;
    nodes[free + ENTRY] = entry;
    nodes[free + END] = end;
    free += NODE_WORDS;
  };
  if ((words[place - 1]! & SPACE) !== 0) {
    for (let node = places[2 * place - 2]!; node < places[2 * place - 1]!; node += NODE_WORDS) {
      add(nodes[node]!, nodes[node + ID]!, nodes[node + PREVIOUS]!, nodes[node + ENTRY]!, nodes[node + END]!);
    }
  }
  for (let match = heads[place]!; match !== 0; match = matches[match]!) {
    const start = matches[match + START]!;
    if (places[2 * start] === places[2 * start + 1]) continue;
    for (let entry = matches[match + FIRST_ENTRY]!, isLast = false; !isLast; entry++) {
      const own = entry - entries.length;
      const packed = own < 0 ? entries[entry]! : 0;
      const leftId = own < 0 ? packed & ID_MASK : user!.leftIds[own]!;
      const { cost, node } = bestBefore(dictionary, scratch, start, leftId);
      if (own < 0) add(cost + (packed >> COST_SHIFT), leftId, node, entry, place);
      else add(cost + user!.costs[own]!, user!.rightIds[own]!, node, entry, place);
      isLast = own < 0 ? (packed & LAST_ENTRY) !== 0 : user!.isLast[own] === 1;
    }
  }
  places[2 * place] = from;
  places[2 * place + 1] = free;
  scratch.free = free;
}

/** The best of the nodes that end at `place` for a word with the left id `id`, and the cost up to that word. */
export function bestBefore(
  { matrix, rowLength }: Dictionary,
  { places, nodes }: Scratch,
  place: number,
  id: number,
): { readonly cost: number; readonly node: number } {
  let best = Number.POSITIVE_INFINITY;
  let previous = 0;
  for (let node = places[2 * place]!; node < places[2 * place + 1]!; node += NODE_WORDS) {
    const cost = nodes[node]! + matrix[id * rowLength + nodes[node + ID]!]!;
    // Of equals the last one wins.
    if (cost > best) continue;
    best = cost;
    previous = node;
  }
  return { cost: best, node: previous };
}
