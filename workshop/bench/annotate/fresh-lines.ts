import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { seededRandom } from "../../../src/measure/random.ts";
import { packageRoot } from "../../../src/model/data-folder.ts";

const CORPUS = join(packageRoot(), "..", "shared", "data", "speed-corpus.txt.gz");
/** A line ends with the piece that brings it here: 80 characters on average. */
const ENOUGH = 67;

/**
 * Returns so many lines, each of pieces of the corpus that nobody wrote side by side, and no piece twice: what a process
 * remembers of one line helps it with no other.
 */
export function freshLines(count: number, seed = 11): string[] {
  if (!existsSync(CORPUS)) throw new Error(`no corpus to measure on: ${CORPUS} is missing`);
  const pieces = gunzipSync(readFileSync(CORPUS))
    .toString("utf8")
    .split(/\n|(?<=[。！？、])/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= 6 && piece.length <= 60);
  const different = [...new Set(pieces)];
  const random = seededRandom(seed);
  const lines: string[] = [];
  let line = "";
  for (let left = different.length; left > 0 && lines.length < count; left--) {
    const drawn = Math.floor(random() * left);
    line += different[drawn]!;
    different[drawn] = different[left - 1]!;
    if (line.length < ENOUGH) continue;
    lines.push(line);
    line = "";
  }
  if (lines.length < count) throw new Error(`the corpus gives ${lines.length} fresh lines, not ${count}`);
  return lines;
}
