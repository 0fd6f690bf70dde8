import { seededRandom } from "../random.ts";

/**
 * Returns a unit's random number, which hangs on the seed and its own id alone: the order of the files changes nothing, and
 * a larger sample of the same seed goes on where a smaller one ended (permanent random numbers: Brewer, Early & Joyce 1972).
 */
export function drawNumber(id: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return seededRandom(hash)();
}
