import { gunzipSync, gzipSync } from "node:zlib";
import type { Part } from "../part.ts";
import { jsonOf } from "../part-file.ts";

/** An analysis as a corpus keeps it: one line of JSON, packed by itself, so that any can be had without the others. */
export interface KeptAnalysis {
  /** Which piece of its discussion, from 1, and of how many. */
  readonly piece: number;
  readonly of: number;
  readonly part: Part;
}

/** Packing is a small share of the work at this level, and the file a fifth of what it was. */
const LEVEL = 3;

/** Returns analyses packed: lines of JSON in gzip. */
export function packAnalyses(kept: readonly KeptAnalysis[]): Uint8Array {
  const lines: string[] = [];
  for (const { piece, of, part } of kept) {
    const json = [...jsonOf([part])].join("").slice(1, -1);
    lines.push(`{"piece":${piece},"of":${of},"part":${json}}\n`);
  }
  return lines.length === 0 ? new Uint8Array() : gzipSync(lines.join(""), { level: LEVEL });
}

/** Returns the analyses of one packing. */
export function* unpackAnalyses(packed: Uint8Array): Generator<KeptAnalysis, void, undefined> {
  if (packed.length === 0) return;
  for (const line of gunzipSync(packed).toString("utf8").split("\n"))
    if (line !== "") yield JSON.parse(line) as KeptAnalysis;
}

/** Returns a packing without the discussions that are not wanted. */
export function keepAnalyses(packed: Uint8Array, isWanted: (discussion: string) => boolean): Uint8Array {
  return packAnalyses([...unpackAnalyses(packed)].filter(({ part }) => isWanted(part.discussion.id)));
}
