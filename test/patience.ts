import { createHash } from "node:crypto";
import { availableParallelism, loadavg } from "node:os";

/** What the yardstick takes on a quiet machine of 2024, in milliseconds. */
const REFERENCE = 30;

/**
 * How many times longer than a quiet machine this one takes just now, from 1 to 12: hashing 16 MB (the best of three), or
 * what waits for each core if that is more.
 */
export function slowness(): number {
  const block = new Uint8Array(16_000_000);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    createHash("sha256").update(block).digest();
    best = Math.min(best, performance.now() - start);
  }
  const waiting = (loadavg()[0] ?? 0) / availableParallelism();
  return Math.min(12, Math.max(1, best / REFERENCE, waiting));
}

/** The time limit of a test that takes at most so many milliseconds on a quiet machine. */
export function patience(milliseconds: number): number {
  return Math.round(milliseconds * Number(process.env.YORON_SLOWNESS ?? 1));
}
