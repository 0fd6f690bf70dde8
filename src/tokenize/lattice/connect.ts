import type { SPACE } from "../dictionary/character-word.ts";
import type { Dictionary } from "../dictionary/dictionary.ts";
import type { COST_SHIFT, ID_MASK, LAST_ENTRY } from "../dictionary/entry-word.ts";
import type { NODE_WORDS, Scratch, USER_UNIT } from "./scratch.ts";

/**
 * Returns the function that turns the matches which end behind `from` and up to `limit` into nodes, each with its best
 * predecessor (Viterbi), and tells the last place it has done.
 *
 * It stops early where there is no room for more nodes, and before a place that {@link connectRarely} must do.
 */
export function connector(dictionary: Dictionary, scratch: Scratch): (from: number, limit: number) => number {
  return function connect(from, limit) {
    // Written out, since an imported constant is read from memory each time; the types say that they are the same.
    const idMask: typeof ID_MASK = 0x7ff;
    const lastEntry: typeof LAST_ENTRY = 0x8000;
    const costShift: typeof COST_SHIFT = 16;
    const nodeWords: typeof NODE_WORDS = 5;
    const space: typeof SPACE = 0x200000;
    const user: typeof USER_UNIT = 0x2000000;
    const { entries, matrix, excess, rowLength } = dictionary;
    const { words, heads, places, matches, nodes, lastFree } = scratch;
    let free = scratch.free;
    let place = from + 1;
    for (; place <= limit; place++) {
      let match = heads[place]!;
      const at = place + place;
      const before = words[place - 1]! & (space | user);
      if (before !== 0) {
        if (match !== 0 || before !== space) break;
        places[at] = places[at - 2]!;
        places[at + 1] = places[at - 1]!;
        continue;
      }
      if (free > lastFree) break;
      let end = free;
      let least = 0x3fffffff;
      let leastRow = 0;
      for (; match !== 0; match = matches[match]!) {
        const start = matches[match + 1]! << 1;
        const first = places[start]!;
        const stop = places[start + 1]!;
        if (first === stop) continue;
        let entry = matches[match + 2]!;
        let packed = matches[match + 3]!;
        const firstCost = nodes[first]!;
        const firstId = nodes[first + 1]!;
        for (;;) {
          const id = packed & idMask;
          const row = Math.imul(id, rowLength);
          let cost = (firstCost + matrix[row + firstId]!) | 0;
          let previous = first;
          // Branches on costs are guessed wrong too often: choices are made by sign masks. Of equals the last one wins.
          for (let rival = first + nodeWords; rival < stop; rival += nodeWords) {
            const more = (nodes[rival]! + matrix[row + nodes[rival + 1]!]! - cost) | 0;
            const mask = (more - 1) >> 31;
            cost = (cost + (more & mask)) | 0;
            previous = (previous + ((rival - previous) & mask)) | 0;
          }
          cost = (cost + (packed >> costShift)) | 0;
          const more = (cost - least) | 0;
          // One that is dearer than the cheapest by more than its connections can save is on no best path.
          if (more <= excess[leastRow + id]!) {
            nodes[end] = cost;
            nodes[end + 1] = id;
            nodes[end + 2] = previous;
            nodes[end + 3] = entry;
            nodes[end + 4] = place;
            end += nodeWords;
            const mask = more >> 31;
            least = (least + (more & mask)) | 0;
            leastRow = (leastRow + ((row - leastRow) & mask)) | 0;
          }
          if ((packed & lastEntry) !== 0) break;
          packed = entries[++entry]!;
        }
      }
      places[at] = free;
      if (end - free > nodeWords) {
        let kept = free;
        for (let node = free; node < end; node += nodeWords) {
          const cost = nodes[node]!;
          const id = nodes[node + 1]!;
          nodes[kept] = cost;
          nodes[kept + 1] = id;
          nodes[kept + 2] = nodes[node + 2]!;
          nodes[kept + 3] = nodes[node + 3]!;
          nodes[kept + 4] = place;
          kept += nodeWords & ((cost - least - excess[leastRow + id]! - 1) >> 31);
        }
        end = kept;
      }
      places[at + 1] = end;
      free = end;
    }
    scratch.free = free;
    return place - 1;
  };
}
